//! The shadows of cases: filled from the ledger, looked after, and filled again.

use std::sync::Arc;

use kaizhang_app::Outside;
use kaizhang_app::duty::{Duty, Holder, News, NoticeKind};
use serde_json::{Value, json};

use crate::shop::{Shop, TABLES};

/// A shop in which every one of the tables holds something in every state.
fn busy() -> Shop {
    let shop = Shop::new();
    shop.done(
        "add_receipt",
        json!({ "form": { "amount": "128", "trace": "123" } }),
    );
    for outcome in ["won", "lost", "withdrawn"] {
        shop.open(json!({ "kind": "retrieval", "reply_by": "2026-11-25" }));
        let no = shop.done("list_disputes", json!({ "limit": 1 }))["disputes"][0]["no"].to_string();
        shop.done(
            "link_dispute",
            json!({ "dispute": no, "links": [{ "to": "receipt", "id": "1" }] }),
        );
        shop.done(
            "submit_dispute",
            json!({ "dispute": no, "form": { "way": "邮件" } }),
        );
        shop.done(
            "close_dispute",
            json!({ "dispute": no, "outcome": outcome, "note": "结束" }),
        );
    }
    shop.done("reopen_dispute", json!({ "dispute": "1", "why": "再来" }));
    let file = shop.file("订单.jpg")["id"].clone();
    for link in [
        json!({ "to": "file", "id": file, "piece": "order" }),
        json!({ "to": "not_needed", "piece": "account", "why": "不用" }),
    ] {
        shop.link(link);
    }
    shop.done(
        "unlink_dispute",
        json!({ "dispute": "1", "key": "not_needed:account" }),
    );
    shop.done(
        "amend_dispute",
        json!({ "dispute": "1", "form": { "amount": "64", "reply_by": "2026-11-24" } }),
    );
    shop.open(
        json!({ "kind": "alipay_complaint", "notice_on": "2026-11-10", "reply_by": "2026-11-20" }),
    );
    shop
}

/// Runs the loop at an instant, and gives what it shows.
fn look(shop: &Shop, at: &str) -> Vec<(NoticeKind, u32, u32, Option<i64>)> {
    shop.outside.pass_until(at);
    let clock = Arc::clone(&shop.outside) as Arc<dyn Outside>;
    let (tell, news) = std::sync::mpsc::channel();
    let duty = Duty::start_with(shop.folder.path(), Holder::Window, clock, move |one| {
        let _ = tell.send(one);
    });
    duty.unwrap().look();
    let told = news.try_iter().filter_map(|one| match one {
        News::Remind(notice) => {
            let replies = notice.replies;
            Some((
                notice.kind,
                replies.cases,
                replies.overdue,
                replies.days_left,
            ))
        }
        _ => None,
    });
    told.collect()
}

#[test]
fn a_rebuild_gives_every_row_back() {
    let shop = busy();
    look(&shop, "2026-11-23T00:45:00Z");
    let before = shop.rows();
    for table in TABLES {
        assert!(!before[table].is_empty(), "{table}");
    }
    let pages =
        || ["1", "2", "3", "4"].map(|no| shop.done("show_dispute", json!({ "dispute": no })));
    let shown = pages();
    shop.is_whole();
    for table in ["dispute_event", "dispute_link", "reply_reminder"] {
        shop.raw()
            .execute(&format!("DELETE FROM {table}"), [])
            .unwrap();
    }
    shop.raw()
        .execute(
            "UPDATE dispute SET state = 'open', ending = NULL, words = ''",
            [],
        )
        .unwrap();
    assert_ne!(shop.rows(), before);
    shop.done("rebuild_projections", Value::Null);
    assert_eq!(shop.rows(), before);
    assert_eq!(pages(), shown);
    shop.is_whole();
}

