use super::*;
use crate::samples::{entry, exif, four, plain_exif, two};

#[test]
fn a_camera_says_when_how_and_by_what_in_either_byte_order() {
    for little in [true, false] {
        let block = exif(little, 6, "2026:03:04 05:06:07\0", "+08:00\0");
        let photo = Exif {
            orientation: Some(6),
            taken_at: Some("2026-03-04T05:06:07+08:00".to_owned()),
            camera: Some("HUAWEI P60".to_owned()),
        };
        assert_eq!(read(&block), photo, "little: {little}");
    }
}

#[test]
fn the_place_is_not_looked_at() {
    let mut block = plain_exif(1);
    let before = read(&block);
    let at = block.windows(3).position(|three| three == b"GPS").unwrap();
    block[at..].fill(0xff);
    assert_eq!(read(&block), before);
    assert!(!format!("{before:?}").contains("22.5431"));
}

#[test]
fn only_a_moment_that_can_have_been_is_one() {
    let check = |taken: &str, offset: &str, expected: Option<&str>| {
        let found = read(&exif(true, 1, taken, offset)).taken_at;
        assert_eq!(found.as_deref(), expected, "{taken:?} {offset:?}");
    };
    check(
        "2024:02:29 23:59:59\0",
        "-03:30\0",
        Some("2024-02-29T23:59:59-03:30"),
    );
    check("2026:03:04 05:06:07\0", "", Some("2026-03-04T05:06:07"));
    check("2026:03:04 05:06:07", "Z\0", Some("2026-03-04T05:06:07"));
    check(
        "2026:03:04 05:06:07\0",
        "+99:00\0",
        Some("2026-03-04T05:06:07"),
    );
    check(
        "2026:03:04 05:06:07\0",
        "+8:000\0",
        Some("2026-03-04T05:06:07"),
    );
    let none = [
        "0000:00:00 00:00:00\0",
        "    :  :     :  :  \0",
        "2026:02:29 00:00:00\0",
        "2026:04:31 00:00:00\0",
        "2026:13:01 00:00:00\0",
        "2026:00:01 00:00:00\0",
        "2026:03:04 24:00:00\0",
        "2026:03:04 05:60:07\0",
        "2026-03-04 05:06:07\0",
        "2026:03:04T05:06:07\0",
        "2026:03:04 05:06:+7\0",
        "２026:03:04 05:06\0",
        "\0",
        "",
    ];
    for taken in none {
        check(taken, "+08:00\0", None);
    }
}

#[test]
fn an_orientation_that_is_none_says_nothing() {
    for number in 0..=12 {
        let expected = u8::try_from(number).ok().filter(|n| (1..=8).contains(n));
        assert_eq!(read(&plain_exif(number)).orientation, expected, "{number}");
    }
    assert_eq!(read(&plain_exif(0xffff)).orientation, None);
}

#[test]
fn maker_and_model_become_one_plain_line() {
    let check = |make: &str, model: &str, expected: Option<&str>| {
        let found = camera(make.as_bytes(), model.as_bytes());
        assert_eq!(found.as_deref(), expected, "{make:?} {model:?}");
    };
    check("Apple", "iPhone 15", Some("Apple iPhone 15"));
    check("Canon", "Canon EOS R6", Some("Canon EOS R6"));
    check("samsung  ", "  SM-S9180\n", Some("samsung SM-S9180"));
    check("华为", "Mate 60", Some("华为 Mate 60"));
    check("a\u{202e}b", "\u{200b}c\x1b[2J", Some("ab c [2J"));
    check("", "", None);
    check("\u{202e}", " ", None);
    let long = camera(b"x", "长".repeat(5000).as_bytes()).unwrap();
    assert_eq!(long.chars().count(), CAMERA_CHARS);
}

#[test]
fn garbage_tells_nothing_and_ends_at_once() {
    let head = [b"II\x2a\0".to_vec(), four(true, 8)].concat();
    let huge = [
        head.clone(),
        two(true, 0xffff),
        entry(true, 0x0112, 3, 1, 3),
    ]
    .concat();
    assert_eq!(read(&huge).orientation, Some(3), "what is there is read");

    // A directory that names itself as Exif's and as the next one, 5,000 times over.
    let mut own = [head.clone(), two(true, 5000)].concat();
    (0..5000).for_each(|_| own.extend(entry(true, 0x8769, 4, 1, 8)));
    own.extend(four(true, 8));
    assert_eq!(read(&own), Exif::default());

    let far = |tag, format, count, value| {
        read(
            &[
                head.clone(),
                two(true, 1),
                entry(true, tag, format, count, value),
            ]
            .concat(),
        )
    };
    assert_eq!(far(0x010f, 2, u32::MAX, u32::MAX), Exif::default());
    assert_eq!(far(0x010f, 2, 400, 4), Exif::default());
    assert_eq!(far(0x010f, 7, 20, 0), Exif::default(), "not text");
    assert_eq!(far(0x0112, 3, 2, 6), Exif::default(), "not one number");
    assert_eq!(far(0x8769, 4, 1, u32::MAX), Exif::default());
    let block = plain_exif(6);
    for end in 0..block.len() {
        read(&block[..end]);
    }
    for start in [&b"II\0\x2a"[..], b"MM\x2a\0", b"XX\x2a\0", b""] {
        assert_eq!(read(&[start, &block[4..]].concat()), Exif::default());
    }
}
