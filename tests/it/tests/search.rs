//! Search, the calendar and the figures on a real data folder.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeSet;
use std::ops::Deref;

use kaizhang_app::{App, Caller};
use serde_json::{Value, json};

struct Shop(kaizhang_it::Shop);

impl Deref for Shop {
    type Target = kaizhang_it::Shop;

    fn deref(&self) -> &kaizhang_it::Shop {
        &self.0
    }
}

impl Shop {
    fn new() -> Shop {
        let tills = json!([{ "id": "till-1", "name": "前台" }, { "id": "till-2", "name": "外摆" }]);
        let tills = json!({ "tills": tills });
        Shop(kaizhang_it::Shop::set_up(
            "2026-11-23T00:40:00Z",
            "早班",
            tills,
        ))
    }

    fn search(&self, wish: Value) -> Vec<Value> {
        self.done("search_records", wish)["found"]
            .as_array()
            .unwrap()
            .clone()
    }

    /// The kinds of what is found by some words, newest first.
    fn kinds(&self, words: &str) -> Vec<String> {
        let found = self.search(json!({ "words": words }));
        let kind = |one: &Value| one["kind"].as_str().unwrap().to_owned();
        found.iter().map(kind).collect()
    }
}

/// A shop in which each kind of text stands once.
fn busy() -> Shop {
    let shop = Shop::new();
    let mark = |item: &str, note: &str| json!({ "item": item, "result": "fail", "note": note });
    shop.done(
        "mark_item",
        mark("network-internet", "外网断开，重启路由器后恢复"),
    );
    shop.done("mark_item", mark("machine-test-slip", ""));
    shop.done(
        "mark_item",
        json!({ "item": "machine-screen", "result": "pass" }),
    );
    let form =
        json!({ "code": "96", "amount": "128", "card": "622202******6620", "note": "客人很急" });
    shop.done("open_incident", json!({ "form": form }));
    let said = |text: &str| json!({ "incident": "1", "note": { "kind": "said", "text": text } });
    shop.done("note_incident", said("客服说明天回电 call back"));
    let slip = json!({ "amount": "88.50", "trace": "004321", "note": "补打的一张", "merchant_name": "示例面馆" });
    shop.done("add_receipt", json!({ "form": slip }));
    let bytes = b"%PDF-1.4 contract".repeat(9);
    shop.bring("收单合同.pdf", &bytes);
    let plan =
        json!({ "from": "2026-11-26", "to": "2026-11-27", "plan": "closed", "note": "盘点休息" });
    shop.done("plan_days", plan);
    shop.outside.pass_until("2026-11-23T00:55:00Z");
    shop.done("finish_opening", json!({ "note": "先开门，货车堵在巷口" }));
    shop
}

#[test]
fn everything_that_people_wrote_is_found() {
    let shop = busy();
    let check = |words: &str, want: &[&str]| assert_eq!(shop.kinds(words), want, "{words}");
    check("外网", &["mark"]);
    check("路由器 重启", &["mark"]);
    check("网", &["mark"]);
    check("dw", &[]);
    check("cqlyq", &["mark"]);
    check("客人", &["incident"]);
    check("回电", &["incident_note"]);
    check("call", &["incident_note"]);
    check("补打", &["receipt"]);
    check("004321", &["receipt"]);
    check("８８.50", &["receipt"]);
    check("合同", &["file"]);
    check("盘点", &["day_note"]);
    check("巷口", &["finish"]);
    check("没有这个", &[]);
    // What failed without a word is found by the name of its item, in both languages.
    check("测试小票", &["mark"]);
    check("test slip", &["mark"]);
    assert_eq!(
        shop.search(json!({ "words": "test slip" }))[0]["item"],
        "machine-test-slip"
    );
    // A code is found by its meaning.
    let meaning =
        shop.done("explain_code", json!({ "code": "96" }))["ours"]["meaning"]["zh"].clone();
    let by_meaning: BTreeSet<String> = shop.kinds(meaning.as_str().unwrap()).into_iter().collect();
    assert!(by_meaning.contains("incident"), "{by_meaning:?}");
    let incident = &shop.search(json!({ "words": "客人" }))[0];
    assert_eq!(
        (&incident["no"], &incident["code"]),
        (&json!(1), &json!("96"))
    );
    assert_eq!(incident["hits"], json!([{ "from": 0, "to": 2 }]));
}

