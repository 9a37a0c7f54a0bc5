//! Why a picture cannot be shown or blacked out.

use serde_json::{Value, json};
use thiserror::Error;

/// A picture that this crate will not or cannot turn into a copy. The original is kept all the same.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[allow(missing_docs, reason = "the fields are the parameters of the message")]
pub enum PictureError {
    /// A PDF, a page, a drawing, an animation format: kept, never shown as a picture.
    #[error("{mime} is not a picture")]
    NotAPicture { mime: String },
    /// A photo of a kind that is kept without being decoded: HEIC.
    #[error("{mime} is kept but not decoded")]
    NotShowable { mime: String },
    /// More pixels than are decoded, by the file's own account.
    #[error("{width} x {height} pixels, above {max_megapixels} megapixels")]
    TooManyPixels {
        width: u32,
        height: u32,
        max_megapixels: u32,
    },
    /// One side is longer than is decoded.
    #[error("{width} x {height} pixels, a side above {max_side}")]
    SideTooLong {
        width: u32,
        height: u32,
        max_side: u32,
    },
    /// Decoding would take more memory than a till's PC can spare. In MiB.
    #[error("decoding takes {needed_mib} MiB, above {max_mib}")]
    TooMuchMemory { needed_mib: u64, max_mib: u64 },
    /// The file is broken where it matters.
    #[error("damaged picture")]
    Damaged {},
    /// No box covers anything of the picture.
    #[error("no box covers anything")]
    NothingToCover {},
    /// More boxes than are taken.
    #[error("{count} boxes, above {max}")]
    TooManyBoxes { count: usize, max: usize },
    /// A box is not made of numbers. It is refused rather than left out: what it meant to cover would stay readable.
    #[error("box {index} is not made of numbers")]
    BoxUnclear { index: usize },
}

impl PictureError {
    /// The stable code, as it leaves the program.
    pub fn code(&self) -> &'static str {
        match self {
            PictureError::NotAPicture { .. } => "picture_not_a_picture",
            PictureError::NotShowable { .. } => "picture_not_showable",
            PictureError::TooManyPixels { .. } => "picture_too_many_pixels",
            PictureError::SideTooLong { .. } => "picture_side_too_long",
            PictureError::TooMuchMemory { .. } => "picture_too_much_memory",
            PictureError::Damaged {} => "picture_damaged",
            PictureError::NothingToCover {} => "picture_nothing_to_cover",
            PictureError::TooManyBoxes { .. } => "picture_too_many_boxes",
            PictureError::BoxUnclear { .. } => "picture_box_unclear",
        }
    }

    /// The parameters of its message.
    pub fn params(&self) -> Value {
        match self {
            PictureError::NotAPicture { mime } | PictureError::NotShowable { mime } => {
                json!({ "mime": mime })
            }
            PictureError::TooManyPixels {
                width,
                height,
                max_megapixels,
            } => json!({ "width": width, "height": height, "max_megapixels": max_megapixels }),
            PictureError::SideTooLong {
                width,
                height,
                max_side,
            } => json!({ "width": width, "height": height, "max_side": max_side }),
            PictureError::TooMuchMemory {
                needed_mib,
                max_mib,
            } => json!({ "needed_mib": needed_mib, "max_mib": max_mib }),
            PictureError::Damaged {} | PictureError::NothingToCover {} => json!({}),
            PictureError::TooManyBoxes { count, max } => json!({ "count": count, "max": max }),
            PictureError::BoxUnclear { index } => json!({ "index": index }),
        }
    }
}
