use super::*;
use crate::samples::{
    ALPHA_WEBP, HEIC, LOSSY_WEBP, MOVING_WEBP, jpeg, jpeg_with, plain_exif, png, png_with, slope,
    webp, webp_with,
};

#[test]
fn every_format_tells_the_same() {
    let picture = slope(30, 20);
    for orientation in 1..=8 {
        let block = plain_exif(orientation);
        let files = [
            (Kind::Jpeg, jpeg_with(&block, &jpeg(&picture))),
            (Kind::Png, png_with(&block, &png(picture.clone()))),
            (
                Kind::Webp,
                webp_with(&block, 30, 20, &webp(picture.clone())),
            ),
        ];
        let (width, height) = if orientation > 4 { (20, 30) } else { (30, 20) };
        for (kind, file) in files {
            let expected = Facts {
                kind,
                taken_at: Some("2026-03-04T05:06:07+08:00".to_owned()),
                orientation: orientation as u8,
                width: Some(width),
                height: Some(height),
                camera: Some("HUAWEI P60".to_owned()),
            };
            assert_eq!(facts(&file), expected);
        }
    }
}

#[test]
fn a_heic_tells_as_much_as_a_jpeg() {
    let expected = Facts {
        kind: Kind::Heic,
        taken_at: Some("2026-03-04T05:06:07+08:00".to_owned()),
        orientation: 6,
        width: Some(64),
        height: Some(128),
        camera: Some("Apple iPhone 15".to_owned()),
    };
    assert_eq!(facts(HEIC), expected);
}

#[test]
fn sizes_are_read_from_every_kind_of_webp() {
    for file in [LOSSY_WEBP, ALPHA_WEBP, MOVING_WEBP] {
        let facts = facts(file);
        assert_eq!((facts.width, facts.height), (Some(40), Some(28)));
    }
}

#[test]
fn what_says_nothing_is_no_error() {
    let nothing = |kind| Facts {
        kind,
        taken_at: None,
        orientation: 1,
        width: None,
        height: None,
        camera: None,
    };
    assert_eq!(facts(b""), nothing(Kind::Unknown));
    assert_eq!(facts(b"%PDF-1.7"), nothing(Kind::Pdf));
    assert_eq!(facts(b"\xff\xd8\xff\xd9"), nothing(Kind::Jpeg));
    assert_eq!(facts(b"<svg onload='x()'/>"), nothing(Kind::Unknown));
    let nonsense = jpeg_with(b"II\x2a\0nonsense", &jpeg(&slope(30, 20)));
    let found = facts(&nonsense);
    assert_eq!((found.width, found.orientation), (Some(30), 1));
    assert_eq!((found.taken_at, found.camera), (None, None));
    let none = facts(&jpeg_with(&plain_exif(9), &jpeg(&slope(30, 20))));
    assert_eq!(none.orientation, 1);
}