#[test]
fn what_is_typed_is_never_a_query_language() {
    let shop = busy();
    for typed in [
        "\"外网\"",
        "外网*",
        "(外网)",
        "外网:",
        "^外网",
        "-外网",
        "外网;--",
        "tokens:外网",
        "{外网}",
        "外网 +",
    ] {
        let kinds = shop.kinds(typed);
        let want: &[&str] = if typed.starts_with("tokens") {
            &[]
        } else {
            &["mark"]
        };
        assert_eq!(kinds, want, "{typed}");
    }
    for typed in ["外网 OR 小票", "NOT 外网", "NEAR(外 网)", "外网 AND 恢复"] {
        assert_eq!(shop.kinds(typed), Vec::<String>::new(), "{typed}");
    }
    let refused = |words: &str| {
        shop.call("search_records", json!({ "words": words }))
            .unwrap_err()
            .code
    };
    assert_eq!(refused(""), "words_needed");
    assert_eq!(refused("\"*():^-"), "words_needed");
    assert_eq!(refused(&"断".repeat(10_240)), "note_too_long");
    let unknown = json!({ "words": "外网", "sort": "old" });
    assert_eq!(
        shop.call("search_records", unknown).unwrap_err().code,
        "input_invalid"
    );
}

#[test]
fn what_is_masked_is_not_found_in_clear() {
    let shop = Shop::new();
    let note = "客人的卡 6222021234567890128 电话 13812345678";
    shop.done(
        "mark_item",
        json!({ "item": "machine-screen", "result": "fail", "note": note }),
    );
    shop.done("search_records", json!({ "words": "客人" }));
    for words in [
        "6222021234567890128",
        "1234567890",
        "13812345678",
        "6222021",
    ] {
        assert_eq!(shop.kinds(words), Vec::<String>::new(), "{words}");
    }
    assert_eq!(shop.kinds("622202 0128"), ["mark"]);
    let raw = shop.raw();
    let text: String = raw
        .query_row("SELECT text FROM passage", [], |row| row.get(0))
        .unwrap();
    assert!(!text.contains("1234567890"), "{text}");
}

#[test]
fn old_wordings_are_found_and_say_that_they_are_old() {
    let shop = busy();
    let replaced = |words: &str| -> Vec<bool> {
        let found = shop.search(json!({ "words": words }));
        found.iter().map(|one| one["replaced"] == true).collect()
    };
    assert_eq!(replaced("客人很急"), [false]);
    shop.done(
        "amend_incident",
        json!({ "incident": "1", "form": { "note": "客人不急了" } }),
    );
    assert_eq!(replaced("客人很急"), [true]);
    assert_eq!(replaced("客人"), [false, true]);
    let slip = json!({ "amount": "88.50", "note": "原来那张" });
    shop.done("amend_receipt", json!({ "receipt": "1", "form": slip }));
    assert_eq!(
        (replaced("补打"), replaced("原来")),
        (vec![true], vec![false])
    );
    let today = shop.done("show_day", json!({ "day": "2026-11-23" }));
    let sections = today["sections"].as_array().unwrap().iter();
    let mark = sections.flat_map(|section| section["items"].as_array().unwrap());
    let mut marks = mark.filter(|item| item["item"] == "network-internet");
    let id = marks.next().unwrap()["marks"][0]["mark_id"].clone();
    shop.done("undo_marks", json!({ "marks": [id] }));
    assert_eq!(replaced("路由器"), [true]);
}

