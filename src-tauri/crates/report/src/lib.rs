//! Reports: a document of plain blocks as PDF, a list as XLSX or CSV.
//!
//! Values in, bytes out: no clock, no chance, no words of its own. The one thing read from the disk is fonts, from
//! folders that the caller names.
//!
//! - **Text is data.** What people wrote reaches the page as values of a JSON file that one fixed template reads; nothing
//!   of it is ever parsed as markup, as a path or as a formula. The template can see that file and the pictures handed
//!   over, nothing else: no folder, no package, no date of today.
//! - **PDF/A-2a and PDF/UA-1 at once**: tagged headings, tables with header cells, alternative texts, the language of
//!   each part. What would break either is an error before a byte is written.
//! - **The same input and the same fonts give the same bytes.** The date and the identity of a document are its own.
//! - **Never an empty box.** Fonts are looked for before anything is laid out; a missing font is refused with the folders
//!   that were searched. A character that no font has is written as its number, `[U+20BB7]`, and the document says so
//!   at the end of the part where it stands.

mod cell;
mod csv;
mod document;
mod error;
mod fonts;
mod lines;
mod page;
mod rare;
mod sheet;
mod widths;
mod wire;

pub use cell::{Cell, Column, Kind, Tone};
pub use csv::csv;
pub use document::{
    Bar, Block, Calendar, Chart, Day, Document, Lang, Part, Picture, PictureFormat, Square, Table,
    Tile,
};
pub use error::ReportError;
pub use fonts::{Fonts, folders};
pub use page::{pdf, pdf_within};
pub use sheet::{Sheet, xlsx};
