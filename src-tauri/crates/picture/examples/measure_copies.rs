//! What a small copy costs beside decoding the photo once: `cargo run --release -p kaizhang-picture --example measure_copies`.
//!
//! Prints milliseconds (the best of several runs) and ratios for a photo of 12 megapixels, or for the file that is named.
//! `measure FILE memory` makes the copies of that photo fifty times and prints the most memory taken after each ten.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    missing_docs,
    reason = "a measurement reads the clock and prints"
)]

use std::hint::black_box;
use std::io::Cursor;
use std::time::Instant;

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::{ExtendedColorType, ImageDecoder};
use kaizhang_picture::{Box01, previews, redact};

/// Light that falls off, a printed slip and the grain of a sensor.
fn photo(width: u32, height: u32) -> Vec<u8> {
    let mut rgb = Vec::with_capacity((width * height * 3) as usize);
    let mut seed = 1_u32;
    for at in 0..width * height {
        let (x, y) = (at % width, at / width);
        seed ^= seed << 13;
        seed ^= seed >> 17;
        seed ^= seed << 5;
        let ink = if (x / 6 + y / 9) % 7 == 0 && (y / 40) % 3 == 0 {
            90
        } else {
            0
        };
        let light = x * 160 / width + y * 60 / height + 20 + seed % 17;
        rgb.extend([0, 12, 24].map(|warm| (light + warm).saturating_sub(ink).min(255) as u8));
    }
    let mut file = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut file, 90);
    encoder
        .encode(&rgb, width, height, ExtendedColorType::Rgb8)
        .unwrap();
    file
}

fn decode(file: &[u8]) -> Vec<u8> {
    let decoder = JpegDecoder::new(Cursor::new(file)).unwrap();
    let mut data = vec![0; usize::try_from(decoder.total_bytes()).unwrap()];
    decoder.read_image(&mut data).unwrap();
    data
}

fn best<T>(mut work: impl FnMut() -> T) -> f64 {
    let runs = (0..15).map(|_| {
        let start = Instant::now();
        black_box(work());
        start.elapsed().as_secs_f64() * 1000.0
    });
    runs.fold(f64::MAX, f64::min)
}

fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    line.unwrap_or("unknown").to_owned()
}

fn main() {
    // Making the photo takes more memory than anything that is measured, so memory is measured on a file.
    let named = std::env::args().nth(1);
    let file = named.map_or_else(|| photo(4000, 3000), |name| std::fs::read(name).unwrap());
    if std::env::args().any(|word| word == "memory") {
        for ten in 1..=5 {
            (0..10).for_each(|_| drop(black_box(previews(&file, &[1600, 320]))));
            println!("{} photos: {}", ten * 10, peak());
        }
        return;
    }
    let alone = best(|| decode(&file));
    println!(
        "file {} KB, decoded alone in {alone:.1} ms",
        file.len() / 1000
    );
    let cover = [Box01 {
        x: 0.2,
        y: 0.2,
        w: 0.3,
        h: 0.1,
    }];
    let rows = [
        (
            "previews 1600 + 320",
            best(|| previews(&file, &[1600, 320])),
        ),
        ("preview 1600", best(|| previews(&file, &[1600]))),
        ("preview 320", best(|| previews(&file, &[320]))),
        ("redact", best(|| redact(&file, &cover))),
    ];
    for (name, took) in rows {
        println!("{name:<20} {took:6.1} ms, {:.2} x decoding", took / alone);
    }
}
