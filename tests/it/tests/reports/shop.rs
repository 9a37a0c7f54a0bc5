//! A shop with a story: a morning with a failure, a sale in doubt, a slip, a case; and what other programs read in its
//! reports.

use std::ops::Deref;
use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};

pub const PHOTO: &[u8] =
    include_bytes!("../../../../src-tauri/crates/picture/samples/progressive.jpg");

pub struct Shop {
    shop: kaizhang_it::Shop,
    /// Where reports are written.
    pub out: tempfile::TempDir,
}

impl Deref for Shop {
    type Target = kaizhang_it::Shop;

    fn deref(&self) -> &kaizhang_it::Shop {
        &self.shop
    }
}

impl Shop {
    /// Monday, twenty past eight in Shanghai.
    pub fn new() -> Shop {
        let till = json!({ "tills": [{ "id": "till-1", "name": "前台" }] });
        Shop {
            shop: kaizhang_it::Shop::set_up("2026-11-23T00:20:00Z", "早班", till),
            out: tempfile::tempdir().unwrap(),
        }
    }

    /// What everything below is about.
    pub fn with_a_story() -> Shop {
        let shop = Shop::new();
        shop.opening();
        shop.outside.pass_until("2026-11-23T04:31:05Z");
        let form = json!({
            "code": "96", "lane": "card", "amount": "128", "card": "622202******0128",
            "note": "客人说已经收到扣款短信。*不是粗体* #eval(\"1\")",
        });
        shop.done("open_incident", json!({ "form": form }));
        let photo = shop.photo("终端屏幕.jpg");
        let attached = json!({ "kind": "attached", "attachments": [photo] });
        shop.done(
            "note_incident",
            json!({ "incident": "1", "note": attached }),
        );
        shop.outside.pass_until("2026-11-23T04:40:00Z");
        let call = json!({
            "kind": "call", "hotline": "95516", "answered_by": "8123", "ticket": "T-77", "waited_s": 240,
            "lasted_s": 600, "said": "说要等对账",
        });
        shop.done("note_incident", json!({ "incident": "1", "note": call }));
        shop.done(
            "resolve_incident",
            json!({ "incident": "1", "how": "换了网线", "loss": "0" }),
        );
        shop.outside.pass_until("2026-11-23T06:00:00Z");
        let slip = shop.photo("小票.jpg");
        let form = json!({
            "amount": "128", "at": "2026-11-23 12:31:05", "card": "622202******0128", "trace": "345",
            "reference": "123456789012", "terminal_no": "00030001", "note": "=HYPERLINK(\"x\")",
            "attachments": [slip],
        });
        shop.done("add_receipt", json!({ "form": form }));
        let sale = shop.done("show_incident", json!({ "incident": "1" }))["sales"][0]["id"].clone();
        let form = json!({ "how": "settled", "receipt": "1", "note": "对账单上有这一笔" });
        shop.done("settle_sale", json!({ "sale": sale, "form": form }));
        shop
    }

    /// The same shop with tills of these names, `till-1` and so on, each with a terminal of its own.
    pub fn with_tills(names: &[&str]) -> Shop {
        let shop = Shop::new();
        shop.has_tills(names);
        for (n, name) in names.iter().enumerate() {
            let till = format!("till-{}", n + 1);
            let terminal = json!({
                "id": format!("terminal-{}", n + 1), "name": format!("{name}的POS"), "till": till, "lanes": ["card"],
                "provider": "", "terminal_no": "", "model": "", "serial_no": "", "lights": "", "software": "",
                "got_from": "official", "address": "", "retired": false,
            });
            shop.done("put_terminal", terminal);
        }
        shop
    }

    /// The shop has these tills from now on.
    pub fn has_tills(&self, names: &[&str]) {
        let till =
            |(n, name): (usize, &&str)| json!({ "id": format!("till-{}", n + 1), "name": name });
        let tills: Vec<Value> = names.iter().enumerate().map(till).collect();
        let lanes = json!(["card", "qr", "cash"]);
        let wish = json!({ "name": "示例面馆", "lanes": lanes, "tills": tills });
        self.done("set_up_shop", wish);
    }

    /// The opening of a till: these items failed, each with a note, and the rest is well.
    pub fn opened(&self, till: &str, failed: &[(&str, &str)]) {
        self.pass_the_rest_at(till);
        for (item, note) in failed {
            let mark = json!({ "till": till, "item": item, "result": "fail", "note": note });
            self.done("mark_item", mark);
        }
        self.done("finish_opening", json!({ "till": till }));
    }

