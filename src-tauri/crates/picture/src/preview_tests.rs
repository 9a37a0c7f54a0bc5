use image::{Rgba, RgbaImage};

use super::*;
use crate::samples::{
    ALPHA_WEBP, CMYK, HEIC, LOSSY_WEBP, PROGRESSIVE, jpeg, jpeg_with, noise, open, plain_exif, png,
    png_with, slope, webp, webp_with,
};

#[test]
fn a_copy_is_as_small_as_asked_and_never_larger_than_the_picture() {
    let check = |(w, h): (u32, u32), longest: u32, expected: (u32, u32)| {
        let copy = preview(&png(slope(w, h)), longest).unwrap();
        assert_eq!(
            (copy.width, copy.height),
            expected,
            "{w} x {h} to {longest}"
        );
        assert_eq!(open(&copy.jpeg).dimensions(), expected);
    };
    check((400, 300), 160, (160, 120));
    check((300, 400), 160, (120, 160));
    check((401, 300), 160, (160, 120));
    check((100, 50), 160, (100, 50));
    check((160, 10), 160, (160, 10));
    check((161, 161), 160, (160, 160));
    check((1, 20_000), 320, (1, 320));
    check((20_000, 3), 320, (320, 1));
    check((1, 1), 320, (1, 1));
    check((40, 30), 1, (1, 1));
    check((40, 30), 0, (1, 1));
}

#[test]
fn every_way_of_storing_comes_out_upright() {
    // Stored pictures whose upright form is the same slope.
    let upright = slope(60, 40);
    let turned = |n: u8| {
        let picture = image::DynamicImage::from(upright.clone());
        match n {
            2 => picture.fliph(),
            3 => picture.rotate180(),
            4 => picture.flipv(),
            5 => picture.rotate90().fliph(),
            6 => picture.rotate270(),
            7 => picture.rotate270().fliph(),
            8 => picture.rotate90(),
            _ => picture,
        }
        .to_rgb8()
    };
    for number in 1..=8 {
        let stored = turned(number);
        let block = plain_exif(u16::from(number));
        let (w, h) = stored.dimensions();
        for file in [
            jpeg_with(&block, &jpeg(&stored)),
            png_with(&block, &png(stored.clone())),
            webp_with(&block, w, h, &webp(stored.clone())),
        ] {
            for (longest, size) in [(60, (60, 40)), (30, (30, 20))] {
                let copy = preview(&file, longest).unwrap();
                assert_eq!((copy.width, copy.height), size, "{number}");
                let read = open(&copy.jpeg);
                assert_eq!(read.dimensions(), size);
                for (x, y) in [
                    (1, 1),
                    (size.0 - 2, 1),
                    (1, size.1 - 2),
                    (size.0 - 2, size.1 - 2),
                ] {
                    let expected = upright.get_pixel(x * 60 / size.0, y * 40 / size.1).0;
                    let found = read.get_pixel(x, y).0;
                    let off = found.iter().zip(expected).map(|(a, b)| a.abs_diff(b)).max();
                    assert!(
                        off < Some(16),
                        "{number} at {x} {y}: {found:?} for {expected:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn several_sizes_come_from_one_decoding_in_the_order_asked_for() {
    let file = jpeg(&slope(400, 200));
    let sizes = [50, 200, 1000, 100];
    let all = previews(&file, &sizes).unwrap();
    let widths: Vec<_> = all.iter().map(|copy| copy.width).collect();
    assert_eq!(widths, [50, 200, 400, 100]);
    for (copy, longest) in all.iter().zip(sizes) {
        let alone = open(&preview(&file, longest).unwrap().jpeg);
        let together = open(&copy.jpeg);
        let off = alone
            .iter()
            .zip(together.iter())
            .map(|(a, b)| a.abs_diff(*b))
            .max();
        assert!(off < Some(16), "{longest}: {off:?}");
    }
    assert_eq!(previews(&file, &[]), Ok(vec![]));
}

#[test]
fn nothing_of_the_original_but_its_colours_is_in_a_copy() {
    let block = plain_exif(6);
    let file = jpeg_with(&block, &jpeg(&noise(64, 64, 1)));
    let copy = preview(&file, 64).unwrap().jpeg;
    for word in [&b"Exif"[..], b"HUAWEI", b"GPS", b"2026"] {
        assert!(file.windows(word.len()).any(|part| part == word));
        assert!(!copy.windows(word.len()).any(|part| part == word));
    }
    assert_eq!(crate::facts(&copy).taken_at, None);
}

#[test]
fn clear_places_become_white() {
    let mut picture = RgbaImage::from_pixel(64, 64, Rgba([200, 0, 0, 255]));
    (0..64).for_each(|x| (0..32).for_each(|y| picture.put_pixel(x, y, Rgba([0, 0, 0, 0]))));
    for file in [png(picture.clone()), webp(picture)] {
        let read = open(&preview(&file, 32).unwrap().jpeg);
        assert!(read.get_pixel(16, 4).0.iter().all(|value| *value > 250));
        let red = read.get_pixel(16, 28).0;
        assert!(
            red[0].abs_diff(200) < 6 && red[1] < 6 && red[2] < 6,
            "{red:?}"
        );
    }
}

#[test]
fn real_files_of_other_encoders_are_shown() {
    for file in [PROGRESSIVE, CMYK, LOSSY_WEBP, ALPHA_WEBP] {
        let copy = preview(file, 20).unwrap();
        assert_eq!((copy.width, copy.height), (20, 14));
    }
    assert_eq!(
        preview(HEIC, 20).unwrap_err().code(),
        "picture_not_showable"
    );
}
