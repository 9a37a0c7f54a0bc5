use image::{GrayAlphaImage, GrayImage, ImageBuffer, Luma, LumaA, Rgb, Rgba, RgbaImage};

use super::*;
use crate::samples::{
    ALPHA_WEBP, CMYK, HEIC, LOSSY_WEBP, MOVING_WEBP, PROGRESSIVE, jpeg, jpeg_with, noise, open,
    png, png_chunk, png_data, raw_png, riff_chunk, slope, webp,
};

/// The one colour of a picture that has but one.
fn only_colour(file: &[u8]) -> Vec<u8> {
    let (pixels, _) = decode(file).unwrap();
    let colour = pixels.data[..pixels.channels].to_vec();
    assert!(
        pixels
            .data
            .chunks_exact(pixels.channels)
            .all(|pixel| pixel == colour)
    );
    assert_eq!(
        pixels.data.len(),
        (pixels.width * pixels.height) as usize * pixels.channels
    );
    colour
}

#[test]
fn every_way_to_state_a_colour_becomes_grey_or_rgb_on_white() {
    let check = |file: Vec<u8>, colour: &[u8]| assert_eq!(only_colour(&file), colour);
    check(png(GrayImage::from_pixel(5, 3, Luma([77]))), &[77]);
    check(
        png(GrayAlphaImage::from_pixel(5, 3, LumaA([0, 51]))),
        &[204],
    );
    check(
        png(ImageBuffer::from_pixel(5, 3, Luma([0x1234_u16]))),
        &[0x12],
    );
    check(
        png(ImageBuffer::from_pixel(5, 3, LumaA([0x1234_u16, 0]))),
        &[255],
    );
    check(
        png(ImageBuffer::from_pixel(5, 3, Rgb([1_u8, 2, 3]))),
        &[1, 2, 3],
    );
    check(
        png(RgbaImage::from_pixel(5, 3, Rgba([200, 0, 100, 0]))),
        &[255; 3],
    );
    check(
        png(RgbaImage::from_pixel(5, 3, Rgba([9, 8, 7, 255]))),
        &[9, 8, 7],
    );
    check(
        png(RgbaImage::from_pixel(5, 3, Rgba([0, 255, 100, 51]))),
        &[204, 255, 224],
    );
    check(
        png(ImageBuffer::from_pixel(
            5,
            3,
            Rgb([0x0102_u16, 0xff00, 0x8000]),
        )),
        &[1, 255, 128],
    );
    let deep = Rgba([0x0102_u16, 0xff00, 0x8000, 0xffff]);
    check(png(ImageBuffer::from_pixel(5, 3, deep)), &[1, 255, 128]);
    check(
        webp(RgbaImage::from_pixel(5, 3, Rgba([0, 255, 100, 51]))),
        &[204, 255, 224],
    );
    check(
        webp(ImageBuffer::from_pixel(5, 3, Rgb([1_u8, 2, 3]))),
        &[1, 2, 3],
    );
    // A palette whose second colour is clear, and one bit of grey.
    let palette = [
        png_chunk(b"PLTE", &[9, 9, 9, 50, 60, 70]),
        png_chunk(b"tRNS", &[255, 0]),
    ];
    let second = [&palette[..], &[png_data(&[0, 1, 1, 0, 1, 1])]].concat();
    check(raw_png(2, 2, 8, 3, &second), &[255; 3]);
    let first = [&palette[..], &[png_data(&[0, 0, 0, 0, 0, 0])]].concat();
    check(raw_png(2, 2, 8, 3, &first), &[9; 3]);
    check(raw_png(9, 1, 1, 0, &[png_data(&[0, 0xff, 0x80])]), &[255]);
}

#[test]
fn cmyk_progressive_and_lossy_pictures_look_as_they_should() {
    for file in [PROGRESSIVE, CMYK, LOSSY_WEBP] {
        let (pixels, _) = decode(file).unwrap();
        assert_eq!((pixels.width, pixels.height, pixels.channels), (40, 28, 3));
        let off: u32 = (0..40 * 28)
            .map(|at: u32| {
                let (x, y) = (at % 40, at / 40);
                let expected = [x * 6, y * 9, x * y * 3 % 256];
                let found = &pixels.data[at as usize * 3..][..3];
                // The blue one jumps within a few pixels, so only red and green are compared.
                (0..2)
                    .map(|c| expected[c].abs_diff(u32::from(found[c])))
                    .sum::<u32>()
            })
            .sum();
        assert!(off / (40 * 28) < 50, "{}", off / (40 * 28));
    }
    let (pixels, _) = decode(ALPHA_WEBP).unwrap();
    assert!(
        pixels.data[..40 * 3].iter().all(|value| *value > 245),
        "clear at the top"
    );
    let (moving, _) = decode(MOVING_WEBP).unwrap();
    assert_eq!((moving.width, moving.height), (40, 28));
}

