//! What a shop should never have in a case, and has: odd names, nothing at all, ten thousand files.

use serde_json::json;

use crate::shop::{Shop, check, inside, names, text};

#[test]
fn names_in_a_pack_are_plain_whatever_the_shop_calls_its_files() {
    let shop = Shop::new();
    let long = format!("{}.txt", "长".repeat(300));
    let called = [
        "CON.txt",
        "\u{202e}gpj.exe",
        "NUL",
        "../../etc/passwd",
        "שלום.txt",
        "𠮷.txt",
        &long,
        "=1+1",
        "a\"b.txt",
    ];
    let files: Vec<String> = called
        .iter()
        .map(|name| shop.bring(name, name.as_bytes()))
        .collect();
    let form = json!({ "form": { "symptom": "network", "screen": "𠮷" }, "attachments": files });
    let incident = shop.done("open_incident", form);
    let made = shop
        .pack(json!({ "about": "incident", "which": incident["id"] }))
        .unwrap();
    let out = shop.out();
    assert_eq!(check(&out).defects, []);
    assert_eq!(
        made["files"].as_u64().unwrap() as usize,
        names(&out)
            .iter()
            .filter(|name| name.contains("/data/"))
            .count()
    );
    for name in names(&out) {
        let plain = |c: char| c.is_ascii_alphanumeric() || "._-/".contains(c);
        assert!(name.len() < 90 && name.chars().all(plain), "{name}");
    }
    // Which is which stands in the list, by the name that the shop sees, harmless for a spreadsheet.
    let list = text(&out, "attachments.csv");
    for (file, bytes) in files.iter().zip(called) {
        let shown = shop.done("show_attachment", json!({ "attachment": file }));
        let name = shown["name"].as_str().unwrap().replace('"', "\"\"");
        let row = list
            .lines()
            .find(|line| line.contains(shown["sha256"].as_str().unwrap()))
            .unwrap();
        let guard = if name.starts_with('=') { "'" } else { "" };
        assert!(row.contains(&format!(",\"{guard}{name}\",")), "{row}");
        let path = row.split('"').nth(1).unwrap();
        assert_eq!(inside(&out, path), bytes.as_bytes(), "{row}");
    }
    assert!(!list.contains('\u{202e}') && list.lines().count() == 1 + called.len());
    // The report names them as well, the rare character included.
    std::fs::write(
        shop.desk.path().join("report.pdf"),
        inside(&out, "report.pdf"),
    )
    .unwrap();
    let pages = std::process::Command::new("pdftotext")
        .arg(shop.desk.path().join("report.pdf"))
        .arg("-")
        .output()
        .unwrap();
    let pages = String::from_utf8(pages.stdout).unwrap();
    for name in ["CON.txt", "NUL", "𠮷.txt", "passwd"] {
        assert!(pages.contains(name), "{name} is missing in\n{pages}");
    }
}

#[test]
fn a_case_with_nothing_linked_is_a_pack_of_itself() {
    let shop = Shop::new();
    shop.incident();
    let case = shop.done("open_dispute", json!({ "form": { "amount": "9.90" } }));
    let wish = json!({ "about": "dispute", "which": case["no"].to_string() });
    let seen = shop.done("preview_pack", wish.clone());
    assert_eq!(
        (&seen["files"], &seen["receipts"], &seen["incidents"]),
        (&json!([]), &json!(0), &json!(0))
    );
    let made = shop.pack(wish).unwrap();
    assert_eq!(made["entries"], 2, "the ledger's beginning and the case");
    assert_eq!(check(&shop.out()).defects, []);
    assert_eq!(text(&shop.out(), "attachments.csv").lines().count(), 1);
    assert!(inside(&shop.out(), "report.pdf").starts_with(b"%PDF"));
    assert!(
        !names(&shop.out())
            .iter()
            .any(|name| name.contains("attachments/"))
    );
}

/// Ten thousand in a pack are written and checked by the tests of the evidence crate; to bring so many into a shop takes
/// a minute by itself, so here it is a fifth of them unless `KAIZHANG_MANY` says otherwise.
#[test]
fn thousands_of_files_are_packed_and_checked() {
    let many = std::env::var("KAIZHANG_MANY").ok();
    let many: usize = many.map_or(2_000, |many| many.parse().unwrap());
    let shop = Shop::new();
    let files: Vec<String> = (0..many)
        .map(|n| shop.bring(&format!("{n}.txt"), format!("file {n}").as_bytes()))
        .collect();
    for twenty in files.chunks(20) {
        let form = json!({ "amount": "1", "attachments": twenty });
        shop.done("add_receipt", json!({ "form": form }));
    }
    let wish = json!({ "about": "range", "from": "2026-11-23", "to": "2026-11-23" });
    let made = shop.pack(wish).unwrap();
    let report = check(&shop.out());
    assert_eq!(report.defects, []);
    assert_eq!(json!(report.files), made["files"]);
    let attached = names(&shop.out());
    let attached = attached
        .iter()
        .filter(|name| name.contains("/attachments/"));
    assert_eq!(attached.count(), many);
    let listed = shop.done("list_packs", json!({}));
    assert_eq!(listed[0]["files"], json!(many));
}
