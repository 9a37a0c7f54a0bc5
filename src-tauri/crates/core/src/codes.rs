//! Response codes: the two signs that a UnionPay POS terminal shows or prints when it answers (ISO 8583 field 39).
//!
//! The table is this project's own (`data/response_codes.json`): codes and short meanings are facts, gathered from
//! independent public transcriptions of the terminal's table; `confirmations` counts how many of them agree. What
//! rests on none of them, namely the chip's offline answers, is general EMV knowledge and `unverified`. The advice
//! and the answer to "may I charge again" are written here, for a cashier with the customer waiting.
//!
//! A text of the shop's own always stands above ours, see [`told`].

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization;

/// The language of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub enum Lang {
    /// Chinese as written on the mainland.
    #[serde(rename = "zh-CN")]
    ZhCn,
    /// English.
    #[serde(rename = "en")]
    En,
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Both {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Both {
    /// The text in one language.
    pub fn say(&self, lang: Lang) -> &str {
        match lang {
            Lang::ZhCn => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// Where the trouble lies. The classes are the same for codes, the guide and whoever counts failures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// The account behind the card or the shop's own: balance, frozen, payment not enabled.
    Account,
    /// The terminal: power, screen, keys, printing, its sign-in.
    Machine,
    /// The way to the payment company.
    Network,
    /// The card itself: chip, expiry, PIN, not active.
    Card,
    /// A limit of amount or number.
    Limit,
    /// The customer's bank.
    Issuer,
    /// The payment company, or UnionPay between it and the bank.
    Provider,
    /// A card or a terminal that must not be trusted.
    Security,
    /// How the sale was keyed in: amount, original sale, time.
    Transaction,
}

/// What is known about the money after this code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "CodeOutcome")]
pub enum Outcome {
    /// The sale stands.
    Approved,
    /// The sale was turned down.
    Declined,
    /// A part of the amount was approved.
    Partial,
    /// Nobody knows yet. Never charge again before it was looked up.
    Unknown,
}

/// Whether, and after what, the same sale may be charged again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Retry {
    /// Not at all: neither with this card nor, where the shop's set-up is at fault, at this terminal.
    No,
    /// Once, as it was.
    Once,
    /// Not with this card; another card or another way is welcome.
    OtherCard,
    /// After something was put right: signed in, PIN or amount entered again, chip in place of stripe, totals uploaded.
    AfterFix,
    /// Only once the last sale was looked up and is known to have failed.
    AfterQuery,
    /// It is paid, in whole or in part: charging the same again would be twice.
    NotNeeded,
}

/// What a row of the table rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "CodeSource")]
pub enum Source {
    /// Public transcriptions of the UnionPay POS terminal's table.
    Transcriptions,
    /// General knowledge of EMV chip cards; no transcription confirms it.
    Emv,
}

/// One code and what it means at a till.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ResponseCode {
    /// Two signs, digits and capitals: `05`, `A2`.
    pub code: String,
    /// What it means; the classic text where the table was changed.
    pub meaning: Both,
    /// What the newer table says, where it says something else (05, 21, 22).
    pub meaning_newer: Option<Both>,
    /// Where the trouble lies; none when there is none.
    pub cause: Option<Cause>,
    /// What is known about the money.
    pub outcome: Outcome,
    /// Whether it may be charged again.
    pub retry: Retry,
    /// What to do now: at most two sentences.
    pub advice: Both,
    /// How many independent public transcriptions agree on the meaning.
    pub confirmations: u8,
    /// Set when no transcription confirms it; the screen says so.
    #[serde(default)]
    pub unverified: bool,
    /// What the row rests on.
    pub source: Source,
}

#[derive(Default, Deserialize)]
struct Table {
    codes: Vec<ResponseCode>,
}

/// Every code of the table, in its order. A test proves that the table compiled in can be read and is whole.
pub fn codes() -> &'static [ResponseCode] {
    static TABLE: OnceLock<Table> = OnceLock::new();
    let read = || serde_json::from_str(include_str!("../data/response_codes.json"));
    &TABLE.get_or_init(|| read().unwrap_or_default()).codes
}

