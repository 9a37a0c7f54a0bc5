use super::*;
use crate::samples::{jpeg, jpeg_with, noise, open, plain_exif, png, slope};

fn box01(x: f32, y: f32, w: f32, h: f32) -> Box01 {
    Box01 { x, y, w, h }
}

/// The same picture, with other noise or with none under the box, becomes the same file: nothing of what was covered can
/// be in it.
#[test]
fn what_was_covered_has_no_influence_on_a_single_byte() {
    let covered = box01(0.3, 0.3, 0.2, 0.3);
    for orientation in 1..=8 {
        let files = [1, 2].map(|seed| {
            let mut picture = slope(160, 128);
            let (width, height) = if orientation > 4 {
                (128, 160)
            } else {
                (160, 128)
            };
            let area = area((width, height), &covered).unwrap();
            let mut hidden = noise(160, 128, seed);
            // Outside the box both are alike, wherever the box lies in the stored picture.
            let pixels = Pixels {
                width: 160,
                height: 128,
                channels: 3,
                data: vec![],
            };
            for x in area.0..area.2 {
                for y in area.1..area.3 {
                    let (x, y) = Orientation::new(orientation).stored(&pixels, (x, y));
                    std::mem::swap(picture.get_pixel_mut(x, y), hidden.get_pixel_mut(x, y));
                }
            }
            let block = plain_exif(u16::from(orientation));
            crate::samples::png_with(&block, &png(picture))
        });
        assert_ne!(files[0], files[1]);
        let [one, other] = files.map(|file| redact(&file, &[covered]).unwrap());
        assert!(one == other, "orientation {orientation}");
    }
}

#[test]
fn the_box_is_black_to_the_last_pixel_and_the_rest_is_as_it_was() {
    let picture = noise(200, 120, 9);
    let copy = open(&redact(&png(picture.clone()), &[box01(0.26, 0.26, 0.2, 0.2)]).unwrap());
    assert_eq!(copy.dimensions(), (200, 120));
    // 52..92 by 31.2..55.2, out to the blocks.
    let inside = |x: u32, y: u32| (48..96).contains(&x) && (16..64).contains(&y);
    let mut off = (0_u64, 0_u64);
    for (x, y, pixel) in copy.enumerate_pixels() {
        if inside(x, y) {
            assert_eq!(pixel.0, [0; 3], "{x} {y}");
        } else {
            let expected = picture.get_pixel(x, y).0;
            let apart: u32 = pixel
                .0
                .iter()
                .zip(expected)
                .map(|(a, b)| u32::from(a.abs_diff(b)))
                .sum();
            off = (off.0 + u64::from(apart), off.1 + 3);
        }
    }
    assert!(off.0 / off.1 < 12, "{off:?}");
}

#[test]
fn boxes_lie_on_the_upright_picture() {
    // Upright it is 40 wide and 60 high; the box covers its lower left corner.
    let stored = slope(60, 40);
    let file = jpeg_with(&plain_exif(6), &jpeg(&stored));
    let copy = open(&redact(&file, &[box01(0.0, 0.9, 0.1, 0.1)]).unwrap());
    assert_eq!(copy.dimensions(), (40, 60));
    assert_eq!(copy.get_pixel(2, 57).0, [0; 3]);
    assert_eq!(copy.get_pixel(15, 48).0, [0; 3]);
    for (x, y) in [(2, 2), (37, 2), (37, 57), (20, 57), (2, 40)] {
        assert!(copy.get_pixel(x, y).0[0] > 20, "{x} {y}");
    }
    assert_eq!(crate::facts(&copy.into_raw()).camera, None);
}

#[test]
fn a_box_is_cut_at_the_edges_and_may_be_drawn_from_any_corner() {
    let check = |b: Box01, expected: Option<Area>| assert_eq!(area((100, 50), &b), expected);
    check(box01(0.5, 0.5, 0.01, 0.01), Some((48, 16, 64, 32)));
    check(box01(0.51, 0.51, -0.01, -0.01), Some((48, 16, 64, 32)));
    check(box01(-5.0, -5.0, 10.0, 10.0), Some((0, 0, 100, 50)));
    check(box01(0.99, 0.99, 1.0, 1.0), Some((96, 48, 100, 50)));
    check(box01(1e-9, 0.0, 1e-9, 1.0), Some((0, 0, 16, 50)));
    check(box01(f32::MAX, 0.0, f32::MAX, 1.0), None);
    check(box01(-1.0, 0.0, 1.0, 1.0), None);
    check(box01(1.0, 0.0, 1.0, 1.0), None);
    check(box01(0.2, 0.2, 0.0, 0.5), None);
    let everything = open(&redact(&jpeg(&noise(33, 17, 2)), &[box01(0.0, 0.0, 1.0, 1.0)]).unwrap());
    assert!(everything.iter().all(|value| *value == 0));
}

#[test]
fn boxes_that_cover_nothing_or_cannot_be_understood_are_refused() {
    let file = jpeg(&slope(32, 32));
    let check = |boxes: &[Box01], error: PictureError| {
        assert_eq!(redact(&file, boxes), Err(error));
    };
    let some = box01(0.1, 0.1, 0.1, 0.1);
    check(&[], PictureError::NothingToCover {});
    check(
        &[box01(0.5, 0.5, 0.0, 0.0); 3],
        PictureError::NothingToCover {},
    );
    check(
        &[box01(2.0, 2.0, 1.0, 1.0)],
        PictureError::NothingToCover {},
    );
    for bad in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
        let index = 1;
        check(
            &[some, box01(0.0, 0.0, 0.5, bad)],
            PictureError::BoxUnclear { index },
        );
        check(
            &[some, box01(bad, 0.0, 0.5, 0.5)],
            PictureError::BoxUnclear { index },
        );
    }
    let (count, max) = (51, 50);
    check(&[some; 51], PictureError::TooManyBoxes { count, max });
    assert!(redact(&file, &[some; 50]).is_ok());
    assert!(redact(&file, &[box01(0.5, 0.5, 0.0, 0.0), some]).is_ok());
    assert_eq!(
        redact(b"%PDF-", &[some]).unwrap_err().code(),
        "picture_not_a_picture"
    );
}
