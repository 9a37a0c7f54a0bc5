//! The words of the guide: short enough for a till, and saying what the article asks for. The check of missing and
//! unused keys is in `words.rs`; tests are named after the rows that they show.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use kaizhang_core::guide::{self, Guide};
use kaizhang_words::{Lang, Words};

fn both() -> [Words; 2] {
    Lang::ALL.map(Words::new)
}

/// All lines of a step in one language, joined.
fn step(words: &Words, id: &str) -> String {
    let keys = guide::step(id).unwrap().words().all();
    let lines: Vec<_> = keys.iter().map(|key| words.say(key)).collect();
    lines.join("\n")
}

fn end(words: &Words, id: &str) -> String {
    let keys = guide::end(id).unwrap().words().all();
    let lines: Vec<_> = keys.iter().map(|key| words.say(key)).collect();
    lines.join("\n")
}

#[track_caller]
fn names(text: &str, wanted: &[&str]) {
    for part in wanted {
        assert!(text.contains(part), "no “{part}” in:\n{text}");
    }
}

/// Most characters of a text by what it is: in Chinese, in English.
fn limits(key: &str) -> [usize; 2] {
    if key.ends_with("-title") {
        [20, 44]
    } else if key.contains("-answer-") {
        [12, 36]
    } else {
        [30, 70]
    }
}

/// Texts that are too long for the screen of a till.
fn too_long(words: &Words, guide: &Guide) -> Vec<String> {
    let column = usize::from(words.lang() == Lang::En);
    let long = |key: &String| words.say(key).chars().count() > limits(key)[column];
    guide.words().into_iter().filter(long).collect()
}

#[test]
fn texts_are_short() {
    for words in both() {
        assert_eq!(too_long(&words, guide::guide()), Vec::<String>::new());
    }
    let wordy = format!("guide-look-up-title = {}\n", "字".repeat(21));
    let words = Words::from_texts(Lang::ZhCn, &[&wordy]);
    assert!(too_long(&words, guide::guide()).contains(&"guide-look-up-title".to_owned()));
}

#[test]
fn no_text_has_a_hole() {
    let [zh, en] = both();
    for key in guide::guide().words() {
        for words in [&zh, &en] {
            let text = words.say(&key);
            assert!(
                words.has(&key) && !text.contains(['{', '}', '$']),
                "{key}: {text}"
            );
        }
        assert_ne!(zh.say(&key), en.say(&key), "{key} is the same in both");
    }
}

#[test]
fn s01_power() {
    let [zh, en] = both();
    names(&step(&zh, "power"), &["插头", "电源线", "擦干", "开机键"]);
    names(&step(&en, "power"), &["plug", "cable", "dry", "power key"]);
}

#[test]
fn s04_lights() {
    let [zh, en] = both();
    names(&step(&zh, "power-again"), &["灯", "绿", "红"]);
    names(&step(&en, "power-again"), &["green", "red"]);
}

#[test]
fn s05_the_card() {
    let [zh, en] = both();
    names(
        &step(&zh, "card-look"),
        &["有效期", "芯片", "磁条", "激活", "挂失", "冻结"],
    );
    names(
        &step(&en, "card-look"),
        &["expiry", "chip", "stripe", "active", "lost", "frozen"],
    );
}

#[test]
fn s07_wifi() {
    let [zh, en] = both();
    names(&step(&zh, "router"), &["半分钟", "两分钟", "断开"]);
    names(&step(&zh, "pos-wifi"), &["自家 Wi-Fi", "密码", "信号"]);
    names(
        &step(&en, "pos-wifi"),
        &["our own Wi-Fi", "password", "bars"],
    );
}

#[test]
fn s08_mobile_data() {
    let [zh, en] = both();
    names(&step(&zh, "sim"), &["地下室", "车库", "流量", "欠费"]);
    names(&step(&zh, "hotspot"), &["热点", "流量"]);
    names(&step(&en, "sim"), &["Basements", "data"]);
}

#[test]
fn s13_the_hotline_as_printed() {
    let [zh, en] = both();
    names(
        &step(&zh, "hotline"),
        &["合同或卡背面", "商户编号", "终端编号", "工单号"],
    );
    names(
        &step(&en, "hotline"),
        &["contract", "card’s back", "ticket number"],
    );
}

#[test]
fn s14_official_site_and_app() {
    let [zh, en] = both();
    names(&step(&zh, "other-contact"), &["官网", "官方 App"]);
    names(
        &step(&en, "other-contact"),
        &["Official site", "official app"],
    );
}

