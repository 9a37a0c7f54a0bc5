//! Reports of a shop with a story, as poppler, openpyxl and Python read them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs,
    reason = "a test fails by panicking, and damages files on purpose"
)]

mod asked;
mod cases;
mod lists;
mod months;
mod one_page;
mod shop;
mod tills;

use serde_json::{Value, json};
use shop::{Shop, ask, pages};

/// Where a line was broken is the page's own business.
fn flat(text: &str) -> String {
    text.split_whitespace().collect()
}

#[track_caller]
fn check(page: &str, words: &[&str]) {
    let all = flat(page);
    for one in words {
        assert!(all.contains(&flat(one)), "{one} is missing in\n{page}");
    }
}

#[track_caller]
fn lacks(page: &str, words: &[&str]) {
    let all = flat(page);
    for one in words {
        assert!(!all.contains(&flat(one)), "{one} stands in\n{page}");
    }
}

#[test]
fn a_day_is_told_on_one_page_in_either_language() {
    let shop = Shop::with_a_story();
    let zh = pages(&shop.report(json!({ "what": "day", "which": "2026-11-23" }), "pdf"));
    assert_eq!(zh.len(), 1, "{zh:#?}");
    check(
        &zh[0],
        &[
            "2026年11月23日 周一的开店检查",
            "示例面馆 · 2026-11-23 14:00 生成",
            "可以开门",
            "前台",
            "先开门，下午修",
            "音箱没声音",
            "08:20 · 早班",
            "代码 96",
            "解决了",
            "622202******0128",
            "123456789012",
            "校验码",
        ],
    );
    let languages = json!(["en"]);
    let wish = json!({ "what": "day", "which": "2026-11-23", "languages": languages });
    let en = pages(&shop.report(wish, "pdf"));
    assert_eq!(en.len(), 1, "{en:#?}");
    let words = [
        "Opening check, Mon 23 Nov 2026",
        "音箱没声音",
        "Code 96",
        "Resolved",
        "Checkpoint",
    ];
    check(&en[0], &words);
}

#[test]
fn a_month_adds_up() {
    let shop = Shop::with_a_story();
    let wish = json!({ "what": "month", "which": "2026-11" });
    let both = json!(["zh-CN", "en"]);
    let zh = pages(&shop.report(wish.clone(), "pdf"));
    check(
        &zh[0],
        &[
            "2026年11月的开店月报",
            "该查 1 次，1 次在开门前看完",
            "100%",
            "8 分钟",
            "准时",
        ],
    );
    check(&zh.join(""), &["代码 96", "最常出问题的"]);
    let mut with_both = wish;
    with_both["languages"] = both;
    let all = pages(&shop.report(with_both, "pdf"));
    assert_eq!(all.len(), zh.len() * 2, "one part in each language");
    check(
        &all[zh.len()],
        &[
            "Openings in Nov 2026",
            "1 of 1 checks were finished in time",
        ],
    );
}

#[test]
fn an_incident_tells_its_story_with_pictures_and_hashes() {
    let shop = Shop::with_a_story();
    let bytes = shop.report(json!({ "what": "incident", "which": "1" }), "pdf");
    let text = pages(&bytes).join("\n");
    check(
        &text,
        &[
            "1 号故障",
            "客人说已经收到扣款短信。*不是粗体* #eval(\"1\")",
            "打了电话 95516",
            "工单号 T-77",
            "说要等对账",
            "换了网线",
            "这笔，2026-11-23 14:00 弄清：钱到了",
            "终端屏幕.jpg",
            "不能证明的",
        ],
    );
    let shown = shop.done("show_incident", json!({ "incident": "1" }));
    let hash = shown["attachments"][0]["sha256"].as_str().unwrap();
    check(&text, &[hash]);
    // The small copy, not the original with its place and camera.
    let listed = ask(&bytes, "pdfimages", &["-list", "FILE"]);
    assert!(listed.contains("jpeg"), "{listed}");
}

#[test]
fn a_case_is_told_on_its_first_page() {
    let shop = Shop::with_a_case();
    let bytes = shop.report(json!({ "what": "dispute", "which": "1" }), "pdf");
    let zh = pages(&bytes);
    check(
        &zh[0],
        &[
            "1 号案子",
            "银联商务",
            "128.00 元",
            "TD-2026-9",
            "持卡人不认这一笔，请提供签购单。",
            "客人刷卡吃面，终端报 96，客人收到扣款短信。",
            "1 号小票",
            "还缺：",
            "能证明的",
            "不能证明的",
        ],
    );
    check(
        &zh.join("\n"),
        &[
            "先后经过",
            "2026-11-23 12:31",
            "123456789012",
            "95516",
            "音箱没声音",
            "小票.jpg",
            "校验码",
        ],
    );
    let wish = json!({ "what": "dispute", "which": "1", "languages": ["en"] });
    let en = pages(&shop.report(wish, "pdf"));
    check(
        &en[0],
        &[
            "Case 1",
            "What is claimed",
            "What happened",
            "Still missing",
            "does not prove",
        ],
    );
}

