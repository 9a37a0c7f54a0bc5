//! What stands on a pack as a whole: the signature, the key, the timestamp; and that nothing stands beside it.

use std::collections::BTreeSet;

use super::manifest::Algorithm;
use super::tags::Bag;
use super::{Finding, Stamped, instant};
use crate::names;
use crate::pack::{ALWAYS, FORM, LABEL, ROOTS, SIGNATURE, SIGNERS, TAG_MANIFEST, TOKEN};
use crate::read::too_long;
use crate::sshsig::{self, PublicKey, SshsigError};
use crate::timestamp::{self, Timestamp, TimestampError};
use crate::why::Why;

const MOST_TEXT: u64 = 1 << 20;
/// Roots in one pack, and their PEM: each is tried with each timestamp.
const MOST_ROOTS: usize = 32;
const MOST_PEM: u64 = 256 << 10;

pub(super) fn check(finding: &mut Finding<'_>, bag: &Bag) {
    whole(finding, bag);
    if let Some(key) = signature(finding) {
        known(finding, &key);
    }
    token(finding);
}

/// A pack has what every pack has, nothing beside what is signed, and names that every system takes.
fn whole(finding: &mut Finding<'_>, bag: &Bag) {
    let opened = finding.opened;
    for path in ALWAYS.iter().chain([&TAG_MANIFEST]) {
        if !opened.items.contains_key(*path) {
            finding.defect("missing", path, Why::new("always", "every pack has it"));
        }
    }
    if finding.report.info.get(LABEL).map(String::as_str) != Some(FORM) {
        let detail = "it does not say that this is a pack of a form that is known here";
        finding.defect(
            "unsupported",
            "bag-info.txt",
            Why::new("form_unknown", detail),
        );
    }
    let signed: BTreeSet<&String> = bag
        .tag_manifests
        .iter()
        .filter(|manifest| manifest.algorithm == Algorithm::Sha256)
        .flat_map(|manifest| manifest.hashes.keys())
        .collect();
    for name in opened.items.keys() {
        let beside = [TAG_MANIFEST, SIGNATURE, TOKEN].contains(&name.as_str());
        if !name.starts_with("data/") && !beside && !signed.contains(name) {
            let why = Why::new("not_covered", "the signature does not cover it");
            finding.defect("extra", name, why);
        }
        if !names::is_plain(name) {
            let why = Why::new("name_unusable", "a pack has no such names");
            finding.defect("malformed", name, why);
        }
    }
    for required in ALWAYS.iter().filter(|path| !path.starts_with("data/")) {
        let required = (*required).to_owned();
        if required != SIGNATURE && !signed.contains(&required) {
            let why = Why::new("not_covered", "the tag manifest does not list it");
            finding.defect("missing", &required, why);
        }
    }
}

fn signature(finding: &mut Finding<'_>) -> Option<PublicKey> {
    let bytes = finding.opened.whole(SIGNATURE, MOST_TEXT).ok().flatten()?;
    let text = String::from_utf8_lossy(&bytes);
    match sshsig::verify(&text, sshsig::PACK, &finding.tag_manifest) {
        Ok(key) => {
            finding.report.signed_by = Some(key.fingerprint());
            Some(key)
        }
        Err(error) => {
            finding.defect("wrong_signature", SIGNATURE, unsigned(&error));
            None
        }
    }
}

/// Whether the key is the one that was named elsewhere, or one that it handed over to.
pub(super) fn whose(finding: &mut Finding<'_>) {
    let (Some(wanted), Some(found)) = (&finding.wanted.key, finding.report.signed_by.clone())
    else {
        return;
    };
    if bare(wanted) == bare(&found) {
        return;
    }
    let named = |key: &&String| bare(key) == bare(wanted);
    let mut key = finding.handovers.keys().find(named);
    // No key comes back, so each handover is gone along once at most.
    for _ in 0..finding.handovers.len() {
        key = key.and_then(|key| finding.handovers.get(key));
        if key == Some(&found) {
            finding.report.key_follows = true;
            return;
        }
    }
    let why = format!("it is signed by {found}, not by {wanted}");
    let why = Why::new("signed_by_other", why)
        .with("found", &found)
        .with("wanted", wanted);
    finding.defect("unknown_key", SIGNATURE, why);
}

