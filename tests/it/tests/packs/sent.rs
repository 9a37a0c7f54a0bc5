//! What a case keeps as sent is what left with the pack that is named, whatever the case holds by then.

use serde_json::{Value, json};

use crate::case::Case;
use crate::shop::Shop;

fn ids(files: &Value) -> Vec<&str> {
    let files = files.as_array().unwrap().iter();
    files.map(|file| file["id"].as_str().unwrap()).collect()
}

fn case(shop: &Shop) -> Value {
    shop.done("show_dispute", json!({ "dispute": "2" }))
}

/// Answers the case and opens it again, so that it can be answered once more.
fn sent(shop: &Shop, pack: &Value, files: Option<Value>) -> Value {
    let mut wish = json!({ "dispute": "2", "form": { "way": "商户平台", "pack": pack } });
    if let Some(files) = files {
        wish["files"] = files;
    }
    let answered = shop.done("submit_dispute", wish);
    shop.done("reopen_dispute", json!({ "dispute": "2" }));
    answered["submission"].clone()
}

#[test]
fn what_was_sent_is_what_left_with_the_pack() {
    let made = Case::new();
    let shop = &made.shop;
    assert_eq!(case(shop)["packs"], json!([]));
    // The order was kept back when the first pack was made; after it a file came to the case.
    let mut less = Case::wish();
    less["choices"] = json!([{ "file": made.leave[0], "send": "nothing" }]);
    let desk = |name: &str| shop.desk.path().join(name);
    shop.pack_to(&desk("first.zip"), less).unwrap();
    let late = shop.bring("后来.txt", b"later");
    let link = json!({ "to": "file", "id": late, "piece": "delivery" });
    shop.done("link_dispute", json!({ "dispute": "2", "links": [link] }));
    shop.pack_to(&desk("second.zip"), Case::wish()).unwrap();

    let packs = case(shop)["packs"].clone();
    let names = [&packs[0]["name"], &packs[1]["name"]];
    assert_eq!(names, ["second.zip", "first.zip"]);
    assert_eq!(ids(&packs[1]["files"]), made.leave[1..]);
    assert!(ids(&packs[0]["files"]).contains(&late.as_str()));

    let first = &packs[1]["id"];
    for named in [first, &json!(" first.zip ")] {
        let kept = sent(shop, named, None);
        assert_eq!(
            (&kept["pack"], ids(&kept["files"])),
            (first, ids(&packs[1]["files"]))
        );
    }
    // Somebody may say of each file that it was sent; without a pack it is what the case holds by now.
    let named = sent(shop, first, Some(json!([late])));
    assert_eq!(
        (&named["pack"], ids(&named["files"])),
        (first, vec![late.as_str()])
    );
    let held = sent(shop, &json!(""), None);
    assert_eq!(held["pack"], Value::Null);
    for file in [&late, &made.leave[0]] {
        assert!(ids(&held["files"]).contains(&file.as_str()));
    }
}

#[test]
fn a_pack_of_something_else_was_not_sent_for_this_case() {
    let made = Case::new();
    let shop = &made.shop;
    for (name, about, which) in [
        ("incident.zip", "incident", "1"),
        ("other.zip", "dispute", "1"),
    ] {
        let wish = json!({ "about": about, "which": which });
        shop.pack_to(&shop.desk.path().join(name), wish).unwrap();
    }
    let listed = shop.done("list_packs", json!({}));
    let ids = listed.as_array().unwrap().iter().map(|pack| &pack["id"]);
    let before = case(shop);
    for pack in ids.chain([&json!("incident.zip"), &json!("other.zip"), &json!("P-1")]) {
        let wish = json!({ "dispute": "2", "form": { "way": "邮件", "pack": pack } });
        let no = shop.call("submit_dispute", wish).unwrap_err();
        assert_eq!(no.code, "pack_unknown", "{pack}");
    }
    assert_eq!(case(shop), before);
}
