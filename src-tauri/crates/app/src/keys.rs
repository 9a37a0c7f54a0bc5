//! The key that signs this PC's records: its fingerprint to hand on, a copy to put away, and what happens when it changes
//! or is gone.
//!
//! A lost key stops nothing: the shop opens and writes as before, only unsigned. Either the key comes back from its copy,
//! and what was written meanwhile is signed then; or the owner says that it is lost, and a new epoch begins that says so.

use std::path::{Path, PathBuf};

use kaizhang_core::key::{KeyBackedUp, Succession};
use kaizhang_core::text::{self, NOTE_LIMIT};
use kaizhang_evidence::keyfile::{self, KeyfileError};
use kaizhang_evidence::sshsig::PublicKey;
use kaizhang_store::{Epoch, KeyTrouble, Seed, View, deliver, take_back};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

use crate::app::{App, Caller};
use crate::{Refusal, shops, timestamps};

/// Input of `show_keys`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowKeys {}

/// Input of `back_up_key`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BackUpKey {
    /// Where to: a folder, or a new file. Not the data folder.
    pub path: String,
    /// What opens the copy again.
    pub passphrase: String,
}

/// Input of `restore_key`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct RestoreKey {
    /// The copy's path.
    pub path: Option<String>,
    /// Or what stands in it.
    pub text: Option<String>,
    /// What it was put away with.
    pub passphrase: String,
}

/// Input of `rotate_key`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct RotateKey {
    /// The old key is gone and cannot sign the change.
    pub lost: Option<bool>,
    /// Why.
    pub note: Option<String>,
}

/// A copy that somebody made.
#[derive(Debug, Serialize, TS)]
pub struct KeyCopy {
    /// RFC 3339 UTC.
    at: String,
    by: String,
}

/// One epoch: the time of one key.
#[derive(Debug, Serialize, TS)]
pub struct EpochLine {
    number: u32,
    /// `SHA256:…`, as `ssh-keygen -lf` shows it.
    fingerprint: String,
    /// RFC 3339 UTC.
    began_at: String,
    #[ts(type = "number")]
    entries: u64,
    /// How many of them its newest checkpoint covers.
    #[ts(type = "number")]
    signed: u64,
    /// How it came after the one before; null for the first.
    how: Option<Succession>,
}

/// Everything about the signing key but the key.
#[derive(Debug, Serialize, TS)]
pub struct KeysPage {
    /// The shop's name; may be empty.
    shop: String,
    /// The shop's id, which a pack's signature names as its signer.
    signer: String,
    /// `SHA256:…`, as `ssh-keygen -lf` shows it.
    fingerprint: String,
    /// The line `ssh-ed25519 AAAA…`.
    public_key: String,
    /// Why it cannot sign; null while it can.
    trouble: Option<KeyTrouble>,
    /// Entries of this epoch that no checkpoint covers yet.
    #[ts(type = "number")]
    unsigned: u64,
    /// The newest copy of this key; null when there is none.
    copy: Option<KeyCopy>,
    /// Every epoch, this one last.
    epochs: Vec<EpochLine>,
}

/// What became of the copy.
#[derive(Debug, Serialize, TS)]
pub struct KeyBackedUpTo {
    /// The file that was written and read back.
    path: String,
    keys: KeysPage,
}

/// The fingerprint of a public key of the ledger.
pub(crate) fn fingerprint(public_key: &str) -> String {
    public(public_key).map_or_else(String::new, |key| key.fingerprint())
}

/// A public key of the ledger as the line `ssh-ed25519 AAAA…`.
pub(crate) fn line(public_key: &str) -> String {
    public(public_key).map_or_else(String::new, |key| key.line())
}

fn public(public_key: &str) -> Option<PublicKey> {
    let mut bytes = [0; 32];
    hex_into(public_key, &mut bytes)?;
    PublicKey::from_bytes(&bytes).ok()
}

fn hex_into(text: &str, bytes: &mut [u8; 32]) -> Option<()> {
    for (n, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * n..2 * n + 2)?, 16).ok()?;
    }
    Some(())
}

pub(crate) fn show_keys(app: &App, caller: &Caller, _: ShowKeys) -> Result<KeysPage, Refusal> {
    app.begin(&app.desk(caller)?)?;
    app.store.read(|view| page(&view))
}

