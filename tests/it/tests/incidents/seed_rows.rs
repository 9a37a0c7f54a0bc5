//! Rows of the article that are proven by a day of the shop rather than by one rule.

use serde_json::{Value, json};

use crate::provider;
use crate::shop::Shop;

fn ids(today: &Value) -> Vec<String> {
    let sections = today["sections"].as_array().unwrap().iter();
    sections
        .flat_map(|section| section["items"].as_array().unwrap())
        .map(|item| item["item"].as_str().unwrap().to_owned())
        .collect()
}

/// Account, machine and network are due before the door opens, each day anew.
#[test]
fn s19_account_machine_and_network_are_checked_before_opening_each_day() {
    let shop = Shop::new();
    for day in ["2026-11-23", "2026-11-24", "2026-11-25"] {
        shop.outside.set(&format!("{day}T00:40:00Z"));
        let today = shop.done("show_today", Value::Null);
        assert_eq!(
            (&today["day"], &today["state"]),
            (&json!(day), &json!("due"))
        );
        assert!(today["due_at"].as_str() < today["opens_at"].as_str());
        for daily in ["account-normal", "machine-screen", "network-internet"] {
            assert!(ids(&today).contains(&daily.to_owned()), "{day} {daily}");
        }
        shop.finish();
        assert_eq!(shop.done("show_today", Value::Null)["state"], "finished");
    }
}

/// The licence of the payment company is looked up every ninety days, and stands on its card.
#[test]
fn s17_the_licence_comes_due_every_ninety_days() {
    let shop = Shop::new();
    let licence = json!({
        "holder": "某支付公司", "number": "Z2004944000010", "business": "银行卡收单",
        "expires_on": "2027-06-26", "looked_up_on": "2026-11-23",
    });
    let mut card = provider();
    card["licence"] = licence.clone();
    shop.done("put_provider", card);
    let kept = shop.done("show_contacts", json!({}));
    assert_eq!(kept["providers"][0]["licence"], licence);
    shop.finish();
    let due = |day: &str| {
        shop.outside.set(&format!("{day}T00:40:00Z"));
        ids(&shop.done("show_today", Value::Null)).contains(&"upkeep-licence".to_owned())
    };
    assert!(due("2026-11-23"));
    assert!(!due("2026-11-24") && !due("2027-02-20"));
    assert!(due("2027-02-21") && due("2027-03-30"));
}

/// Software is looked at once a month, and what it was is on record twice: at the mark and at the terminal.
#[test]
fn s22_the_software_comes_due_each_month() {
    let shop = Shop::new();
    shop.finish();
    let due = |day: &str| {
        shop.outside.set(&format!("{day}T00:40:00Z"));
        ids(&shop.done("show_today", Value::Null)).contains(&"upkeep-software".to_owned())
    };
    assert!(!due("2026-11-24") && !due("2026-12-22") && due("2026-12-23"));
}

/// Details of account and machine are looked at each week, each month, and not only once.
#[test]
fn s30_weekly_and_monthly_items_come_back() {
    let shop = Shop::new();
    let of = |cadence: &str| -> Vec<String> {
        let today = shop.done("show_today", Value::Null);
        let sections = today["sections"].as_array().unwrap().clone();
        sections
            .iter()
            .flat_map(|section| section["items"].as_array().unwrap().clone())
            .filter(|item| item["cadence"] == cadence)
            .map(|item| item["item"].as_str().unwrap().to_owned())
            .collect()
    };
    let (weekly, monthly) = (of("weekly"), of("monthly"));
    assert!(
        weekly.contains(&"account-enabled".to_owned())
            && weekly.contains(&"machine-untampered".to_owned())
    );
    assert!(
        monthly.contains(&"upkeep-contacts".to_owned())
            && monthly.contains(&"machine-photo".to_owned())
    );
    shop.finish();
    let check = |day: &str, weekly: &[String], monthly: &[String]| {
        shop.outside.set(&format!("{day}T00:40:00Z"));
        assert_eq!(
            (of("weekly"), of("monthly")),
            (weekly.to_vec(), monthly.to_vec()),
            "{day}"
        );
    };
    check("2026-11-24", &[], &[]);
    check("2026-11-29", &[], &[]);
    check("2026-11-30", &weekly, &[]);
    shop.outside.set("2026-11-30T00:40:00Z");
    shop.finish();
    check("2026-12-06", &[], &[]);
    check("2026-12-07", &weekly, &[]);
    check("2026-12-22", &weekly, &[]);
    check("2026-12-23", &weekly, &monthly);
}

/// The drawer and its float carry the day when cards and codes fail.
#[test]
fn s20_cash_stands_in_when_cards_and_codes_are_stopped() {
    let shop = Shop::new();
    shop.finish();
    for lane in ["card", "qr"] {
        let form = json!({ "lane": lane, "note": "全断了", "lane_effect": "stopped" });
        shop.open(form);
    }
    let today = shop.done("show_today", Value::Null);
    assert_eq!(
        (&today["headline"]["kind"], &today["headline"]["amount_fen"]),
        (&json!("only_cash"), &json!(50_000))
    );
}

/// A slip and its picture are found again by whatever is left of them.
#[test]
fn s25_a_slip_is_found_by_whatever_is_left_of_it() {
    let shop = Shop::new();
    let photo = shop.file("slip.jpg");
    let form = json!({
        "amount": "128", "card": "622202******0128", "trace": "123", "reference": "112612345678",
        "merchant_name": "示例面馆", "note": "靠窗那桌", "attachments": [photo],
    });
    shop.done("add_receipt", json!({ "form": form }));
    shop.done("add_receipt", json!({ "form": { "amount": "5" } }));
    for words in [
        "128",
        "0128",
        "000123",
        "112612345678",
        "面馆",
        "靠窗 128.00",
    ] {
        let found = shop.done("list_receipts", json!({ "words": words }));
        let first = &found["receipts"][0];
        assert_eq!(
            (&first["no"], &first["attachments"][0]["id"]),
            (&json!(1), &photo),
            "{words}"
        );
    }
    let nothing = shop.done("list_receipts", json!({ "words": "128 靠门" }));
    assert_eq!(nothing["receipts"], json!([]));
}

/// Vouchers are kept under the hash of their bytes, read-only, and an altered one is named.
#[test]
fn s29_vouchers_are_kept_by_what_they_are() {
    let shop = Shop::new();
    let id = shop.file("contract.pdf");
    let shown = shop.done("show_attachment", json!({ "attachment": id }));
    let sha256 = shown["sha256"].as_str().unwrap();
    let path = shop
        .folder
        .path()
        .join(format!("blobs/{}/{sha256}", &sha256[..2]));
    assert_eq!(
        std::fs::read(&path).unwrap(),
        "contract.pdf".repeat(40).as_bytes()
    );
    assert!(path.metadata().unwrap().permissions().readonly());
    shop.is_whole();
    #[allow(clippy::disallowed_methods, reason = "the test does the damage")]
    {
        std::fs::remove_file(&path).unwrap();
        std::fs::write(&path, "another contract").unwrap();
    }
    let found = shop.done("check_folder", Value::Null);
    assert_eq!(found["defects"][0]["kind"], "blob_altered", "{found}");
}
