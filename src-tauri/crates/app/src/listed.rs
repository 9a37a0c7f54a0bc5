//! What every list of records has in common: how much one answer holds, and how the words typed to look for it are read.

/// Most records of one answer.
pub(crate) const MOST: u32 = 500;
/// Most words of one search.
const MOST_WORDS: usize = 10;

/// How many rows an answer may hold; 50 when nobody said. One more is read, which tells whether older ones are there.
pub(crate) fn limit(wanted: Option<u32>, most: u32) -> u32 {
    wanted.unwrap_or(50).clamp(1, most)
}

/// What was read with one more than the limit, within the limit, and whether older ones are there.
pub(crate) fn cut<T>(mut rows: Vec<T>, limit: u32) -> (Vec<T>, bool) {
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    (rows, more)
}

/// The words of a search in lower case; amounts are kept without their sign.
pub(crate) fn words(typed: Option<String>) -> Vec<String> {
    let words = kaizhang_core::text::plain(&typed.unwrap_or_default()).to_lowercase();
    let words = words.split_whitespace().take(MOST_WORDS);
    words
        .map(|word| word.trim_start_matches(['¥', '￥']).to_owned())
        .collect()
}
