//! `fsck`, `rebuild` and `demo`.

use kaizhang_words::args;
use serde_json::json;

use crate::answer::{Answer, DONE, REFUSED};
use crate::context::Context;
use crate::failure::Failure;
use crate::print::{Paint, plain};
use crate::view::{self, Fsck};

pub(crate) fn fsck(context: &Context) -> Result<Answer, Failure> {
    let answer = context.call("check_folder", json!({}))?;
    let exit = if answer["ok"] == true { DONE } else { REFUSED };
    if context.json() {
        return Ok(Answer::json(&answer)?.with_exit(exit));
    }
    let words = context.words();
    let found: Fsck = view::read(answer)?;
    if found.ok {
        let whole = args!["entries" => found.entries, "root" => found.root];
        return Ok(Answer::text(words.say_with("cli-fsck-ok", &whole)));
    }
    let count = args!["count" => found.defects.len()];
    let mut lines = vec![Paint::for_stdout().bad(&words.say_with("cli-fsck-defects", &count))];
    for defect in &found.defects {
        let line = words.say_with(
            "cli-fsck-defect",
            &args![
                "kind" => defect.kind.as_str(),
                "where" => plain(&defect.place),
                "detail" => plain(&defect.detail),
            ],
        );
        lines.push(format!("  {line}"));
    }
    lines.push(words.say("cli-fsck-next"));
    Ok(Answer::text(lines.join("\n")).with_exit(exit))
}

pub(crate) fn rebuild(context: &Context) -> Result<Answer, Failure> {
    let answer = context.call("rebuild_projections", json!({}))?;
    if context.json() {
        return Answer::json(&answer);
    }
    let count = args!["count" => answer["entries"].as_i64().unwrap_or(0)];
    Ok(Answer::text(
        context.words().say_with("cli-rebuilt", &count),
    ))
}

pub(crate) fn demo(
    context: &Context,
    days: u32,
    seed: u64,
    tills: Option<u32>,
    until: Option<String>,
) -> Result<Answer, Failure> {
    let input = json!({ "days": days, "seed": seed, "tills": tills, "until": until });
    let answer = context.call("fill_demo", input)?;
    if context.json() {
        return Answer::json(&answer);
    }
    let filled = args![
        "days" => days,
        "entries" => answer["entries"].as_i64().unwrap_or(0),
        "root" => answer["root"].as_str().unwrap_or_default(),
    ];
    Ok(Answer::text(
        context.words().say_with("cli-demo-filled", &filled),
    ))
}
