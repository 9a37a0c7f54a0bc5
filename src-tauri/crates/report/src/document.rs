//! A document as plain values. Whoever builds one brings the words; nothing here knows a language.

use chrono::{DateTime, NaiveDate, Utc};

use crate::{Cell, Column, Tone};

/// The language of a part: for a screen reader, for breaking lines, and for the shape of quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    /// Simplified Chinese.
    ZhCn,
    /// English.
    En,
}

/// A whole document: one part, or the same story once in each language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Names the document in a list of files, a window's title, a screen reader.
    pub title: String,
    /// Who speaks: the shop.
    pub author: String,
    /// Identifies the document stably, e.g. by what it tells and the checkpoint that it rests on. Hashed, never shown.
    pub id: String,
    /// The moment that the document bears.
    pub at: DateTime<Utc>,
    /// Each begins on a page of its own.
    pub parts: Vec<Part>,
}

/// The story in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The language of everything in it.
    pub lang: Lang,
    /// What stands on top, the first heading.
    pub title: String,
    /// Quiet words under the title: shop, day, when it was made.
    pub under: String,
    /// What is said at the part's end when a character had to be written as its number.
    pub rare: String,
    /// The rest.
    pub blocks: Vec<Block>,
}

/// One piece of a page. Texts may hold line breaks, which are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading below the title: 1 or 2.
    Heading(u8, String),
    /// The one sentence to read.
    Statement(Tone, String),
    /// Running text.
    Paragraph(String),
    /// Short facts: name and value.
    Facts(Vec<(String, Cell)>),
    /// A few figures or states, side by side.
    Tiles(Vec<Tile>),
    /// A table that goes on over pages, with its header on each.
    Table(Table),
    /// Bars beside their numbers.
    Chart(Chart),
    /// A month on one look.
    Calendar(Calendar),
    /// Pictures side by side.
    Pictures(Vec<Picture>),
    /// A square for a camera, with words beside it.
    Square(Square),
    /// Words set apart.
    Note(Tone, String),
    /// What follows begins on a new page.
    PageBreak,
}

/// A figure or a state with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// What it is.
    pub name: String,
    /// How it is.
    pub value: String,
    /// At a glance.
    pub tone: Tone,
    /// Quiet words below; may be empty.
    pub under: String,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// At least one.
    pub columns: Vec<Column>,
    /// As long as the columns, each.
    pub rows: Vec<Vec<Cell>>,
}

/// A bar chart that is its own table: name, number, bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// The title of the names' column.
    pub names: String,
    /// The title of the numbers' column, with their unit.
    pub values: String,
    /// From top to bottom.
    pub bars: Vec<Bar>,
}

/// A bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What is counted.
    pub name: String,
    /// The number; only [`Cell::Number`] and [`Cell::Money`] draw a bar.
    pub value: Cell,
    /// Its colour.
    pub tone: Tone,
}

/// A month, week by week from Monday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// Short names, Monday first.
    pub weekdays: [String; 7],
    /// In order, without a hole.
    pub days: Vec<Day>,
}

/// A day of a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// Which.
    pub day: NaiveDate,
    /// What happened, in a word that is short enough for a seventh of the page.
    pub word: String,
    /// The same at a glance.
    pub tone: Tone,
}

/// What a picture's bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFormat {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The file.
    pub bytes: Vec<u8>,
    /// What it is.
    pub format: PictureFormat,
    /// What is on it, for whoever cannot see it. Not empty.
    pub alt: String,
    /// Words below.
    pub caption: String,
}

/// A QR code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Square {
    /// What a camera reads.
    pub text: String,
    /// What it is, for whoever cannot see it. Not empty.
    pub alt: String,
    /// The code to compare by eye or to read out.
    pub code: String,
    /// Words beside it.
    pub words: String,
}