#[test]
fn filters_narrow_and_pages_neither_repeat_nor_skip() {
    let shop = Shop::new();
    for n in 0..25 {
        let till = if n % 5 == 0 { "till-2" } else { "till-1" };
        let form = json!({ "note": format!("第{n}次断网"), "till": till });
        shop.done("open_incident", json!({ "form": form }));
        if n % 4 == 3 {
            shop.outside.pass(std::time::Duration::from_secs(24 * 3600));
        }
    }
    let mut seen: Vec<i64> = Vec::new();
    let mut wish = json!({ "words": "断网", "limit": 7 });
    loop {
        let page = shop.done("search_records", wish.clone());
        let found = page["found"].as_array().unwrap();
        seen.extend(found.iter().map(|one| one["no"].as_i64().unwrap()));
        if page["more"] == false {
            break;
        }
        wish["before"] = found.last().unwrap()["place"].clone();
    }
    assert_eq!(seen, (1..=25).rev().collect::<Vec<_>>());
    let count = |wish: Value| shop.search(wish).len();
    assert_eq!(count(json!({ "words": "断网", "till": "till-2" })), 5);
    assert_eq!(
        count(json!({ "words": "断网", "kinds": ["receipt", "file"] })),
        0
    );
    assert_eq!(
        count(json!({ "words": "断网", "kinds": ["incident", "file"] })),
        25
    );
    assert_eq!(
        count(json!({ "words": "断网", "from": "2026-11-24", "to": "2026-11-24" })),
        4
    );
    assert_eq!(count(json!({ "words": "断网", "to": "2026-11-24" })), 8);
    assert_eq!(count(json!({ "words": "断网", "from": "2026-11-28" })), 5);
}

/// All rows of the search's own tables, and what its index says.
fn index(shop: &Shop) -> Vec<String> {
    let raw = shop.raw();
    raw.execute_batch(
        "CREATE VIRTUAL TABLE temp.terms USING fts5vocab (main, passage_words, instance)",
    )
    .unwrap();
    let rows = |sql: &str| -> Vec<String> {
        let mut statement = raw.prepare(sql).unwrap();
        let columns = statement.column_count();
        let row = |row: &rusqlite::Row<'_>| {
            let cells = (0..columns).map(|n| Ok(format!("{:?}", row.get_ref(n)?)));
            Ok(cells.collect::<rusqlite::Result<Vec<_>>>()?.join(" "))
        };
        statement
            .query_map([], row)
            .unwrap()
            .map(Result::unwrap)
            .collect()
    };
    let mut all = rows("SELECT * FROM passage");
    all.extend(rows("SELECT * FROM morning"));
    all.extend(rows("SELECT * FROM drawer"));
    all.extend(rows("SELECT * FROM belonging"));
    all.extend(rows("SELECT term, doc FROM temp.terms ORDER BY 1, 2"));
    all
}

#[test]
fn a_rebuild_gives_the_index_back_and_fsck_sees_what_differs() {
    let shop = busy();
    shop.done(
        "amend_incident",
        json!({ "incident": "1", "form": { "note": "客人不急了" } }),
    );
    counted(&shop, "500");
    bring_for_all(&shop);
    let before = index(&shop);
    assert!(before.len() > 100, "{}", before.len());
    shop.is_whole();
    shop.done("rebuild_projections", Value::Null);
    assert_eq!(index(&shop), before);
    let harm = |sql: &str, table: &str| {
        let raw = shop.raw();
        raw.execute(sql, []).unwrap();
        drop(raw);
        let found = shop.done("check_folder", Value::Null);
        assert_eq!(found["defects"][0]["kind"], "projection_differs", "{found}");
        assert_eq!(found["defects"][0]["where"], table, "{sql}");
        shop.done("rebuild_projections", Value::Null);
        shop.is_whole();
        assert_eq!(index(&shop), before);
    };
    harm(
        "UPDATE passage SET text = '外网' WHERE kind = 'file'",
        "passage",
    );
    harm("UPDATE morning SET late_min = 5", "morning");
    harm("UPDATE drawer SET fen = 1", "drawer");
    harm("DELETE FROM belonging WHERE kind = 'receipt'", "belonging");
    harm(
        "INSERT INTO passage_words (rowid, tokens) VALUES (1, 'x')",
        "passage_words",
    );
    harm(
        "INSERT INTO passage_words (passage_words) VALUES ('delete-all')",
        "passage_words",
    );
}

#[test]
fn what_became_of_doubtful_money_is_found() {
    let shop = busy();
    let sale = &shop.done("show_incident", json!({ "incident": "1" }))["sales"][0]["id"];
    let form = json!({ "how": "settled", "note": "次日对账单上有这一笔" });
    shop.done("settle_sale", json!({ "sale": sale, "form": form }));
    let check = |words: &str, replaced: bool| {
        let found = shop.search(json!({ "words": words }));
        assert_eq!(found.len(), 1, "{words}");
        let one = ["kind", "no", "replaced"].map(|part| found[0][part].clone());
        assert_eq!(one, [json!("sale"), json!(1), json!(replaced)], "{words}");
        assert_eq!(found[0]["till"]["id"], "till-1", "{words}");
    };
    check("对账单", false);
    // What somebody thought does not hold any more, and is no answer to a customer.
    shop.done(
        "reopen_sale",
        json!({ "sale": sale, "why": "客人的退款没到" }),
    );
    check("对账单", true);
    check("退款", false);
    let form = json!({ "how": "reversed", "note": "银行说已冲正" });
    shop.done("settle_sale", json!({ "sale": sale, "form": form }));
    check("冲正", false);
    check("对账单", true);
    shop.is_whole();
}

