//! A shop whose packs lie on a desk of their own.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use kaizhang_app::{App, Caller, Offered, OpenOptions, Outside, Refusal};
use kaizhang_evidence::verify::{Report, Wanted, verify};
use kaizhang_it::Staged;
use serde_json::{Value, json};

pub const PHOTO: &[u8] =
    include_bytes!("../../../../src-tauri/crates/picture/samples/progressive.jpg");

pub struct Shop {
    pub folder: tempfile::TempDir,
    /// Where packs go.
    pub desk: tempfile::TempDir,
    pub clock: Arc<Staged>,
    pub app: App,
}

impl Shop {
    pub fn new() -> Shop {
        Shop::at("2026-11-23T08:40:00Z")
    }

    /// A shop whose clock shows `now`.
    pub fn at(now: &str) -> Shop {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(Staged::at(now));
        let outside = Arc::clone(&clock) as Arc<dyn Outside>;
        let app = App::open_with(folder.path(), OpenOptions::default(), outside).unwrap();
        let desk = tempfile::tempdir().unwrap();
        Shop {
            folder,
            desk,
            clock,
            app,
        }
    }

    pub fn call(&self, name: &str, input: Value) -> Result<Value, Refusal> {
        let caller = Caller {
            staff: "老王".to_owned(),
        };
        self.app.call(&caller, name, input)
    }

    #[track_caller]
    pub fn done(&self, name: &str, input: Value) -> Value {
        self.call(name, input).unwrap()
    }

    pub fn bring(&self, name: &str, mut bytes: &[u8]) -> String {
        let offered = Offered::named(name);
        let kept = self.app.attach(&Caller::default(), &offered, &mut bytes);
        kept.unwrap()["id"].as_str().unwrap().to_owned()
    }

    /// An incident with a photo, of which there is a blacked-out copy, and a file that is no picture.
    pub fn incident(&self) -> (Value, [String; 3]) {
        let photo = self.bring("小票 𠮷.jpg", PHOTO);
        let other = self.bring("log.txt", b"POS log");
        let boxes = json!([{ "x": 0.1, "y": 0.1, "w": 0.3, "h": 0.3 }]);
        let copy = self.done(
            "redact_attachment",
            json!({ "attachment": photo, "boxes": boxes }),
        );
        let opened = self.done(
            "open_incident",
            json!({ "form": { "symptom": "network", "screen": "𠮷野家连不上网" }, "attachments": [photo, other] }),
        );
        let copy = copy["id"].as_str().unwrap().to_owned();
        (opened["id"].clone(), [photo, copy, other])
    }

    pub fn out(&self) -> PathBuf {
        self.desk.path().join("pack.zip")
    }

    /// A pack at [`Shop::out`]; one that was there goes first.
    pub fn pack(&self, wish: Value) -> Result<Value, Refusal> {
        let _ = std::fs::remove_file(self.out());
        self.pack_to(&self.out(), wish)
    }

    pub fn pack_to(&self, out: &Path, mut wish: Value) -> Result<Value, Refusal> {
        wish["out"] = json!(out);
        self.call("start_pack", wish)?;
        self.app.finish_work(Duration::from_millis(20), |_| {})
    }

    /// The file of an attachment in the data folder.
    pub fn blob(&self, id: &str) -> PathBuf {
        let sha = self.sha(id);
        self.folder.path().join("blobs").join(&sha[..2]).join(sha)
    }

    pub fn sha(&self, id: &str) -> String {
        let shown = self.done("show_attachment", json!({ "attachment": id }));
        shown["sha256"].as_str().unwrap().to_owned()
    }

    /// What lies where packs go.
    pub fn left(&self) -> Vec<String> {
        let names = std::fs::read_dir(self.desk.path()).unwrap();
        names
            .map(|name| name.unwrap().file_name().into_string().unwrap())
            .collect()
    }
}

pub fn check(path: &Path) -> Report {
    verify(path, &Wanted::default(), &|_, _| true).unwrap()
}

fn opened(zip: &Path) -> zip::ZipArchive<std::fs::File> {
    zip::ZipArchive::new(std::fs::File::open(zip).unwrap()).unwrap()
}

/// The names in a pack, in their order.
pub fn names(zip: &Path) -> Vec<String> {
    let zip = opened(zip);
    let names = zip.file_names().map(|one| one.unwrap().into_owned());
    names.collect()
}

/// A file of the pack, whatever the folder in it is called.
pub fn inside(zip: &Path, name: &str) -> Vec<u8> {
    let whole = names(zip);
    let whole = whole.iter().find(|one| one.ends_with(name)).unwrap();
    let mut bytes = Vec::new();
    let mut zip = opened(zip);
    zip.by_name(whole).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

/// The same as text.
pub fn text(zip: &Path, name: &str) -> String {
    String::from_utf8(inside(zip, name)).unwrap()
}