/// Whoever decides reads page one: what, when, how much, what is asked, what is answered, what is attached.
#[test]
fn page_one_of_a_case_holds_the_story_in_both_languages() {
    let shop = Shop::with_a_case();
    let order = shop.photo("订单 𠮷.jpg");
    let links = json!([
        { "to": "file", "id": order, "piece": "order" },
        { "to": "not_needed", "piece": "account", "why": "小票上都有" },
    ]);
    shop.done("link_dispute", json!({ "dispute": "1", "links": links }));
    let page_one = |state: &str, languages: &[&str]| {
        let wish = json!({ "what": "dispute", "which": "1", "languages": languages });
        let all = pages(&shop.report(wish, "pdf"));
        check(
            &all[0],
            &[
                state,
                "银联商务",
                "128.00",
                "2026-11-23",
                "2026-11-30",
                "TD-2026-9",
                "000345",
                "持卡人不认这一笔，请提供签购单。",
                "客人刷卡吃面，终端报 96，客人收到扣款短信。",
                "订单 𠮷.jpg",
                "小票上都有",
            ],
        );
        all[0].clone()
    };
    let zh = page_one("要答复", &["zh-CN"]);
    let words = [
        "调单",
        "对方怎么说",
        "当时发生了什么",
        "1 号小票",
        "还缺：通知本身",
    ];
    check(&zh, &words);
    let en = page_one("To reply", &["en"]);
    let words = [
        "Retrieval",
        "What is claimed",
        "What happened",
        "Receipt 1",
        "Still missing",
    ];
    check(&en, &words);
    // Once it was answered page one says so, in either language and in either order.
    shop.done(
        "submit_dispute",
        json!({ "dispute": "1", "form": { "way": "银行平台" } }),
    );
    page_one("已交，等结果", &["zh-CN", "en"]);
    page_one("Sent, waiting", &["en", "zh-CN"]);
}

#[test]
fn a_copy_with_parts_blacked_out_is_shown_instead_of_its_original() {
    let shop = Shop::with_a_story();
    let shown = shop.done("show_incident", json!({ "incident": "1" }));
    let photo = &shown["attachments"][0]["id"];
    let boxes = json!([{ "x": 0.0, "y": 0.0, "w": 1.0, "h": 1.0 }]);
    shop.done(
        "redact_attachment",
        json!({ "attachment": photo, "boxes": boxes }),
    );
    let text = pages(&shop.report(json!({ "what": "incident", "which": "1" }), "pdf")).join("");
    check(&text, &["终端屏幕.jpg（涂掉一部分的副本）"]);
}

#[test]
fn the_same_moment_gives_the_same_bytes() {
    let shop = Shop::with_a_case();
    let both = json!(["zh-CN", "en"]);
    let all = |shop: &Shop| -> Vec<Vec<u8>> {
        [
            ("day", "2026-11-23", "pdf"),
            ("incident", "1", "pdf"),
            ("dispute", "1", "pdf"),
            ("month", "2026-11", "xlsx"),
            ("incident", "1", "csv"),
        ]
        .map(|(what, which, ending)| {
            let mut wish = json!({ "what": what, "which": which });
            if ending == "pdf" {
                wish["languages"] = both.clone();
            }
            let once = shop.report(wish.clone(), ending);
            assert!(once == shop.report(wish, ending), "{what}.{ending}");
            once
        })
        .into()
    };
    let before = all(&shop);
    // The program was closed and started again, and nothing that it keeps to be quicker is there any more.
    let shop = shop.started_again();
    for (at, bytes) in all(&shop).iter().enumerate() {
        assert!(*bytes == before[at], "report {at} is another after a start");
    }
}

