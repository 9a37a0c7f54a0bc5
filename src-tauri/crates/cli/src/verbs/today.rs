//! `today`: the opening on one screen.

use chrono_tz::Tz;
use kaizhang_words::{Words, args};
use serde_json::json;

use crate::answer::Answer;
use crate::context::Context;
use crate::failure::Failure;
use crate::print::{self, Paint, plain};
use crate::view::{self, Reason, Today};

/// Reasons that are named before the rest is only counted.
const REASONS: usize = 3;
/// Titles line up unless one of them is longer than this.
const TITLE: usize = 44;

pub(crate) fn today(context: &Context, day: Option<String>) -> Result<Answer, Failure> {
    let another_day = day.is_some();
    let mut input = context.input(json!({}));
    if let Some(day) = day {
        input["day"] = day.into();
    }
    let answer = context.call("show_today", input)?;
    if context.json() {
        return Answer::json(&answer);
    }
    let screen = Screen {
        words: context.words(),
        paint: Paint::for_stdout(),
    };
    Ok(Answer::text(
        screen.whole(&view::read(answer)?, another_day),
    ))
}

/// How an opening reads.
#[derive(Clone, Copy)]
pub(crate) struct Screen<'a> {
    pub(crate) words: &'a Words,
    pub(crate) paint: Paint,
}

impl Screen<'_> {
    /// Everything: title, verdict, lanes, sections, what to do next.
    pub(crate) fn whole(&self, today: &Today, another_day: bool) -> String {
        let mut lines = self.top(today, another_day);
        let zone = today.shop.zone();
        if !another_day {
            self.unsettled(today, zone, &mut lines);
        }
        let titles = today.items().map(|item| print::width(&self.title(item)));
        let column = titles.filter(|width| *width <= TITLE).max().unwrap_or(0);
        for section in &today.sections {
            lines.push(String::new());
            lines.push(self.section(section));
            for item in &section.items {
                self.item(item, column, zone, &mut lines);
            }
        }
        lines.push(String::new());
        self.next(today, &mut lines);
        lines.join("\n")
    }

    /// What earlier days left behind: sales of which nobody knows yet whether they were charged, and incidents.
    fn unsettled(&self, today: &Today, zone: Tz, lines: &mut Vec<String>) {
        let sales = &today.pending_sales;
        if !sales.is_empty() {
            let count = args!["count" => sales.len()];
            lines.push(String::new());
            lines.push(
                self.paint
                    .care(&self.words.say_with("cli-today-pending", &count)),
            );
            for sale in sales {
                lines.push(format!("  {}", sale.said(self.words, zone)));
            }
        }
        if today.open_incidents > 0 {
            let count = args!["count" => today.open_incidents];
            lines.push(self.words.say_with("cli-today-incidents", &count));
        }
    }

    /// Title, verdict and lanes.
    pub(crate) fn top(&self, today: &Today, another_day: bool) -> Vec<String> {
        let zone = today.shop.zone();
        let time = if another_day {
            String::new()
        } else {
            self.words.time(today.now, zone)
        };
        let shop = if today.shop.name.is_empty() {
            self.words.say("app-name")
        } else {
            plain(&today.shop.name)
        };
        let title = self.words.say_with(
            "cli-today-title",
            &args![
                "shop" => shop,
                "till" => plain(&today.till.called(self.words)),
                "day" => self.words.day(today.day),
                "time" => time,
            ],
        );
        let mut lines = vec![
            self.paint.quiet(title.trim_end()),
            self.paint.strong(&today.headline.said(self.words)),
        ];
        lines.extend(self.lanes(today));
        lines
    }

    /// One line a lane, with its reasons.
    pub(crate) fn lanes(&self, today: &Today) -> Vec<String> {
        let in_order = today.shop.lanes.iter();
        in_order
            .filter_map(|lane| Some((lane, today.verdict.get(lane)?)))
            .map(|(lane, verdict)| {
                let name = self.words.say_or(&format!("lane-{lane}"), lane);
                let state = verdict.state.replace('_', "-");
                let state = self
                    .words
                    .say_or(&format!("lane-state-{state}"), &verdict.state);
                let line = match self.reasons(&verdict.reasons) {
                    None => self
                        .words
                        .say_with("cli-lane-line", &args!["lane" => name, "state" => state]),
                    Some(reasons) => self.words.say_with(
                        "cli-lane-line-reasons",
                        &args!["lane" => name, "state" => state, "reasons" => reasons],
                    ),
                };
                let sign = match verdict.state.as_str() {
                    "ready" => self.paint.good("✓"),
                    "workaround" => self.paint.care("!"),
                    "not_ready" => self.paint.bad("✗"),
                    _ => self.paint.quiet("○"),
                };
                format!("{sign} {line}")
            })
            .collect()
    }

    /// The reasons in a row; unmarked items are counted, not listed.
    fn reasons(&self, reasons: &[Reason]) -> Option<String> {
        let (left, named): (Vec<_>, Vec<_>) = reasons
            .iter()
            .partition(|reason| reason.code == "item_left");
        let mut said: Vec<String> = named
            .iter()
            .take(REASONS)
            .map(|reason| plain(&reason.said(self.words)))
            .collect();
        if named.len() > REASONS {
            let more = named.len() - REASONS;
            said.push(
                self.words
                    .say_with("today-lane-more", &args!["count" => more]),
            );
        }
        if !left.is_empty() {
            let left = left.len();
            said.push(
                self.words
                    .say_with("today-lane-not-yet", &args!["count" => left]),
            );
        }
        let last = said.pop()?;
        Some(said.into_iter().rev().fold(last, |rest, first| {
            self.words
                .say_with("cli-reasons-join", &args!["first" => first, "rest" => rest])
        }))
    }

    /// What comes next, and what one should know about the shop.
    fn next(&self, today: &Today, lines: &mut Vec<String>) {
        if today.is_finished() {
            lines.push(self.finished(today));
            if !today.finish_note.is_empty() {
                let note = args!["note" => plain(&today.finish_note)];
                lines.push(self.words.say_with("cli-today-finish-note", &note));
            }
        } else if today.left > 0 {
            lines.push(
                self.words
                    .say_with("cli-today-left", &args!["left" => today.left]),
            );
        } else {
            lines.push(self.words.say("cli-today-not-finished"));
        }
        if today.shop.demo {
            lines.push(self.words.say("cli-today-demo"));
        } else if today.first_run {
            lines.push(self.words.say("cli-today-first-run"));
        }
    }

    /// When the opening was closed, and by whom.
    pub(crate) fn finished(&self, today: &Today) -> String {
        let time = today
            .finished_at
            .map(|at| self.words.time(at, today.shop.zone()))
            .unwrap_or_default();
        if today.finished_by.is_empty() {
            self.words
                .say_with("cli-today-finished", &args!["time" => time])
        } else {
            let staff = plain(&today.finished_by);
            self.words.say_with(
                "cli-today-finished-by",
                &args!["staff" => staff, "time" => time],
            )
        }
    }
}
