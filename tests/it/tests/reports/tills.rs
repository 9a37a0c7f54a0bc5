//! A day of a shop with several tills.

use serde_json::{Value, json};

use crate::shop::{Shop, ask, pages};
use crate::{check, lacks};

/// The front till is well, the one outside has no screen and had an incident and a slip; the front had another.
fn two() -> Shop {
    let shop = Shop::with_tills(&["前台", "外摆"]);
    shop.opened("till-1", &[]);
    shop.opened("till-2", &[("machine-screen", "屏幕不亮")]);
    for (till, terminal, screen, trace) in [
        ("till-1", "terminal-1", "请检查网络连接", "111"),
        ("till-2", "terminal-2", "暂停使用", "222"),
    ] {
        let form = json!({ "till": till, "terminal": terminal, "lane": "card", "screen": screen });
        shop.done("open_incident", json!({ "form": form }));
        let form = json!({
            "amount": "12", "at": "2026-11-23 08:19:00", "terminal": terminal, "trace": trace,
        });
        shop.done("add_receipt", json!({ "form": form }));
    }
    shop
}

fn slip(till: Option<&str>) -> Value {
    let mut wish = json!({ "what": "day", "which": "2026-11-23" });
    if let Some(till) = till {
        wish["till"] = json!(till);
    }
    wish
}

#[test]
fn a_slip_of_a_till_is_about_that_till_alone() {
    let shop = two();
    let zh = pages(&shop.report(slip(Some("till-1")), "pdf"));
    assert_eq!(zh.len(), 1, "{zh:#?}");
    check(&zh[0], &["可以开门", "前台", "请检查网络连接", "000111"]);
    lacks(&zh[0], &["外摆", "暂停使用", "屏幕不亮", "000222"]);
    let zh = pages(&shop.report(slip(Some("till-2")), "pdf"));
    check(
        &zh[0],
        &["先别急着开门", "外摆", "暂停使用", "屏幕不亮", "000222"],
    );
    lacks(&zh[0], &["前台", "请检查网络连接", "000111"]);
    assert_eq!(
        sheets(&shop, Some("till-2")),
        ["外摆 23", "外摆 1", "外摆的POS 1"]
    );
}

#[test]
fn a_slip_of_the_shop_tells_every_till_on_one_page() {
    let shop = two();
    let zh = pages(&shop.report(slip(None), "pdf"));
    assert_eq!(zh.len(), 1, "{zh:#?}");
    check(
        &zh[0],
        &[
            "2 个收银台，1 个收款都正常",
            "可以开门",
            "先别急着开门",
            "1 项有问题",
            "08:20 · 早班",
            "屏幕不亮",
            "校验码",
        ],
    );
    // In each table it is said whose each line is.
    for (words, till) in [
        ("请检查网络连接", "前台"),
        ("暂停使用", "外摆"),
        ("000111", "前台"),
        ("000222", "外摆"),
        ("屏幕不亮", "外摆"),
    ] {
        let line = zh[0].lines().find(|line| line.contains(words));
        let line = line.unwrap_or_else(|| panic!("{words} is missing in\n{}", zh[0]));
        assert!(line.contains(till), "{line}");
    }
    let languages = json!(["en"]);
    let wish = json!({ "what": "day", "which": "2026-11-23", "languages": languages });
    let en = pages(&shop.report(wish, "pdf"));
    assert_eq!(en.len(), 1, "{en:#?}");
    check(
        &en[0],
        &["Every way to pay works at 1 of 2 tills", "Checkpoint"],
    );
    assert_eq!(
        sheets(&shop, None),
        [
            "前台 22, 外摆 23",
            "前台 1, 外摆 1",
            "前台的POS 1, 外摆的POS 1"
        ]
    );
}

#[test]
fn a_day_is_about_the_tills_that_it_had() {
    let shop = two();
    shop.has_tills(&["前台"]);
    shop.outside.pass_until("2026-11-24T00:20:00Z");
    // A till that is gone has its past, and is not asked for any more.
    check(
        &shop.read("day", "2026-11-23", &["zh-CN"])[0],
        &["2 个收银台"],
    );
    shop.has_tills(&["前台", "外摆", "楼上"]);
    check(
        &shop.read("day", "2026-11-23", &["zh-CN"])[0],
        &["2 个收银台"],
    );
    let today = shop.read("day", "2026-11-24", &["zh-CN"]);
    check(&today[0], &["还没开始", "楼上"]);
    let wish = json!({ "what": "day", "which": "2026-11-23", "till": "till-9" });
    assert_eq!(
        shop.call("make_report", wish).unwrap_err().code,
        "till_unknown"
    );
}

/// Which tills and terminals the sheets of the day name, and on how many rows each.
fn sheets(shop: &Shop, till: Option<&str>) -> Vec<String> {
    let script = "
import collections, sys, openpyxl
for page in openpyxl.load_workbook(open(sys.argv[1], 'rb')):
    rows = list(page.iter_rows(values_only=True))
    at = rows[0].index('收银台') if '收银台' in rows[0] else rows[0].index('终端')
    seen = collections.Counter(row[at] for row in rows[1:])
    print(', '.join(f'{name} {seen[name]}' for name in sorted(seen)))
";
    let said = ask(
        &shop.report(slip(till), "xlsx"),
        "python3",
        &["-c", script, "FILE"],
    );
    said.lines().map(str::to_owned).collect()
}