#[test]
fn s15_branch() {
    let [zh, en] = both();
    names(&step(&zh, "other-contact"), &["去开户的网点问"]);
    names(&step(&en, "other-contact"), &["at your branch"]);
}

#[test]
fn s32_no_number_from_a_search() {
    let [zh, en] = both();
    names(
        &step(&zh, "other-contact"),
        &["搜来的、微信发来的电话都别信"],
    );
    names(&step(&en, "other-contact"), &["no number from a search"]);
}

#[test]
fn s20_cash_with_the_float_or_another_way() {
    let [zh, en] = both();
    names(&end(&zh, "terminal-dead"), &["扫码", "备用零钱"]);
    names(&end(&zh, "net-other-way"), &["现金", "零钱"]);
    names(&end(&en, "terminal-dead"), &["QR", "cash with the float"]);
}

#[test]
fn s21_every_step_has_a_kind_word_for_the_customer() {
    for words in both() {
        let steps = guide::guide().steps.iter().map(|step| step.words().say);
        let ends = guide::guide().ends.iter().map(|end| end.words().say);
        for key in steps.chain(ends) {
            let said = words.say(&key);
            assert!(
                said.starts_with('“') && said.ends_with('”'),
                "{key}: {said}"
            );
            // What is said aloud never blames the customer and never tells why a card was refused.
            for blame in [
                "余额",
                "冻结",
                "挂失",
                "被盗",
                "您的错",
                "insufficient",
                "stolen",
                "frozen",
                "your fault",
            ] {
                assert!(!said.contains(blame), "{key}: {said}");
            }
        }
    }
}

fn customer(words: &Words, part: &str, count: u8) -> String {
    let lines = (1..=count).map(|n| words.say(&format!("guide-customer-{part}-{n}")));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn s23_what_the_customer_can_check() {
    let ([zh, en], count) = (both(), guide::guide().customer.checks);
    names(
        &customer(&zh, "check", count),
        &["余额", "限额", "没过期", "激活"],
    );
    names(
        &customer(&en, "check", count),
        &["balance", "limit", "active"],
    );
}

#[test]
fn s24_what_the_shop_will_do_by_when() {
    let ([zh, en], count) = (both(), guide::guide().customer.promises);
    names(
        &customer(&zh, "promise", count),
        &["绝不让您付两遍", "明天营业前"],
    );
    names(
        &customer(&en, "promise", count),
        &["never pay twice", "tomorrow"],
    );
}

#[test]
fn s26_an_unknown_outcome_is_not_charged_again() {
    let [zh, en] = both();
    for look in guide::guide().steps.iter().filter(|step| step.look_up) {
        let warning = look.words().warn.unwrap();
        let [zh, en] = [zh.say(&warning), en.say(&warning)];
        assert!(
            zh.contains('别') || zh.contains("别人"),
            "{}: {zh}",
            look.id
        );
        assert!(!en.is_empty(), "{}", look.id);
    }
    names(
        &step(&zh, "look-up"),
        &["没查清之前，别再收一次", "末笔", "后四位"],
    );
    names(
        &step(&en, "look-up"),
        &["Do not charge again until you have looked it up"],
    );
    names(&end(&zh, "unknown"), &["别再收", "凭证号", "收单客服"]);
}

#[test]
fn s27_nobody_asks_for_the_security_code() {
    let [zh, en] = both();
    for id in ["refused", "card-look"] {
        names(&step(&zh, id), &["别拍卡，别问密码和卡背面三位码"]);
        names(
            &step(&en, id),
            &["Never photograph a card or ask for PIN or security code"],
        );
    }
    names(&step(&zh, "pin"), &["别问", "别代输"]);
    names(&step(&zh, "screen"), &["别拍到顾客的卡"]);
}

#[test]
fn s28_no_sale_is_split_and_no_cash_paid_out() {
    let [zh, en] = both();
    for id in [
        "limit-which",
        "card-limit",
        "shop-limit",
        "count-limit",
        "qr-limit",
    ] {
        names(&step(&zh, id), &["别拆成几笔", "套现"]);
        names(&step(&en, id), &["Never split one sale", "cash for a card"]);
    }
}

#[test]
fn s31_a_terminal_is_replaced_by_the_official_channel_only() {
    let [zh, en] = both();
    names(
        &end(&zh, "terminal-dead"),
        &["签约机构的官方渠道", "免费机别要", "报修"],
    );
    names(
        &end(&en, "terminal-dead"),
        &["company’s own channel", "Refuse free terminals"],
    );
}
