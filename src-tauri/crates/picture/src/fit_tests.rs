use super::*;
use crate::samples::{HEIC, jpeg, jpeg_with, noise, open, plain_exif, png, slope, webp};

const ANY: u64 = u64::MAX;

#[test]
fn a_copy_fits_and_is_never_larger_than_the_picture() {
    let check = |file: &[u8], at_most: u64, pixels: u64, expected: Option<(u32, u32)>| {
        let copy = fit(file, at_most, pixels).unwrap();
        let size = copy.as_ref().map(|copy| (copy.width, copy.height));
        assert_eq!(size, expected, "{at_most} bytes, {pixels} pixels");
        if let Some(copy) = copy {
            assert!(copy.jpeg.len() as u64 <= at_most);
            assert_eq!(Some(open(&copy.jpeg).dimensions()), expected);
        }
    };
    // What fits keeps its size, whatever room there is.
    check(&png(slope(1_000, 500)), ANY, ANY, Some((1_000, 500)));
    check(&webp(slope(40, 30)), 100_000, ANY, Some((40, 30)));
    // Noise does not compress: only fewer pixels help.
    check(&jpeg(&noise(950, 500, 7)), 150_000, ANY, Some((640, 337)));
    check(&jpeg(&noise(950, 500, 7)), 1_000, ANY, None);
    check(
        &png(slope(1_300, 1_000)),
        ANY,
        1_200_000,
        Some((1_200, 923)),
    );
    check(&png(slope(1_300, 1_000)), ANY, 10, None);
    // Upright, as everywhere.
    let turned = jpeg_with(&plain_exif(6), &jpeg(&slope(1_000, 500)));
    check(&turned, ANY, ANY, Some((500, 1_000)));
}

#[test]
fn what_is_no_picture_is_refused() {
    let check = |file: &[u8], code: &str| {
        assert_eq!(fit(file, ANY, ANY).unwrap_err().code(), code);
    };
    check(HEIC, "picture_not_showable");
    check(b"\xff\xd8\xff", "picture_damaged");
}
