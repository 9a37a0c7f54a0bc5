//! `report`: a day, a month, an incident, a case, a list or the key's fingerprint, written into a file.

use std::path::{Path, PathBuf};

use kaizhang_words::{Lang, args};
use serde_json::json;

use crate::answer::Answer;
use crate::args::Report;
use crate::context::Context;
use crate::failure::Failure;
use crate::print::plain;

/// Writes the report that was asked for. The ending of the file says what kind of file it is.
pub(crate) fn report(context: &Context, wish: Report) -> Result<Answer, Failure> {
    let path = PathBuf::from(&wish.out);
    let Some(format) = format(&path) else {
        return Err(Failure::Usage(
            context.words().say("cli-usage-report-ending"),
        ));
    };
    if wish.both && format != "pdf" {
        return Err(Failure::Usage(context.words().say("cli-usage-report-both")));
    }
    let path = std::path::absolute(&path)?;
    let Some(out) = path.to_str() else {
        return Err(Failure::Usage(context.words().say("cli-usage-not-text")));
    };
    let languages = match (context.lang(), wish.both) {
        (Lang::ZhCn, true) => vec!["zh-CN", "en"],
        (Lang::En, true) => vec!["en", "zh-CN"],
        (lang, false) => vec![lang.tag()],
    };
    let input = json!({
        "what": wish.what, "which": wish.which, "till": context.global.till, "from": wish.from,
        "to": wish.to, "format": format, "languages": languages, "out": out,
    });
    let answer = context.call("make_report", input)?;
    if context.json() {
        return Answer::json(&answer);
    }
    let path = args!["path" => plain(answer["path"].as_str().unwrap_or_default())];
    Ok(Answer::text(
        context.words().say_with("report-saved", &path),
    ))
}

fn format(path: &Path) -> Option<&'static str> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    ["pdf", "xlsx", "csv"]
        .into_iter()
        .find(|known| *known == ending)
}
