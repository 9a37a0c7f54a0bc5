//! `history`: a row for each opening, newest last.

use kaizhang_words::Words;
use serde_json::json;

use super::list;
use crate::answer::Answer;
use crate::context::Context;
use crate::failure::Failure;
use crate::print::{self, Paint, plain};
use crate::view::{self, HistoryPage};

pub(crate) fn history(
    context: &Context,
    from: Option<String>,
    to: Option<String>,
    limit: Option<u32>,
) -> Result<Answer, Failure> {
    let till = &context.global.till;
    let input = json!({ "from": from, "to": to, "limit": limit, "till": till });
    let answer = context.call("list_history", input)?;
    if context.json() {
        return Answer::json(&answer["days"]);
    }
    let words = context.words();
    let page: HistoryPage = view::read(answer)?;
    if page.days.is_empty() {
        return Ok(Answer::text(words.say("cli-history-empty")));
    }
    let mut lines = table(&page, words, Paint::for_stdout());
    if page.more {
        lines.push(words.say("cli-history-more"));
    }
    Ok(Answer::text(lines.join("\n")))
}

/// The rows under their headings, in columns. With a single till its column would say nothing.
fn table(page: &HistoryPage, words: &Words, paint: Paint) -> Vec<String> {
    let with_tills = page
        .days
        .windows(2)
        .any(|pair| pair[0].till.id != pair[1].till.id);
    let mut rows = vec![vec![
        words.say("cli-history-day"),
        words.say("cli-history-till"),
        words.say("cli-history-state"),
        words.say("cli-history-failures"),
        words.say("cli-history-verdict"),
    ]];
    for day in &page.days {
        let state = day.state.replace('_', "-");
        rows.push(vec![
            words.day_with_year(day.day),
            plain(&day.till.called(words)),
            words.say_or(&format!("opening-{state}"), &day.state),
            day.failures.to_string(),
            // A day on which nobody looked has nothing to say about money.
            match day.state.as_str() {
                "missed" | "closed" | "pc_off" => String::new(),
                _ => day.headline.said(words),
            },
        ]);
    }
    if !with_tills {
        for row in &mut rows {
            row.remove(1);
        }
    }
    list::table(&rows, paint)
}

/// Cells side by side, each column as wide as its widest cell.
pub(super) fn columns(rows: &[Vec<String>]) -> Vec<String> {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..count)
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| print::width(cell)).max().unwrap_or(0)
        })
        .collect();
    rows.iter()
        .map(|row| {
            let cells = row.iter().zip(&widths);
            let cells: Vec<String> = cells
                .map(|(cell, width)| print::padded(cell, *width))
                .collect();
            cells.join("  ").trim_end().to_owned()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let rows = [
            ["日期", "有问题"],
            ["2026年11月3日 周二", "0"],
            ["Tue", "12"],
        ]
        .map(|row| row.map(str::to_owned).to_vec());
        let lines = columns(&rows);
        assert_eq!(
            lines,
            [
                "日期                有问题",
                "2026年11月3日 周二  0",
                "Tue                 12"
            ]
        );
    }
}
