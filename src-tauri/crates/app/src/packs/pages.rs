//! How many pages a PDF has, by the root of its page tree (ISO 32000-2, 7.7.3.2). The rest of it is not looked at.

use std::io::Read;

use flate2::read::ZlibDecoder;

/// Most bytes that are unpacked of one stream of objects, and of all.
const MOST_UNPACKED: u64 = 16 << 20;
/// How far a dictionary may reach to either side of its type.
const REACH: usize = 1 << 20;
/// Most nodes of the tree that are looked at, in all.
const MOST_NODES: usize = 1_000;

/// The largest number that any node of the tree claims: that is the root's. `None` where none can be read, as in an
/// encrypted file.
pub(super) fn count(pdf: &[u8]) -> Option<u32> {
    let mut nodes = MOST_NODES;
    let mut most = in_text(pdf, &mut nodes);
    let mut left = MOST_UNPACKED;
    let mut begun = 0;
    for at in places(pdf, b"/ObjStm") {
        // Whoever writes the word ten thousand times before one stream makes nobody search ten thousand times.
        if at < begun {
            continue;
        }
        let Some(start) = places(&pdf[at..], b"stream").next() else {
            break;
        };
        begun = at + start + b"stream".len();
        let packed = &pdf[begun..];
        let breaks = packed.iter().take_while(|byte| b"\r\n".contains(byte));
        let packed = &packed[breaks.count()..];
        let mut text = Vec::new();
        // What is cut off or broken says as much as it says.
        let _ = ZlibDecoder::new(packed).take(left).read_to_end(&mut text);
        left = left.saturating_sub(text.len() as u64);
        most = most.max(in_text(&text, &mut nodes));
    }
    most
}

fn in_text(text: &[u8], nodes: &mut usize) -> Option<u32> {
    let types = places(text, b"/Pages").filter(|at| {
        let before = text[..*at].trim_ascii_end();
        let after = text.get(at + b"/Pages".len());
        before.ends_with(b"/Type") && after.is_none_or(|byte| !byte.is_ascii_alphanumeric())
    });
    let looked = types.take(*nodes).map(|at| {
        *nodes -= 1;
        number(dictionary(text, at), b"/Count")
    });
    looked.flatten().max()
}

/// The innermost dictionary around a place.
fn dictionary(text: &[u8], at: usize) -> &[u8] {
    let floor = at.saturating_sub(REACH);
    let (mut from, mut depth) = (at, 0);
    while from > floor {
        match &text[from.saturating_sub(1)..=from] {
            b">>" => depth += 1,
            b"<<" if depth == 0 => break,
            b"<<" => depth -= 1,
            _ => {
                from -= 1;
                continue;
            }
        }
        from = from.saturating_sub(2);
    }
    let ceiling = text.len().min(at + REACH);
    let (mut to, mut depth) = (at, 0);
    while to + 1 < ceiling {
        match &text[to..to + 2] {
            b"<<" => depth += 1,
            b">>" if depth == 0 => break,
            b">>" => depth -= 1,
            _ => {
                to += 1;
                continue;
            }
        }
        to += 2;
    }
    &text[from..to]
}

fn number(dictionary: &[u8], key: &[u8]) -> Option<u32> {
    let at = places(dictionary, key).next()? + key.len();
    let digits = dictionary[at..].trim_ascii_start();
    let digits = digits.iter().take_while(|byte| byte.is_ascii_digit());
    let digits: String = digits.map(|byte| char::from(*byte)).collect();
    digits.parse().ok()
}

fn places<'t>(text: &'t [u8], word: &'t [u8]) -> impl Iterator<Item = usize> + 't {
    let windows = text.windows(word.len()).enumerate();
    windows.filter_map(move |(at, window)| (window == word).then_some(at))
}

#[cfg(test)]
#[path = "pages_tests.rs"]
mod tests;