/// Whether the key is the one that the pack names to people and to stock tools.
fn known(finding: &mut Finding<'_>, key: &PublicKey) {
    // Whoever signs somebody else's pack anew would like to leave the shop's own fingerprint standing in it.
    let told = finding.report.info.get("Kaizhang-Key").cloned();
    if let Some(told) = told.filter(|told| *told != key.fingerprint()) {
        let why = format!("it says that {told} signed, and another key did");
        let why = Why::new("key_told_other", why).with("told", &told);
        finding.defect("unknown_key", "bag-info.txt", why);
    }
    let shop = finding.report.info.get("Kaizhang-Shop").cloned();
    let expected = shop.map(|shop| sshsig::allowed_signer(&shop, sshsig::PACK, key));
    if let Some(bytes) = finding.short(SIGNERS, MOST_TEXT)
        && Some(bytes) != expected.map(String::into_bytes)
    {
        let why = "it does not name the key that signed, and that key alone";
        finding.defect("unknown_key", SIGNERS, Why::new("signers_differ", why));
    }
}

fn unsigned(error: &SshsigError) -> Why {
    let why = |code| Why::new(code, error.to_string());
    match error {
        SshsigError::Wrong => why("signature_wrong"),
        SshsigError::KeyKind { .. } | SshsigError::Namespace { .. } => why("signature_other"),
        SshsigError::Malformed { .. } | SshsigError::KeyUnfit | SshsigError::KeyUnreadable => {
            why("signature_unreadable")
        }
    }
}

fn untimed(error: TimestampError) -> Why {
    let why = |code| Why::new(code, error.to_string());
    match &error {
        TimestampError::Malformed { .. } | TimestampError::Refused { .. } => {
            why("token_unreadable")
        }
        TimestampError::OtherDigest | TimestampError::OtherNonce => why("token_other_hash"),
        TimestampError::Signature { .. } => why("token_signature"),
        TimestampError::Usage => why("token_usage"),
        TimestampError::Expired { at } => why("token_expired").with("at", at),
        TimestampError::Chain { .. } => why("token_untrusted"),
        TimestampError::RootUnreadable => why("token_no_root"),
    }
}

fn bare(fingerprint: &str) -> &str {
    let text = fingerprint.trim();
    text.strip_prefix("SHA256:")
        .unwrap_or(text)
        .trim_end_matches('=')
}

fn token(finding: &mut Finding<'_>) {
    let Ok(Some(answer)) = finding.opened.whole(TOKEN, timestamp::MOST_BYTES as u64) else {
        if finding.opened.items.contains_key(TOKEN) {
            let why = Why::new("token_unreadable", "it cannot be read");
            finding.defect("token_mismatch", TOKEN, why);
        }
        return;
    };
    let digest = <sha2::Sha256 as sha2::Digest>::digest(&finding.tag_manifest).into();
    if let Some(stamp) = stamp(finding, TOKEN, &answer, &digest) {
        finding.report.timestamps.push(stamp);
    }
}

/// Checks a timestamp on this SHA-256; why it is not good is a defect.
pub(super) fn stamp(
    finding: &mut Finding<'_>,
    path: &str,
    answer: &[u8],
    digest: &[u8; 32],
) -> Option<Stamped> {
    match checked(finding, answer, digest) {
        Ok(stamp) => Some(Stamped {
            path: path.to_owned(),
            at: instant(&stamp.at),
            authority: stamp.authority,
            root_sha256: stamp.root_sha256,
            entries: None,
        }),
        Err(why) => {
            finding.defect("token_mismatch", path, why);
            None
        }
    }
}

fn checked(finding: &Finding<'_>, answer: &[u8], digest: &[u8; 32]) -> Result<Timestamp, Why> {
    let token = timestamp::token_of(answer).map_err(untimed)?;
    if timestamp::response_of(token) != answer {
        let why = "it is not written in the one form that packs have";
        return Err(Why::new("token_unreadable", why));
    }
    let own;
    let roots = if finding.wanted.roots.is_empty() {
        let pem = finding.opened.whole(ROOTS, MOST_PEM)?;
        let why = "there is no root certificate to check it against";
        let pem = pem.ok_or_else(|| Why::new("token_no_root", why))?;
        own = timestamp::roots_of_pem(&String::from_utf8_lossy(&pem)).map_err(untimed)?;
        if own.len() > MOST_ROOTS {
            return Err(too_long());
        }
        &own
    } else {
        &finding.wanted.roots
    };
    let wanted = timestamp::Wanted {
        digest,
        nonce: None,
        roots,
        now: None,
    };
    timestamp::verify(token, &wanted).map_err(untimed)
}
