//! The lists as pages.

use serde_json::{Value, json};

use crate::shop::{Shop, pages};
use crate::{check, lacks};

fn read(shop: &Shop, wish: Value) -> String {
    pages(&shop.report(wish, "pdf")).join("\n")
}

#[test]
fn each_list_reads_as_a_page() {
    let shop = Shop::with_a_case();
    for (what, words) in [
        (
            "openings",
            vec!["开店检查：全部", "2026-11-23", "前台", "准时", "可以开门"],
        ),
        (
            "incidents",
            vec![
                "故障：全部",
                "2026-11-23 12:31",
                "代码 96",
                "解决了",
                "8 分钟",
            ],
        ),
        (
            "receipts",
            vec![
                "小票：全部",
                "2026-11-23 12:31",
                "128.00",
                "000345",
                "123456789012",
            ],
        ),
        (
            "disputes",
            vec![
                "案子：全部",
                "银联商务",
                "调单",
                "128.00",
                "要答复",
                "2026-11-30",
            ],
        ),
        (
            "range",
            vec![
                "记录：全部",
                "开店检查 1 次，故障 1 件，小票 1 张",
                "可以开门",
                "代码 96",
                "123456789012",
                "能证明的",
                "不能证明的",
                "校验码",
            ],
        ),
    ] {
        check(&read(&shop, json!({ "what": what })), &words);
        let wish = json!({ "what": what, "languages": ["en"] });
        let en = read(&shop, wish);
        check(&en, &[": all"]);
        lacks(&en, &["编号", "收银台"]);
    }
}

#[test]
fn the_lists_of_several_tills_say_which() {
    let shop = Shop::with_tills(&["前台", "外摆"]);
    for till in ["till-1", "till-2"] {
        shop.opened(till, &[]);
        let terminal = till.replace("till", "terminal");
        let form = json!({ "till": till, "lane": "card", "screen": "暂停使用" });
        shop.done("open_incident", json!({ "form": form }));
        let form = json!({ "amount": "12", "at": "2026-11-23 08:19:00", "terminal": terminal });
        shop.done("add_receipt", json!({ "form": form }));
    }
    for what in ["openings", "incidents", "receipts"] {
        check(
            &read(&shop, json!({ "what": what })),
            &["收银台", "前台", "外摆"],
        );
    }
    check(
        &read(&shop, json!({ "what": "month", "which": "2026-11" })),
        &["收银台"],
    );
}

#[test]
fn a_list_is_of_the_days_that_were_asked_for() {
    let shop = Shop::with_a_case();
    for (which, expected) in [
        (json!({ "which": "2026-11" }), true),
        (json!({ "which": "2026-11-23" }), true),
        (json!({ "which": "2026-10" }), false),
        (json!({ "which": "2026-11-22" }), false),
        (json!({ "from": "2026-11-23", "to": "2026-11-23" }), true),
        (json!({ "from": "2026-11-24" }), false),
        (json!({ "to": "2026-11-22" }), false),
        (json!({}), true),
    ] {
        for (what, telling) in [
            ("openings", "可以开门"),
            ("incidents", "代码 96"),
            ("receipts", "000345"),
            ("disputes", "TD-2026-9"),
            ("range", "可以开门"),
        ] {
            let mut wish = which.clone();
            wish["what"] = json!(what);
            let csv = shop.csv(wish);
            assert_eq!(csv.contains(telling), expected, "{what} {which}: {csv}");
            assert_eq!(csv.lines().count() > 1, expected, "{what} {which}: {csv}");
        }
    }
}
