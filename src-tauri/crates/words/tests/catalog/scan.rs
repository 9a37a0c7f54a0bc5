//! Looks for keys in the sources of the product.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// One source file, without its tests.
#[derive(Debug)]
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        // By custom of this repository a test module is the last thing in a Rust file.
        let code = text
            .find("#[cfg(test)]\nmod ")
            .or_else(|| text.find("#[cfg(test)]\n#[allow"));
        let end = if path.ends_with(".rs") {
            code.unwrap_or(text.len())
        } else {
            text.len()
        };
        Self {
            path: path.to_owned(),
            text: text.get(..end).unwrap_or(text).to_owned(),
        }
    }

    pub fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }
}

/// Every source file of the product under the repository's root: Rust without tests and examples, and the window's
/// TypeScript and Svelte without tests and generated files.
pub fn product_sources(root: &Path) -> Vec<Source> {
    let mut files = Vec::new();
    collect(&root.join("src-tauri"), &mut files);
    collect(&root.join("ui/src"), &mut files);
    files.sort();
    files
        .iter()
        .filter_map(|path| {
            let name = path
                .strip_prefix(root)
                .ok()?
                .to_string_lossy()
                .replace('\\', "/");
            Some(Source::new(&name, &std::fs::read_to_string(path).ok()?))
        })
        .collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            let skipped = [
                "tests",
                "examples",
                "target",
                "gen",
                "generated",
                "node_modules",
                "benches",
            ];
            if !skipped.contains(&name.as_str()) {
                collect(&path, files);
            }
        } else if [".rs", ".ts", ".svelte"]
            .iter()
            .any(|end| name.ends_with(end))
            && !is_test(&name)
        {
            files.push(path);
        }
    }
}

fn is_test(name: &str) -> bool {
    name == "tests.rs" || name.ends_with("_tests.rs") || name.ends_with(".test.ts")
}

/// The refusal codes that Rust sources write out: as a code's name in a table of codes, or where one is made.
pub fn refusal_codes(sources: &[Source]) -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    for source in sources.iter().filter(|source| source.is_rust()) {
        let is_table = ["/refusal.rs", "/error.rs"]
            .iter()
            .any(|end| source.path.ends_with(end));
        let openings: &[&str] = if is_table {
            &["=>"]
        } else {
            &["Refusal::with(", "Refusal::new(", "code:"]
        };
        codes.extend(texts_after(source, openings));
    }
    codes
}

/// What the check of a pack finds, by the codes that its sources write out.
pub fn found_in_packs(sources: &[Source]) -> BTreeSet<String> {
    let inside = |source: &&Source| source.path.contains("crates/evidence/src/");
    let texts = |source| texts_after(source, &["Why::new(", " why("]);
    sources.iter().filter(inside).flat_map(texts).collect()
}

/// The texts that are written out right behind one of these.
fn texts_after(source: &Source, openings: &[&str]) -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    for opening in openings {
        for (at, _) in source.text.match_indices(opening) {
            let rest = source.text[at + opening.len()..].trim_start();
            let text = rest.strip_prefix('"').and_then(|rest| rest.split_once('"'));
            texts.extend(text.map(|(text, _)| text.to_owned()));
        }
    }
    texts
}

/// The item ids that the template writes out: literals that begin with a section's id.
pub fn item_ids(template: &Source, sections: &[&str]) -> BTreeSet<String> {
    let quoted = template.text.split('"').skip(1).step_by(2);
    quoted
        .filter(|text| {
            let section = text.split_once('-').map(|(section, _)| section);
            section.is_some_and(|section| sections.contains(&section))
        })
        .map(str::to_owned)
        .collect()
}

/// Whether a source names this key between quotation marks.
pub fn names_key(sources: &[Source], key: &str) -> bool {
    let quoted = [format!("\"{key}\""), format!("'{key}'"), format!("`{key}`")];
    sources
        .iter()
        .any(|source| quoted.iter().any(|one| source.text.contains(one)))
}

