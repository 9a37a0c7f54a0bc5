//! The shadows of incidents, sales, receipts and contacts: filled from the ledger, and looked after.

use std::sync::Arc;

use kaizhang_app::Outside;
use kaizhang_app::duty::{Duty, Holder};
use serde_json::{Value, json};

use crate::provider;
use crate::shop::{Shop, TABLES};

/// A shop in which every one of the tables holds something in every state.
fn busy() -> Shop {
    let shop = Shop::new();
    shop.done("put_provider", provider());
    let terminal = json!({
        "id": "terminal-1", "name": "POS", "till": "till-1", "lanes": ["card"], "provider": "bank",
        "terminal_no": "82100117", "model": "", "serial_no": "", "lights": "", "software": "V3",
        "got_from": "official", "address": "", "retired": false,
    });
    shop.done("put_terminal", terminal);
    for retired in [false, true] {
        shop.done(
            "put_staff",
            json!({ "id": "staff-1", "name": "小李", "retired": retired }),
        );
    }
    let text = |meaning: &str| json!({ "code": "N7", "meaning": meaning, "advice": "", "from": "owner", "provider": null });
    shop.done("put_code_text", text("余额不足"));
    shop.done("put_code_text", json!({ "code": "96", "meaning": "忙", "advice": "", "from": "acquirer", "provider": "bank" }));
    shop.open(json!({ "code": "96", "amount": "128", "note": "客人很急" }));
    let sale = shop.open(json!({ "code": "98" }))["sales"][0]["id"].clone();
    shop.step("look-up", "unknown");
    shop.done(
        "assign_incident",
        json!({ "incident": "1", "owner": "小王", "waiting": true }),
    );
    shop.done(
        "amend_incident",
        json!({ "incident": "1", "form": { "card": "6620", "code": "91" } }),
    );
    let files = [shop.file("a.jpg"), shop.file("b.jpg")];
    let note = json!({ "kind": "attached", "attachments": files });
    shop.done("note_incident", json!({ "incident": "2", "note": note }));
    let slip =
        |amount: &str| json!({ "amount": amount, "trace": "123", "attachments": [files[0]] });
    shop.done("add_receipt", json!({ "form": slip("128") }));
    shop.done(
        "amend_receipt",
        json!({ "receipt": "1", "form": slip("12.8") }),
    );
    let settle =
        json!({ "sale": sale, "form": { "how": "reversed", "note": "已退", "receipt": "1" } });
    shop.done("settle_sale", settle.clone());
    shop.done("reopen_sale", json!({ "sale": sale }));
    shop.done("settle_sale", settle);
    shop.open(json!({ "symptom": "network" }));
    shop.done("resolve_incident", json!({ "incident": "3", "loss": "5" }));
    shop.done("reopen_incident", json!({ "incident": "3" }));
    // The next morning the loop reminds of what is still pending.
    shop.outside.pass_until("2026-11-24T00:40:00Z");
    let clock = Arc::clone(&shop.outside) as Arc<dyn Outside>;
    let duty = Duty::start_with(shop.folder.path(), Holder::Window, clock, |_| {});
    duty.unwrap().look();
    shop
}

#[test]
fn a_rebuild_gives_every_row_back() {
    let shop = busy();
    let before = shop.rows();
    for table in TABLES {
        assert!(!before[table].is_empty(), "{table}");
    }
    let pages = || ["1", "2", "3"].map(|no| shop.done("show_incident", json!({ "incident": no })));
    let shown = pages();
    shop.is_whole();
    for table in TABLES {
        // Children first, and what refers to a row goes with it.
        if table != "incident" {
            shop.raw()
                .execute(&format!("DELETE FROM {table}"), [])
                .unwrap();
        }
    }
    shop.raw().execute("UPDATE incident SET state = 'waiting', owner = 'x', resolved_at = NULL, resolution = NULL", []).unwrap();
    assert_ne!(shop.rows(), before);
    shop.done("rebuild_projections", Value::Null);
    assert_eq!(shop.rows(), before);
    assert_eq!(pages(), shown);
    shop.is_whole();
}

#[test]
fn a_row_that_was_changed_by_hand_is_named() {
    let shop = busy();
    for (table, change) in [
        ("incident", "UPDATE incident SET owner = 'x' WHERE no = 1"),
        ("incident", "UPDATE incident SET fault = '05' WHERE no = 1"),
        (
            "incident_event",
            "DELETE FROM incident_event WHERE kind = 'sale_settled'",
        ),
        (
            "pending_sale",
            "UPDATE pending_sale SET settled = NULL, settled_at = NULL",
        ),
        ("receipt", "UPDATE receipt SET amount_fen = amount_fen + 1"),
        ("receipt", "UPDATE receipt SET words = ''"),
        (
            "provider",
            "UPDATE provider SET json = replace(json, '95516', '95517')",
        ),
        ("terminal", "DELETE FROM terminal"),
        ("staff", "UPDATE staff SET retired = 0"),
        ("code_text", "DELETE FROM code_text"),
        ("attachment", "UPDATE attachment SET actor = 'x'"),
        ("follow_up", "UPDATE follow_up SET sales = 9"),
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