#[test]
fn how_something_ended_is_old_once_it_is_open_again() {
    let shop = busy();
    let replaced = |words: &str| -> Vec<bool> {
        let found = shop.search(json!({ "words": words }));
        found.iter().map(|one| one["replaced"] == true).collect()
    };
    shop.done(
        "resolve_incident",
        json!({ "incident": "1", "how": "换了网线" }),
    );
    assert_eq!(replaced("网线"), [false]);
    shop.done(
        "reopen_incident",
        json!({ "incident": "1", "why": "又断了" }),
    );
    assert_eq!(
        (replaced("网线"), replaced("又断")),
        (vec![true], vec![false])
    );
    shop.done(
        "resolve_incident",
        json!({ "incident": "1", "how": "网线接头重做" }),
    );
    assert_eq!(replaced("网线"), [false, true]);
    shop.done("open_dispute", json!({ "form": { "said": "客人说没买" } }));
    shop.done(
        "close_dispute",
        json!({ "dispute": "1", "outcome": "won", "note": "银行认了" }),
    );
    assert_eq!(replaced("认了"), [false]);
    shop.done(
        "reopen_dispute",
        json!({ "dispute": "1", "why": "二次拒付" }),
    );
    assert_eq!(replaced("认了"), [true]);
    shop.is_whole();
}

#[test]
fn whom_the_shop_calls_and_what_it_wrote_of_codes_is_found() {
    let shop = Shop::new();
    let sourced =
        |value: &str| json!({ "value": value, "from": "contract", "seen_on": "2026-11-23" });
    let bank = |note: &str| {
        json!({
            "id": "bank", "name": "江南收单银行", "kind": "acquirer", "hotline": sourced("95516"), "site": null,
            "branch": sourced("环城路支行"), "merchant_no": "822100058120117", "licence": null, "note": note,
            "retired": false,
        })
    };
    let terminal = json!({
        "id": "terminal-1", "name": "靠窗那台", "till": "till-1", "lanes": ["card"], "provider": "bank",
        "terminal_no": "66200041", "model": "示例 S90", "serial_no": "", "lights": "绿灯常亮是好的", "software": "",
        "got_from": "official", "address": "", "retired": false,
    });
    let text = |meaning: &str| json!({ "code": "96", "meaning": meaning, "advice": "先查再收", "from": "owner", "provider": null });
    shop.done("put_provider", bank("月底找老周"));
    shop.done("put_terminal", terminal);
    shop.done(
        "put_staff",
        json!({ "id": "staff-1", "name": "阿秀", "retired": false }),
    );
    shop.done("put_code_text", text("银行那边卡住"));
    let check = |words: &str, kind: &str, id: &str, replaced: &[bool]| {
        let found = shop.search(json!({ "words": words }));
        let olds: Vec<bool> = found.iter().map(|one| one["replaced"] == true).collect();
        assert_eq!(olds, replaced, "{words}");
        for one in &found {
            assert_eq!(
                (&one["kind"], &one["id"]),
                (&json!(kind), &json!(id)),
                "{words}"
            );
        }
    };
    check("老周", "provider", "bank", &[false]);
    check("95516", "provider", "bank", &[false]);
    check("环城路", "provider", "bank", &[false]);
    check("绿灯", "terminal", "terminal-1", &[false]);
    check("66200041", "terminal", "terminal-1", &[false]);
    check("阿秀", "staff", "staff-1", &[false]);
    check("卡住", "code_text", "96-owner-any", &[false]);
    shop.done("put_provider", bank("月底找老吴"));
    shop.done("put_code_text", text("系统忙"));
    check("月底", "provider", "bank", &[false, true]);
    check("卡住", "code_text", "96-owner-any", &[true]);
    // A text that was taken away stands nowhere, and says so.
    let gone =
        json!({ "code": "96", "meaning": "", "advice": "", "from": "owner", "provider": null });
    shop.done("put_code_text", gone);
    check("系统忙", "code_text", "96-owner-any", &[true]);
    shop.is_whole();
}

