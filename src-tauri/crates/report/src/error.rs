//! Why there is no report.

use std::path::PathBuf;

use thiserror::Error;

/// A report that cannot be made. Nothing was written.
#[derive(Debug, Error)]
#[allow(missing_docs, reason = "the fields are the parameters of the message")]
pub enum ReportError {
    /// No font with Chinese characters in any of these folders.
    #[error("no font with Chinese characters in {looked:?}")]
    NoFont { looked: Vec<PathBuf> },
    /// The font is there and cannot be used.
    #[error("the font {} cannot be read", path.display())]
    FontUnreadable { path: PathBuf },
    /// The picture with this number, counted from 0 over the whole document, is not what it says.
    #[error("picture {index} is damaged or not what it says")]
    PictureUnreadable { index: usize },
    /// A QR code holds no more than about two thousand characters.
    #[error("{bytes} bytes are too much for a QR code")]
    SquareTooLong { bytes: usize },
    /// More rows or columns than a sheet holds.
    #[error("a sheet holds no {rows} rows of {columns} columns")]
    SheetTooLarge { rows: usize, columns: usize },
    /// The page could not be laid out, or would break one of the standards. A defect of ours.
    #[error("the page cannot be laid out: {why}")]
    Layout { why: String },
    /// The spreadsheet could not be written. A defect of ours.
    #[error("the sheet cannot be written: {why}")]
    Sheet { why: String },
}

impl ReportError {
    /// The stable code, as it leaves the program.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoFont { .. } => "report_no_font",
            Self::FontUnreadable { .. } => "report_font_unreadable",
            Self::PictureUnreadable { .. } => "report_picture_unreadable",
            Self::SheetTooLarge { .. } => "report_sheet_too_large",
            // Whatever a person could do about the others is to tell us.
            _ => "report_failed",
        }
    }
}
