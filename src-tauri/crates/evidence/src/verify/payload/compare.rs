//! The names of the manifests against those of the files: altered, missing, extra, renamed. Each step is one look-up,
//! however many names there are on either side.

use std::collections::{BTreeMap, BTreeSet};

use super::super::manifest::Algorithm;
use super::super::tags::Bag;
use super::super::{Finding, NotAPack};
use super::{Hashed, other_hash};
use crate::names;
use crate::why::Why;

/// The files by their names in one normal form, for those that have another: what one system writes as one character
/// another keeps as two, and a manifest goes along as it is.
struct Names<'h> {
    hashed: &'h BTreeMap<&'h String, Hashed>,
    by_form: BTreeMap<String, &'h String>,
}

impl<'h> Names<'h> {
    fn of(hashed: &'h BTreeMap<&'h String, Hashed>) -> Self {
        let other_than_ascii = hashed.keys().filter(|name| !name.is_ascii());
        let by_form = other_than_ascii.map(|name| (names::composed(name), *name));
        Self {
            hashed,
            by_form: by_form.collect(),
        }
    }

    /// The file that a manifest means by this name.
    fn meant(&self, name: &String) -> Option<(&'h String, &'h Hashed)> {
        let found = self.hashed.get_key_value(name);
        let (name, hashed) = found.or_else(|| {
            let composed = (!name.is_ascii()).then(|| names::composed(name))?;
            self.hashed.get_key_value(*self.by_form.get(&composed)?)
        })?;
        Some((*name, hashed))
    }
}

pub(super) fn check(
    finding: &mut Finding<'_>,
    bag: &Bag,
    hashed: &BTreeMap<&String, Hashed>,
) -> Result<(), NotAPack> {
    let names = Names::of(hashed);
    // How many of the manifests list a file, and which was the last; two spellings of one name in it count once.
    let mut listed: BTreeMap<&String, (usize, usize)> = BTreeMap::new();
    let mut missing: BTreeMap<&String, Option<&Vec<u8>>> = BTreeMap::new();
    for (nth, manifest) in bag.manifests.iter().enumerate() {
        for (name, expected) in &manifest.hashes {
            finding.step()?;
            if !name.starts_with("data/") {
                let why = "a manifest of the payload lists it, and it is not in data/";
                finding.defect("malformed", name, Why::new("not_in_data", why));
                continue;
            }
            let Some((file, hashes)) = names.meant(name) else {
                let by_sha256 = (manifest.algorithm == Algorithm::Sha256).then_some(expected);
                let known = missing.entry(name).or_default();
                *known = known.or(by_sha256);
                continue;
            };
            let (times, last) = listed.entry(file).or_default();
            if *times == 0 || *last != nth {
                (*times, *last) = (*times + 1, nth);
            }
            match hashes {
                Err(why) => finding.defect("altered", name, why.clone()),
                Ok(hashes) if hashes.get(&manifest.algorithm) != Some(expected) => {
                    finding.defect("altered", name, other_hash(manifest));
                }
                Ok(_) => {}
            }
        }
    }
    // Before 1.0 one manifest was enough to list a file.
    let enough = if bag.every_manifest_is_whole {
        bag.manifests.len()
    } else {
        1
    };
    let unlisted = |name: &&&String| listed.get(**name).is_none_or(|(times, _)| *times < enough);
    let extra: Vec<&String> = hashed.keys().filter(unlisted).copied().collect();
    told(finding, hashed, &missing, extra)
}

/// What is missing under one name and there under another is told as that.
fn told(
    finding: &mut Finding<'_>,
    hashed: &BTreeMap<&String, Hashed>,
    missing: &BTreeMap<&String, Option<&Vec<u8>>>,
    extra: Vec<&String>,
) -> Result<(), NotAPack> {
    let mut by_hash: BTreeMap<&Vec<u8>, Vec<&String>> = BTreeMap::new();
    // The last first: they are taken from the end.
    for name in extra.iter().rev() {
        if let Some(Ok(hashes)) = hashed.get(name)
            && let Some(hash) = hashes.get(&Algorithm::Sha256)
        {
            by_hash.entry(hash).or_default().push(name);
        }
    }
    let mut renamed = BTreeSet::new();
    for (name, expected) in missing {
        finding.step()?;
        let same = expected.and_then(|expected| by_hash.get_mut(expected));
        match same.and_then(Vec::pop) {
            Some(other) => {
                renamed.insert(other);
                finding.defect("renamed", name, {
                    let why = format!("it is there as {other}");
                    Why::new("there_as", why).with("other", other)
                });
            }
            None => finding.defect("missing", name, Why::new("listed", "a manifest lists it")),
        }
    }
    for name in extra {
        finding.step()?;
        if !renamed.contains(name) {
            let why = Why::new("not_listed", "no manifest lists it");
            finding.defect("extra", name, why);
        }
    }
    Ok(())
}
