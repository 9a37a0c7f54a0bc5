//! What a month's report adds up to.

use serde_json::json;

use crate::shop::Shop;
use crate::{check, lacks};

/// Opens a till on a day of November, at an hour in UTC.
fn opened(shop: &Shop, at: &str, till: &str, failed: &[(&str, &str)]) {
    shop.outside.pass_until(&format!("2026-11-{at}:00Z"));
    shop.opened(till, failed);
}

/// Two tills in November, one of which is gone by its end.
fn november() -> Shop {
    let shop = Shop::with_tills(&["前台", "外摆"]);
    // Monday: both in time, the one outside without a screen.
    opened(&shop, "23T00:30", "till-1", &[]);
    opened(
        &shop,
        "23T00:31",
        "till-2",
        &[("machine-screen", "屏幕不亮")],
    );
    // Tuesday: late, and the drawer is short.
    shop.outside.pass_until("2026-11-24T03:00:00Z");
    let counted = json!({
        "item": "cash-float", "result": "pass", "value": "100x1 10x3 1x20", "note": "昨天借走了",
    });
    shop.done("mark_item", counted);
    opened(
        &shop,
        "24T03:01",
        "till-1",
        &[("machine-screen", "花屏"), ("machine-qr-plate", "牌子丢了")],
    );
    // The line was down twice on one day, once for an hour with a loss.
    for (from, to, loss) in [
        ("24T04:00", "24T05:00", "80"),
        ("24T06:00", "24T06:30", "0"),
    ] {
        shop.outside.pass_until(&format!("2026-11-{from}:00Z"));
        let form = json!({ "lane": "card", "cause": "network", "symptom": "network" });
        let no = shop.done("open_incident", json!({ "form": form }))["no"].to_string();
        shop.outside.pass_until(&format!("2026-11-{to}:00Z"));
        let end = json!({ "incident": no, "how": "重启了路由器", "loss": loss });
        shop.done("resolve_incident", end);
    }
    let form = json!({ "till": "till-2", "lane": "card", "symptom": "wont-print" });
    shop.done("open_incident", json!({ "form": form }));
    // Wednesday was missed at both, which the loop puts on record; on Thursday the shop has one till.
    let raw = shop.raw();
    for till in ["till-1", "till-2"] {
        raw.execute(
            "INSERT INTO settled VALUES ('2026-11-25', ?1, 'missed', 2, '2026-11-25T20:00:00.000Z')",
            [till],
        )
        .unwrap();
    }
    shop.outside.pass_until("2026-11-26T00:30:00Z");
    shop.has_tills(&["前台"]);
    shop.opened("till-1", &[]);
    shop
}

#[test]
fn a_month_tells_what_went_wrong_at_which_till() {
    let shop = november();
    let zh = shop.read("month", "2026-11", &["zh-CN"]);
    check(
        &zh[0],
        &[
            "该查 6 次，3 次在开门前看完，2 次没查",
            "50%",
            "6 次里 3 次",
            "还有 1 件没解决",
            "80.00 元",
        ],
    );
    let text = zh.join("\n");
    // A morning that was in time and could not take money is neither drawn nor counted as one that could.
    check(&text, &["准时，收不了", "晚了，收不了"]);
    for (name, count) in [
        ("准时", 2),
        ("准时，收不了", 1),
        ("晚了", 0),
        ("晚了，收不了", 1),
        ("没检查", 2),
        ("休息", 0),
        ("刷卡", 2),
        ("扫码", 1),
    ] {
        let bar = |line: &&str| {
            let mut words = line.split_whitespace();
            words.next() == Some(name) && words.next() == Some(&count.to_string())
        };
        assert!(
            text.lines().any(|line| bar(&line)),
            "{name} {count} in\n{text}"
        );
    }
    check(&text, &["收不了款的早上", "最常出问题的"]);
    // The till that is gone has its calendar, and its incident says that it was there.
    check(
        &text,
        &[
            "2 号台",
            "断网",
            "90 分钟",
            "备用金和目标差得多的日子",
            "150.00",
        ],
    );
    let line = text.lines().find(|line| line.contains("-350.00")).unwrap();
    assert!(
        line.contains("2026-11-24") && line.contains("前台"),
        "{line}"
    );
    let en = shop.read("month", "2026-11", &["en"]);
    check(
        &en.join("\n"),
        &[
            "3 of 6 checks were finished in time, 2 not at all",
            "In time, not ready",
            "Late, not ready",
            "Mornings that could not take money",
            "Network outages",
            "90 min",
        ],
    );
}

#[test]
fn a_month_of_one_till_has_no_column_for_it() {
    let shop = Shop::with_a_story();
    let text = shop.read("month", "2026-11", &["zh-CN"]).join("\n");
    lacks(&text, &["收银台", "收不了", "断网", "备用金和目标"]);
}
