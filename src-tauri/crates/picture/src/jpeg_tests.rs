use super::*;
use crate::samples::{open, slope};

/// How far two pictures are apart, as the mean of the squares.
fn apart(one: &[u8], other: &[u8]) -> f64 {
    assert_eq!(one.len(), other.len());
    let squares = one
        .iter()
        .zip(other)
        .map(|(a, b)| f64::from(a.abs_diff(*b)).powi(2));
    squares.sum::<f64>() / one.len() as f64
}

fn pixels(picture: &image::RgbImage) -> Pixels {
    let (width, height) = picture.dimensions();
    Pixels {
        width,
        height,
        channels: 3,
        data: picture.as_raw().clone(),
    }
}

#[test]
fn what_is_written_is_what_others_read() {
    for (width, height) in [
        (1, 1),
        (7, 9),
        (8, 8),
        (16, 16),
        (17, 33),
        (31, 15),
        (100, 3),
        (2, 90),
    ] {
        for colour in [Colour::Halved, Colour::Full] {
            let picture = slope(width, height);
            let file = encode(&pixels(&picture), Orientation::new(1), 95, colour).unwrap();
            let read = open(&file);
            assert_eq!(read.dimensions(), (width, height));
            let apart = apart(&read, &picture);
            // Colours that rise by 200 within two pixels cannot be kept at half size.
            let bound = if colour == Colour::Halved && width.min(height) < 8 {
                700.0
            } else {
                12.0
            };
            assert!(apart < bound, "{width} x {height} {colour:?}: {apart}");
        }
    }
}

#[test]
fn halved_colours_stand_where_they_were() {
    // Red left of blue, along block and pixel edges alike.
    let picture = image::RgbImage::from_fn(64, 48, |x, _| {
        if x < 32 {
            image::Rgb([220, 30, 30])
        } else {
            image::Rgb([30, 30, 220])
        }
    });
    let read = open(&encode(&pixels(&picture), Orientation::new(1), 90, Colour::Halved).unwrap());
    for (x, y) in [(3, 3), (28, 40), (35, 5), (60, 47)] {
        let (found, expected) = (read.get_pixel(x, y), picture.get_pixel(x, y));
        let off = found
            .0
            .iter()
            .zip(expected.0)
            .map(|(a, b)| a.abs_diff(b))
            .max();
        assert!(off < Some(8), "{x} {y}: {found:?}");
    }
}

#[test]
fn grey_stays_grey() {
    let data: Vec<u8> = (0..50 * 20).map(|at| (at % 50 * 5) as u8).collect();
    let grey = Pixels {
        width: 50,
        height: 20,
        channels: 1,
        data: data.clone(),
    };
    for colour in [Colour::Halved, Colour::Full] {
        let file = encode(&grey, Orientation::new(1), 95, colour).unwrap();
        let read = image::load_from_memory(&file).unwrap();
        assert_eq!(read.color(), image::ColorType::L8);
        assert!(apart(read.as_bytes(), &data) < 3.0);
    }
}

#[test]
fn there_is_nothing_in_the_file_but_the_picture() {
    let file = encode(
        &pixels(&slope(20, 20)),
        Orientation::new(1),
        82,
        Colour::Halved,
    )
    .unwrap();
    let mut markers = Vec::new();
    let mut at = 2;
    while file[at + 1] != 0xda {
        markers.push(file[at + 1]);
        at += 2 + usize::from(u16::from_be_bytes([file[at + 2], file[at + 3]]));
    }
    // The file's own header, tables of quantisation, the frame, tables of codes: no room for a word or a place.
    assert!(
        markers
            .iter()
            .all(|marker| [0xe0, 0xdb, 0xc0, 0xc4].contains(marker)),
        "{markers:x?}"
    );
    assert_eq!(file[..4], [0xff, 0xd8, 0xff, 0xe0]);
    assert!(file.ends_with(&[0xff, 0xd9]));
}
