//! What an upload form of a bank or a wallet takes, and how the files of a case are made to fit.
//!
//! The limits are data (`data/upload_profiles.json`) with the day on which they were last looked over and where they come
//! from: schemes change them. Nothing is enlarged, and nothing is dropped in silence: what is too much for one answer to
//! the form goes into a second set, and what fits none is named with the reason.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::time::Day;

/// What a file is, as far as an upload form cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "UploadKind")]
pub enum Form {
    /// A JPEG.
    Jpeg,
    /// A PNG.
    Png,
    /// A PDF, taken as it is or not at all.
    Pdf,
    /// Another picture, of which a JPEG can be made.
    Picture,
    /// Anything else.
    Other,
}

impl Form {
    /// The ending of a file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Form::Jpeg | Form::Picture => "jpg",
            Form::Png => "png",
            Form::Pdf => "pdf",
            Form::Other => "bin",
        }
    }

    fn is_picture(self) -> bool {
        matches!(self, Form::Jpeg | Form::Png | Form::Picture)
    }
}

/// What the name of a file may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "UploadNames")]
struct NameRule {
    /// Most characters, the ending included.
    longest: usize,
    /// Not even a dash, but for the dot before the ending.
    only_letters_and_digits: bool,
}

/// What one form takes. A limit that is not there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "UploadForm")]
pub struct Profile {
    /// What it is asked for by.
    pub id: String,
    /// Where the limits come from.
    pub source: String,
    /// Nobody compared them with the scheme's own words yet.
    pub unverified: bool,
    takes: Vec<Form>,
    /// Most bytes of a file.
    file_bytes: Option<u64>,
    /// Most bytes of all files of a set.
    total_bytes: Option<u64>,
    /// Most files of a set.
    files: Option<usize>,
    /// Most pages of a set.
    pages: Option<u32>,
    /// Most pixels of a picture.
    pub pixels: Option<u64>,
    name: NameRule,
    /// The name of the list of what was done.
    pub list: String,
}

/// All of them.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "UploadForms")]
pub struct Profiles {
    /// When they were last looked over.
    #[ts(type = "string")]
    pub as_of: Day,
    /// In the order in which they are offered.
    pub profiles: Vec<Profile>,
}

/// The profiles that are compiled in. A test proves that they can be read and are whole.
pub fn profiles() -> &'static Profiles {
    static PROFILES: OnceLock<Profiles> = OnceLock::new();
    let read = || serde_json::from_str(include_str!("../data/upload_profiles.json"));
    PROFILES.get_or_init(|| read().unwrap_or_default())
}

/// A file that is to be uploaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// What it is.
    pub form: Form,
    /// Its length.
    pub bytes: u64,
    /// Its pages, as far as they can be counted; a picture is one.
    pub pages: Option<u32>,
    /// Pixels of a picture; none where it cannot be opened.
    pub pixels: u64,
}

/// What becomes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It goes as it is.
    Keep {
        /// In this set, counted from one.
        set: usize,
    },
    /// A JPEG is made of it, of at most so many bytes.
    Shrink {
        /// In this set, counted from one.
        set: usize,
        /// So many.
        at_most: u64,
    },
    /// It stays at home.
    LeaveOut(Why),
}

impl Step {
    /// The set that it goes into.
    pub fn set(self) -> Option<usize> {
        match self {
            Step::Keep { set } | Step::Shrink { set, .. } => Some(set),
            Step::LeaveOut(_) => None,
        }
    }
}

/// Why a file stays at home: it would fit no set, however empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "LeftOutWhy")]
pub enum Why {
    /// Files of its kind are not taken.
    Form,
    /// It is too large, and nothing smaller can be made of it.
    Large,
    /// It is a picture that cannot be opened: as it is it does not fit, and nothing smaller can be made of it.
    Unreadable,
    /// It alone has more pages than are taken.
    Pages,
    /// Its pages cannot be counted, and their number matters.
    PagesUnknown,
}

/// What a set had no more of when the next file came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "SetFull")]
pub enum Full {
    /// Room: all files of a set together.
    Room,
    /// As many files are in it as are taken.
    Files,
    /// Pages.
    Pages,
}

/// What becomes of the files of a case: an upload form can be answered more than once, so what is too much for one
/// answer goes into the next.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// What becomes of each file.
    pub steps: Vec<Step>,
    /// For each set but the last, what it had no more of.
    pub full: Vec<Full>,
}

/// A picture gives way to others of its set, but not below this: a photo of a slip of 1600 pixels stays readable. Where
/// that would not do, another set begins.
const READABLE: u64 = 400_000;

/// What the smallest JPEG that is made anew may take.
const LEAST_REMADE: u64 = 60_000;

/// How much longer a JPEG may be than the picture of another kind that it is made of.
const REMADE: u64 = 4;

/// What is in a set so far, its pictures counted as small as they may become.
#[derive(Default)]
struct Taken {
    bytes: u64,
    pages: u32,
    files: Vec<usize>,
}

