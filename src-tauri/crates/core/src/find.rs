//! The search of first aid: what is on the screen, typed in a hurry, in either language, leads to a code, a screen text,
//! a symptom or a step.
//!
//! Texts are compared without case, spaces, signs and full-width forms. An exact code comes first; then the same text,
//! then one text within the other, then what is merely alike: one stroke wrong on a keyboard, or a look-alike from the
//! candidate list of an input method, still finds.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization;

use crate::codes::{self, Both, Lang, OwnText};
use crate::guide;

/// Most results of one query.
pub const MOST: usize = 8;
/// Characters of a query that are looked at; nobody types more, and what is pasted must not cost more.
const QUERY_LIMIT: usize = 60;
/// Below this likeness, in thousandths, two texts have nothing to do with each other.
const ALIKE: u16 = 500;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FoundKind {
    /// A response code; its id is the code.
    Code,
    /// A text that terminals show.
    ScreenText,
    /// A symptom.
    Symptom,
    /// A step of the guide.
    Step,
}

/// One result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Found {
    /// What it is.
    pub kind: FoundKind,
    /// Its id among its kind.
    pub id: String,
    /// How well it fits, 500 to 1000; a code that was typed as such has 2000.
    pub score: u16,
    /// How it reads, in the language that was asked for; an own text as it was entered.
    pub text: String,
    /// The step that it leads to.
    pub step: String,
}

/// A text with an id, in both languages: the words of a symptom or a step, which this crate does not know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Titled {
    /// Whether it is a symptom or a step.
    pub kind: FoundKind,
    /// Its id.
    pub id: String,
    /// Its words.
    pub text: Both,
}

struct Entry {
    kind: FoundKind,
    id: String,
    shown: Both,
    step: String,
    needles: Vec<Plain>,
}

/// A text as it is compared.
struct Plain {
    text: String,
    length: usize,
    pairs: Vec<(char, char)>,
}

impl Plain {
    fn of(text: &str, limit: usize) -> Plain {
        let kept = text.nfkc().flat_map(char::to_lowercase);
        let text: String = kept.filter(|c| c.is_alphanumeric()).take(limit).collect();
        let mut pairs: Vec<_> = text.chars().zip(text.chars().skip(1)).collect();
        pairs.sort_unstable();
        pairs.dedup();
        Plain {
            length: text.chars().count(),
            text,
            pairs,
        }
    }

    /// How alike two texts are, in thousandths; see the module's head for the order.
    fn likeness(&self, query: &Plain) -> u16 {
        if self.length == 0 || query.length == 0 {
            return 0;
        }
        if self.text == query.text {
            return 1000;
        }
        let (short, long) = (self.length.min(query.length), self.length.max(query.length));
        let share = thousandths(short, long);
        if self.text.contains(&query.text) {
            return 800 + share / 10;
        }
        // One sign alone stands in half of all sentences, and a short word within a long query says little.
        let within = match self.length > 1 && query.text.contains(&self.text) {
            true => ALIKE + share / 10 * 3,
            false => 0,
        };
        let shared = query.pairs.iter().filter(|pair| self.has(pair)).count();
        // Most texts share nothing with the query; they need no closer look.
        if shared == 0 {
            return within;
        }
        let part = thousandths(shared, query.pairs.len()) / 4 * 3;
        // A text three times as long as the other is never alike as a whole, and comparing is what costs.
        let close = if short * 3 < long {
            0.0
        } else {
            let edits = strsim::normalized_damerau_levenshtein(&self.text, &query.text);
            strsim::sorensen_dice(&self.text, &query.text).max(edits)
        };
        // Both are within 0 and 1, so the figure fits.
        let close = ((close * 1000.0) as u16).max(part);
        if close < ALIKE {
            return within;
        }
        // What is merely alike stays below one text within the other, and keeps its own order.
        within.max(ALIKE + (close - ALIKE) / 2)
    }

    fn has(&self, pair: &(char, char)) -> bool {
        self.pairs.binary_search(pair).is_ok()
    }
}

fn thousandths(part: usize, whole: usize) -> u16 {
    u16::try_from(part * 1000 / whole.max(1)).unwrap_or(u16::MAX)
}

/// Everything that can be found, made ready once.
pub struct Index {
    entries: Vec<Entry>,
}

