//! One value of a table, typed: a spreadsheet gets a number where there is a number, a page gets it as one reads it.

use chrono::{NaiveDate, NaiveDateTime};

/// What a value says at a glance. Never by colour alone: the text says the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Nothing in particular.
    #[default]
    Plain,
    /// As it should be.
    Good,
    /// With a catch.
    Warn,
    /// Not as it should be.
    Bad,
    /// Nothing happened, nothing was asked.
    Idle,
}

/// One value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing there.
    Empty,
    /// Text, as somebody wrote it.
    Text(String),
    /// Text of ours with a tone: "passed", "not ready".
    Sign(Tone, String),
    /// A count.
    Number(i64),
    /// Money in hundredths.
    Money(i64),
    /// A business day.
    Day(NaiveDate),
    /// A moment on the shop's own clock on the wall.
    Moment(NaiveDateTime),
}

/// What a column holds. Decides alignment, width, and the format in a spreadsheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// Counts.
    Number,
    /// Money in hundredths.
    Money,
    /// Business days.
    Day,
    /// Moments.
    Moment,
}

/// A column: its title and what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// In the language of the document.
    pub title: String,
    /// What the cells hold.
    pub kind: Kind,
}

impl Column {
    /// A column.
    pub fn new(title: impl Into<String>, kind: Kind) -> Self {
        Self {
            title: title.into(),
            kind,
        }
    }
}

impl Cell {
    /// Text, or nothing where there is none.
    pub fn text(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Empty, |text| Self::Text(text.into()))
    }

    /// Money, or nothing where there is none.
    pub fn money(minor: Option<i64>) -> Self {
        minor.map_or(Self::Empty, Self::Money)
    }

    /// As it is read on a page, in every language alike: `1,234.50`, `2026-03-02`, `2026-03-02 08:52`.
    pub fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Sign(_, text) => text.clone(),
            Self::Number(number) => thousands(*number),
            Self::Money(minor) => money(*minor),
            Self::Day(day) => day.to_string(),
            Self::Moment(moment) => moment.format("%Y-%m-%d %H:%M").to_string(),
        }
    }
}

fn thousands(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if number < 0 { format!("-{out}") } else { out }
}

fn money(minor: i64) -> String {
    let whole = i64::try_from(minor.unsigned_abs() / 100).unwrap_or(i64::MAX);
    let sign = if minor < 0 { "-" } else { "" };
    format!(
        "{sign}{}.{:02}",
        thousands(whole),
        minor.unsigned_abs() % 100
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cell: &Cell, expected: &str) {
        assert_eq!(cell.shown(), expected, "{cell:?}");
    }

    #[test]
    fn values_are_shown_as_one_reads_them() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
        check(&Cell::Empty, "");
        check(&Cell::Text("=1+1".into()), "=1+1");
        check(&Cell::Number(0), "0");
        check(&Cell::Number(999), "999");
        check(&Cell::Number(-1_234_567), "-1,234,567");
        check(&Cell::Money(5), "0.05");
        check(&Cell::Money(-5), "-0.05");
        check(&Cell::Money(123_456), "1,234.56");
        check(&Cell::Money(i64::MIN), "-92,233,720,368,547,758.08");
        check(&Cell::Day(day), "2026-03-02");
        check(
            &Cell::Moment(day.and_hms_opt(8, 2, 59).unwrap()),
            "2026-03-02 08:02",
        );
    }
}