impl Profile {
    /// What becomes of each file. They keep their order: a set is filled with one after the other until the next would be
    /// too much, then the next set begins, and nothing goes back into an earlier one. Documents go as they are; the
    /// pictures of a set share what room these leave, so that a small one gives what it does not need to the others.
    pub fn plan(&self, offers: &[Offer]) -> Plan {
        let mut plan = Plan::default();
        let mut sets: Vec<Taken> = Vec::new();
        for (at, offer) in offers.iter().enumerate() {
            if let Some(why) = self.unfit(offer) {
                plan.steps.push(Step::LeaveOut(why));
                continue;
            }
            let open = sets.last().map(|set| self.full(set, offer));
            if let Some(full) = open.flatten() {
                plan.full.push(full);
            }
            if !matches!(open, Some(None)) {
                sets.push(Taken::default());
            }
            plan.steps.push(Step::Keep { set: sets.len() });
            if let Some(set) = sets.last_mut() {
                set.bytes += self.least(offer);
                set.pages += offer.pages.unwrap_or(0);
                set.files.push(at);
            }
        }
        for (at, set) in sets.into_iter().enumerate() {
            self.share(offers, at + 1, set.files, &mut plan.steps);
        }
        plan
    }

    /// Why a file would fit no set at all.
    fn unfit(&self, offer: &Offer) -> Option<Why> {
        if !self.remakes(offer) {
            if !self.takes.contains(&offer.form) {
                return Some(Why::Form);
            }
            if offer.bytes > self.most() {
                let is_damaged = offer.form.is_picture() && offer.pixels == 0;
                return Some(if is_damaged {
                    Why::Unreadable
                } else {
                    Why::Large
                });
            }
        }
        match (self.pages, offer.pages) {
            (Some(_), None) => Some(Why::PagesUnknown),
            (Some(most), Some(pages)) if pages > most => Some(Why::Pages),
            _ => None,
        }
    }

    /// What a set has no more of for this file.
    fn full(&self, set: &Taken, offer: &Offer) -> Option<Full> {
        let bytes = set.bytes.saturating_add(self.least(offer));
        let pages = set.pages.saturating_add(offer.pages.unwrap_or(0));
        if self.files.is_some_and(|most| set.files.len() >= most) {
            Some(Full::Files)
        } else if self.pages.is_some_and(|most| pages > most) {
            Some(Full::Pages)
        } else if self.total_bytes.is_some_and(|most| bytes > most) {
            Some(Full::Room)
        } else {
            None
        }
    }

    /// The most bytes that a single file can have.
    fn most(&self) -> u64 {
        let limits = [self.file_bytes, self.total_bytes];
        limits.into_iter().flatten().min().unwrap_or(u64::MAX)
    }

    /// Whether something smaller can be made of it. Not of a picture whose header tells no size.
    fn remakes(&self, offer: &Offer) -> bool {
        offer.form.is_picture() && offer.pixels > 0 && self.takes.contains(&Form::Jpeg)
    }

    fn as_it_is(&self, offer: &Offer) -> bool {
        self.takes.contains(&offer.form) && self.pixels.is_none_or(|most| offer.pixels <= most)
    }

    /// The bytes that a file would take if it had a set for itself.
    fn wants(&self, offer: &Offer) -> u64 {
        let remade = offer.bytes.saturating_mul(REMADE).max(LEAST_REMADE);
        let wants = if self.as_it_is(offer) {
            offer.bytes
        } else {
            remade
        };
        wants.min(self.most())
    }

    /// The bytes without which it does not go into a set.
    fn least(&self, offer: &Offer) -> u64 {
        if self.remakes(offer) {
            self.wants(offer).min(READABLE)
        } else {
            offer.bytes
        }
    }

    /// Shares a set's room among its pictures: whoever needs less than an equal part gets what it needs.
    fn share(&self, offers: &[Offer], set: usize, files: Vec<usize>, steps: &mut [Step]) {
        let (mut pictures, papers): (Vec<usize>, Vec<usize>) =
            files.into_iter().partition(|at| self.remakes(&offers[*at]));
        let taken: u64 = papers.iter().map(|at| offers[*at].bytes).sum();
        let mut room = self.total_bytes.unwrap_or(u64::MAX).saturating_sub(taken);
        pictures.sort_by_key(|at| self.wants(&offers[*at]));
        let mut left = pictures.len() as u64;
        for at in pictures {
            let offer = &offers[at];
            let given = self.wants(offer).min(room / left);
            (room, left) = (room - given, left - 1);
            if !self.as_it_is(offer) || given < offer.bytes {
                steps[at] = Step::Shrink {
                    set,
                    at_most: given,
                };
            }
        }
    }

    /// The name of the file with this number among so many: the number first, so that no two are alike, then as much as fits
    /// of what it was called, then the ending of what it is now.
    pub fn name(&self, number: usize, of: usize, called: &str, form: Form) -> String {
        let width = of.max(10).to_string().len();
        let dash = if self.name.only_letters_and_digits {
            ""
        } else {
            "-"
        };
        let mut name = format!("{number:0width$}{dash}");
        let ending = form.ending();
        let room = self.name.longest.saturating_sub(ending.len() + 1);
        let stem = called.rsplit_once('.').map_or(called, |(stem, _)| stem);
        let plain = stem.chars().filter(char::is_ascii_alphanumeric);
        let mut plain: String = plain.map(|c| c.to_ascii_lowercase()).collect();
        if plain.is_empty() {
            plain.push_str("file");
        }
        let room = room.saturating_sub(name.len());
        name.extend(plain.chars().take(room));
        format!("{name}.{ending}")
    }
}

#[cfg(test)]
#[path = "upload_tests.rs"]
mod tests;
