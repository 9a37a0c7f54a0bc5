//! From a file to pixels, within limits that are known before the first pixel is.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::codecs::{jpeg::JpegDecoder, png::PngDecoder, webp::WebPDecoder};
use image::{ColorType, ImageDecoder, ImageError, Limits};

use crate::error::PictureError;
use crate::exif;
use crate::header::{Header, header};
use crate::kind::{Kind, kind_of};
use crate::upright::Orientation;

/// Most pixels that are decoded, in millions: the largest phone cameras, not their 200-megapixel modes.
pub const MAX_MEGAPIXELS: u32 = 50;

/// Longest side that is decoded, in pixels: a long screenshot of a chat, with room.
pub const MAX_SIDE: u32 = 20_000;

/// Most memory that decoding may take by the header's own account, in MiB, the decoded picture included.
pub const MAX_MIB: u64 = 256;

/// Most memory for one chunk of a PNG that is not pixels, in bytes; a colour profile is unpacked into it.
const MAX_CHUNK: u64 = 16 << 20;

/// A decoded picture, as stored: 1 byte a pixel when it is grey, 3 when it is not, rows from the top without gaps.
pub(crate) struct Pixels {
    pub width: u32,
    pub height: u32,
    pub channels: usize,
    pub data: Vec<u8>,
}

/// Decodes a JPEG, PNG or WebP. Transparency is laid on white; of a moving picture it is the first frame.
pub(crate) fn decode(file: &[u8]) -> Result<(Pixels, Orientation), PictureError> {
    let kind = kind_of(file);
    let mime = kind.mime().to_owned();
    match kind {
        Kind::Jpeg | Kind::Png | Kind::Webp => {}
        Kind::Heic => return Err(PictureError::NotShowable { mime }),
        Kind::Pdf | Kind::Unknown => return Err(PictureError::NotAPicture { mime }),
    }
    let header = header(kind, file).ok_or(PictureError::Damaged {})?;
    check_size(header.claimed)?;
    let way_up = header.exif.and_then(|block| exif::read(block).orientation);
    let orientation = Orientation::new(way_up.unwrap_or(1));
    let source = Cursor::new(file);
    let pixels = match kind {
        Kind::Png => {
            let mut limits = Limits::no_limits();
            limits.max_alloc = Some(MAX_CHUNK);
            let decoder = PngDecoder::with_limits(source, limits);
            read(decoder.map_err(damaged)?, &header)
        }
        Kind::Webp => read(WebPDecoder::new(source).map_err(damaged)?, &header),
        _ => read(JpegDecoder::new(source).map_err(damaged)?, &header),
    }?;
    Ok((pixels, orientation))
}

/// Keeps a panic inside a decoder from going any further: the picture is damaged, the program is not. Nothing outlives
/// the closure but its result, so nothing half-done can be seen.
pub(crate) fn guarded<T>(
    work: impl FnOnce() -> Result<T, PictureError>,
) -> Result<T, PictureError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(PictureError::Damaged {}))
}

fn check_size((width, height): (u32, u32)) -> Result<(), PictureError> {
    let pixels = u64::from(width) * u64::from(height);
    if pixels > u64::from(MAX_MEGAPIXELS) * 1_000_000 {
        let max_megapixels = MAX_MEGAPIXELS;
        return Err(PictureError::TooManyPixels {
            width,
            height,
            max_megapixels,
        });
    }
    if width.max(height) > MAX_SIDE {
        let max_side = MAX_SIDE;
        return Err(PictureError::SideTooLong {
            width,
            height,
            max_side,
        });
    }
    Ok(())
}

/// Decodes into one buffer, which is all that is kept.
fn read(decoder: impl ImageDecoder, header: &Header<'_>) -> Result<Pixels, PictureError> {
    let (width, height) = decoder.dimensions();
    if (width, height) != (header.width, header.height) {
        // Two readers that disagree about a file are a trick or damage, and no limit holds.
        return Err(PictureError::Damaged {});
    }
    let color = decoder.color_type();
    let needed = decoder.total_bytes().saturating_add(header.decoder_bytes);
    if needed > MAX_MIB << 20 {
        let needed_mib = needed.div_ceil(1 << 20);
        return Err(PictureError::TooMuchMemory {
            needed_mib,
            max_mib: MAX_MIB,
        });
    }
    let len = usize::try_from(decoder.total_bytes()).map_err(|_| PictureError::Damaged {})?;
    let mut data = vec![0; len];
    decoder.read_image(&mut data).map_err(damaged)?;
    let channels = match color {
        ColorType::L8 => 1,
        ColorType::La8 => flatten::<2, 1>(&mut data),
        ColorType::L16 => flatten::<1, 2>(&mut data),
        ColorType::La16 => flatten::<2, 2>(&mut data),
        ColorType::Rgb8 => 3,
        ColorType::Rgba8 => flatten::<4, 1>(&mut data),
        ColorType::Rgb16 => flatten::<3, 2>(&mut data),
        ColorType::Rgba16 => flatten::<4, 2>(&mut data),
        _ => return Err(PictureError::Damaged {}),
    };
    Ok(Pixels {
        width,
        height,
        channels,
        data,
    })
}

/// Lays transparency on white and takes 16 bits down to 8, in the buffer itself; what comes out is never longer than
/// what went in. `SAMPLES` a pixel, each of `WIDTH` bytes in the machine's order. Says how many channels are left.
fn flatten<const SAMPLES: usize, const WIDTH: usize>(data: &mut Vec<u8>) -> usize {
    let channels = if SAMPLES < 3 { 1 } else { 3 };
    let top = if cfg!(target_endian = "little") {
        WIDTH - 1
    } else {
        0
    };
    let pixels = data.len() / (SAMPLES * WIDTH);
    for pixel in 0..pixels {
        let from = pixel * SAMPLES * WIDTH;
        let sample = |data: &[u8], index: usize| u32::from(data[from + index * WIDTH + top]);
        let alpha = if SAMPLES.is_multiple_of(2) {
            sample(data, SAMPLES - 1)
        } else {
            255
        };
        for channel in 0..channels {
            let on_white = sample(data, channel) * alpha + 255 * (255 - alpha);
            data[pixel * channels + channel] = ((on_white + 127) / 255) as u8;
        }
    }
    data.truncate(pixels * channels);
    channels
}

/// What a decoder objects to is damage to whoever looks at the picture; the details mean nothing to a merchant.
fn damaged(_: ImageError) -> PictureError {
    PictureError::Damaged {}
}

#[cfg(test)]
#[path = "decode_tests.rs"]
mod tests;