#[test]
fn a_mark_that_was_marked_anew_is_old_until_the_new_one_is_taken_back() {
    let shop = Shop::new();
    let mark = |result: &str, note: &str| {
        let marked = shop.done(
            "mark_item",
            json!({ "item": "network-internet", "result": result, "note": note }),
        );
        marked["marks"][0].clone()
    };
    let check = |expected: [&[bool]; 2], when: &str| {
        let replaced = ["断开", "恢复"].map(|words| -> Vec<bool> {
            let found = shop.search(json!({ "words": words }));
            found.iter().map(|one| one["replaced"] == true).collect()
        });
        assert_eq!(replaced, expected.map(<[bool]>::to_vec), "{when}");
        shop.is_whole();
    };
    mark("fail", "外网断开");
    check([&[false], &[]], "once");
    let second = mark("fail", "时断时续，说是会恢复");
    check([&[true], &[false]], "marked anew");
    // In order and without a word it leaves nothing to find, and all the same it is the one that stands.
    let third = mark("pass", "");
    check([&[true], &[true]], "marked anew without words");
    shop.done("undo_marks", json!({ "marks": [third] }));
    check([&[true], &[false]], "taken back");
    shop.done("undo_marks", json!({ "marks": [second] }));
    check([&[false], &[true]], "taken back twice");
    // The same item of another day and another till is another mark.
    let other = json!({ "item": "network-internet", "result": "pass", "till": "till-2" });
    shop.done("mark_item", other);
    shop.outside.pass_until("2026-11-24T00:40:00Z");
    mark("pass", "");
    check([&[false], &[true]], "elsewhere and later");
}

/// Brings a file for a mark, an incident, a sale, a receipt and a case, and one for nothing.
fn bring_for_all(shop: &Shop) -> [Value; 7] {
    let names = ["照片", "报障", "对账", "底单", "来函", "签购", "闲置"];
    let files = names.map(|name| {
        let bytes = format!("%PDF-1.4 {name}").repeat(9);
        shop.bring(&format!("{name}.pdf"), bytes.as_bytes())["id"].clone()
    });
    let [photo, fault, statement, slip, notice, signed, _] = &files;
    shop.done(
        "mark_item",
        json!({ "item": "machine-photo", "result": "pass", "attachments": [photo], "till": "till-2" }),
    );
    let note = json!({ "kind": "attached", "attachments": [fault] });
    shop.done("note_incident", json!({ "incident": "1", "note": note }));
    let sale = &shop.done("show_incident", json!({ "incident": "1" }))["sales"][0]["id"];
    let form = json!({ "how": "settled", "attachments": [statement] });
    shop.done("settle_sale", json!({ "sale": sale, "form": form }));
    let form = json!({ "amount": "128", "attachments": [slip] });
    shop.done("add_receipt", json!({ "form": form }));
    shop.done(
        "open_dispute",
        json!({ "form": { "kind": "retrieval" }, "notice": [notice] }),
    );
    let link = json!({ "to": "file", "id": signed, "piece": "signed-slip" });
    shop.done("link_dispute", json!({ "dispute": "1", "links": [link] }));
    files
}

#[test]
fn a_file_leads_to_what_it_belongs_to() {
    let shop = busy();
    let [.., slip, _, signed, _] = bring_for_all(&shop);
    let belongs = |name: &str| shop.search(json!({ "words": name }))[0]["belongs"].clone();
    let check = |name: &str, kind: &str, no: u32| {
        let found = belongs(name);
        assert_eq!(
            (&found["kind"], &found["no"]),
            (&json!(kind), &json!(no)),
            "{name}"
        );
    };
    let photo = belongs("照片");
    assert_eq!(
        [&photo["kind"], &photo["day"], &photo["till"]["id"]],
        [&json!("mark"), &json!("2026-11-23"), &json!("till-2")]
    );
    check("报障", "incident", 1);
    check("对账", "incident", 1);
    check("底单", "receipt", 2);
    check("来函", "dispute", 1);
    check("签购", "dispute", 1);
    assert_eq!(belongs("闲置"), Value::Null);
    assert_eq!(belongs("合同"), Value::Null);
    // What was taken off belongs to nothing any more, unless something else still names it.
    shop.done(
        "amend_receipt",
        json!({ "receipt": "2", "form": { "amount": "128", "attachments": [] } }),
    );
    assert_eq!(belongs("底单"), Value::Null);
    let link = json!({ "to": "file", "id": slip, "piece": "signed-slip" });
    shop.done("link_dispute", json!({ "dispute": "1", "links": [link] }));
    check("底单", "dispute", 1);
    let key = format!("file:signed-slip:{}", signed.as_str().unwrap());
    shop.done("unlink_dispute", json!({ "dispute": "1", "key": key }));
    assert_eq!(belongs("签购"), Value::Null);
    shop.is_whole();
}

