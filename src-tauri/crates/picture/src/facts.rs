//! What a file tells about itself without being decoded.

use crate::header::header;
use crate::kind::{Kind, kind_of};
use crate::{exif, heif};

/// What is known of a picture. Where it was taken is not among it, and never read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// What the file is.
    pub kind: Kind,
    /// The camera's own clock and its word: `YYYY-MM-DDTHH:MM:SS`, followed by `+HH:MM` where the camera wrote its zone.
    pub taken_at: Option<String>,
    /// Which way up it is stored, 1 to 8 as EXIF counts; 1 when nothing is said or nonsense.
    pub orientation: u8,
    /// Pixels across, once upright. `None` for what is not a picture, or too damaged to tell.
    pub width: Option<u32>,
    /// Pixels down, once upright.
    pub height: Option<u32>,
    /// Maker and model of the camera.
    pub camera: Option<String>,
}

/// Reads what a file tells about itself: JPEG, PNG, WebP and HEIC. Garbage tells nothing and is no error.
pub fn facts(file: &[u8]) -> Facts {
    let kind = kind_of(file);
    let (size, turned, exif) = if kind == Kind::Heic {
        let heif = heif::read(file);
        let exif = exif::read(&heif.exif.unwrap_or_default());
        (heif.size, Some(heif.orientation.unwrap_or(1)), exif)
    } else {
        let header = header(kind, file);
        let size = header.map(|header| (header.width, header.height));
        let block = header.and_then(|header| header.exif);
        (size, None, exif::read(block.unwrap_or_default()))
    };
    let orientation = turned.or(exif.orientation).unwrap_or(1);
    let size = size.map(|(width, height)| match orientation {
        5..=8 => (height, width),
        _ => (width, height),
    });
    Facts {
        kind,
        taken_at: exif.taken_at,
        orientation,
        width: size.map(|(width, _)| width),
        height: size.map(|(_, height)| height),
        camera: exif.camera,
    }
}

#[cfg(test)]
#[path = "facts_tests.rs"]
mod tests;
