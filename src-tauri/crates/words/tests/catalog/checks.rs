//! What is checked about the words. Each check returns what is wrong, in sentences.

use std::collections::BTreeSet;

use super::families::Family;
use super::scan::{self, Source};
use super::{Catalog, Message};

/// Keys that one language has and the other lacks.
pub fn missing_in_one(left: &Catalog, right: &Catalog) -> Vec<String> {
    let one_way = |has: &Catalog, lacks: &Catalog| -> Vec<String> {
        has.messages
            .values()
            .filter(|message| !lacks.messages.contains_key(&message.key))
            .map(|message| {
                format!(
                    "{} stands in {}.ftl of one language only",
                    message.key, message.file
                )
            })
            .collect()
    };
    [one_way(left, right), one_way(right, left)].concat()
}

/// Messages whose arguments or files differ. An argument that only chooses a plural form may be absent where the
/// language has no plural; one that is shown must be shown in both.
pub fn different_args(left: &Catalog, right: &Catalog) -> Vec<String> {
    let mut problems = Vec::new();
    for message in left.messages.values() {
        let Some(other) = right.messages.get(&message.key) else {
            continue;
        };
        let stray = |one: &Message, two: &Message| -> Vec<String> {
            one.shown.difference(&two.args()).cloned().collect()
        };
        let names = [stray(message, other), stray(other, message)].concat();
        if !names.is_empty() {
            problems.push(format!(
                "{}: ${} is said in one language only",
                message.key,
                names.join(", $")
            ));
        }
        if message.file != other.file {
            problems.push(format!(
                "{}: in {}.ftl and {}.ftl",
                message.key, message.file, other.file
            ));
        }
    }
    problems
}

/// The arguments that a message takes in any language.
fn all_args(languages: &[Catalog], key: &str) -> BTreeSet<String> {
    languages
        .iter()
        .filter_map(|one| one.messages.get(key))
        .flat_map(Message::args)
        .collect()
}

/// Family members without words, and words that look like members and are none.
pub fn families_incomplete(
    catalog: &Catalog,
    families: &[Family],
    prefixes_alone: &[&str],
) -> Vec<String> {
    let known: BTreeSet<String> = families.iter().flat_map(Family::keys).collect();
    let mut problems: Vec<String> = known
        .iter()
        .filter(|key| !catalog.messages.contains_key(*key))
        .map(|key| format!("{key} has no words"))
        .collect();
    for key in catalog.messages.keys() {
        let looks = prefixes_alone.iter().any(|prefix| key.starts_with(prefix));
        if looks && !known.contains(key) {
            problems.push(format!("{key} belongs to no id"));
        }
    }
    problems
}

/// Messages that no source says.
pub fn unused(catalog: &Catalog, families: &[Family], sources: &[Source]) -> Vec<String> {
    let built: BTreeSet<String> = families
        .iter()
        .filter(|family| scan::builds_family(sources, family.prefix, family.suffix))
        .flat_map(Family::keys)
        .collect();
    let referred: BTreeSet<&String> = catalog
        .messages
        .values()
        .flat_map(|message| &message.refers)
        .collect();
    catalog
        .messages
        .values()
        .filter(|message| !built.contains(&message.key) && !referred.contains(&message.key))
        .filter(|message| !scan::names_key(sources, &message.key))
        .map(|message| format!("{}.ftl: nobody says {}", message.file, message.key))
        .collect()
}

/// Calls of keys that do not exist, or with other arguments than the message takes.
pub fn wrong_calls(languages: &[Catalog], sources: &[Source]) -> Vec<String> {
    let mut problems = Vec::new();
    for call in sources.iter().flat_map(scan::calls) {
        if !languages
            .iter()
            .all(|one| one.messages.contains_key(&call.key))
        {
            problems.push(format!("{}: there is no message {}", call.place, call.key));
            continue;
        }
        let Some(given) = &call.args else {
            continue;
        };
        let wanted = all_args(languages, &call.key);
        if *given != wanted {
            problems.push(format!(
                "{}: {} takes {wanted:?}, is given {given:?}",
                call.place, call.key
            ));
        }
    }
    problems
}

/// Items of the template without words, and the other way round.
pub fn items_apart(template: &Source, sections: &[&str], listed: &[&str]) -> Vec<String> {
    let there = scan::item_ids(template, sections);
    apart(&there, &listed.iter().map(|id| (*id).to_owned()).collect())
}