#[test]
fn what_is_no_picture_is_named_by_its_type() {
    let check = |file: &[u8], error: PictureError, code: &str| {
        let found = decode(file).err().unwrap();
        assert_eq!((found.code(), &found), (code, &error));
    };
    let not = |mime: &str| PictureError::NotAPicture {
        mime: mime.to_owned(),
    };
    for file in [
        &b""[..],
        b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<!doctype html><script>alert(1)</script>",
    ] {
        check(
            file,
            not("application/octet-stream"),
            "picture_not_a_picture",
        );
    }
    check(b"%PDF-1.7", not("application/pdf"), "picture_not_a_picture");
    let mime = "image/heic".to_owned();
    check(
        HEIC,
        PictureError::NotShowable { mime },
        "picture_not_showable",
    );
    for file in [
        &b"\xff\xd8\xff"[..],
        b"\x89PNG\r\n\x1a\n",
        b"RIFF\0\0\0\0WEBP",
    ] {
        check(file, PictureError::Damaged {}, "picture_damaged");
    }
}

#[test]
fn a_header_that_claims_too_much_is_refused_before_anything_is_decoded() {
    let pixels = |width, height| {
        let max_megapixels = MAX_MEGAPIXELS;
        PictureError::TooManyPixels {
            width,
            height,
            max_megapixels,
        }
    };
    let side = |width, height| {
        let max_side = MAX_SIDE;
        PictureError::SideTooLong {
            width,
            height,
            max_side,
        }
    };
    let check = |file: &[u8], error: PictureError| assert_eq!(decode(file).err(), Some(error));
    check(
        &raw_png(100_000, 100_000, 8, 6, &[]),
        pixels(100_000, 100_000),
    );
    check(
        &raw_png(u32::MAX, u32::MAX, 16, 6, &[]),
        pixels(u32::MAX, u32::MAX),
    );
    check(&raw_png(1, 20_001, 8, 0, &[]), side(1, 20_001));
    // The header of a bomb: 400 million pixels in 60 KB of file. Its data never gets a say.
    let bomb = raw_png(20_000, 20_000, 1, 0, &[png_data(&[0; 60_000])]);
    check(&bomb, pixels(20_000, 20_000));
    let mut wide = jpeg(&slope(16, 16));
    let frame = wide.windows(2).position(|two| two == b"\xff\xc0").unwrap();
    wide[frame + 5..frame + 9].copy_from_slice(b"\xff\xff\xff\xff");
    check(&wide, pixels(65_535, 65_535));
    // 48 megapixels with 16 bits of four samples.
    let needed_mib = (48_000_000 * 8_u64).div_ceil(1 << 20);
    let heavy = PictureError::TooMuchMemory {
        needed_mib,
        max_mib: MAX_MIB,
    };
    check(&raw_png(8000, 6000, 16, 6, &[png_data(&[0; 100])]), heavy);
}

#[test]
fn coefficients_that_are_kept_count_as_memory() {
    let mut large = PROGRESSIVE.to_vec();
    let frame = large.windows(2).position(|two| two == b"\xff\xc2").unwrap();
    large[frame + 5..frame + 9].copy_from_slice(&[0x17, 0x70, 0x1f, 0x40]);
    let header = header(Kind::Jpeg, &large).unwrap();
    // 8000 x 6000 with colours of half width and height: 1.5 samples a pixel, two bytes each.
    assert_eq!(header.decoder_bytes, 8000 * 6000 * 3);
    let needed_mib = (8000 * 6000 * 6_u64).div_ceil(1 << 20);
    let heavy = PictureError::TooMuchMemory {
        needed_mib,
        max_mib: MAX_MIB,
    };
    assert_eq!(decode(&large).err(), Some(heavy));
    let plain = jpeg(&slope(16, 16));
    assert_eq!(super::header(Kind::Jpeg, &plain).unwrap().decoder_bytes, 0);
}

#[test]
fn what_a_webp_takes_besides_its_pixels_counts_as_memory() {
    // 7000 x 7000, lossless: three bytes a pixel handed over, four beside them.
    let size: u32 = 6999 | 6999 << 14;
    let lossless = riff_chunk(
        b"VP8L",
        &[&[0x2f][..], &size.to_le_bytes(), &[0; 16]].concat(),
    );
    let file = riff_chunk(b"RIFF", &[&b"WEBP"[..], &lossless].concat());
    let needed_mib = (7000 * 7000 * 7_u64).div_ceil(1 << 20);
    let max_mib = MAX_MIB;
    let heavy = PictureError::TooMuchMemory {
        needed_mib,
        max_mib,
    };
    assert_eq!(decode(&file).err(), Some(heavy));
    let halves = |file| header(Kind::Webp, file).unwrap().decoder_bytes * 2 / (40 * 28);
    assert_eq!(
        [LOSSY_WEBP, ALPHA_WEBP, MOVING_WEBP].map(halves),
        [3, 15, 31]
    );
}