/// Whether a source puts together keys of this family: its prefix stands before a hole, its suffix at a string's end.
pub fn builds_family(sources: &[Source], prefix: &str, suffix: &str) -> bool {
    let openings =
        ["\"", "`", "'"].map(|mark| [format!("{mark}{prefix}{{"), format!("{mark}{prefix}${{")]);
    let endings = ["\"", "`", "'"].map(|mark| format!("{suffix}{mark}"));
    let begun = |source: &Source| {
        openings
            .iter()
            .flatten()
            .any(|one| source.text.contains(one))
    };
    let ended = |source: &Source| endings.iter().any(|one| source.text.contains(one));
    sources
        .iter()
        .any(|source| begun(source) && (suffix.is_empty() || ended(source)))
}

/// One place where a key is said by its name.
#[derive(Debug, PartialEq, Eq)]
pub struct Call {
    pub place: String,
    pub key: String,
    /// The names of the arguments, when they are written out at this place.
    pub args: Option<BTreeSet<String>>,
}

/// Every `say("…")` and `say_with("…", &args![…])` with a key written out.
pub fn calls(source: &Source) -> Vec<Call> {
    let mut found = Vec::new();
    for opening in ["say(", "say_with("] {
        for (at, _) in source.text.match_indices(opening) {
            let before = source.text[..at].chars().next_back();
            // `essay(` is somebody else's.
            if before.is_some_and(|sign| sign.is_alphanumeric() || sign == '_') {
                continue;
            }
            let rest = source.text[at + opening.len()..].trim_start();
            let Some((key, after)) = literal(rest) else {
                continue;
            };
            if in_line_comment(&source.text[..at]) {
                continue;
            }
            let line = source.text[..at].matches('\n').count() + 1;
            let args = match (source.is_rust(), opening) {
                (true, "say(") => Some(BTreeSet::new()),
                (true, _) => macro_names(after),
                // The TypeScript compiler checks its own.
                (false, _) => None,
            };
            found.push(Call {
                place: format!("{}:{line}", source.path),
                key: key.to_owned(),
                args,
            });
        }
    }
    found
}

/// Whether what comes next stands behind `//`; a web address in a string is no comment.
fn in_line_comment(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.trim_start().starts_with("//") || line.contains(" // ")
}

/// A string literal at the beginning of `text` that can be a key, and what follows it.
fn literal(text: &str) -> Option<(&str, &str)> {
    let mark = text
        .chars()
        .next()
        .filter(|sign| matches!(sign, '"' | '\'' | '`'))?;
    let (key, after) = text[1..].split_once(mark)?;
    let plain = !key.is_empty()
        && key
            .chars()
            .all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-');
    plain.then_some((key, after))
}

/// The names in an `args!` that comes next, looking only at its outermost level.
fn macro_names(after: &str) -> Option<BTreeSet<String>> {
    let rest = after
        .trim_start()
        .strip_prefix(',')?
        .trim_start()
        .strip_prefix('&')?;
    let rest = rest
        .strip_prefix("kaizhang_words::")
        .or_else(|| rest.strip_prefix("crate::"))
        .unwrap_or(rest);
    let body = rest.strip_prefix("args!")?;
    let mut names = BTreeSet::new();
    let mut depth = 0_usize;
    let mut chars = body.char_indices();
    while let Some((at, sign)) = chars.next() {
        match sign {
            '[' | '(' | '{' => depth += 1,
            ']' | ')' | '}' => {
                depth -= 1;
                if depth == 0 {
                    return Some(names);
                }
            }
            '"' => {
                let start = at + 1;
                let length = string_length(&body[start..])?;
                let end = start + length;
                if depth == 1 && body[end + 1..].trim_start().starts_with("=>") {
                    names.insert(body[start..end].to_owned());
                }
                while chars.next().is_some_and(|(position, _)| position < end) {}
            }
            _ => {}
        }
    }
    None
}

/// How many bytes of a string literal come before its closing mark.
fn string_length(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, sign) in text.char_indices() {
        match sign {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(at),
            _ => {}
        }
    }
    None
}