/// What the check of a pack finds and has no words, and words for what it never finds.
pub fn found_in_packs_apart(sources: &[Source], listed: &[&str]) -> Vec<String> {
    let found = scan::found_in_packs(sources).into_iter();
    let found = found.map(|code| code.replace('_', "-")).collect();
    apart(&found, &listed.iter().map(|id| (*id).to_owned()).collect())
}

/// Refusals that are made and have no words, and words for refusals that nobody makes.
pub fn refusals_apart(sources: &[Source], listed: &[&str], window_only: &[&str]) -> Vec<String> {
    let made = scan::refusal_codes(sources)
        .into_iter()
        .map(|code| code.replace('_', "-"))
        .collect();
    let listed = listed
        .iter()
        .filter(|code| !window_only.contains(code))
        .map(|code| (*code).to_owned())
        .collect();
    apart(&made, &listed)
}

fn apart(there: &BTreeSet<String>, listed: &BTreeSet<String>) -> Vec<String> {
    let without = there
        .difference(listed)
        .map(|id| format!("{id} is there and not listed among the words"));
    let beyond = listed
        .difference(there)
        .map(|id| format!("{id} is listed among the words and not there"));
    without.chain(beyond).collect()
}

/// Message references that lead nowhere.
pub fn broken_references(catalog: &Catalog) -> Vec<String> {
    let messages = catalog.messages.values();
    messages
        .flat_map(|message| message.refers.iter().map(move |target| (message, target)))
        .filter(|(_, target)| !catalog.messages.contains_key(*target))
        .map(|(message, target)| {
            format!("{} refers to {target}, which does not exist", message.key)
        })
        .collect()
}

/// Chinese typography: full-width signs beside Chinese characters, a space between Chinese and Latin.
pub fn chinese_typography(catalog: &Catalog, spacing_exempt: &[&str]) -> Vec<String> {
    let mut problems = Vec::new();
    for message in catalog.messages.values() {
        for piece in &message.pieces {
            if piece.contains(['"', '\'']) {
                problems.push(format!(
                    "{}: straight quotation marks in “{piece}”",
                    message.key
                ));
            }
            let spaced = !spacing_exempt
                .iter()
                .any(|prefix| message.key.starts_with(prefix));
            let signs: Vec<char> = piece.chars().collect();
            for pair in signs.windows(2) {
                let &[one, two] = pair else { continue };
                if (is_han(one) && is_narrow_sign(two)) || (is_narrow_sign(one) && is_han(two)) {
                    problems.push(format!(
                        "{}: narrow sign beside Chinese at “{one}{two}”",
                        message.key
                    ));
                }
                let touches = (is_han(one) && two.is_ascii_alphanumeric())
                    || (one.is_ascii_alphanumeric() && is_han(two));
                if spaced && touches {
                    problems.push(format!("{}: no space at “{one}{two}”", message.key));
                }
                if (is_wide_sign(one) && two == ' ') || (one == ' ' && is_wide_sign(two)) {
                    problems.push(format!(
                        "{}: space beside a full-width sign at “{one}{two}”",
                        message.key
                    ));
                }
            }
        }
    }
    problems
}

/// English typography: no Chinese left over, curly quotation marks.
pub fn english_typography(catalog: &Catalog, chinese_allowed: &[&str]) -> Vec<String> {
    let mut problems = Vec::new();
    for message in catalog.messages.values() {
        for piece in &message.pieces {
            if piece.contains(['"', '\'']) {
                problems.push(format!(
                    "{}: straight quotation marks in “{piece}”",
                    message.key
                ));
            }
            let allowed = chinese_allowed.contains(&message.key.as_str());
            if !allowed && piece.chars().any(|sign| is_han(sign) || is_wide_sign(sign)) {
                problems.push(format!("{}: Chinese signs in “{piece}”", message.key));
            }
        }
    }
    problems
}

fn is_han(sign: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&sign)
}

fn is_narrow_sign(sign: char) -> bool {
    matches!(sign, ',' | '.' | ';' | ':' | '!' | '?' | '(' | ')')
}

fn is_wide_sign(sign: char) -> bool {
    matches!(
        sign,
        '，' | '。' | '；' | '：' | '！' | '？' | '（' | '）' | '、'
    )
}
