//! Thousands of broken pictures, the same ones in every run: nothing panics, and nothing larger than the limits comes out.

use crate::samples::{
    ALPHA_WEBP, CMYK, Dice, LOSSY_WEBP, MOVING_WEBP, PROGRESSIVE, jpeg, jpeg_with, noise,
    plain_exif, png, png_with, slope, webp,
};
use crate::{Box01, MAX_MEGAPIXELS, PictureError, facts, previews, redact};

/// Broken pictures for each whole one.
const EACH: usize = 700;

/// Changes a few bytes, mostly near the start where headers are, or takes a piece out, or doubles one.
fn broken(whole: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut file = whole.to_vec();
    for _ in 0..1 + dice.below(6) {
        if file.len() < 4 {
            break;
        }
        let end = if dice.below(2) == 0 {
            file.len().min(120)
        } else {
            file.len()
        };
        let at = dice.below(end);
        match dice.below(8) {
            0 => file.truncate(at),
            1 => drop(file.drain(at..(at + 1 + dice.below(9)).min(file.len()))),
            2 => {
                let piece = file[at..(at + 1 + dice.below(40)).min(file.len())].to_vec();
                file.splice(at..at, piece);
            }
            3 => file[at] ^= 1 << dice.below(8),
            _ => file[at] = [0, 1, 0x7f, 0x80, 0xff, dice.next() as u8][dice.below(6)],
        }
    }
    file
}

#[test]
fn no_broken_picture_gets_out_of_hand() {
    let block = plain_exif(6);
    let wholes = [
        jpeg(&slope(24, 20)),
        jpeg_with(&block, &jpeg(&noise(17, 9, 4))),
        PROGRESSIVE.to_vec(),
        CMYK.to_vec(),
        png(slope(24, 20)),
        png_with(
            &block,
            &png(image::DynamicImage::from(noise(9, 9, 4)).to_rgba16()),
        ),
        webp(slope(24, 20)),
        LOSSY_WEBP.to_vec(),
        ALPHA_WEBP.to_vec(),
        MOVING_WEBP.to_vec(),
    ];
    let cover = [Box01 {
        x: 0.1,
        y: 0.1,
        w: 0.5,
        h: 0.5,
    }];
    let mut dice = Dice(20_260_304);
    let (mut shown, mut refused) = (0, 0);
    for whole in &wholes {
        for turn in 0..EACH {
            let file = broken(whole, &mut dice);
            facts(&file);
            match previews(&file, &[16]) {
                Ok(copies) => {
                    shown += 1;
                    assert!(copies[0].width.max(copies[0].height) <= 16);
                }
                Err(PictureError::TooManyPixels { width, height, .. }) => {
                    let pixels = u64::from(width) * u64::from(height);
                    assert!(pixels > u64::from(MAX_MEGAPIXELS) * 1_000_000);
                }
                Err(_) => refused += 1,
            }
            if turn % 10 == 0 && file.len() < 100_000 {
                let _ = redact(&file, &cover);
            }
        }
    }
    // Both ways out were taken often, or this proves nothing.
    assert!(
        shown > 500 && refused > 500,
        "{shown} shown, {refused} refused"
    );
}