#[test]
fn a_row_that_was_changed_by_hand_is_named() {
    let shop = busy();
    look(&shop, "2026-11-23T00:45:00Z");
    for (table, change) in [
        (
            "dispute",
            "UPDATE dispute SET reply_by = '2026-12-31' WHERE no = 1",
        ),
        (
            "dispute",
            "UPDATE dispute SET submission = replace(submission, '邮件', '当面') WHERE no = 2",
        ),
        (
            "dispute",
            "UPDATE dispute SET state = 'won', ending = '{}' WHERE no = 4",
        ),
        (
            "dispute_link",
            "DELETE FROM dispute_link WHERE key LIKE 'file:%'",
        ),
        (
            "dispute_event",
            "DELETE FROM dispute_event WHERE kind = 'dispute_submitted'",
        ),
        ("reply_reminder", "UPDATE reply_reminder SET overdue = 0"),
    ] {
        shop.raw().execute(change, []).unwrap();
        let found = shop.done("check_folder", Value::Null);
        assert_eq!(
            (&found["defects"][0]["kind"], &found["defects"][0]["where"]),
            (&json!("projection_differs"), &json!(table)),
            "{change}"
        );
        shop.done("rebuild_projections", Value::Null);
    }
    shop.is_whole();
}

#[test]
fn the_shop_is_reminded_once_a_day_while_an_answer_presses() {
    let shop = busy();
    // Case 1 is due tomorrow, case 4 is three days over. The shop was set up after the time to check, so that today
    // nobody is reminded of the check, and the answers have a toast of their own.
    let monday = look(&shop, "2026-11-23T00:45:00Z");
    assert_eq!(monday, [(NoticeKind::Reply, 2, 1, Some(1))]);
    assert_eq!(look(&shop, "2026-11-23T00:50:00Z"), []);
    assert_eq!(look(&shop, "2026-11-23T00:59:00Z"), []);
    // Tuesday the reminder of the check says it along, at that time and not before.
    assert_eq!(look(&shop, "2026-11-24T00:29:00Z"), []);
    let tuesday = look(&shop, "2026-11-24T00:30:00Z");
    assert_eq!(tuesday, [(NoticeKind::Due, 2, 1, Some(0))]);
    // The next reminder of the check speaks of the check alone.
    let late = look(&shop, "2026-11-24T01:10:00Z");
    assert_eq!(late, [(NoticeKind::Late, 0, 0, None)]);
    // Wednesday the door stays shut, and the bank's clock goes on: at the usual time, for whoever is at the PC.
    shop.done(
        "plan_days",
        json!({ "from": "2026-11-25", "plan": "closed" }),
    );
    assert_eq!(look(&shop, "2026-11-25T00:29:00Z"), []);
    let shut = look(&shop, "2026-11-25T00:31:00Z");
    assert_eq!(shut, [(NoticeKind::Reply, 2, 2, None)]);
    assert_eq!(look(&shop, "2026-11-25T03:00:00Z"), []);
    // Thursday one answer was sent; the other is over.
    shop.done(
        "submit_dispute",
        json!({ "dispute": "1", "form": { "way": "邮件" } }),
    );
    shop.outside.pass_until("2026-11-26T00:10:00Z");
    shop.done("finish_opening", json!({ "note": "今天只收现金" }));
    assert_eq!(
        look(&shop, "2026-11-26T00:31:00Z"),
        [(NoticeKind::Reply, 1, 1, None)]
    );
    // Friday nothing waits any more.
    shop.done(
        "close_dispute",
        json!({ "dispute": "4", "outcome": "lost", "note": "过期" }),
    );
    shop.outside.pass_until("2026-11-27T00:10:00Z");
    shop.done("finish_opening", json!({ "note": "今天只收现金" }));
    assert_eq!(look(&shop, "2026-11-27T00:31:00Z"), []);
    assert_eq!(shop.rows()["reply_reminder"].len(), 4);
    shop.is_whole();
}

#[test]
fn a_holiday_over_the_last_day_is_told_of_before_it_begins() {
    let shop = busy();
    // Only a case that has a week left; then the door stays shut for two.
    shop.outside.pass_until("2026-11-23T00:45:00Z");
    shop.done(
        "submit_dispute",
        json!({ "dispute": "1", "form": { "way": "邮件" } }),
    );
    shop.done(
        "close_dispute",
        json!({ "dispute": "4", "outcome": "lost", "note": "过期" }),
    );
    shop.open(json!({ "kind": "chargeback", "reply_by": "2026-12-01" }));
    assert_eq!(look(&shop, "2026-11-23T01:00:00Z"), []);
    shop.done(
        "plan_days",
        json!({ "from": "2026-11-25", "to": "2026-12-08", "plan": "closed" }),
    );
    let eve = look(&shop, "2026-11-24T00:30:00Z");
    assert_eq!(eve, [(NoticeKind::Due, 1, 0, Some(7))]);
}
