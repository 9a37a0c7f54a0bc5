//! A full-size copy with something blacked out.

use crate::decode::{Pixels, decode, guarded};
use crate::error::PictureError;
use crate::jpeg::{self, BLOCK, Colour};
use crate::upright::Orientation;

/// Most boxes in one copy.
pub const MAX_BOXES: usize = 50;

/// How well a blacked-out copy is kept: it is what is handed on in place of the original.
const QUALITY: u8 = 90;

/// A box over the upright picture, as fractions of its width and height: (0, 0) is the upper left corner, (1, 1) the lower
/// right one. What lies outside is cut off; a box drawn from right to left, with a negative width, covers the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Box01 {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub w: f32,
    /// Height.
    pub h: f32,
}

/// A JPEG of full size, upright, without any metadata, in which the boxes are black.
///
/// Each box is widened to the blocks of 16 pixels that a JPEG is made of. Blocks are coded one by one, so nothing of what
/// a box covered is in the copy, and no edge of it shines through beside the box.
///
/// # Errors
/// [`PictureError`], as for a preview, and when no box covers anything, there are more than [`MAX_BOXES`], or one is not
/// made of numbers.
pub fn redact(file: &[u8], boxes: &[Box01]) -> Result<Vec<u8>, PictureError> {
    let (count, max) = (boxes.len(), MAX_BOXES);
    if count > max {
        return Err(PictureError::TooManyBoxes { count, max });
    }
    let clear = |b: &Box01| [b.x, b.y, b.w, b.h].iter().all(|number| number.is_finite());
    if let Some(index) = boxes.iter().position(|b| !clear(b)) {
        return Err(PictureError::BoxUnclear { index });
    }
    if !boxes.iter().any(|b| area((1, 1), b).is_some()) {
        return Err(PictureError::NothingToCover {});
    }
    guarded(|| {
        let (mut pixels, orientation) = decode(file)?;
        let size = orientation.size(pixels.width, pixels.height);
        for covered in boxes.iter().filter_map(|b| area(size, b)) {
            blacken(&mut pixels, orientation, covered);
        }
        jpeg::encode(&pixels, orientation, QUALITY, Colour::Full)
    })
}

/// Left, top, right and bottom in pixels of the upright picture, the last two not included.
type Area = (u32, u32, u32, u32);

/// The pixels that a box covers, with the whole of each block that it touches.
fn area((width, height): (u32, u32), b: &Box01) -> Option<Area> {
    let (left, right) = span(b.x, b.w, width)?;
    let (top, bottom) = span(b.y, b.h, height)?;
    Some((left, top, right, bottom))
}

fn span(from: f32, len: f32, side: u32) -> Option<(u32, u32)> {
    let (from, len) = (f64::from(from), f64::from(len));
    let clamped = |edge: f64| edge.clamp(0.0, 1.0) * f64::from(side);
    let (low, high) = (clamped(from.min(from + len)), clamped(from.max(from + len)));
    if low >= high {
        return None;
    }
    let low = low.floor() as u32 / BLOCK * BLOCK;
    let high = (high.ceil() as u32).next_multiple_of(BLOCK).min(side);
    Some((low, high))
}

/// Sets the pixels to black where they are stored, before anything is encoded.
fn blacken(pixels: &mut Pixels, orientation: Orientation, (left, top, right, bottom): Area) {
    let one = orientation.stored(pixels, (left, top));
    let other = orientation.stored(pixels, (right - 1, bottom - 1));
    let (left, right) = (one.0.min(other.0) as usize, one.0.max(other.0) as usize);
    let (top, bottom) = (one.1.min(other.1) as usize, one.1.max(other.1) as usize);
    let stride = pixels.width as usize * pixels.channels;
    for row in pixels
        .data
        .chunks_exact_mut(stride)
        .take(bottom + 1)
        .skip(top)
    {
        row[left * pixels.channels..(right + 1) * pixels.channels].fill(0);
    }
}

#[cfg(test)]
#[path = "redact_tests.rs"]
mod tests;
