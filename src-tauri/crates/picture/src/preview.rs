//! Small copies to look at.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};

use crate::decode::{Pixels, decode, guarded};
use crate::error::PictureError;
use crate::jpeg::{self, Colour};

/// How well a copy to look at is kept, 1 to 100 on the scale of libjpeg: text on a slip stays sharp.
const QUALITY: u8 = 82;

/// A copy to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// A JPEG, upright, without any metadata.
    pub jpeg: Vec<u8>,
    /// Its pixels across.
    pub width: u32,
    /// Its pixels down.
    pub height: u32,
}

/// One copy whose longer side has at most `longest` pixels; a smaller picture keeps its size.
///
/// # Errors
/// [`PictureError`], when the file is no picture that is decoded, claims more than the limits, or is damaged.
pub fn preview(file: &[u8], longest: u32) -> Result<Preview, PictureError> {
    let all = previews(file, &[longest])?;
    all.into_iter().next().ok_or(PictureError::Damaged {})
}

/// Copies of several sizes, in the order asked for, from decoding once. Costs hardly more than the largest alone.
///
/// # Errors
/// As [`preview`].
pub fn previews(file: &[u8], longest: &[u32]) -> Result<Vec<Preview>, PictureError> {
    guarded(|| {
        let (full, orientation) = decode(file)?;
        let mut order: Vec<usize> = (0..longest.len()).collect();
        order.sort_by_key(|index| std::cmp::Reverse(longest[*index]));
        let mut made: Vec<Option<Preview>> = vec![None; longest.len()];
        let mut larger = full;
        for index in order {
            // Each from the one before: what is scaled is then small, and the filter loses nothing that shows.
            if let Some(small) = scaled(&larger, longest[index])? {
                larger = small;
            }
            let (width, height) = orientation.size(larger.width, larger.height);
            let jpeg = jpeg::encode(&larger, orientation, QUALITY, Colour::Halved)?;
            made[index] = Some(Preview {
                jpeg,
                width,
                height,
            });
        }
        Ok(made.into_iter().flatten().collect())
    })
}

/// The picture with its longer side at `longest` pixels, or `None` when it is no longer than that.
pub(crate) fn scaled(pixels: &Pixels, longest: u32) -> Result<Option<Pixels>, PictureError> {
    let longest = longest.max(1);
    let long = pixels.width.max(pixels.height);
    if long <= longest {
        return Ok(None);
    }
    let side = |side: u32| {
        let exact = u64::from(side) * u64::from(longest);
        let rounded = (exact + u64::from(long) / 2) / u64::from(long);
        u32::try_from(rounded).unwrap_or(longest).max(1)
    };
    let (width, height) = (side(pixels.width), side(pixels.height));
    let format = if pixels.channels == 1 {
        PixelType::U8
    } else {
        PixelType::U8x3
    };
    let from = ImageRef::new(pixels.width, pixels.height, &pixels.data, format)
        .map_err(|_| PictureError::Damaged {})?;
    let mut to = Image::new(width, height, format);
    // As quick as bilinear and sharper; Lanczos takes twice as long for what nobody sees at this size.
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Hamming));
    Resizer::new()
        .resize(&from, &mut to, &options)
        .map_err(|_| PictureError::Damaged {})?;
    let data = to.into_vec();
    Ok(Some(Pixels {
        width,
        height,
        channels: pixels.channels,
        data,
    }))
}

#[cfg(test)]
#[path = "preview_tests.rs"]
mod tests;
