use super::*;
use crate::exif;
use crate::samples::{Dice, HEIC, plain_exif};

fn boxed(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let len = (body.len() as u32 + 8).to_be_bytes();
    [&len[..], name, body].concat()
}

/// A HEIC of nothing but what is read; EXIF in its own box, as the standard's second way has it.
fn built(turns: u8, block: &[u8]) -> Vec<u8> {
    let ispe = |w: u32, h: u32| {
        let sides = [[0; 4], w.to_be_bytes(), h.to_be_bytes()].concat();
        boxed(b"ispe", &sides)
    };
    let ipco = [
        ispe(512, 512),
        ispe(4032, 3024),
        ispe(320, 240),
        boxed(b"irot", &[turns]),
    ];
    let infe = boxed(b"infe", b"\x02\0\0\0\0\x07\0\0Exif\0");
    let len = (block.len() as u32 + 4).to_be_bytes();
    let iloc = [
        &b"\x01\0\0\0\x44\0\0\x01\0\x07\0\x01\0\0\0\x01\0\0\0\0"[..],
        &len,
    ];
    let meta = [
        vec![0; 4],
        boxed(b"iinf", &[b"\0\0\0\0\0\x01", &infe[..]].concat()),
        boxed(b"iloc", &iloc.concat()),
        boxed(b"iprp", &boxed(b"ipco", &ipco.concat())),
        boxed(b"idat", &[&[0; 4], block].concat()),
    ];
    [
        boxed(b"ftyp", b"heic\0\0\0\0mif1heic"),
        boxed(b"meta", &meta.concat()),
    ]
    .concat()
}

#[test]
fn a_real_photo_tells_its_size_and_its_exif() {
    let heif = read(HEIC);
    assert_eq!((heif.size, heif.orientation), (Some((128, 64)), Some(6)));
    let exif = exif::read(&heif.exif.unwrap());
    assert_eq!(exif.taken_at.as_deref(), Some("2026-03-04T05:06:07+08:00"));
    assert_eq!(exif.camera.as_deref(), Some("Apple iPhone 15"));
}

#[test]
fn quarter_turns_are_the_orientation() {
    let block = plain_exif(1);
    for (turns, orientation) in [(0, 1), (1, 8), (2, 3), (3, 6)] {
        let heif = read(&built(turns, &block));
        let expected = Heif {
            size: Some((4032, 3024)),
            orientation: Some(orientation),
            exif: Some(block.clone()),
        };
        assert_eq!(heif, expected);
    }
}

#[test]
fn broken_boxes_tell_less_and_harm_nothing() {
    let block = plain_exif(6);
    let whole = built(3, &block);
    for file in [HEIC, &whole] {
        for end in 0..file.len() {
            read(&file[..end]);
        }
        let mut dice = Dice(7);
        for _ in 0..4000 {
            let mut broken = file.to_vec();
            for _ in 0..1 + dice.below(4) {
                let at = dice.below(broken.len().min(900));
                broken[at] = [0, 1, 0x7f, 0xff, dice.next() as u8][dice.below(5)];
            }
            let exif = read(&broken).exif.unwrap_or_default();
            assert!(exif.len() <= EXIF_BYTES);
        }
    }
    assert_eq!(read(b""), Heif::default());
}

#[test]
fn a_block_of_exif_is_never_longer_than_a_jpeg_could_carry() {
    let long = built(0, &vec![0; 1_000_000]);
    assert!(read(&long).exif.unwrap().len() <= EXIF_BYTES);
}