#[test]
fn lists_are_typed_and_harmless() {
    let shop = Shop::with_a_case();
    let script = "
import sys, openpyxl
for page in openpyxl.load_workbook(open(sys.argv[1], 'rb')):
    rows = list(page.iter_rows())
    print(page.title, page.freeze_panes, page.auto_filter.ref, len(rows))
    for cell in rows[1]:
        print(cell.data_type, cell.value)
";
    let wish = json!({ "what": "range", "from": "2026-11-01", "to": "2026-11-30" });
    let said = ask(
        &shop.report(wish, "xlsx"),
        "python3",
        &["-c", script, "FILE"],
    );
    for line in [
        "开店检查 A2 A1:M2 2",
        "故障 A2 A1:P2 2",
        "小票 A2 A1:W2 2",
        "d 2026-11-23 12:31:05",
        "n 128",
        "s =HYPERLINK(\"x\")",
        "s 622202******0128",
        "s 000345",
    ] {
        assert!(
            said.lines().any(|known| known == line),
            "{line} is missing in\n{said}"
        );
    }
    let csv = String::from_utf8(shop.report(json!({ "what": "receipts" }), "csv")).unwrap();
    assert!(csv.starts_with('\u{feff}'));
    assert!(csv.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{csv}");
    let cases = String::from_utf8(shop.report(json!({ "what": "disputes" }), "csv")).unwrap();
    assert!(
        cases.contains("TD-2026-9") && cases.contains("2026-11-30"),
        "{cases}"
    );
    let checks = shop.report(json!({ "what": "day", "which": "2026-11-23" }), "csv");
    let checks = String::from_utf8(checks).unwrap();
    assert!(
        checks.contains("音箱没声音") && checks.contains("V2.3"),
        "{checks}"
    );
}

#[test]
fn what_cannot_be_told_is_refused_and_leaves_nothing() {
    let shop = Shop::with_a_story();
    let out = shop.out.path().join("x.pdf");
    let with = |what: &str, which: &str| json!({ "what": what, "which": which, "out": out });
    for (input, code) in [
        (with("day", "yesterday"), "day_unreadable"),
        (with("month", "2026-13"), "month_unreadable"),
        (with("incident", "9"), "incident_unknown"),
        (with("dispute", "9"), "dispute_unknown"),
        (with("weather", ""), "input_invalid"),
        (
            json!({ "what": "day", "which": "2026-11-23", "out": "x.pdf" }),
            "report_not_written",
        ),
        (
            json!({ "what": "day", "which": "2026-11-23", "out": shop.out.path() }),
            "report_not_written",
        ),
        (
            json!({ "what": "day", "which": "2026-11-23", "out": shop.out.path().join("no/x.pdf") }),
            "report_not_written",
        ),
        (
            json!({ "what": "receipts", "out": shop.folder.path().join("shop.db") }),
            "report_not_written",
        ),
        (
            json!({ "what": "receipts", "out": shop.out.path().join("x".repeat(300)) }),
            "report_not_written",
        ),
    ] {
        assert_eq!(shop.refused(input.clone()), code, "{input}");
    }
}

#[test]
fn a_photo_that_is_gone_is_an_alarm_and_an_earlier_report_stays() {
    let shop = Shop::with_a_story();
    let wish = json!({ "what": "incident", "which": "1" });
    let before = shop.report(wish, "pdf");
    let shown = shop.done("show_incident", json!({ "incident": "1" }));
    let hash = shown["attachments"][0]["sha256"].as_str().unwrap();
    let folder = shop.folder.path();
    std::fs::remove_file(folder.join("blobs").join(&hash[..2]).join(hash)).unwrap();
    for preview in std::fs::read_dir(folder.join("previews")).unwrap() {
        let path = preview.unwrap().path();
        let removed = if path.is_dir() {
            std::fs::remove_dir_all(path)
        } else {
            std::fs::remove_file(path)
        };
        removed.unwrap();
    }
    let out = shop.out.path().join("report.pdf");
    let wish = json!({ "what": "incident", "which": "1", "out": out });
    assert_eq!(shop.refused(wish), "attachment_damaged");
    assert!(std::fs::read(out).unwrap() == before);
}

#[test]
fn a_day_on_which_nothing_happened_is_told_as_well() {
    let shop = Shop::new();
    shop.outside.pass_until("2026-11-25T06:00:00Z");
    let bytes = shop.report(json!({ "what": "day", "which": "2026-11-24" }), "pdf");
    assert_eq!(pages(&bytes).len(), 1);
    let empty: Value = json!({ "what": "receipts" });
    let text = pages(&shop.report(empty, "pdf")).join("");
    check(&text, &["这些天里没有。"]);
}

#[test]
fn the_fingerprint_of_the_key_is_handed_on_on_one_page() {
    let shop = Shop::new();
    let text = |name: &str| {
        let keys = shop.done("show_keys", json!({}));
        keys[name].as_str().unwrap().to_owned()
    };
    let before = text("fingerprint");
    shop.done("rotate_key", json!({ "note": "换电脑" }));
    let (now, line) = (text("fingerprint"), text("public_key"));
    // What is long is broken within its cell, beside the words of the next one.
    let (before, line) = (&before[..19], &line[..30]);
    let wish = json!({ "what": "key", "languages": ["zh-CN", "en"] });
    let pages = pages(&shop.report(wish, "pdf"));
    assert_eq!(pages.len(), 2, "{pages:#?}");
    let zh = [
        "签名密钥的指纹",
        "示例面馆",
        "ssh-keygen -lf",
        "由前一把移交",
        &now,
        before,
        line,
    ];
    check(&pages[0], &zh);
    let en = [
        "Fingerprint of the signing key",
        "Handed over by the key before",
        &now,
        before,
    ];
    check(&pages[1], &en);
}