/// Counts the drawer of today.
fn counted(shop: &Shop, sum: &str) {
    shop.done(
        "mark_item",
        json!({ "item": "cash-float", "result": "pass", "value": sum, "note": "昨天的零钱还在" }),
    );
}

#[test]
fn a_count_that_was_amended_away_is_no_figure() {
    let shop = busy();
    let drawers = || {
        let span = json!({ "from": "2026-11-01", "to": "2026-11-30" });
        let drawers = &shop.done("show_figures", span)["drawers"];
        ["counted", "over_fen"].map(|part| drawers[part].as_i64().unwrap())
    };
    assert_eq!(drawers(), [0, 0]);
    counted(&shop, "600");
    assert_eq!(drawers(), [1, 10_000]);
    counted(&shop, "520");
    assert_eq!(drawers(), [1, 2_000]);
    let away = shop.done("mark_item", json!({ "item": "cash-float", "result": "na" }));
    assert_eq!(drawers(), [0, 0]);
    shop.done("undo_marks", json!({ "marks": away["marks"] }));
    assert_eq!(drawers(), [1, 2_000]);
    shop.is_whole();
}

#[test]
fn an_outage_counts_where_it_was_and_no_longer_than_it_was() {
    let shop = Shop::new();
    let open = |at: &str, till: &str| {
        shop.outside.pass_until(at);
        let form = json!({ "symptom": "network", "cause": "network", "till": till });
        shop.done("open_incident", json!({ "form": form }));
    };
    let figure = |from: &str, to: &str, till: Option<&str>| {
        let span = json!({ "from": from, "to": to, "till": till });
        let outages = &shop.done("show_figures", span)["outages"];
        ["count", "minutes"].map(|part| outages[part].as_i64().unwrap())
    };
    // From the 23rd at 21:00 to the 25th at 10:00 by the shop's clock; its day ends at four.
    open("2026-11-23T13:00:00Z", "till-1");
    shop.outside.pass_until("2026-11-25T02:00:00Z");
    shop.done(
        "resolve_incident",
        json!({ "incident": "1", "how": "换了光猫" }),
    );
    assert_eq!(figure("2026-11-23", "2026-11-23", None), [1, 7 * 60]);
    assert_eq!(figure("2026-11-24", "2026-11-24", None), [1, 24 * 60]);
    assert_eq!(figure("2026-11-25", "2026-11-25", None), [1, 6 * 60]);
    assert_eq!(figure("2026-11-22", "2026-11-26", None), [1, 37 * 60]);
    assert_eq!(figure("2026-11-26", "2026-11-30", None), [0, 0]);
    assert_eq!(figure("2026-11-24", "2026-11-24", Some("till-2")), [0, 0]);
    // One that somebody forgot does not grow into a year that is over.
    open("2026-12-31T02:00:00Z", "till-2");
    shop.outside.pass_until("2027-06-01T02:00:00Z");
    assert_eq!(figure("2026-12-31", "2026-12-31", None), [1, 18 * 60]);
    assert_eq!(figure("2027-05-31", "2027-06-01", None), [1, 30 * 60]);
    assert_eq!(figure("2026-12-31", "2026-12-31", Some("till-1")), [0, 0]);
    let form = json!({ "cause": "machine" });
    shop.done("amend_incident", json!({ "incident": "2", "form": form }));
    assert_eq!(figure("2026-12-31", "2026-12-31", None), [0, 0]);
    shop.is_whole();
}

