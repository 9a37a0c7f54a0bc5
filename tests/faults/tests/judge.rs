//! Looks at a data folder after a fault, twice: through the app, as the merchant would, and into its tables, so that a
//! mistake in the app's own check cannot hide what the app lost.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use kaizhang_app::{App, Caller, Offered};
use kaizhang_faults::trial::Failure;
use rusqlite::{Connection, OpenFlags};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The folder opens, its own check finds nothing, and everything acknowledged is there.
pub(crate) fn judge(folder: &Path, acknowledged: &[String]) -> Result<(), Failure> {
    let mut promises = Vec::new();
    for line in acknowledged {
        promises.push(serde_json::from_str(line).map_err(|_| Failure::Half(line.clone()))?);
    }
    let app = App::open(folder).map_err(|refusal| Failure::WontOpen(format!("{refusal:?}")))?;
    let checked = call(&app, "check_folder", json!({}))?;
    look_into_tables(folder, &promises)?;
    if checked["ok"] != true {
        return Err(Failure::Defect(checked.to_string()));
    }
    let mut days = Days {
        app: &app,
        folder,
        seen: BTreeMap::new(),
    };
    no_incident_is_half(&app)?;
    every_epoch_has_its_key(&app)?;
    for promise in &promises {
        if !days.kept(promise)? {
            return Err(Failure::Lost(promise.to_string()));
        }
    }
    Ok(())
}

/// As [`judge`], and the folder takes the next mark.
pub(crate) fn judge_and_go_on(folder: &Path, acknowledged: &[String]) -> Result<(), Failure> {
    judge(folder, acknowledged)?;
    let app = App::open(folder).map_err(|refusal| Failure::WontOpen(format!("{refusal:?}")))?;
    let mark = json!({"item": "account-settled", "result": "pass"});
    let marked = call(&app, "mark_item", mark.clone())?;
    let mut slip = &b"a slip"[..];
    let brought = app.attach(&Caller::default(), &Offered::named("slip"), &mut slip);
    let brought = brought.map_err(|refusal| Failure::Half(format!("attach: {refusal:?}")))?;
    let wish = json!({"form": {"code": "98"}, "attachments": [brought["id"]]});
    let opened = json!({"incident": call(&app, "open_incident", wish)?});
    let promise = json!({"marks": marked["marks"], "day": marked["today"]["day"], "till": marked["today"]["till"]["id"]});
    drop(app);
    judge(folder, &[promise.to_string(), opened.to_string()])
}

/// A key is on the disk before the epoch that it signs begins, and what is finished is signed.
fn every_epoch_has_its_key(app: &App) -> Result<(), Failure> {
    let keys = call(app, "show_keys", json!({}))?;
    if !keys["trouble"].is_null() {
        return Err(Failure::Lost(keys.to_string()));
    }
    Ok(())
}

/// Whoever was not charged for certain is on the list from the first instant, and what was settled is over: both are
/// written in one piece.
fn no_incident_is_half(app: &App) -> Result<(), Failure> {
    let list = call(app, "list_incidents", json!({}))?;
    for line in list["incidents"].as_array().into_iter().flatten() {
        let page = call(app, "show_incident", json!({"incident": line["id"]}))?;
        let sales = page["sales"].as_array().map_or(0, Vec::len);
        let settled = page["sales"][0]["settled"].is_object();
        let in_doubt = ["96", "98"].contains(&page["details"]["code"].as_str().unwrap_or_default());
        if in_doubt && sales != 1 || settled != (page["state"] == "resolved") {
            return Err(Failure::Half(page.to_string()));
        }
    }
    Ok(())
}

/// Everything that had happened in an incident is there, in its order; what came later stands behind it.
fn incident_is_kept(app: &App, promised: &Value) -> Result<bool, Failure> {
    let shown = call(app, "show_incident", json!({"incident": promised["id"]}))?;
    let all = |page: &Value| page["timeline"].as_array().cloned().unwrap_or_default();
    let files = |page: &Value| page["attachments"].as_array().cloned().unwrap_or_default();
    Ok(!all(promised).is_empty()
        && all(&shown).starts_with(&all(promised))
        && files(&shown).starts_with(&files(promised))
        && shown["sales"][0]["id"] == promised["sales"][0]["id"])
}

fn receipt_is_kept(app: &App, promised: &Value) -> Result<bool, Failure> {
    let shown = call(app, "show_receipt", json!({"receipt": promised["id"]}))?;
    let same = |name: &str| shown[name] == promised[name];
    Ok(["no", "amount_fen", "trace", "attachments", "added_at"]
        .into_iter()
        .all(same))
}

/// A picture is shown as it would be if no small copy of it had been there.
fn picture_is_shown(app: &App, folder: &Path, attachment: &Value) -> Result<bool, Failure> {
    let id = attachment["id"].as_str().unwrap_or_default();
    let look = || {
        let shown = app.preview(id, 320);
        shown.map_err(|refusal| Failure::Half(format!("preview: {refusal:?}")))
    };
    let found = look()?;
    // Best effort: where nothing was there, nothing can be taken away.
    let _ = fs::remove_dir_all(folder.join("previews"));
    Ok(found == look()?)
}

fn call(app: &App, name: &str, input: Value) -> Result<Value, Failure> {
    app.call(&Caller::default(), name, input)
        .map_err(|refusal| Failure::Half(format!("{name}: {refusal:?}")))
}

/// The days of a folder, each asked for once.
struct Days<'a> {
    app: &'a App,
    folder: &'a Path,
    seen: BTreeMap<(String, String), Value>,
}

