//! The pack of a case with everything linked to it: exactly what belongs to it leaves, and a stranger with stock tools
//! and the pack's own VERIFY.txt finds it sound, and finds out when one byte is another.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use kaizhang_it::stock::{bagit, follow, shell, unpack};
use serde_json::{Value, json};

use crate::shop::{PHOTO, Shop, check, inside, names, text};

/// A case with what is linked to it, among things that are not.
pub struct Case {
    pub shop: Shop,
    /// Ids of the files that leave, in the order of the pack.
    pub leave: Vec<String>,
    /// Ids of entries that have nothing to do with it, and of files that must not leave.
    pub stay: Vec<String>,
    /// Ids of originals of which a blacked-out copy leaves.
    pub hidden: Vec<String>,
}

/// A photo that is another file than the others.
fn photo(seal: &str) -> Vec<u8> {
    [PHOTO, seal.as_bytes()].concat()
}

fn id(made: &Value) -> String {
    made["id"].as_str().unwrap().to_owned()
}

impl Case {
    pub fn new() -> Case {
        Case::of(Shop::at("2026-11-23T00:20:00Z"))
    }

    /// The same on a shop that was made before.
    pub fn of(shop: Shop) -> Case {
        let lanes = ["card", "qr", "cash"];
        let wish = json!({ "name": "𠮷野家面馆", "lanes": lanes, "zone": "Asia/Shanghai" });
        shop.done("set_up_shop", wish);
        let black = |file: &str| {
            let boxes = json!([{ "x": 0.0, "y": 0.5, "w": 1.0, "h": 0.5 }]);
            let wish = json!({ "attachment": file, "boxes": boxes });
            id(&shop.done("redact_attachment", wish))
        };
        let (mut stay, today) = (Vec::new(), shop.done("show_today", Value::Null));
        let till = today["till"]["id"].as_str().unwrap();

        // The opening of the day, with a photo of the machine.
        let machine = shop.bring("机器.jpg", &photo("machine"));
        let mark = json!({ "item": "machine-photo", "result": "pass", "attachments": [machine] });
        shop.done("mark_item", mark);
        shop.done("finish_opening", json!({ "note": "先开门" }));

        // A payment that failed, a sale in doubt, the slip that settles it.
        let (screen, log) = (
            shop.bring("屏幕 𠮷.jpg", &photo("screen")),
            shop.bring("pos.log", b"timeout\n"),
        );
        let covered = black(&screen);
        let form =
            json!({ "code": "96", "lane": "card", "amount": "128", "screen": "𠮷：系统繁忙" });
        let wish = json!({ "form": form, "attachments": [screen, log] });
        let incident = shop.done("open_incident", wish);
        let slip = shop.bring("签购单.jpg", &photo("slip"));
        let form = json!({ "amount": "128", "at": "2026-11-23 12:31", "trace": "345", "attachments": [slip] });
        let receipt = shop.done("add_receipt", json!({ "form": form }));
        let amended = json!({ "amount": "128", "note": "客人签了字" });
        shop.done(
            "amend_receipt",
            json!({ "receipt": receipt["id"], "form": amended }),
        );
        let settled = json!({ "how": "settled", "receipt": receipt["id"], "note": "对账单上有" });
        shop.done(
            "settle_sale",
            json!({ "sale": incident["sales"][0]["id"], "form": settled }),
        );

        // What has nothing to do with it: an outage, a slip, a case, a file in nobody's hands, another day.
        let alien = shop.bring("别的.jpg", &photo("alien"));
        let form = json!({ "form": { "symptom": "network" }, "attachments": [alien] });
        stay.push(id(&shop.done("open_incident", form)));
        let foreign = shop.bring("别的小票.jpg", &photo("foreign"));
        let form = json!({ "amount": "9.90", "attachments": [foreign] });
        stay.push(id(&shop.done("add_receipt", json!({ "form": form }))));
        stay.push(id(
            &shop.done("open_dispute", json!({ "form": { "amount": "1" } }))
        ));
        stay.extend([alien, foreign, shop.bring("没人用.txt", b"nobody's")]);
        shop.clock.pass_until("2026-11-24T00:20:00Z");
        let other_day = json!({ "item": "machine-screen", "result": "pass", "note": "第二天" });
        stay.push(
            shop.done("mark_item", other_day)["marks"][0]
                .as_str()
                .unwrap()
                .to_owned(),
        );

        // The case: a notice, links, a piece by file, and a file that was taken off again.
        let (notice, order, wrong) = (
            shop.bring("通知.pdf", b"%PDF-1.4 notice"),
            shop.bring("订单.txt", b"two bowls"),
            shop.bring("放错了.jpg", &photo("wrong")),
        );
        let form = json!({
            "kind": "chargeback", "channel": "银联商务", "amount": "128", "notice_on": "2026-11-23",
            "reply_by": "2026-11-30", "sold_on": "2026-11-23", "trace": "345", "said": "不认这一笔",
        });
        let case = shop.done("open_dispute", json!({ "form": form, "notice": [notice] }));
        let links = json!([
            { "to": "receipt", "id": receipt["id"] }, { "to": "incident", "id": incident["id"] },
            { "to": "opening", "till": till, "day": "2026-11-23" },
            { "to": "file", "id": order, "piece": "order" }, { "to": "file", "id": wrong, "piece": "delivery" },
            { "to": "not_needed", "piece": "refund-policy", "why": "堂食" },
        ]);
        let no = case["no"].to_string();
        shop.done("link_dispute", json!({ "dispute": no, "links": links }));
        let key = format!("file:delivery:{wrong}");
        shop.done(
            "unlink_dispute",
            json!({ "dispute": no, "key": key, "why": "别的单子" }),
        );
        // Linked files lead, the others follow as the entries name them.
        let leave = [&order, &machine, &covered, &log, &slip, &notice];
        let leave = leave.map(String::clone).to_vec();
        stay.push(wrong);
        Case {
            shop,
            leave,
            stay,
            hidden: vec![screen],
        }
    }

