//! Looks for numbers in every byte of a folder, whatever marks and digits they are written with.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Digits in a row that nobody may find again. Six and four stay, and ten digits typed so far of a draft.
const STRETCH: usize = 11;

/// Every stretch of the numbers, with the number that it is of.
pub struct Wanted(HashMap<u64, String>);

impl Wanted {
    pub fn new(numbers: &[String]) -> Wanted {
        let mut wanted = HashMap::new();
        for number in numbers {
            let digits: Vec<u64> = number.chars().filter_map(digit).collect();
            for stretch in digits.windows(STRETCH) {
                wanted.insert(value(stretch), number.clone());
            }
        }
        Wanted(wanted)
    }

    /// The numbers of which a stretch stands in these bytes, each with what stands there.
    fn find(&self, bytes: &[u8]) -> Vec<String> {
        let mut found = Vec::new();
        let mut run: Vec<u64> = Vec::new();
        // In JSON a line break is two characters, of which one is a letter.
        let text = String::from_utf8_lossy(bytes)
            .replace("\\n", " ")
            .replace("\\t", " ");
        for c in text.chars() {
            match digit(c) {
                Some(digit) => {
                    run.push(digit);
                    let stretch = &run[run.len().saturating_sub(STRETCH)..];
                    let hit = self.0.get(&value(stretch));
                    found.extend(hit.filter(|_| stretch.len() == STRETCH).cloned());
                }
                None if is_mark(c) => {}
                None => run.clear(),
            }
        }
        found
    }

    /// Looks through the name and the bytes of every file: what was found, and in which file.
    pub fn in_folder(&self, folder: &Path) -> Vec<(String, PathBuf)> {
        let mut found = Vec::new();
        for (path, bytes) in files(folder) {
            let name = path.to_string_lossy().into_owned();
            let numbers = [self.find(name.as_bytes()), self.find(&bytes)].concat();
            found.extend(numbers.into_iter().map(|number| (number, path.clone())));
        }
        found
    }
}

/// Every file of a folder with its path below it.
pub fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(at) = waiting.pop() {
        for entry in std::fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                let below = path.strip_prefix(folder).unwrap().to_path_buf();
                found.push((below, std::fs::read(&path).unwrap()));
            }
        }
    }
    found
}

fn value(digits: &[u64]) -> u64 {
    digits.iter().fold(0, |value, digit| value * 10 + digit)
}

/// Not the rule of the program itself: whatever Unicode calls a digit by its place here, counts.
fn digit(c: char) -> Option<u64> {
    let zeros = [0x30, 0x660, 0x6F0, 0x966, 0xFF10];
    let of = zeros
        .iter()
        .find(|zero| (**zero..**zero + 10).contains(&(c as u32)));
    let mathematical = (0x1D7CE..0x1D800).contains(&(c as u32));
    match of {
        Some(zero) => Some(u64::from(c as u32 - zero)),
        None => mathematical.then(|| u64::from((c as u32 - 0x1D7CE) % 10)),
    }
}

/// Whatever is neither a letter nor a digit nor one of the marks that end a number in JSON or in a sentence.
fn is_mark(c: char) -> bool {
    let ends = "\"'{}[]()*,;:，。；：？！?!「」|=+\u{fffd}\0";
    !c.is_alphanumeric() && !ends.contains(c) && (!c.is_control() || "\t\n\r".contains(c))
}