fn page(view: &View<'_>) -> Result<KeysPage, Refusal> {
    let epochs = view.epochs()?;
    let (now, public_key) = match epochs.last() {
        Some(now) => (now, now.public_key.clone()),
        None => return Err(Refusal::new("key_missing", Value::Null)),
    };
    let copy = view.key_backup(&public_key)?;
    Ok(KeysPage {
        shop: shops::shop(view)?.name,
        signer: view
            .identity()?
            .map_or_else(String::new, |identity| identity.shop),
        fingerprint: fingerprint(&public_key),
        public_key: line(&public_key),
        trouble: view.key()?.err(),
        unsigned: now.size - now.signed_size.min(now.size),
        copy: copy.map(|copy| KeyCopy {
            at: copy.at,
            by: copy.actor,
        }),
        epochs: epochs.iter().map(epoch_line).collect(),
    })
}

fn epoch_line(epoch: &Epoch) -> EpochLine {
    EpochLine {
        number: epoch.number,
        fingerprint: fingerprint(&epoch.public_key),
        began_at: epoch.began_at.clone(),
        entries: epoch.size,
        signed: epoch.signed_size,
        how: epoch.before.as_ref().map(|before| before.how),
    }
}

/// Writes a copy of the key under a passphrase and opens it again: a copy that nobody has tried is none.
pub(crate) fn back_up_key(
    app: &App,
    caller: &Caller,
    input: BackUpKey,
) -> Result<KeyBackedUpTo, Refusal> {
    let desk = app.desk(caller)?;
    app.begin(&desk)?;
    check_passphrase(&input.passphrase)?;
    let seed = app.store.read(|view| -> Result<Seed, Refusal> {
        view.key()?
            .map_err(|_| Refusal::new("key_missing", Value::Null))
    })?;
    let path = place(app, &input.path, &seed)?;
    let (mut salt, mut check) = ([0; 16], [0; 4]);
    desk.outside.chance(&mut salt);
    desk.outside.chance(&mut check);
    let text = keyfile::write(&seed.0, &input.passphrase, "kaizhang", &salt, check);
    let shown = path.display().to_string();
    let refused = |detail: String| {
        Refusal::new(
            "key_copy_not_written",
            json!({ "path": shown.clone(), "detail": detail }),
        )
    };
    match deliver::new(&path, text.as_bytes()) {
        Ok(true) => {}
        Ok(false) => return Err(Refusal::with("key_copy_exists", "path", shown)),
        Err(error) => return Err(refused(error.to_string())),
    }
    let back = std::fs::read_to_string(&path).map_err(|error| error.to_string());
    let back = back.and_then(|text| match keyfile::read(&text, &input.passphrase) {
        Ok(back) if back == seed.0 => Ok(()),
        _ => Err("it does not read back".to_owned()),
    });
    if let Err(detail) = back {
        take_back(&path);
        return Err(refused(detail));
    }
    app.note_made(&path);
    let public_key = seed.public_key();
    let keys = app.store.write(move |tx| -> Result<KeysPage, Refusal> {
        let moment = desk.moment(&shops::shop(tx)?);
        tx.append(&desk.stamp(moment), KeyBackedUp { public_key }.into())?;
        page(tx)
    })?;
    Ok(KeyBackedUpTo { path: shown, keys })
}

fn check_passphrase(passphrase: &str) -> Result<(), Refusal> {
    let least = keyfile::LEAST_PASSPHRASE;
    if passphrase.chars().count() < least {
        return Err(Refusal::with("passphrase_too_short", "min", least));
    }
    Ok(())
}