impl Index {
    /// Takes in the codes and screen texts of this crate, and the titles given: those of symptoms and steps. A title of
    /// an unknown symptom leads nowhere and is left out.
    pub fn new(titles: &[Titled]) -> Index {
        let codes = codes::codes().iter().map(of_code);
        let screens = guide::guide().screen_texts.iter().map(of_screen_text);
        let titles = titles.iter().filter_map(of_title);
        Index {
            entries: codes.chain(screens).chain(titles).collect(),
        }
    }

    /// The best results for what was typed, at most [`MOST`], best first. `own` texts are searched as well, and are what
    /// is shown for their code.
    pub fn find(&self, query: &str, own: &[OwnText], lang: Lang) -> Vec<Found> {
        let plain = Plain::of(query, QUERY_LIMIT);
        let code = codes::normalised(query);
        let own_entries: Vec<Entry> = own.iter().map(of_own).collect();
        let mut found: Vec<Found> = Vec::new();
        for entry in own_entries.iter().chain(&self.entries) {
            let typed = entry.kind == FoundKind::Code && code.as_ref() == Some(&entry.id);
            let score = if typed {
                2000
            } else {
                let scores = entry.needles.iter().map(|needle| needle.likeness(&plain));
                scores.max().unwrap_or(0)
            };
            if score < ALIKE {
                continue;
            }
            let same = |one: &&mut Found| one.kind == entry.kind && one.id == entry.id;
            match found.iter_mut().find(same) {
                Some(earlier) => earlier.score = earlier.score.max(score),
                None => found.push(entry.found(score, own, lang)),
            }
        }
        found.sort_by(|a, b| b.score.cmp(&a.score).then(a.kind.cmp(&b.kind)));
        found.truncate(MOST);
        found
    }
}

impl Entry {
    fn found(&self, score: u16, own: &[OwnText], lang: Lang) -> Found {
        let text = match self.kind {
            FoundKind::Code => codes::told(&self.id, own, lang).meaning,
            _ => self.shown.say(lang).to_owned(),
        };
        Found {
            kind: self.kind,
            id: self.id.clone(),
            score,
            text,
            step: self.step.clone(),
        }
    }
}

fn needles<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<Plain> {
    let mut needles = Vec::new();
    for text in texts {
        needles.push(Plain::of(text, usize::MAX));
        // What stands in brackets explains: the words before it are what a screen shows.
        if let Some((before, _)) = text.split_once(['（', '(']) {
            needles.push(Plain::of(before, usize::MAX));
        }
    }
    needles.retain(|needle| needle.length > 0);
    needles
}

fn of_code(code: &codes::ResponseCode) -> Entry {
    let meanings = [Some(&code.meaning), code.meaning_newer.as_ref()];
    let texts = meanings.into_iter().flatten();
    Entry {
        kind: FoundKind::Code,
        id: code.code.clone(),
        shown: code.meaning.clone(),
        step: guide::next_after_code(&code.code).to_owned(),
        needles: needles(texts.flat_map(|both| [both.zh.as_str(), both.en.as_str()])),
    }
}

fn of_screen_text(text: &guide::ScreenText) -> Entry {
    Entry {
        kind: FoundKind::ScreenText,
        id: text.id.clone(),
        shown: text.usual(),
        step: text.step.clone(),
        needles: needles(text.zh.iter().chain(&text.en).map(String::as_str)),
    }
}

fn of_title(title: &Titled) -> Option<Entry> {
    let mut texts = vec![title.text.zh.as_str(), title.text.en.as_str()];
    let step = match title.kind {
        FoundKind::Symptom => {
            let mut symptoms = guide::guide().symptoms.iter();
            let symptom = symptoms.find(|symptom| symptom.id == title.id)?;
            texts.extend(symptom.said.iter().map(String::as_str));
            guide::step(&symptom.first)?
        }
        _ => guide::step(&title.id)?,
    };
    Some(Entry {
        kind: title.kind,
        id: title.id.clone(),
        shown: title.text.clone(),
        step: step.id.clone(),
        needles: needles(texts),
    })
}

fn of_own(own: &OwnText) -> Entry {
    let id = codes::normalised(&own.code).unwrap_or_else(|| own.code.trim().to_uppercase());
    Entry {
        kind: FoundKind::Code,
        step: guide::next_after_code(&id).to_owned(),
        id,
        shown: Both {
            zh: own.meaning.clone(),
            en: own.meaning.clone(),
        },
        needles: needles([own.meaning.as_str()]),
    }
}

#[cfg(test)]
#[path = "find_tests.rs"]
mod tests;
