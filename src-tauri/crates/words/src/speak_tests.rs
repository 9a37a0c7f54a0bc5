use serde_json::json;

use super::*;
use crate::Lang;

fn params(value: Value) -> BTreeMap<String, Value> {
    match value {
        Value::Object(map) => map.into_iter().collect(),
        _ => BTreeMap::new(),
    }
}

fn facts<'a>(kind: &'a str, lanes: &'a [&'a str]) -> HeadlineFacts<'a> {
    HeadlineFacts {
        kind,
        lanes,
        left: 5,
        ..HeadlineFacts::default()
    }
}

#[test]
fn headlines_are_sentences_in_chinese() {
    let words = Words::new(Lang::ZhCn);
    let all = facts("all_ready", &["card", "qr", "cash"]);
    assert_eq!(words.headline_text(&all), "可以开门，三种收款都正常");
    let two = facts("all_ready", &["qr", "cash"]);
    assert_eq!(words.headline_text(&two), "可以开门，扫码和现金都正常");
    let hotspot = HeadlineFacts {
        fallback: Some("network-hotspot"),
        ..facts("workaround", &["card"])
    };
    assert_eq!(words.headline_text(&hotspot), "可以开门，刷卡先走手机热点");
    assert_eq!(
        words.headline_text(&facts("some_not_ready", &["card"])),
        "先别急着开门，刷卡还收不了"
    );
    let cash = HeadlineFacts {
        amount_fen: Some(50_350),
        ..facts("only_cash", &["cash"])
    };
    assert_eq!(words.headline_text(&cash), "只能收现金，零钱有 503.50 元");
    assert_eq!(
        words.headline_text(&facts("items_left", &[])),
        "还有 5 项没看，先别开门"
    );
    let unclear = HeadlineFacts {
        left: 0,
        ..facts("items_left", &["qr"])
    };
    assert_eq!(words.headline_text(&unclear), "扫码还说不准，先别开门");
}

#[test]
fn headlines_have_the_right_verb_in_english() {
    let words = Words::new(Lang::En);
    let one = facts("some_not_ready", &["card"]);
    assert_eq!(
        words.headline_text(&one),
        "Don’t open just yet: card isn’t working"
    );
    let two = facts("some_not_ready", &["card", "qr"]);
    assert_eq!(
        words.headline_text(&two),
        "Don’t open just yet: card and QR aren’t working"
    );
    let left = HeadlineFacts {
        left: 1,
        ..facts("items_left", &[])
    };
    assert_eq!(
        words.headline_text(&left),
        "One thing still to check before you open"
    );
}

#[test]
fn refusals_name_items_and_money_in_words() {
    let words = Words::new(Lang::ZhCn);
    assert_eq!(
        words.refusal_text(
            "items_left",
            &params(json!({"count": 3, "first": "network-wifi"}))
        ),
        "还有 3 项没看，第一项是“店里 Wi-Fi”。看完再结束，或写一句原因先开门。"
    );
    let cash = json!({"item": "cash-float", "total_fen": 43_350, "target_fen": 50_000});
    assert!(
        words
            .refusal_text("cash_off_target_needs_note", &params(cash))
            .starts_with("数到 433.50 元，目标是 500.00 元。")
    );
    let range = json!({"item": "network-data-left", "min": 0.5, "max": 1000.0, "unit": "GB"});
    assert_eq!(
        words.refusal_text("value_out_of_range", &params(range)),
        "“热点手机剩余流量”应在 0.5 到 1000 GB 之间，再看一眼填的数。"
    );
}

#[test]
fn damage_without_a_copy_does_not_speak_of_one() {
    let words = Words::new(Lang::En);
    let bare = words.refusal_text(
        "folder_damaged",
        &params(json!({"copy": "", "detail": "x"})),
    );
    assert!(!bare.contains("as found is in"), "{bare}");
    let kept = words.refusal_text(
        "folder_damaged",
        &params(json!({"copy": "/c", "detail": "x"})),
    );
    assert!(kept.contains("A copy as found is in /c"), "{kept}");
}

#[test]
fn text_from_people_is_never_read_as_fluent() {
    let words = Words::new(Lang::En);
    let said = words.refusal_text(
        "item_unknown",
        &params(json!({"item": "{ $item } {lane-card} { 1 }"})),
    );
    assert!(said.contains("“{ $item } {lane-card} { 1 }”"), "{said}");
    let guide = words.refusal_text(
        "item_unknown",
        &params(json!({"item": "network-wifi-guide"})),
    );
    assert!(guide.contains("“network-wifi-guide”"), "{guide}");
}

#[test]
fn unknown_codes_and_keys_stay_readable() {
    let words = Words::new(Lang::En);
    assert!(
        words
            .refusal_text("moon_is_full", &BTreeMap::new())
            .contains("(moon_is_full)")
    );
    assert_eq!(words.say("no-such-key"), "no-such-key");
}

#[test]
fn a_reason_without_its_amount_still_reads_well() {
    let words = Words::new(Lang::ZhCn);
    assert_eq!(
        words.reason_text("change_short", None, None, None, None),
        "零钱不够找"
    );
    assert_eq!(
        words.reason_text("change_short", None, None, Some(6_000), None),
        "零钱只有 60.00 元，怕不够找"
    );
    assert_eq!(
        words.reason_text("cash_off_target", None, None, Some(-6_650), None),
        "备用金比目标少 66.50 元"
    );
    assert_eq!(
        words.reason_text("cash_off_target", None, None, Some(2_050), None),
        "备用金比目标多 20.50 元"
    );
    assert_eq!(
        words.reason_text("moon_is_full", None, None, None, None),
        "moon_is_full"
    );
    assert_eq!(
        words.reason_text(
            "fallback_stands",
            Some("network-internet"),
            Some("network-hotspot"),
            None,
            None
        ),
        "“外网”有问题，先用手机热点"
    );
}
