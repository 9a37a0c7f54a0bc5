//! Pictures for the tests, built from bytes or made by encoders that are not ours.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ExtendedColorType, ImageFormat, RgbImage};

pub const PROGRESSIVE: &[u8] = include_bytes!("../samples/progressive.jpg");
pub const CMYK: &[u8] = include_bytes!("../samples/cmyk.jpg");
pub const LOSSY_WEBP: &[u8] = include_bytes!("../samples/lossy.webp");
pub const ALPHA_WEBP: &[u8] = include_bytes!("../samples/lossy-alpha.webp");
pub const MOVING_WEBP: &[u8] = include_bytes!("../samples/moving.webp");
pub const HEIC: &[u8] = include_bytes!("../samples/photo.heic");

/// Numbers that look random and are the same in every run.
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }
}

/// A picture in which every pixel of every place is known and neighbours are alike: a corner decides which way is up.
pub fn slope(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let part = |at: u32, of: u32| (40 + at * 200 / of) as u8;
        image::Rgb([part(x, width), part(y, height), part(x + y, width + height)])
    })
}

/// Nothing but noise.
pub fn noise(width: u32, height: u32, seed: u64) -> RgbImage {
    let mut dice = Dice(seed);
    RgbImage::from_fn(width, height, |_, _| {
        let [r, g, b, ..] = dice
            .next()
            .wrapping_mul(0x9e37_79b9_7f4a_7c15)
            .to_be_bytes();
        image::Rgb([r, g, b])
    })
}

pub fn jpeg(picture: &RgbImage) -> Vec<u8> {
    let mut file = Vec::new();
    let (width, height) = picture.dimensions();
    let mut encoder = JpegEncoder::new_with_quality(&mut file, 95);
    encoder
        .encode(picture, width, height, ExtendedColorType::Rgb8)
        .unwrap();
    file
}

pub fn file(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    picture.into().write_to(&mut file, format).unwrap();
    file.into_inner()
}

pub fn png(picture: impl Into<DynamicImage>) -> Vec<u8> {
    file(picture, ImageFormat::Png)
}

pub fn webp(picture: impl Into<DynamicImage>) -> Vec<u8> {
    file(picture, ImageFormat::WebP)
}

/// Decodes by `image` alone, as whoever gets a copy would.
pub fn open(file: &[u8]) -> RgbImage {
    image::load_from_memory(file).unwrap().to_rgb8()
}

/// One entry of a directory: tag, type, number of values, and its value or where it stands.
pub fn entry(little: bool, tag: u16, format: u16, count: u32, value: u32) -> Vec<u8> {
    let value = if format == 3 && !little {
        value << 16
    } else {
        value
    };
    [
        two(little, tag),
        two(little, format),
        four(little, count),
        four(little, value),
    ]
    .concat()
}

pub fn two(little: bool, number: u16) -> Vec<u8> {
    let number = if little { number.swap_bytes() } else { number };
    number.to_be_bytes().to_vec()
}

pub fn four(little: bool, number: u32) -> Vec<u8> {
    let number = if little { number.swap_bytes() } else { number };
    number.to_be_bytes().to_vec()
}

/// A block of EXIF with all the fields that are read, and a place that is not.
pub fn exif(little: bool, orientation: u16, taken: &str, offset: &str) -> Vec<u8> {
    let texts = ["HUAWEI\0", "HUAWEI P60\0", taken, offset, "GPS-22.5431N\0"];
    let start = 8 + (2 + 12 * 5 + 4) + (2 + 12 * 2 + 4) + (2 + 12 + 4);
    let at = |index: usize| -> u32 {
        let before: usize = texts.iter().take(index).map(|text| text.len()).sum();
        (start + before) as u32
    };
    let text = |tag: u16, index: usize| entry(little, tag, 2, texts[index].len() as u32, at(index));
    let head: &[u8] = if little { b"II\x2a\0" } else { b"MM\0\x2a" };
    let end = four(little, 0);
    let mut block = [head, &four(little, 8), &two(little, 5)].concat();
    block.extend(text(0x010f, 0));
    block.extend(text(0x0110, 1));
    block.extend(entry(little, 0x0112, 3, 1, u32::from(orientation)));
    block.extend(entry(little, 0x8769, 4, 1, 8 + 66));
    block.extend(entry(little, 0x8825, 4, 1, 8 + 66 + 30));
    block.extend([&end[..], &two(little, 2)].concat());
    block.extend([text(0x9003, 2), text(0x9011, 3), end.clone()].concat());
    block.extend([two(little, 1), text(0x001d, 4), end].concat());
    block.extend(texts.concat().bytes());
    block
}

/// The block that most tests use.
pub fn plain_exif(orientation: u16) -> Vec<u8> {
    exif(true, orientation, "2026:03:04 05:06:07\0", "+08:00\0")
}

pub fn jpeg_with(block: &[u8], jpeg: &[u8]) -> Vec<u8> {
    let len = (block.len() + 8) as u16;
    let segment = [b"\xff\xe1", &len.to_be_bytes()[..], b"Exif\0\0", block].concat();
    [&jpeg[..2], &segment, &jpeg[2..]].concat()
}

pub fn png_with(block: &[u8], png: &[u8]) -> Vec<u8> {
    // Behind the signature and the first chunk.
    [&png[..33], &png_chunk(b"eXIf", block), &png[33..]].concat()
}

/// Wraps a simple WebP into an extended one.
pub fn webp_with(block: &[u8], width: u32, height: u32, webp: &[u8]) -> Vec<u8> {
    let flags = [0b0000_1000, 0, 0, 0];
    let side = |side: u32| (side - 1).to_le_bytes()[..3].to_vec();
    let canvas = [&flags[..], &side(width), &side(height)].concat();
    let chunks = [
        b"WEBP".to_vec(),
        riff_chunk(b"VP8X", &canvas),
        webp[12..].to_vec(),
        riff_chunk(b"EXIF", block),
    ]
    .concat();
    riff_chunk(b"RIFF", &chunks)
}

pub fn riff_chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let len = (data.len() as u32).to_le_bytes();
    let pad = vec![0; data.len() % 2];
    [&name[..], &len, data, &pad].concat()
}

pub fn png_chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let named = [&name[..], data].concat();
    let sum = !named.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            sum >> 1 ^ if sum & 1 == 1 { 0xedb8_8320 } else { 0 }
        })
    });
    let len = (data.len() as u32).to_be_bytes();
    [&len[..], &named, &sum.to_be_bytes()].concat()
}

/// A PNG of any header and data, true or not.
pub fn raw_png(width: u32, height: u32, depth: u8, color: u8, chunks: &[Vec<u8>]) -> Vec<u8> {
    let size = [width.to_be_bytes(), height.to_be_bytes()].concat();
    let head = [&size[..], &[depth, color, 0, 0, 0]].concat();
    let signature = b"\x89PNG\r\n\x1a\n".to_vec();
    let end = png_chunk(b"IEND", b"");
    [signature, png_chunk(b"IHDR", &head), chunks.concat(), end].concat()
}

/// Data of a PNG, packed without compression (RFC 1950, RFC 1951 3.2.4). At most 65,535 bytes.
pub fn png_data(rows: &[u8]) -> Vec<u8> {
    let (a, b) = rows.iter().fold((1_u32, 0_u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    let len = rows.len() as u16;
    let head = [
        &[0x78, 0x01, 1][..],
        &len.to_le_bytes(),
        &(!len).to_le_bytes(),
    ]
    .concat();
    let sum = (b << 16 | a).to_be_bytes();
    png_chunk(b"IDAT", &[&head, rows, &sum].concat())
}
