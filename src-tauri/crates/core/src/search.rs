//! Search over what people wrote: which tokens a text is kept by, what a person asked for, and where it stands.
//!
//! Chinese has no spaces, so a text is kept by each of its signs and each pair of neighbours: two signs, or one, are
//! found like a word. Words in letters and digits are found by their beginning. A few letters find Chinese by the
//! initials of its pinyin as well: `dw` finds 断网. Full-width forms and capitals make no difference.
//!
//! The tokens only narrow; what is shown was compared with the text itself ([`Query::find`]). All of it is data: there
//! is no language of queries, and quotes, stars and brackets are signs that part words.

use std::collections::BTreeSet;

use pinyin::ToPinyinMulti;
use serde::Serialize;
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization;

use crate::Refusal;

/// Characters that may be typed; what is longer was pasted by mistake.
pub const QUERY_LIMIT: usize = 200;
/// Most parts of a query that are looked for; the rest would narrow nothing any more.
const MOST_PIECES: usize = 12;
/// Beginnings of a word that are tokens of their own.
const BEGINNING: usize = 6;
/// Signs of a word that are kept; no word is longer, and what is none need not be.
const LONGEST_WORD: usize = 40;
/// Letters that can be initials.
const INITIALS: std::ops::RangeInclusive<usize> = 2..=8;
/// Signs of a snippet, and how many of them stand before the first hit.
const SNIPPET: usize = 120;
const LEAD: usize = 24;

/// One sign as it is compared, with its place in the text, counted in characters.
#[derive(Debug, Clone, Copy)]
struct Sign {
    c: char,
    at: usize,
}

/// Signs that belong together: a stretch of Chinese, or a word of letters and digits.
#[derive(Debug, Clone)]
struct Run {
    signs: Vec<Sign>,
    chinese: bool,
}

impl Run {
    fn text(&self) -> String {
        self.signs.iter().map(|sign| sign.c).collect()
    }
}

/// Written without spaces: Chinese, kana, Hangul.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

fn runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut parted = true;
    for (at, written) in text.chars().enumerate() {
        for c in std::iter::once(written).nfkc().flat_map(char::to_lowercase) {
            if !c.is_alphanumeric() {
                // A mark above a letter belongs to its word, and is not compared.
                parted |= !unicode_normalization::char::is_combining_mark(c);
                continue;
            }
            let sign = Sign { c, at };
            let chinese = is_chinese(c);
            match runs.last_mut() {
                Some(run) if !parted && run.chinese == chinese => run.signs.push(sign),
                _ => runs.push(Run {
                    signs: vec![sign],
                    chinese,
                }),
            }
            parted = false;
        }
    }
    runs
}

/// The first letters of all readings of a sign; none for what is not Chinese.
fn initials(c: char) -> BTreeSet<char> {
    let readings = c.to_pinyin_multi().into_iter().flatten();
    readings
        .filter_map(|reading| reading.plain().chars().next())
        .collect()
}

/// The tokens by which a text is kept, each of letters and digits, in order and once. Two words of different kinds never
/// share a token: initials have `y:` before them.
pub fn tokens(text: &str) -> BTreeSet<String> {
    let mut tokens = BTreeSet::new();
    for run in runs(text) {
        if !run.chinese {
            let word: Vec<char> = run.signs.iter().map(|sign| sign.c).collect();
            let word = &word[..word.len().min(LONGEST_WORD)];
            for length in 1..=word.len().min(BEGINNING) {
                tokens.insert(word[..length].iter().collect());
            }
            tokens.insert(word.iter().collect());
            continue;
        }
        for (place, sign) in run.signs.iter().enumerate() {
            tokens.insert(sign.c.to_string());
            if let Some(next) = run.signs.get(place + 1) {
                tokens.insert([sign.c, next.c].iter().collect());
                for one in initials(sign.c) {
                    let pairs = initials(next.c).into_iter();
                    tokens.extend(pairs.map(|other| format!("y:{one}{other}")));
                }
            }
        }
    }
    tokens
}

/// A token to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The token, of letters, digits, colons and dashes.
    pub text: String,
    /// Tokens that begin with it count too.
    pub beginning: bool,
}

fn whole(text: impl Into<String>) -> Token {
    Token {
        text: text.into(),
        beginning: false,
    }
}

/// One part of a query. Every part must be found.
#[derive(Debug, Clone)]
struct Piece {
    run: Run,
    /// Letters that may be the initials of Chinese signs.
    initials: bool,
    /// What it names, beside what it stands for itself: `i:network-internet` for 外网.
    names: Vec<String>,
}

/// What a person looks for.
#[derive(Debug, Clone)]
pub struct Query {
    pieces: Vec<Piece>,
}

/// From one character of a text to another, the latter not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[ts(rename = "TextRange")]
pub struct Range {
    /// Characters before it.
    pub from: usize,
    /// Characters up to its end.
    pub to: usize,
}

impl Query {
    /// Reads what was typed.
    pub fn read(typed: &str) -> Result<Query, Refusal> {
        let length = typed.chars().count();
        if length > QUERY_LIMIT {
            return Err(Refusal::NoteTooLong {
                limit: QUERY_LIMIT,
                length,
            });
        }
        let pieces = runs(typed).into_iter().take(MOST_PIECES).map(|run| {
            let latin = run.signs.iter().all(|sign| sign.c.is_ascii_lowercase());
            Piece {
                initials: latin && INITIALS.contains(&run.signs.len()),
                names: Vec::new(),
                run,
            }
        });
        let pieces: Vec<Piece> = pieces.collect();
        if pieces.is_empty() {
            return Err(Refusal::WordsNeeded {});
        }
        Ok(Query { pieces })
    }