/// The file that a copy is written to: as named, or a name of ours in a folder.
fn place(app: &App, named: &str, seed: &Seed) -> Result<PathBuf, Refusal> {
    let named = named.trim();
    let mut path = PathBuf::from(named);
    if !path.is_absolute() {
        return Err(Refusal::with("path_not_whole", "path", named));
    }
    if path.is_dir() {
        // The first signs of the key tell the copies of several keys apart.
        let start: String = seed.public_key().chars().take(8).collect();
        path.push(format!("kaizhang-key-{start}"));
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    let folder = folder
        .canonicalize()
        .map_err(|_| Refusal::with("path_folder_missing", "path", named))?;
    let data = app
        .store
        .path()
        .canonicalize()
        .unwrap_or_else(|_| app.store.path().to_owned());
    // What goes with the data folder is no copy.
    if folder.starts_with(data) {
        return Err(Refusal::with("path_in_data_folder", "path", named));
    }
    Ok(path)
}

/// Puts the key back from its copy. Only the key of this very epoch is taken; with the key in its place this proves that
/// a copy is good.
pub(crate) fn restore_key(
    app: &App,
    caller: &Caller,
    input: RestoreKey,
) -> Result<KeysPage, Refusal> {
    let desk = app.desk(caller)?;
    app.begin(&desk)?;
    let text = match (input.text, &input.path) {
        (Some(text), _) => text,
        (None, Some(path)) => read_copy(Path::new(path.trim()))?,
        (None, None) => {
            return Err(Refusal::with(
                "input_invalid",
                "detail",
                "path or text is needed",
            ));
        }
    };
    let seed = keyfile::read(&text, &input.passphrase).map_err(|error| unreadable(&error))?;
    let seed = Seed(seed);
    app.store.write(move |tx| -> Result<KeysPage, Refusal> {
        let epochs = tx.epochs()?;
        let is_of = |epoch: &Epoch| epoch.public_key == seed.public_key();
        match epochs.split_last() {
            Some((now, _)) if is_of(now) => {}
            Some((_, before)) => {
                return Err(match before.iter().find(|epoch| is_of(epoch)) {
                    Some(old) => Refusal::with("key_of_earlier_epoch", "epoch", old.number),
                    None => Refusal::new("key_other", Value::Null),
                });
            }
            None => return Err(Refusal::new("key_other", Value::Null)),
        }
        if tx.key()?.is_err() {
            let moment = desk.moment(&shops::shop(tx)?);
            tx.put_key_back(seed, &desk.stamp(moment))?;
        }
        page(tx)
    })
}

fn read_copy(path: &Path) -> Result<String, Refusal> {
    let shown = path.display().to_string();
    let refused = |detail: String| {
        Refusal::new(
            "key_copy_unreadable",
            json!({ "path": shown, "detail": detail }),
        )
    };
    let long = std::fs::metadata(path)
        .map_err(|error| refused(error.to_string()))?
        .len();
    if long > keyfile::MOST_BYTES as u64 {
        return Err(Refusal::with(
            "key_copy_not_a_key",
            "detail",
            "it is too long",
        ));
    }
    std::fs::read_to_string(path).map_err(|error| refused(error.to_string()))
}

fn unreadable(error: &KeyfileError) -> Refusal {
    match error {
        KeyfileError::Passphrase => Refusal::new("passphrase_wrong", Value::Null),
        KeyfileError::Malformed { .. } | KeyfileError::Unsupported { .. } => {
            Refusal::with("key_copy_not_a_key", "detail", error.to_string())
        }
    }
}

/// Begins a new epoch under a new key. The old key signs the change while it is there; one that is lost cannot, and the
/// ledger says so.
pub(crate) fn rotate_key(
    app: &App,
    caller: &Caller,
    input: RotateKey,
) -> Result<KeysPage, Refusal> {
    let desk = app.desk(caller)?;
    app.begin(&desk)?;
    let note = text::text("note", &input.note.unwrap_or_default(), NOTE_LIMIT)?;
    let lost = input.lost.unwrap_or(false);
    let mut seed = Seed([0; 32]);
    desk.outside.chance(&mut seed.0);
    app.store.write(move |tx| -> Result<KeysPage, Refusal> {
        let how = match (lost, tx.key()?.is_ok()) {
            (false, true) => Succession::Rotated,
            (true, false) => Succession::KeyLost,
            (false, false) => return Err(Refusal::new("key_missing", Value::Null)),
            (true, true) => return Err(Refusal::new("key_not_lost", Value::Null)),
        };
        let moment = desk.moment(&shops::shop(tx)?);
        let stamps = [desk.stamp(moment), desk.stamp(moment)];
        tx.next_epoch(how, seed, note, [&stamps[0], &stamps[1]])?;
        timestamps::wish(tx, &desk)?;
        page(tx)
    })
}
