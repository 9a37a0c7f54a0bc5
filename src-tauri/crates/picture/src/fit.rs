//! Copies that fit into so many bytes.

use crate::decode::{decode, guarded};
use crate::error::PictureError;
use crate::jpeg::{self, Colour};
use crate::preview::{Preview, scaled};

/// Qualities that are tried at each size, on the scale of libjpeg: below the last one the print on a slip frays.
const QUALITIES: [u8; 2] = [88, 74];

/// Longest sides that are tried after the picture's own, in pixels.
const SIDES: [u32; 8] = [4_000, 3_000, 2_400, 1_900, 1_500, 1_200, 900, 640];

/// The largest copy that takes at most so many bytes and has at most so many pixels, never larger than the picture itself; `None` when even the smallest
/// that can still be read takes more.
///
/// # Errors
/// As [`crate::preview`].
pub fn fit(
    file: &[u8],
    at_most: u64,
    pixels_at_most: u64,
) -> Result<Option<Preview>, PictureError> {
    guarded(|| {
        let (mut pixels, orientation) = decode(file)?;
        let mut sides = SIDES.iter();
        loop {
            let count = u64::from(pixels.width) * u64::from(pixels.height);
            let qualities = QUALITIES.iter().filter(|_| count <= pixels_at_most);
            for &quality in qualities {
                let jpeg = jpeg::encode(&pixels, orientation, quality, Colour::Halved)?;
                if jpeg.len() as u64 <= at_most {
                    let (width, height) = orientation.size(pixels.width, pixels.height);
                    return Ok(Some(Preview {
                        jpeg,
                        width,
                        height,
                    }));
                }
            }
            // Each from the one before, and only smaller.
            let smaller = sides.find_map(|side| scaled(&pixels, *side).transpose());
            match smaller.transpose()? {
                Some(smaller) => pixels = smaller,
                None => return Ok(None),
            }
        }
    })
}

#[cfg(test)]
#[path = "fit_tests.rs"]
mod tests;
