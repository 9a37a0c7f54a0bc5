//! How many lines the rows of a table have at most, reckoned from their letters. Laying out each row twice, once to see
//! how high it gets, is half the work of a long list: a row that has one line for certain needs it once. And pages that
//! hold a known number of rows can be laid out side by side.

use crate::rare::MAY_BREAK;
use crate::widths::{EM_PT, LINE_PT, SLACK_PT, SPACE_PT, Width};
use crate::{Cell, Fonts};

/// Between a Chinese character and a letter typesetting leaves a quarter of a character free.
const MIXED_EM: f64 = 0.25;
/// What is exactly as wide as its column fits, however the sums were rounded; far less than the slack of a column.
const ROUNDING_EM: f64 = 0.001;
/// Marks that begin no line, and those that end none: GB/T 15834. Curly quotes hold on to both sides: which way one looks
/// is not always told.
const NOT_FIRST: &str = "，。、；：？！）》〉」』】〕“”‘’…—·%";
const NOT_LAST: &str = "（《〈「『【〔“”‘’";

/// Reckons them for the columns of one table.
pub(crate) struct Lines<'a> {
    fonts: &'a Fonts,
    /// Room for the text of each column, in characters.
    room_em: Vec<f64>,
}

impl<'a> Lines<'a> {
    pub(crate) fn new(fonts: &'a Fonts, widths: &[Width]) -> Self {
        let fixed = |width: &Width| match width {
            Width::Fixed(pt) => *pt,
            Width::Share(_) => 0.0,
        };
        let shares = widths.iter().map(|width| match width {
            Width::Fixed(_) => 0.0,
            Width::Share(part) => *part,
        });
        let shares: f64 = shares.sum();
        let left = (LINE_PT - widths.iter().map(fixed).sum::<f64>()).max(0.0);
        let room = |width: &Width| match width {
            Width::Fixed(pt) => *pt,
            Width::Share(part) => left * part / shares,
        };
        let room_em = widths
            .iter()
            .map(|width| (room(width) - SPACE_PT - SLACK_PT) / EM_PT + ROUNDING_EM);
        Self {
            fonts,
            room_em: room_em.collect(),
        }
    }

    /// The text of a cell, its lines ended where a word would be wider than the column. Nothing else is put in: a place to
    /// break that nobody sees would be copied with the text.
    pub(crate) fn fitting(&self, column: usize, text: &str, bold: bool) -> String {
        let text = text.replace(MAY_BREAK, "");
        let room = self.room_em.get(column).copied().unwrap_or(f64::MAX);
        if self.lines(&text, bold, room) == 1 {
            return text;
        }
        let mut out = String::with_capacity(text.len());
        let (mut piece, mut before) = (0.0, None);
        for character in text.chars() {
            let width = self.fonts.step_em(before, character, bold);
            if before.is_none_or(|before| may_break(before, character)) {
                piece = 0.0;
            } else if piece + width > room {
                out.push('\n');
                piece = 0.0;
            }
            piece += width;
            out.push(character);
            before = Some(character);
        }
        out
    }

    /// How many lines a row has at most, by its cells as they are drawn. One is certain.
    pub(crate) fn most(&self, row: &[Cell], drawn: &[String]) -> u32 {
        let cells = row.iter().zip(drawn);
        self.highest(cells.map(|(cell, text)| (text.as_str(), matches!(cell, Cell::Sign(..)))))
    }

    /// The same for the titles.
    pub(crate) fn of_titles(&self, titles: &[String]) -> u32 {
        self.highest(titles.iter().map(|title| (title.as_str(), true)))
    }

    /// `cells` are texts and whether they are bold.
    fn highest<'t>(&self, cells: impl Iterator<Item = (&'t str, bool)>) -> u32 {
        let lines = cells.zip(&self.room_em).map(|((text, bold), room)| {
            let lines = text.split('\n');
            lines.map(|line| self.lines(line, bold, *room)).sum()
        });
        lines.max().unwrap_or(1)
    }

    /// Puts on each line what there is room for, as typesetting does, with fewer places to break and no narrower letters.
    fn lines(&self, text: &str, bold: bool, room: f64) -> u32 {
        let (mut lines, mut used, mut piece) = (1, 0.0, 0.0);
        let mut place = |piece: f64| {
            if used > 0.0 && used + piece > room {
                lines += 1;
                used = 0.0;
            }
            // What nobody may break is broken all the same where it is wider than the column.
            lines += ((piece / room).ceil() as u32).saturating_sub(1);
            used += piece;
        };
        let mut before: Option<char> = None;
        for character in text.chars() {
            if before.is_some_and(|before| may_break(before, character)) {
                place(piece);
                piece = 0.0;
            }
            piece += self.fonts.step_em(before, character, bold);
            before = Some(character);
        }
        place(piece);
        lines
    }
}

impl Fonts {
    /// No narrower than a line of text is drawn, in characters of Chinese.
    pub(crate) fn widest_em(&self, line: &str, bold: bool) -> f64 {
        let mut em = 0.0;
        let mut before = None;
        for character in line.chars() {
            em += self.step_em(before, character, bold);
            before = Some(character);
        }
        em
    }

    /// What a character adds to the one before it.
    fn step_em(&self, before: Option<char>, character: char, bold: bool) -> f64 {
        let is_mixed = before.is_some_and(|before| before.is_ascii() != character.is_ascii());
        let gap = if is_mixed { MIXED_EM } else { 0.0 };
        // No glyph of such a font is wider than a Chinese character.
        gap + match character.is_ascii() {
            true => self.ascii_em(character, bold),
            false => 1.0,
        }
    }
}

fn may_break(before: char, after: char) -> bool {
    let within_a_word = before.is_ascii() && after.is_ascii();
    match before {
        '\n' => true,
        ' ' => after != ' ',
        _ => {
            !within_a_word
                && !NOT_FIRST.contains(after)
                && !NOT_LAST.contains(before)
                && after != ' '
        }
    }
}
