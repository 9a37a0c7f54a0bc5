//! `verify`: a pack or any other BagIt bag, checked from its bytes. Needs no data folder and touches none.

use std::collections::BTreeMap;
use std::path::Path;

use kaizhang_evidence::verify::{Report, Wanted, verify as check};
use kaizhang_evidence::{NotAPack, timestamp};
use kaizhang_words::{Args, Words, args};

use crate::answer::{Answer, DONE, REFUSED};
use crate::args::Verify;
use crate::context::Context;
use crate::failure::Failure;
use crate::print::{Paint, plain};

/// Most defects that a person is told one by one.
const MOST_LINES: usize = 40;

pub(crate) fn verify(context: &Context, wish: Verify) -> Result<Answer, Failure> {
    let mut wanted = Wanted {
        key: wish.key,
        roots: Vec::new(),
    };
    if let Some(path) = &wish.roots {
        let words = context.words();
        let unreadable = |detail: String| {
            let parts = args!["path" => plain(path), "detail" => plain(&detail)];
            Failure::Usage(words.say_with("cli-verify-roots-unreadable", &parts))
        };
        let pem = std::fs::read_to_string(path).map_err(|error| unreadable(error.to_string()))?;
        wanted.roots =
            timestamp::roots_of_pem(&pem).map_err(|error| unreadable(error.to_string()))?;
    }
    let report = check(Path::new(&wish.pack), &wanted, &|_, _| true)
        .map_err(|error| no_pack(context.words(), &error))?;
    let exit = if report.ok { DONE } else { REFUSED };
    if context.json() {
        return Ok(Answer::json(&report)?.with_exit(exit));
    }
    let lines = told(context.words(), &report, &wanted);
    Ok(Answer::text(lines.join("\n")).with_exit(exit))
}

fn no_pack(words: &Words, error: &NotAPack) -> Failure {
    let detail = plain(&error.to_string());
    let said = match error {
        NotAPack::Refused { path, why } => {
            let said = exactly(words, why.code, &why.params);
            match path.as_str() {
                "" => said,
                path => {
                    words.say_with("check-why-of", &args!["path" => plain(path), "why" => said])
                }
            }
        }
        _ => detail.clone(),
    };
    Failure::NotAPack { detail, said }
}

/// What exactly was found, in words.
fn exactly(words: &Words, code: &str, params: &BTreeMap<&'static str, String>) -> String {
    let mut args = Args::new();
    for (name, value) in params {
        args.set(name, plain(value));
    }
    let code = code.replace('_', "-");
    words.say_with(&format!("check-why-{code}"), &args)
}

fn told(words: &Words, report: &Report, wanted: &Wanted) -> Vec<String> {
    let paint = Paint::for_stdout();
    let found = report.defects.len() as u64 + report.untold;
    let mut lines = vec![if report.ok {
        let key = if report.pack {
            "cli-verify-sound"
        } else {
            "check-verdict-plain"
        };
        paint.good(&words.say(key))
    } else {
        paint.bad(&words.say_with("cli-verify-defective", &args!["count" => found]))
    }];
    for defect in report.defects.iter().take(MOST_LINES) {
        let kind = defect.kind.replace('_', "-");
        let parts = args![
            "kind" => words.say(&format!("check-defect-{kind}")),
            "path" => plain(&defect.path),
            "detail" => exactly(words, defect.why, &defect.params),
        ];
        lines.push(format!("  {}", words.say_with("cli-verify-defect", &parts)));
    }
    if found > MOST_LINES as u64 {
        let more = found - MOST_LINES as u64;
        lines.push(format!(
            "  {}",
            words.say_with("cli-verify-more", &args!["count" => more])
        ));
    }
    if !report.pack {
        lines.extend(foreign(words, report));
        return lines;
    }
    let counts = args!["files" => report.files, "entries" => report.entries];
    lines.push(words.say_with("cli-verify-counts", &counts));
    match &report.signed_by {
        Some(key) => {
            lines.push(words.say_with("cli-verify-signed", &args!["key" => key.as_str()]));
            if report.key_follows {
                lines.push(words.say("check-key-follows"));
            } else if wanted.key.is_none() {
                lines.push(paint.care(&words.say("cli-verify-compare")));
            }
        }
        None => lines.push(paint.care(&words.say("cli-verify-unsigned"))),
    }
    match &report.anchored_until {
        Some(at) => lines.push(words.say_with("cli-verify-anchored", &args!["at" => at.as_str()])),
        None => lines.push(words.say("cli-verify-not-anchored")),
    }
    for stamp in &report.timestamps {
        if let Some(count) = stamp.entries {
            let parts = args!["at" => stamp.at.as_str(), "count" => count];
            lines.push(words.say_with("cli-verify-anchored-part", &parts));
        }
        let parts = args![
            "authority" => plain(&stamp.authority),
            "root" => stamp.root_sha256.as_str(),
        ];
        lines.push(format!("  {}", words.say_with("cli-verify-stamp", &parts)));
    }
    if wanted.roots.is_empty() && !report.timestamps.is_empty() {
        lines.push(paint.care(&words.say("check-root-compare")));
    }
    lines
}

/// What another program's bag tells, and what it does not.
fn foreign(words: &Words, report: &Report) -> [String; 3] {
    let files = args!["files" => report.files];
    [
        words.say("check-foreign"),
        words.say_with("check-inside-files", &files),
        words.say("check-foreign-untold"),
    ]
}