#[test]
fn a_webp_whose_inner_picture_is_larger_than_its_canvas_is_held_to_the_larger() {
    let canvas = riff_chunk(b"VP8X", &[0; 10]);
    let inner = riff_chunk(b"VP8 ", b"\x10\0\0\x9d\x01\x2a\xff\x3f\xff\x3f");
    let check = |chunks: Vec<u8>| {
        let file = riff_chunk(b"RIFF", &[&b"WEBP"[..], &canvas, &chunks].concat());
        let max_megapixels = MAX_MEGAPIXELS;
        let error = PictureError::TooManyPixels {
            width: 16_383,
            height: 16_383,
            max_megapixels,
        };
        assert_eq!(decode(&file).err(), Some(error));
    };
    check(inner.clone());
    check(riff_chunk(b"ANMF", &[&[0; 16][..], &inner].concat()));
}

#[test]
fn webp_chunks_of_wrong_sizes_are_damage() {
    for file in [
        LOSSY_WEBP.to_vec(),
        webp(slope(20, 20)),
        ALPHA_WEBP.to_vec(),
    ] {
        for size in [0, 1, 7, 0x7fff_ffff_u32, u32::MAX] {
            for at in [4, 16] {
                let mut broken = file.clone();
                broken[at..at + 4].copy_from_slice(&size.to_le_bytes());
                // Some of these sizes do not matter to the picture. Then it has the size it always had.
                if let Ok((pixels, _)) = guarded(|| decode(&broken)) {
                    assert!(pixels.width.max(pixels.height) <= 40);
                }
            }
        }
    }
}

#[test]
fn a_jpeg_that_ends_too_early_is_shown_as_far_as_it_goes() {
    let picture = slope(160, 160);
    let whole = jpeg(&picture);
    let (full, _) = decode(&whole).unwrap();
    let mut shown = 0;
    for part in 0..16 {
        let cut = &whole[..whole.len() * part / 16];
        if let Ok((pixels, _)) = guarded(|| decode(cut)) {
            assert_eq!((pixels.width, pixels.height), (160, 160));
            let first_blocks = 160 * 3 * 4;
            if part > 8 {
                assert_eq!(pixels.data[..first_blocks], full.data[..first_blocks]);
                shown += 1;
            }
        }
    }
    assert!(shown > 4, "{shown}");
}

#[test]
fn exif_that_makes_no_sense_leaves_the_picture_as_it_is() {
    let plain = jpeg(&slope(30, 20));
    for block in [&b"II\x2a\0\xff\xff\xff\xff"[..], b"", &[0xff; 60_000]] {
        let (pixels, orientation) = decode(&jpeg_with(block, &plain)).unwrap();
        assert_eq!((pixels.width, orientation), (30, Orientation::new(1)));
    }
}

#[test]
fn the_longest_and_the_smallest_are_decoded() {
    for (width, height) in [(1, 1), (1, 20_000), (20_000, 1)] {
        let picture = noise(width, height, 3);
        let (pixels, _) = decode(&png(picture.clone())).unwrap();
        assert_eq!((pixels.width, pixels.height), (width, height));
        assert_eq!(pixels.data, picture.into_raw());
        let file = jpeg(&slope(width, height));
        assert_eq!(decode(&file).unwrap().0.data, open(&file).into_raw());
    }
}

#[test]
fn a_panic_becomes_damage() {
    let caught = guarded::<()>(|| panic!("a decoder's own"));
    assert_eq!(caught, Err(PictureError::Damaged {}));
}

#[test]
fn every_refusal_has_a_code_and_parameters() {
    let all = [
        PictureError::NotAPicture { mime: "a".into() },
        PictureError::NotShowable { mime: "a".into() },
        PictureError::TooManyPixels {
            width: 1,
            height: 2,
            max_megapixels: 3,
        },
        PictureError::SideTooLong {
            width: 1,
            height: 2,
            max_side: 3,
        },
        PictureError::TooMuchMemory {
            needed_mib: 1,
            max_mib: 2,
        },
        PictureError::Damaged {},
        PictureError::NothingToCover {},
        PictureError::TooManyBoxes { count: 1, max: 2 },
        PictureError::BoxUnclear { index: 1 },
    ];
    let codes: std::collections::BTreeSet<_> = all.iter().map(PictureError::code).collect();
    assert_eq!(codes.len(), all.len());
    for error in all {
        assert!(error.code().starts_with("picture_"));
        // A parameter is a field by its name: the same names as in the value's own text.
        let text = format!("{error:?}");
        let params = error.params();
        let names: Vec<_> = params.as_object().unwrap().keys().collect();
        assert_eq!(names.len(), text.matches(": ").count(), "{text}");
        assert!(
            names.iter().all(|name| text.contains(&format!("{name}: "))),
            "{text}"
        );
    }
}