    pub fn wish() -> Value {
        json!({ "about": "dispute", "which": "2" })
    }

    /// Makes the pack and unpacks it.
    pub fn packed(&self, into: &Path) -> (Value, std::path::PathBuf) {
        let made = self.shop.pack(Case::wish()).unwrap();
        (made, unpack(&self.shop.out(), into))
    }
}

#[test]
fn exactly_what_belongs_to_a_case_leaves() {
    let case = Case::new();
    let shop = &case.shop;
    let seen = shop.done("preview_pack", Case::wish());
    let made = shop.pack(Case::wish()).unwrap();
    let out = shop.out();
    let report = check(&out);
    assert_eq!(report.defects, []);
    assert_eq!(report.signed_by.as_deref(), made["signed_by"].as_str());

    // The files, each by its number, the beginning of its hash and the ending of what it is, and no other.
    let mut expected: Vec<String> = [
        "VERIFY.txt",
        "allowed_signers",
        "bag-info.txt",
        "bagit.txt",
        "data/attachments.csv",
        "data/checkpoint.txt",
        "data/entries.jsonl",
        "data/incidents.csv",
        "data/proofs.json",
        "data/receipts.csv",
        "data/report.pdf",
        "manifest-sha256.txt",
        "tagmanifest-sha256.txt",
        "tagmanifest-sha256.txt.sig",
    ]
    .map(str::to_owned)
    .to_vec();
    for (at, (file, ending)) in case
        .leave
        .iter()
        .zip(["bin", "jpg", "jpg", "bin", "jpg", "pdf"])
        .enumerate()
    {
        let name = format!(
            "data/attachments/{:04}-{}.{ending}",
            at + 1,
            &shop.sha(file)[..12]
        );
        let bytes = shop.app.original(file).unwrap().1;
        assert!(
            inside(&out, &name) == bytes,
            "{name} is not byte for byte what the shop has"
        );
        expected.push(name);
    }
    expected.sort();
    let folder = "kaizhang-dispute-2-20261124/";
    let mut there: Vec<String> = names(&out)
        .iter()
        .map(|name| name.strip_prefix(folder).unwrap().to_owned())
        .collect();
    there.sort();
    assert_eq!(there, expected);

    // The entries, each as it stands in the ledger, and no other.
    let lines = text(&out, "entries.jsonl");
    let mut kinds: BTreeMap<String, u32> = BTreeMap::new();
    let mut ids = BTreeSet::new();
    for line in lines.lines() {
        let entry: Value = serde_json::from_str(line).unwrap();
        *kinds
            .entry(entry["kind"].as_str().unwrap().to_owned())
            .or_default() += 1;
        assert!(
            ids.insert(entry["id"].as_str().unwrap().to_owned()),
            "{line} twice"
        );
    }
    let expected = [
        ("dispute_linked", 6),
        ("dispute_opened", 1),
        ("dispute_unlinked", 1),
        ("epoch_begun", 1),
        ("file_attached", 6),
        ("incident_opened", 1),
        ("incident_resolved", 1),
        ("item_marked", 1),
        ("opening_finished", 1),
        ("opening_started", 1),
        ("receipt_added", 1),
        ("receipt_amended", 1),
        ("sale_left_pending", 1),
        ("sale_settled", 1),
    ];
    let expected: BTreeMap<_, _> = expected.map(|(kind, n)| (kind.to_owned(), n)).into();
    assert_eq!(kinds, expected);
    assert!(
        case.stay
            .iter()
            .chain(&case.hidden)
            .all(|id| !ids.contains(id))
    );
    assert!(case.leave.iter().all(|id| ids.contains(id)));
    let told: BTreeMap<String, u32> = seen["kinds"]
        .as_array()
        .unwrap()
        .iter()
        .map(|kind| {
            (
                kind["kind"].as_str().unwrap().to_owned(),
                kind["count"].as_u64().unwrap() as u32,
            )
        })
        .collect();
    assert_eq!(told, expected, "what was shown before");

    // Of what stays not even the hash leaves.
    let manifest = text(&out, "/manifest-sha256.txt");
    let list = text(&out, "attachments.csv");
    for file in case.stay.iter().filter(|id| {
        shop.call("show_attachment", json!({ "attachment": id }))
            .is_ok()
    }) {
        let sha = shop.sha(file);
        assert!(
            !manifest.contains(&sha) && !list.contains(&sha) && !lines.contains(&sha),
            "{file}"
        );
    }
    assert!(!manifest.contains(&shop.sha(&case.hidden[0])));
    assert_eq!(
        (
            list.lines().count(),
            text(&out, "receipts.csv").lines().count()
        ),
        (7, 2)
    );
    assert!(
        list.contains("屏幕 𠮷.redacted.jpg") && text(&out, "incidents.csv").lines().count() == 2
    );
}

