//! The list of what was done with each file before an upload: for the shop and whoever asks later, not for the form.

use kaizhang_core::upload::{self, Full, Profile, Why};
use kaizhang_words::{Lang, Words, args};

use super::upload::{All, Became};

/// The whole list: what it is about once, then everything in Chinese and in English. With the mark of UTF-8, so that any
/// editor opens it as that, and with the line ends of Windows.
pub(super) fn list(profile: &Profile, about: &str, shop: &str, done: &All<'_>) -> String {
    let mut text = String::from("\u{FEFF}");
    for lang in [Lang::ZhCn, Lang::En] {
        let words = Words::new(lang);
        for line in lines(&words, profile, about, shop, done) {
            text.push_str(&line);
            text.push_str("\r\n");
        }
        text.push_str("\r\n");
    }
    text
}

fn lines(words: &Words, profile: &Profile, about: &str, shop: &str, done: &All<'_>) -> Vec<String> {
    let as_of = upload::profiles().as_of.to_string();
    let went = done.made().count();
    let mut lines = vec![
        words.say("upload-list-title"),
        words.say_with(
            "upload-list-about",
            &args!["about" => about, "shop" => shop],
        ),
        words.say_with(
            "upload-list-limits",
            &args!["profile" => profile.id.as_str(), "day" => as_of],
        ),
        profile.source.clone(),
    ];
    if profile.unverified {
        lines.push(words.say("upload-list-unverified"));
    }
    lines.push(words.say("upload-list-records"));
    lines.push(words.say_with(
        "upload-list-count",
        &args!["made" => went as i64, "left" => (done.files.len() - went) as i64],
    ));
    if !done.full.is_empty() {
        let sets = done.full.len() as i64 + 1;
        lines.push(words.say_with("upload-list-sets", &args!["sets" => sets]));
    }
    let mut last = 1;
    for (at, one) in done.files.iter().enumerate() {
        if let Ok(became) = &one.became
            && became.set != last
        {
            last = became.set;
            lines.push(String::new());
            lines.push(begins(words, became.set, &done.full));
        }
        lines.push(String::new());
        lines.push(format!("{}. {}", at + 1, one.called));
        lines.push(bytes(words, one.bytes, &one.sha256));
        match &one.became {
            Ok(became) => {
                let folder = done.folder(became.set);
                let folder = folder.map_or_else(String::new, |folder| format!("{folder}/"));
                let what = what(words, became);
                lines.push(format!("→ {folder}{}: {what}", became.name));
                lines.push(bytes(words, became.bytes, &became.sha256));
            }
            Err(why) => lines.push(format!("→ {}", words.say(why_key(*why)))),
        }
    }
    lines
}

/// Why another set begins with the next file.
fn begins(words: &Words, set: usize, full: &[Full]) -> String {
    let key = match full.get(set - 2) {
        Some(Full::Room) | None => "upload-set-room",
        Some(Full::Files) => "upload-set-files",
        Some(Full::Pages) => "upload-set-pages",
    };
    let (now, before) = (set as i64, set as i64 - 1);
    words.say_with(key, &args!["set" => now, "before" => before])
}

fn bytes(words: &Words, bytes: u64, sha256: &str) -> String {
    words.say_with(
        "upload-list-bytes",
        &args!["bytes" => bytes.to_string(), "hash" => sha256],
    )
}

fn what(words: &Words, became: &Became) -> String {
    match became.remade {
        None => words.say("upload-list-kept"),
        Some((width, height)) => words.say_with(
            "upload-list-remade",
            &args!["width" => width.to_string(), "height" => height.to_string()],
        ),
    }
}

fn why_key(why: Why) -> &'static str {
    match why {
        Why::Form => "upload-left-form",
        Why::Large => "upload-left-large",
        Why::Unreadable => "upload-left-unreadable",
        Why::Pages => "upload-left-pages",
        Why::PagesUnknown => "upload-left-pages-unknown",
    }
}
