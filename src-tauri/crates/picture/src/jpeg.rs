//! Writes a JPEG, upright, and nothing in it but the picture.

use jpeg_encoder::{
    Encoder, EncodingError, ImageBuffer, JpegColorType, SamplingFactor, rgb_to_ycbcr,
};

use crate::PictureError;
use crate::decode::Pixels;
use crate::upright::Orientation;

/// Pixels along the side of the largest block that is coded as one.
pub(crate) const BLOCK: u32 = 16;

/// How much of the colour is kept beside the brightness.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Colour {
    /// One value for two by two pixels, as cameras do: half the time and two thirds of the size.
    Halved,
    /// One for every pixel. A decoder then has no reason to mix the colours of neighbouring blocks.
    Full,
}

/// A stored picture that is read the right way up, a row at a time, without being turned in memory.
struct Upright<'a> {
    pixels: &'a Pixels,
    orientation: Orientation,
    /// Room for one row.
    row: std::cell::RefCell<Vec<u8>>,
}

impl ImageBuffer for Upright<'_> {
    fn get_jpeg_color_type(&self) -> JpegColorType {
        if self.pixels.channels == 1 {
            JpegColorType::Luma
        } else {
            JpegColorType::Ycbcr
        }
    }

    fn width(&self) -> u16 {
        let (width, _) = self.orientation.size(self.pixels.width, self.pixels.height);
        u16::try_from(width).unwrap_or(u16::MAX)
    }

    fn height(&self) -> u16 {
        let (_, height) = self.orientation.size(self.pixels.width, self.pixels.height);
        u16::try_from(height).unwrap_or(u16::MAX)
    }

    fn fill_buffers(&self, y: u16, buffers: &mut [Vec<u8>; 4]) {
        let mut row = self.row.borrow_mut();
        let stride = row.len();
        self.orientation
            .copy_rows(self.pixels, y.into(), 1, &mut row, stride);
        if self.pixels.channels == 1 {
            buffers[0].extend_from_slice(&row);
            return;
        }
        for rgb in row.chunks_exact(3) {
            let (y, cb, cr) = rgb_to_ycbcr(rgb[0], rgb[1], rgb[2]);
            buffers[0].push(y);
            buffers[1].push(cb);
            buffers[2].push(cr);
        }
    }
}

/// Encodes at a quality of 1 to 100 on the scale of libjpeg. Sides are at most 65,535, as the limits on decoding
/// see to.
pub(crate) fn encode(
    pixels: &Pixels,
    orientation: Orientation,
    quality: u8,
    colour: Colour,
) -> Result<Vec<u8>, PictureError> {
    let (width, _) = orientation.size(pixels.width, pixels.height);
    let mut file = Vec::with_capacity(pixels.data.len() / 8 + 1024);
    let mut encoder = Encoder::new(&mut file, quality);
    encoder.set_sampling_factor(match colour {
        Colour::Halved => SamplingFactor::F_2_2,
        Colour::Full => SamplingFactor::F_1_1,
    });
    let upright = Upright {
        pixels,
        orientation,
        row: std::cell::RefCell::new(vec![0; width as usize * pixels.channels]),
    };
    encoder
        .encode_image(upright)
        .map_err(|_: EncodingError| PictureError::Damaged {})?;
    Ok(file)
}

#[cfg(test)]
#[path = "jpeg_tests.rs"]
mod tests;