#[test]
fn a_stranger_follows_verify_txt_and_notices_one_byte() {
    let case = Case::new();
    let desk = tempfile::tempdir().unwrap();
    let (made, bag) = case.packed(desk.path());
    let said = std::fs::read_to_string(bag.join("VERIFY.txt")).unwrap();
    // Both languages name the key that signed; the commands stand once, for both.
    let key = made["signed_by"].as_str().unwrap();
    assert!(said.contains(&format!("签名密钥指纹：{key}\n")));
    assert!(said.contains(&format!("Signing key: {key}\n")));
    assert_eq!(follow(&bag), Ok(()));
    assert_eq!(bagit(&bag), Ok(()));
    let (good, line) = shell(
        &bag,
        kaizhang_it::stock::commands(&bag, "LINUX").get(3).unwrap(),
    );
    assert!(
        good && line.contains("Good \"kaizhang-pack\" signature") && line.contains(key),
        "{line}"
    );

    // One byte of any file is another: each is noticed, and by the line that it stands under.
    for (name, by) in [
        ("data/report.pdf", "manifest-sha256.txt"),
        ("data/entries.jsonl", "manifest-sha256.txt"),
        ("data/checkpoint.txt", "manifest-sha256.txt"),
        ("data/attachments.csv", "manifest-sha256.txt"),
        ("manifest-sha256.txt", "tagmanifest-sha256.txt"),
        ("bag-info.txt", "tagmanifest-sha256.txt"),
        ("allowed_signers", "tagmanifest-sha256.txt"),
        ("tagmanifest-sha256.txt", ""),
        ("tagmanifest-sha256.txt.sig", "ssh-keygen"),
    ] {
        let path = bag.join(name);
        let whole = std::fs::read(&path).unwrap();
        let mut other = whole.clone();
        let at = other.len() / 2;
        other[at] ^= 1;
        std::fs::write(&path, &other).unwrap();
        let noticed = follow(&bag).unwrap_err();
        assert!(noticed.contains(by), "{name}: {noticed}");
        if name.starts_with("data/") {
            bagit(&bag).unwrap_err();
        }
        std::fs::write(&path, whole).unwrap();
    }
    // One file more, one file less.
    std::fs::write(bag.join("data/more.pdf"), b"%PDF").unwrap();
    assert!(follow(&bag).unwrap_err().starts_with("test "));
    std::fs::remove_file(bag.join("data/more.pdf")).unwrap();
    assert_eq!(follow(&bag), Ok(()));
    std::fs::remove_file(bag.join("data/receipts.csv")).unwrap();
    assert!(follow(&bag).unwrap_err().contains("receipts.csv"));
}