#[test]
fn days_of_one_till_are_asked_for_and_not_picked_from_a_page() {
    let shop = Shop::new();
    let finish =
        |till: &str| shop.done("finish_opening", json!({ "till": till, "note": "先开门" }));
    let at = |day: u32| format!("2026-11-{day}T00:50:00Z");
    // The second till worked for two days only, and then the first alone.
    for day in 23..30 {
        shop.outside.pass_until(&at(day));
        finish("till-1");
        if day < 25 {
            finish("till-2");
        }
    }
    let days = |wish: Value| -> (Vec<String>, bool) {
        let page = shop.done("list_history", wish);
        let days = page["days"].as_array().unwrap().iter();
        let day = |row: &Value| {
            let [day, till] = [&row["day"], &row["till"]["id"]].map(|part| part.as_str().unwrap());
            format!("{} {till}", &day[8..])
        };
        (days.map(day).collect(), page["more"] == true)
    };
    let two = |days: [&str; 2]| days.map(|day| format!("{day} till-2")).to_vec();
    let of_second = json!({ "till": "till-2", "limit": 5, "to": "2026-11-24" });
    assert_eq!(days(of_second), (two(["23", "24"]), false));
    let of_first = json!({ "till": "till-1", "limit": 2 });
    let newest = vec!["28 till-1".to_owned(), "29 till-1".to_owned()];
    assert_eq!(days(of_first), (newest, true));
    let before = json!({ "till": "till-1", "limit": 9, "before": "2026-11-25" });
    assert_eq!(days(before).0, ["23 till-1", "24 till-1"]);
    assert_eq!(days(json!({ "till": "till-9" })), (Vec::new(), false));
    assert_eq!(days(json!({ "limit": 9, "to": "2026-11-24" })).0.len(), 4);
}

#[test]
fn all_tills_together_are_one_day_each_of_the_till_where_it_went_worst() {
    let shop = busy();
    shop.done(
        "open_incident",
        json!({ "form": { "till": "till-2", "note": "二号" } }),
    );
    shop.done(
        "finish_opening",
        json!({ "till": "till-2", "note": "没看" }),
    );
    let span = |till: Option<&str>, together: bool| {
        let wish = json!({
            "from": "2026-11-23", "to": "2026-11-23", "till": till, "together": together,
        });
        let days = shop.done("show_calendar", wish)["days"].clone();
        let days = days.as_array().unwrap().clone();
        let row = |day: &Value| {
            let part = |name: &str| day[name].as_str().unwrap().to_owned();
            (
                part("till"),
                part("kind"),
                day["incidents"].as_u64().unwrap(),
            )
        };
        days.iter().map(row).collect::<Vec<_>>()
    };
    let row =
        |till: &str, kind: &str, incidents: u64| (till.to_owned(), kind.to_owned(), incidents);
    let both = [row("till-1", "not_ready", 1), row("till-2", "unknown", 1)];
    assert_eq!(span(None, false), both);
    assert_eq!(span(None, true), [row("till-1", "not_ready", 2)]);
    assert_eq!(span(Some("till-2"), true), [row("till-2", "unknown", 1)]);
}

#[test]
fn the_usual_mark_leaves_no_row_in_the_index() {
    let shop = Shop::new();
    let before = index(&shop);
    shop.done(
        "mark_item",
        json!({ "item": "machine-screen", "result": "pass" }),
    );
    shop.done(
        "mark_item",
        json!({ "item": "cash-float", "result": "pass", "value": "500" }),
    );
    assert_eq!(index(&shop), before);
}