impl Days<'_> {
    fn kept(&mut self, promise: &Value) -> Result<bool, Failure> {
        if let Some(epochs) = promise.get("keys").and_then(Value::as_array) {
            let keys = call(self.app, "show_keys", json!({}))?;
            let now = keys["epochs"].as_array().cloned().unwrap_or_default();
            let same = |(one, other): (&Value, &Value)| one["fingerprint"] == other["fingerprint"];
            return Ok(now.len() == epochs.len() && now.iter().zip(epochs).all(same));
        }
        if let Some(name) = promise.get("shop") {
            return Ok(call(self.app, "show_shop", json!({}))?["name"] == *name);
        }
        if let Some(attachment) = promise.get("attachment") {
            // No page shows an attachment before a mark carries it; the tables were asked.
            return match attachment["mime"].as_str() {
                Some("image/jpeg") => picture_is_shown(self.app, self.folder, attachment),
                _ => Ok(true),
            };
        }
        if let Some(page) = promise.get("incident") {
            return incident_is_kept(self.app, page);
        }
        if let Some(page) = promise.get("receipt") {
            return receipt_is_kept(self.app, page);
        }
        let till = [
            &promise["mark"]["till"],
            &promise["till"],
            &promise["finished"],
        ];
        let till = till
            .iter()
            .find_map(|till| till.as_str())
            .unwrap_or_default()
            .to_owned();
        let day = promise["day"].as_str().unwrap_or_default().to_owned();
        let shown = self.day(&till, &day)?;
        if promise.get("finished").is_some() {
            return Ok(shown["finish"]["note"] == promise["note"]);
        }
        let withdrawn = promise.get("undone").is_some();
        let ids = promise
            .get("undone")
            .or(promise.get("marks"))
            .and_then(Value::as_array);
        let Some(ids) = ids.filter(|ids| !ids.is_empty()) else {
            return Err(Failure::Half(format!("a promise of nothing: {promise}")));
        };
        Ok(ids
            .iter()
            .all(|id| has_mark(&shown, id, &promise["mark"], withdrawn)))
    }

    fn day(&mut self, till: &str, day: &str) -> Result<Value, Failure> {
        let key = (till.to_owned(), day.to_owned());
        if let Some(shown) = self.seen.get(&key) {
            return Ok(shown.clone());
        }
        let shown = call(self.app, "show_day", json!({"till": till, "day": day}))?;
        self.seen.insert(key, shown.clone());
        Ok(shown)
    }
}

/// Whether a day shows this mark as it was promised. A mark that was withdrawn later is still there.
fn has_mark(shown: &Value, id: &Value, promised: &Value, withdrawn: bool) -> bool {
    let all = |value: &Value| value.as_array().cloned().unwrap_or_default();
    all(&shown["sections"])
        .iter()
        .flat_map(|section| all(&section["items"]))
        .any(|item| {
            all(&item["marks"]).iter().any(|mark| {
                let same = |name: &str| {
                    promised
                        .get(name)
                        .is_none_or(|wanted| mark[name] == *wanted)
                };
                let item_is = promised
                    .get("item")
                    .is_none_or(|wanted| item["item"] == *wanted);
                let photos: Vec<Value> = all(&mark["attachments"])
                    .iter()
                    .map(|photo| photo["id"].clone())
                    .collect();
                let photos_are = promised
                    .get("attachments")
                    .is_none_or(|wanted| all(wanted) == photos);
                mark["mark_id"] == *id
                    && item_is
                    && photos_are
                    && same("result")
                    && same("note")
                    && (!withdrawn || mark["withdrawn"] == true)
            })
        })
}

/// No hole in the ledger, every promised attachment there, and behind every attachment a file with its hash.
fn look_into_tables(folder: &Path, promises: &[Value]) -> Result<(), Failure> {
    let refused = |problem: rusqlite::Error| Failure::WontOpen(problem.to_string());
    let path = folder.join("kaizhang.db");
    let database =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(refused)?;
    let mut entries = database
        .prepare(
            "SELECT row_number() OVER (PARTITION BY epoch ORDER BY seq) - 1, seq FROM entry ORDER BY epoch, seq",
        )
        .map_err(refused)?;
    let entries = entries
        .query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)))
        .map_err(refused)?;
    for entry in entries {
        let (expected, seq) = entry.map_err(refused)?;
        if seq != expected {
            return Err(Failure::Half(format!(
                "entry {expected} is missing before {seq}"
            )));
        }
    }
    let mut rows = database
        .prepare("SELECT id, sha256, bytes FROM attachment ORDER BY id")
        .map_err(refused)?;
    let rows = rows
        .query_map([], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, i64>(2)?,
            ))
        })
        .map_err(refused)?;
    let mut there = BTreeSet::new();
    for row in rows {
        let (id, sha256, count) = row.map_err(refused)?;
        let bytes =
            fs::read(folder.join("blobs").join(&sha256[..2]).join(&sha256)).unwrap_or_default();
        if bytes.len() as i64 != count || hex::encode(Sha256::digest(&bytes)) != sha256 {
            return Err(Failure::FileMissing(format!("attachment {id}")));
        }
        there.insert(id);
    }
    let promised = promises
        .iter()
        .filter_map(|promise| promise["attachment"]["id"].as_str());
    for id in promised {
        if !there.contains(id) {
            return Err(Failure::Lost(format!("attachment {id}")));
        }
    }
    Ok(())
}
