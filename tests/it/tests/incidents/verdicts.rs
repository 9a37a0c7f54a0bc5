//! What an incident does to the verdict of the opening.

use serde_json::{Value, json};

use crate::shop::Shop;

fn history(shop: &Shop, day: &str) -> Value {
    let days = shop.done("list_history", json!({ "from": day, "to": day }));
    days["days"][0]["verdict"]["card"].clone()
}

#[test]
fn a_lane_that_an_incident_stops_is_not_ready_until_it_is_resolved() {
    let shop = Shop::new();
    shop.finish();
    assert_eq!(shop.card(), ["ready", "-"]);

    shop.outside.pass_until("2026-11-24T00:40:00Z");
    shop.finish();
    let monday = history(&shop, "2026-11-23");
    shop.outside.pass_until("2026-11-24T05:00:00Z");
    shop.open(json!({ "lane": "card", "symptom": "card-refused" }));
    assert_eq!(
        shop.card(),
        ["ready", "-"],
        "one refused card stops no lane"
    );
    shop.step("card-read", "every-card");
    assert_eq!(shop.card(), ["not_ready", "incident_open"]);
    let today = shop.done("show_today", Value::Null);
    assert_eq!(today["verdict"]["card"]["reasons"][0]["incident"], 1);
    assert_eq!(
        (&today["open_incidents"], &today["verdict"]["qr"]["state"]),
        (&json!(1), &json!("ready"))
    );
    let other = shop.done("show_today", json!({ "till": "till-2" }));
    assert!(
        !other["verdict"].to_string().contains("incident_open"),
        "the other till goes on"
    );
    // Days gone by are what they were.
    assert_eq!(history(&shop, "2026-11-23"), monday);
    assert_eq!(monday["state"], "ready");

    // It is still so the next morning, whatever is ticked.
    shop.outside.pass_until("2026-11-25T00:40:00Z");
    shop.finish();
    assert_eq!(shop.card(), ["not_ready", "incident_open"]);
    shop.outside.pass_until("2026-11-25T03:00:00Z");
    shop.done(
        "resolve_incident",
        json!({ "incident": "1", "how": "换了机器" }),
    );
    assert_eq!(shop.card(), ["ready", "-"]);
    shop.done("reopen_incident", json!({ "incident": "1" }));
    assert_eq!(shop.card(), ["not_ready", "incident_open"]);
    shop.outside.pass_until("2026-11-25T04:00:00Z");
    shop.done("resolve_incident", json!({ "incident": "1" }));
    assert_eq!(shop.card(), ["ready", "-"]);

    // A day later the finished openings still say what was known when they were last looked at.
    shop.outside.pass_until("2026-11-26T00:40:00Z");
    assert_eq!(history(&shop, "2026-11-23"), monday);
    assert_eq!(history(&shop, "2026-11-25")["state"], "not_ready");
    shop.is_whole();
}

#[test]
fn a_lane_that_is_slowed_goes_on_and_says_so() {
    let shop = Shop::new();
    shop.finish();
    shop.open(json!({ "lane": "card", "symptom": "wont-print" }));
    shop.step("print-look-up", "idle");
    let page = shop.step("paper-unpaid", "no");
    assert_eq!(page["details"]["lane_effect"], "slowed");
    assert_eq!(shop.card(), ["workaround", "incident_open"]);
    // What somebody decides stands above what the guide told.
    let form = json!({ "incident": "1", "form": { "lane_effect": "none" } });
    shop.done("amend_incident", form);
    assert_eq!(shop.card(), ["ready", "-"]);
    shop.is_whole();
}

#[test]
fn a_failed_item_brings_its_note_and_pictures_along() {
    let shop = Shop::new();
    let photo = shop.file("reader.jpg");
    let mark = json!({ "item": "machine-screen", "result": "fail", "note": "屏上是别家店名", "attachments": [photo] });
    shop.done("mark_item", mark);
    let opened = shop.open(json!({ "item": "machine-screen" }));
    let details = &opened["details"];
    assert_eq!(
        (&details["item"], &details["note"], &details["lane"]),
        (
            &json!("machine-screen"),
            &json!("屏上是别家店名"),
            &json!("card")
        )
    );
    assert_eq!(opened["attachments"][0]["id"], photo);
    assert_eq!(
        shop.refused("open_incident", json!({ "form": { "item": "roof" } })),
        "item_unknown"
    );
    shop.is_whole();
}