#[test]
fn calendar_and_figures_tell_what_happened() {
    let shop = busy();
    let days = json!({ "from": "2026-11-01", "to": "2026-11-30" });
    let calendar = shop.done("show_calendar", days.clone());
    let day = |n: usize| {
        let day = &calendar["days"][n];
        [&day["day"], &day["till"], &day["kind"], &day["incidents"]].map(Value::clone)
    };
    assert_eq!(
        day(0),
        [
            json!("2026-11-23"),
            json!("till-1"),
            json!("not_ready"),
            json!(1)
        ]
    );
    assert_eq!(calendar["days"].as_array().unwrap().len(), 1);
    assert_eq!(
        (&calendar["first"], &calendar["today"]),
        (&json!("2026-11-23"), &json!("2026-11-23"))
    );
    shop.outside.pass_until("2026-11-23T01:10:00Z");
    shop.done(
        "resolve_incident",
        json!({ "incident": "1", "how": "好了", "loss": "12" }),
    );
    let figures = shop.done("show_figures", days);
    assert_eq!(figures["punctuality"]["in_time"], 1);
    assert_eq!(
        figures["failures"][0],
        json!({ "item": "machine-test-slip", "count": 1 })
    );
    assert_eq!(
        (
            &figures["repairs"]["mean_min"],
            &figures["repairs"]["loss_fen"]
        ),
        (&json!(30), &json!(1200))
    );
    let page = shop.done("show_day", json!({ "day": "2026-11-23" }));
    assert_eq!(page["incidents"][0]["no"], 1);
    assert_eq!(
        (
            &page["incidents"][0]["how"],
            &page["incidents"][0]["resolved_at"]
        ),
        (&json!("好了"), &json!("2026-11-23T01:10:00.000Z"))
    );
    assert_eq!(page["receipts"][0]["trace"], "004321");
    assert_eq!(page["sales"][0]["code"], "96");
    for wish in [
        json!({ "from": "2026-11-30", "to": "2026-11-01" }),
        json!({ "from": "2020-01-01", "to": "2026-11-01" }),
    ] {
        assert_eq!(
            shop.call("show_calendar", wish).unwrap_err().code,
            "span_unreadable"
        );
    }
    // A day of which nothing but an incident is known is there as well, and has no kind.
    shop.outside.pass_until("2026-11-25T03:00:00Z");
    let form = json!({ "form": { "symptom": "network" } });
    shop.done("open_incident", form);
    let days = json!({ "from": "2026-11-24", "to": "2026-11-30", "till": "till-1" });
    let alone = &shop.done("show_calendar", days)["days"];
    assert_eq!(alone.as_array().unwrap().len(), 1, "{alone}");
    let day = ["day", "kind", "late", "incidents"].map(|part| alone[0][part].clone());
    let expected = [json!("2026-11-25"), Value::Null, json!(false), json!(1)];
    assert_eq!(day, expected);
}

#[test]
fn a_demo_of_months_is_counted_as_its_history_tells() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::open(folder.path()).unwrap();
    let call = |name: &str, input: Value| app.call(&Caller::default(), name, input).unwrap();
    call("fill_demo", json!({ "days": 150, "seed": 7, "tills": 2 }));
    let history = call("list_history", Value::Null);
    let lines = history["days"].as_array().unwrap();
    let span = json!({ "from": "2026-05-01", "to": "2026-12-31" });
    let figures = call("show_figures", span);
    let of = |state: &str| lines.iter().filter(|day| day["state"] == state).count();
    let punctual = &figures["punctuality"];
    assert_eq!(
        (&punctual["in_time"], &punctual["late"], &punctual["missed"]),
        (
            &json!(of("finished")),
            &json!(of("late")),
            &json!(of("missed"))
        )
    );
    let counted: u64 = figures["kinds"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["count"].as_u64().unwrap())
        .sum();
    assert_eq!(counted as usize, lines.len());
    assert!(figures["drawers"]["counted"].as_u64().unwrap() > 200);
    // Day by day, kind by kind.
    let mut compared = 0;
    for month in ["2026-06", "2026-07", "2026-08", "2026-09", "2026-10"] {
        let calendar = call(
            "show_calendar",
            json!({ "from": format!("{month}-01"), "to": format!("{month}-30") }),
        );
        for day in calendar["days"].as_array().unwrap() {
            let line = lines
                .iter()
                .find(|line| line["day"] == day["day"] && line["till"]["id"] == day["till"]);
            let (Some(line), Some(kind)) = (line, day["kind"].as_str()) else {
                assert!(day["kind"].is_null() && day["incidents"] != 0, "{day}");
                continue;
            };
            let state = line["state"].as_str().unwrap();
            let lanes = line["verdict"].as_object().unwrap().values();
            let worst = ["not_ready", "unknown", "workaround", "ready"];
            let worst = worst
                .into_iter()
                .find(|one| lanes.clone().any(|lane| lane["state"] == **one))
                .unwrap();
            let want = if matches!(state, "finished" | "late") {
                worst
            } else {
                state
            };
            assert_eq!(kind, want, "{line}");
            assert_eq!(day["late"], state == "late");
            compared += 1;
        }
    }
    assert!(compared > 250, "{compared}");
}
