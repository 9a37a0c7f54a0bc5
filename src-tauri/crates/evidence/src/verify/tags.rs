//! What stands above the payload: `bagit.txt`, `bag-info.txt`, manifests, `fetch.txt`.

use super::manifest::{self, Algorithm, Manifest, Reading, lines};
use super::{Finding, NotAPack};
use crate::names;
use crate::pack::TAG_MANIFEST;
use crate::read::MOST_FILES;
use crate::why::Why;

/// Manifests may be long; 200,000 names fit.
const MOST_MANIFEST: u64 = 64 << 20;
/// A bag may have one for each hash, of its payload and of all else: what is held of them is bounded together.
const MOST_MANIFESTS: u64 = 2 * MOST_MANIFEST;
const MOST_NAMES: usize = 5 * MOST_FILES;
const MOST_TEXT: u64 = 1 << 20;

/// How the texts of a bag are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Utf8,
    Utf16,
    Latin1,
}

/// The bag by its own account.
#[derive(Debug)]
pub(super) struct Bag {
    /// Of the payload.
    pub(super) manifests: Vec<Manifest>,
    /// Of everything else.
    pub(super) tag_manifests: Vec<Manifest>,
    /// Before 1.0 one manifest was enough to list a file, and could list it twice.
    pub(super) every_manifest_is_whole: bool,
    /// What is said about the payload's size: bytes and files.
    pub(super) oxum: Option<(u64, u64)>,
}

pub(super) fn read(finding: &mut Finding<'_>) -> Result<Bag, NotAPack> {
    let (version, encoding) = declaration(finding);
    let mut bag = Bag {
        manifests: Vec::new(),
        tag_manifests: Vec::new(),
        every_manifest_is_whole: version >= (1, 0),
        oxum: None,
    };
    let opened = finding.opened;
    let mut room = Room {
        bytes: MOST_MANIFESTS,
        names: MOST_NAMES,
    };
    for name in opened.items.keys().filter(|name| !name.contains('/')) {
        let Some(rest) = name.strip_suffix(".txt") else {
            continue;
        };
        let (algorithm, of_tags) = match (
            rest.strip_prefix("manifest-"),
            rest.strip_prefix("tagmanifest-"),
        ) {
            (Some(algorithm), _) => (algorithm, false),
            (_, Some(algorithm)) => (algorithm, true),
            _ => continue,
        };
        let Some(algorithm) = Algorithm::named(algorithm) else {
            let why = "its hash is not known here, so it shows nothing";
            finding.defect("unsupported", name, Why::new("hash_unknown", why));
            continue;
        };
        let reading = Reading {
            algorithm,
            twice: !bag.every_manifest_is_whole,
            most: room.names,
        };
        if let Some(manifest) = one_manifest(finding, name, reading, &mut room, encoding)? {
            if of_tags {
                bag.tag_manifests.push(manifest);
            } else {
                bag.manifests.push(manifest);
            }
        }
    }
    if bag.manifests.is_empty() {
        let why = Why::new("no_manifest", "there is no manifest");
        finding.defect("missing", "manifest-sha256.txt", why);
    }
    information(finding, &mut bag, encoding);
    fetched(finding, &bag, encoding)?;
    Ok(bag)
}

/// What is left for the manifests that are still to be read.
struct Room {
    bytes: u64,
    names: usize,
}

/// `bagit.txt`: exactly two lines (RFC 8493 §2.1.1).
fn declaration(finding: &mut Finding<'_>) -> ((u32, u32), Encoding) {
    let usual = ((1, 0), Encoding::Utf8);
    let Some(bytes) = finding.short("bagit.txt", MOST_TEXT) else {
        return usual;
    };
    let text = String::from_utf8_lossy(&bytes).replace("\r\n", "\n");
    let lines: Vec<&str> = text.split_terminator('\n').collect();
    let read = match lines.as_slice() {
        [version, encoding] => version
            .strip_prefix("BagIt-Version: ")
            .and_then(|version| version.trim_end().split_once('.'))
            .and_then(|(major, minor)| Some((major.parse().ok()?, minor.parse().ok()?)))
            .zip(
                encoding
                    .strip_prefix("Tag-File-Character-Encoding: ")
                    .and_then(encoding_named),
            ),
        _ => None,
    };
    match read {
        Some((version, encoding)) if ((0, 93)..=(1, 0)).contains(&version) => (version, encoding),
        Some(_) => {
            let why = "its version is not known here";
            finding.defect("unsupported", "bagit.txt", Why::new("version_unknown", why));
            usual
        }
        None => {
            let why = "it is not the two lines that declare a bag";
            finding.defect("malformed", "bagit.txt", Why::new("no_declaration", why));
            usual
        }
    }
}

fn encoding_named(name: &str) -> Option<Encoding> {
    match name.trim().to_ascii_uppercase().as_str() {
        "UTF-8" => Some(Encoding::Utf8),
        "UTF-16" => Some(Encoding::Utf16),
        "ISO-8859-1" => Some(Encoding::Latin1),
        _ => None,
    }
}

