//! What is waited for while a customer stands at the till: finding the way into first aid, and a photo.

use std::io::{Read, Write};
use std::time::Instant;

use image::codecs::jpeg::JpegEncoder;
use kaizhang_app::{App, Caller, Offered};
use serde_json::{Value, json};

use crate::{Answer, Figure, quantile};

const PHOTOS: usize = 50;

/// A photo of twelve megapixels as a phone takes it: slopes with grain, other bytes for each `seed`.
fn photo(seed: u32) -> Answer<Vec<u8>> {
    let mut state = seed.wrapping_mul(0x9E37_79B9) | 1;
    let picture = image::RgbImage::from_fn(4000, 3000, |x, y| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        let grain = (state % 24) as u8;
        let slope = |v: u32, of: u32| (v * 200 / of) as u8;
        image::Rgb([
            slope(x, 4000) + grain,
            slope(y, 3000) + grain,
            slope(x + y, 7000) + grain,
        ])
    });
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 85).encode_image(&picture)?;
    Ok(bytes)
}

/// A photo taken in: hashed, durable, and shown in the list, beside copying, syncing and decoding it once. And the
/// memory that fifty of them leave behind.
pub(crate) fn photos() -> Answer<[Figure; 2]> {
    let folder = tempfile::tempdir()?;
    let app = App::open(folder.path()).map_err(|refusal| refusal.code)?;
    let call = |name: &str, input: Value| {
        app.call(&Caller::default(), name, input)
            .map_err(|refusal| refusal.code)
    };
    call("show_today", Value::Null)?;
    let take = |bytes: &[u8]| -> Answer<f64> {
        let begin = Instant::now();
        let taken = app
            .attach(&Caller::default(), &Offered::named("pos.jpg"), &mut &*bytes)
            .map_err(|refusal| refusal.code)?;
        let id = taken["id"].as_str().unwrap_or_default();
        let [small, _] = kaizhang_app::PREVIEW_SIZES_PX;
        app.preview(id, small).map_err(|refusal| refusal.code)?;
        Ok(begin.elapsed().as_secs_f64())
    };
    let plain = |bytes: &[u8]| -> Answer<f64> {
        let path = folder.path().join("plain.jpg");
        let begin = Instant::now();
        let mut copy = std::fs::File::create(&path)?;
        copy.write_all(bytes)?;
        copy.sync_all()?;
        image::load_from_memory(bytes)?;
        Ok(begin.elapsed().as_secs_f64())
    };
    let first = photo(1)?;
    take(&first)?;
    plain(&first)?;
    let before = resident_kib()?;
    let (mut ours, mut bare, mut most) = (Vec::new(), Vec::new(), 0);
    for seed in 0..PHOTOS as u32 {
        // The same photo with one other byte at its end: another file, and no time lost on drawing it.
        let mut bytes = first.clone();
        bytes.extend_from_slice(&seed.to_le_bytes());
        ours.push(take(&bytes)?);
        most = most.max(resident_kib()?);
        bare.push(plain(&bytes)?);
    }
    let (ours, bare) = (quantile(&mut ours, 0.5), quantile(&mut bare, 0.5));
    let ratio = ours / bare;
    let grown = most.saturating_sub(before) / 1024;
    Ok([
        Figure {
            what: "a 12 MP photo kept and shown, to copy + sync + decode",
            measured: format!("{ratio:.2} × ({:.0} ms / {:.0} ms)", ours * 1e3, bare * 1e3),
            bar: "≤ 1.2 ×",
            met: ratio <= 1.2,
        },
        Figure {
            what: "memory after fifty of them",
            measured: format!("{grown} MiB more"),
            bar: "≤ 150 MiB",
            met: grown <= 150,
        },
    ])
}

/// Resident memory of this process in KiB.
fn resident_kib() -> Answer<u64> {
    let mut status = String::new();
    std::fs::File::open("/proc/self/status")?.read_to_string(&mut status)?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let figure = line.and_then(|line| line.split_whitespace().next());
    Ok(figure.ok_or("no VmRSS")?.parse()?)
}

/// Finding the way by a code, by words of the screen, misspelt, on ten years of history.
pub(crate) fn first_aid(folder: &std::path::Path) -> Answer<Figure> {
    let app = App::open(folder).map_err(|refusal| refusal.code)?;
    let caller = Caller::default();
    let asked = [
        "96",
        "设备未找到",
        "设备末找到",
        "conection failed",
        "余额不足",
        "系统异常请稍后再试",
        "paper",
        "pin",
    ];
    let mut slowest = Vec::new();
    for _ in 0..50 {
        for words in asked {
            let begin = Instant::now();
            let found = app
                .call(
                    &caller,
                    "find_first_aid",
                    json!({ "words": words, "lang": "zh-CN" }),
                )
                .map_err(|refusal| refusal.code)?;
            slowest.push(begin.elapsed().as_secs_f64());
            if found.as_array().is_none_or(Vec::is_empty) {
                return Err(format!("nothing was found for {words}").into());
            }
        }
    }
    let p99 = quantile(&mut slowest, 0.99) * 1e3;
    Ok(Figure {
        what: "first aid found by code or words, p99",
        measured: format!("{p99:.2} ms"),
        bar: "≤ 5 ms",
        met: p99 <= 5.0,
    })
}