/// Brings what was typed or copied from a screen into the form of a code: `Ａ２`, `a2`, `代码96`, `错误码:96`, `code 5`.
///
/// `None` when it holds no code, or more than one thing that could be one: a guess here could tell a cashier that a
/// sale was approved.
pub fn normalised(typed: &str) -> Option<String> {
    let plain = typed.nfkc().collect::<String>().to_ascii_uppercase();
    let mut found = None;
    for run in plain.split(|c: char| !c.is_ascii_alphanumeric()) {
        let run = ["RESPONSE", "ERROR", "CODE", "ERR", "RC"]
            .iter()
            .find_map(|word| run.strip_prefix(word))
            .unwrap_or(run);
        let is_word = run.len() > 1 && run.bytes().all(|b| b.is_ascii_alphabetic());
        if run.is_empty() || is_word {
            continue;
        }
        let code = match run.len() {
            1 if run.bytes().all(|b| b.is_ascii_digit()) => format!("0{run}"),
            2 => run.to_owned(),
            _ => return None,
        };
        if found.replace(code).is_some() {
            return None;
        }
    }
    found
}

/// The code of our table that was typed, see [`normalised`].
pub fn code(typed: &str) -> Option<&'static ResponseCode> {
    let wanted = normalised(typed)?;
    codes().iter().find(|known| known.code == wanted)
}

/// Whose text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OwnFrom {
    /// The owner wrote it for this shop.
    Owner,
    /// Copied from what the payment company prints or lists.
    Acquirer,
}

/// A text for a code that the shop has entered: it wins over ours, and may be for a code that ours does not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OwnText {
    /// The code, in any form that [`normalised`] reads; anything else counts as written, in capitals.
    pub code: String,
    /// What it means, in whatever language it was entered. May be empty.
    pub meaning: String,
    /// What to do. May be empty.
    pub advice: String,
    /// Whose text it is.
    pub from: OwnFrom,
    /// Id of the payment company that it is from; none when it holds for every terminal.
    pub provider: Option<String>,
}

/// Whose words a text of [`Told`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ToldFrom {
    /// The owner's.
    Owner,
    /// The payment company's.
    Acquirer,
    /// This program's table.
    Ours,
    /// Nobody has a text for it.
    Nobody,
}

/// What a cashier is told about a code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Told {
    /// The code as it is written.
    pub code: String,
    /// What it means; empty when nobody knows.
    pub meaning: String,
    /// Whose meaning that is.
    pub from: ToldFrom,
    /// What to do; empty when nobody says.
    pub advice: String,
    /// Whose advice that is.
    pub advice_from: ToldFrom,
    /// Our own row, to stand beside the text that won. What may be charged again is always read from here.
    pub ours: Option<ResponseCode>,
}

fn shape(typed: &str) -> String {
    normalised(typed).unwrap_or_else(|| typed.nfkc().collect::<String>().trim().to_uppercase())
}

/// What to tell about a code: the owner's own text before the payment company's, and that before ours. The owner comes
/// first because he has the company's text before him when he writes his own. Meaning and advice are
/// chosen apart, so that a text with a meaning alone does not cost the cashier the advice.
///
/// Of several texts from the same hand the first one counts: put those of the terminal's own company in front.
pub fn told(code: &str, own: &[OwnText], lang: Lang) -> Told {
    let wanted = shape(code);
    let ours = codes().iter().find(|known| known.code == wanted);
    let pick = |of: fn(&OwnText) -> &str, our: Option<&str>| {
        let by = |from| {
            own.iter()
                .filter(|text| text.from == from && shape(&text.code) == wanted)
                .map(|text| of(text).trim())
                .find(|text| !text.is_empty())
        };
        [
            (by(OwnFrom::Owner), ToldFrom::Owner),
            (by(OwnFrom::Acquirer), ToldFrom::Acquirer),
            (our, ToldFrom::Ours),
        ]
        .into_iter()
        .find_map(|(text, from)| text.map(|text| (text.to_owned(), from)))
        .unwrap_or((String::new(), ToldFrom::Nobody))
    };
    let (meaning, from) = pick(|t| &t.meaning, ours.map(|o| o.meaning.say(lang)));
    let (advice, advice_from) = pick(|t| &t.advice, ours.map(|o| o.advice.say(lang)));
    Told {
        code: wanted,
        meaning,
        from,
        advice,
        advice_from,
        ours: ours.cloned(),
    }
}

#[cfg(test)]
#[path = "codes_tests.rs"]
mod tests;