/// The text in place of its bytes, which may be many.
fn decode(bytes: Vec<u8>, encoding: Encoding) -> Option<String> {
    match encoding {
        Encoding::Utf8 => {
            let mut text = String::from_utf8(bytes).ok()?;
            let marks = text.len() - text.trim_start_matches('\u{FEFF}').len();
            text.drain(..marks);
            Some(text)
        }
        Encoding::Latin1 => Some(bytes.iter().map(|&byte| char::from(byte)).collect()),
        Encoding::Utf16 => {
            // Without a mark the larger byte comes first (RFC 2781 §4.3).
            let little = bytes.starts_with(&[0xFF, 0xFE]);
            let marked = little || bytes.starts_with(&[0xFE, 0xFF]);
            let (pairs, []) = bytes[if marked { 2 } else { 0 }..].as_chunks::<2>() else {
                return None;
            };
            let unit = |pair: &[u8; 2]| {
                if little {
                    u16::from_le_bytes(*pair)
                } else {
                    u16::from_be_bytes(*pair)
                }
            };
            let units = pairs.iter().map(unit);
            char::decode_utf16(units).collect::<Result<_, _>>().ok()
        }
    }
}

fn text(finding: &mut Finding<'_>, path: &str, most: u64, encoding: Encoding) -> Option<String> {
    let bytes = finding.short(path, most)?;
    if path == TAG_MANIFEST {
        finding.tag_manifest.clone_from(&bytes);
    }
    let text = decode(bytes, encoding);
    if text.is_none() {
        let why = "it is not written in the encoding that bagit.txt names";
        finding.defect("malformed", path, Why::new("other_encoding", why));
    }
    text
}

fn one_manifest(
    finding: &mut Finding<'_>,
    path: &str,
    reading: Reading,
    room: &mut Room,
    encoding: Encoding,
) -> Result<Option<Manifest>, NotAPack> {
    let most = MOST_MANIFEST.min(room.bytes);
    let Some(text) = text(finding, path, most, encoding) else {
        return Ok(None);
    };
    room.bytes = room.bytes.saturating_sub(text.len() as u64);
    let manifest = manifest::parse(path, &text, reading, &mut |line, read| {
        if let Err(why) = read {
            finding.bad_line(path, line, why);
        }
        finding.step()
    })?;
    room.names = room.names.saturating_sub(manifest.hashes.len());
    Ok(Some(manifest))
}

/// `bag-info.txt`: labels and values; a line that begins with a blank goes on with the one before it.
fn information(finding: &mut Finding<'_>, bag: &mut Bag, encoding: Encoding) {
    const PATH: &str = "bag-info.txt";
    if !finding.opened.items.contains_key(PATH) {
        return;
    }
    let Some(text) = text(finding, PATH, MOST_TEXT, encoding) else {
        return;
    };
    let mut last: Option<String> = None;
    for (at, line) in lines(&text).enumerate() {
        if line.starts_with([' ', '\t'])
            && let Some(value) = last
                .as_ref()
                .and_then(|label| finding.report.info.get_mut(label))
        {
            value.push(' ');
            value.push_str(line.trim());
        } else if let Some((label, value)) = line.split_once(':') {
            let label = label.trim().to_owned();
            let value = value.trim().to_owned();
            finding.report.info.insert(label.clone(), value);
            last = Some(label);
        } else if !line.trim().is_empty() {
            let why = Why::new("no_label", "it is not a label and a value");
            finding.bad_line(PATH, at + 1, why);
        }
    }
    let oxum = finding.report.info.get("Payload-Oxum").cloned();
    if let Some(oxum) = oxum {
        let parts = oxum.split_once('.');
        bag.oxum =
            parts.and_then(|(bytes, files)| Some((bytes.parse().ok()?, files.parse().ok()?)));
        if bag.oxum.is_none() {
            let why = Why::new("oxum_unreadable", "its Payload-Oxum cannot be read");
            finding.defect("malformed", PATH, why);
        }
    }
}

/// `fetch.txt`: files that are elsewhere. Nothing is fetched here; what is not there is not there.
fn fetched(finding: &mut Finding<'_>, bag: &Bag, encoding: Encoding) -> Result<(), NotAPack> {
    const PATH: &str = "fetch.txt";
    if !finding.opened.items.contains_key(PATH) {
        return Ok(());
    }
    let Some(text) = text(finding, PATH, MOST_MANIFEST, encoding) else {
        return Ok(());
    };
    for (at, line) in lines(&text).enumerate() {
        finding.step()?;
        let mut parts = line.splitn(3, [' ', '\t']);
        let (Some(_), Some(_), Some(name)) = (parts.next(), parts.next(), parts.next()) else {
            let why = "it is not an address, a length and a name";
            finding.bad_line(PATH, at + 1, Why::new("no_address", why));
            continue;
        };
        let name = names::unescaped(name.trim_start());
        let listed = bag
            .manifests
            .iter()
            .any(|manifest| manifest.hashes.contains_key(&name));
        if names::is_inside(&name).is_err() || !name.starts_with("data/") || !listed {
            let why = "it names a file that no manifest lists";
            finding.bad_line(PATH, at + 1, Why::new("not_listed", why));
        } else if !finding.opened.items.contains_key(&name) {
            let why = "it is still to be fetched from elsewhere";
            finding.defect("incomplete", &name, Why::new("to_be_fetched", why));
        }
    }
    Ok(())
}