    /// Lets each part also find what has a name that contains it: `named` are names with what they name, in as many
    /// languages as there are. One sign alone stands in too many names to mean one.
    pub fn name<'a>(&mut self, named: impl Iterator<Item = (&'a str, &'a str)> + Clone) {
        for piece in &mut self.pieces {
            if piece.run.signs.len() < 2 {
                continue;
            }
            let found = named
                .clone()
                .filter(|(name, _)| !piece.places(&runs(name)).is_empty());
            let names: BTreeSet<String> = found.map(|(_, what)| what.to_owned()).collect();
            piece.names = names.into_iter().collect();
        }
    }

    /// What to ask an index for: all of the parts, any way of each, all tokens of that way.
    pub fn wanted(&self) -> Vec<Vec<Vec<Token>>> {
        self.pieces.iter().map(Piece::ways).collect()
    }

    /// Where the parts stand in a text that is about `about`; `None` unless every part is found. A part that is found by
    /// what the text is about has no place in it.
    pub fn find(&self, text: &str, about: &str) -> Option<Vec<Range>> {
        let runs = runs(text);
        let mut ranges = Vec::new();
        for piece in &self.pieces {
            let places = piece.places(&runs);
            let named = about
                .split(' ')
                .any(|one| piece.names.iter().any(|name| name == one));
            if places.is_empty() && !named {
                return None;
            }
            ranges.extend(places);
        }
        Some(joined(ranges))
    }
}

impl Piece {
    fn ways(&self) -> Vec<Vec<Token>> {
        let signs: Vec<char> = self.run.signs.iter().map(|sign| sign.c).collect();
        let pairs = || signs.windows(2).map(|pair| pair.iter().collect::<String>());
        let itself = if self.run.chinese {
            match signs.as_slice() {
                [one] => vec![whole(*one)],
                _ => pairs().map(whole).collect(),
            }
        } else if signs.len() <= BEGINNING {
            vec![whole(self.run.text())]
        } else {
            vec![Token {
                text: signs.iter().take(LONGEST_WORD).collect(),
                beginning: true,
            }]
        };
        let mut ways = vec![itself];
        if self.initials {
            ways.push(pairs().map(|pair| whole(format!("y:{pair}"))).collect());
        }
        ways.extend(self.names.iter().map(|name| vec![whole(name.as_str())]));
        ways
    }

    /// Every place at which it stands.
    fn places(&self, runs: &[Run]) -> Vec<Range> {
        let wanted = &self.run.signs;
        let mut places = Vec::new();
        for run in runs {
            if run.signs.len() < wanted.len() {
                continue;
            }
            let fits = |from: usize, same: &dyn Fn(char, char) -> bool| {
                let signs = &run.signs[from..from + wanted.len()];
                let pairs = signs.iter().zip(wanted);
                pairs
                    .clone()
                    .all(|(sign, want)| same(sign.c, want.c))
                    .then(|| Range {
                        from: signs.first().map_or(0, |sign| sign.at),
                        to: signs.last().map_or(0, |sign| sign.at + 1),
                    })
            };
            if run.chinese == self.run.chinese {
                // A word of letters is found by its beginning, Chinese anywhere.
                let last = if run.chinese {
                    run.signs.len() - wanted.len()
                } else {
                    0
                };
                places.extend((0..=last).filter_map(|from| fits(from, &|one, other| one == other)));
            } else if run.chinese && self.initials {
                let sounds = |sign: char, letter: char| initials(sign).contains(&letter);
                let last = run.signs.len() - wanted.len();
                places.extend((0..=last).filter_map(|from| fits(from, &sounds)));
            }
        }
        places
    }
}

/// Ranges in order, those that touch as one.
fn joined(mut ranges: Vec<Range>) -> Vec<Range> {
    ranges.sort_unstable();
    let mut joined: Vec<Range> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.from <= last.to => last.to = last.to.max(range.to),
            _ => joined.push(range),
        }
    }
    joined
}

/// The part of a text that is worth showing, with the places of what was found in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Snippet {
    /// The part, as it was written.
    pub text: String,
    /// What was found, in characters of this part.
    pub hits: Vec<Range>,
    /// Something stands before it.
    pub cut_before: bool,
    /// Something stands after it.
    pub cut_after: bool,
}

/// Cuts a text down to what stands around the first hit.
pub fn snippet(text: &str, hits: &[Range]) -> Snippet {
    let length = text.chars().count();
    let first = hits.first().map_or(0, |hit| hit.from);
    let from = match length <= SNIPPET {
        true => 0,
        false => first.saturating_sub(LEAD).min(length - SNIPPET),
    };
    let to = length.min(from + SNIPPET);
    let within = hits.iter().filter(|hit| hit.from < to && hit.to > from);
    Snippet {
        text: text.chars().skip(from).take(to - from).collect(),
        hits: within
            .map(|hit| Range {
                from: hit.from.max(from) - from,
                to: hit.to.min(to) - from,
            })
            .collect(),
        cut_before: from > 0,
        cut_after: to < length,
    }
}

#[cfg(test)]
#[path = "search_tests.rs"]
mod tests;