    /// A report as text, one page a string.
    #[track_caller]
    pub fn read(&self, what: &str, which: &str, languages: &[&str]) -> Vec<String> {
        let wish = json!({ "what": what, "which": which, "languages": languages });
        pages(&self.report(wish, "pdf"))
    }

    /// Its first sheet.
    #[track_caller]
    pub fn csv(&self, wish: Value) -> String {
        String::from_utf8(self.report(wish, "csv")).unwrap()
    }

    /// One thing is out of order, was marked twice, and the rest is well.
    fn opening(&self) {
        self.pass_the_rest();
        let failed = json!({ "item": "machine-speaker", "result": "fail", "note": "音箱没声音" });
        self.done("mark_item", failed);
        self.done("finish_opening", json!({ "note": "先开门，下午修" }));
    }

    /// A case about the sale, with everything linked to it.
    pub fn with_a_case() -> Shop {
        let shop = Shop::with_a_story();
        let form = json!({
            "kind": "retrieval", "channel": "银联商务", "amount": "128", "notice_on": "2026-11-23",
            "reply_by": "2026-11-30", "notice_no": "TD-2026-9", "sold_on": "2026-11-23", "trace": "345",
            "said": "持卡人不认这一笔，请提供签购单。", "story": "客人刷卡吃面，终端报 96，客人收到扣款短信。",
        });
        shop.done("open_dispute", json!({ "form": form }));
        let links = json!([
            { "to": "receipt", "id": "1" }, { "to": "incident", "id": "1" },
            { "to": "opening", "till": "till-1", "day": "2026-11-23" },
        ]);
        shop.done("link_dispute", json!({ "dispute": "1", "links": links }));
        shop
    }

    /// The same records after the program was closed, without the small copies of its pictures.
    pub fn started_again(self) -> Shop {
        let without = |folder: &std::path::Path| {
            std::fs::remove_dir_all(folder.join("previews")).unwrap();
        };
        Shop {
            shop: self.shop.started_again(without),
            out: self.out,
        }
    }

    pub fn photo(&self, name: &str) -> Value {
        self.bring(name, PHOTO)["id"].clone()
    }

    /// Makes a report and reads the file.
    #[track_caller]
    pub fn report(&self, mut input: Value, ending: &str) -> Vec<u8> {
        let path = self.out.path().join(format!("report.{ending}"));
        input["out"] = json!(path);
        input["format"] = json!(ending);
        let made = self.done("make_report", input);
        assert_eq!(made["path"], json!(path));
        let bytes = std::fs::read(&path).unwrap();
        assert_eq!(made["bytes"], bytes.len());
        bytes
    }

    /// The refusal, and that nothing was left behind.
    #[track_caller]
    pub fn refused(&self, input: Value) -> String {
        let shown = input.to_string();
        let before = self.written();
        match self.call("make_report", input) {
            Err(_) => assert_eq!(self.written(), before, "{shown} left something behind"),
            Ok(made) => panic!("{shown} made {made}"),
        }
        self.call("make_report", serde_json::from_str(&shown).unwrap())
            .unwrap_err()
            .code
    }

    /// Every name in the folder of reports.
    pub fn written(&self) -> Vec<PathBuf> {
        let there = std::fs::read_dir(self.out.path()).unwrap();
        let mut names: Vec<_> = there.map(|entry| entry.unwrap().path()).collect();
        names.sort();
        names
    }
}

/// What another program says about these bytes; `FILE` among the arguments stands for them.
pub fn ask(bytes: &[u8], program: &str, args: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("asked");
    std::fs::write(&path, bytes).unwrap();
    let args = args.iter().map(|arg| match *arg {
        "FILE" => path.as_os_str(),
        other => other.as_ref(),
    });
    // What Debian installs is seen by its own Python; another one may stand before it.
    let own = std::path::Path::new("/usr/bin").join(program);
    let out = Command::new(if own.exists() { own } else { program.into() })
        .args(args)
        .output();
    let out = out.unwrap_or_else(|error| panic!("{program}: {error}; see scripts/setup.sh test"));
    let complaint = String::from_utf8_lossy(&out.stderr);
    assert!(out.status.success(), "{program}: {complaint}");
    String::from_utf8(out.stdout).unwrap()
}

/// The text of a PDF, page by page, without the spaces that laying out puts in.
pub fn pages(bytes: &[u8]) -> Vec<String> {
    let text = ask(bytes, "pdftotext", &["-layout", "FILE", "-"]);
    let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
    pages.pop();
    pages
}
