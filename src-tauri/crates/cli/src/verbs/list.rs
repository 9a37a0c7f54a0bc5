//! Lists that come in pages: gathered whole, newest last, and shown in columns.

use serde_json::{Value, json};

use super::history::columns;
use crate::args::Span;
use crate::context::Context;
use crate::failure::Failure;
use crate::print::Paint;

/// The most rows that the table gives at once.
pub(super) const PAGE: usize = 500;

/// A command that lists.
pub(super) struct Listing {
    pub(super) command: &'static str,
    /// Where the rows stand in its answer.
    pub(super) rows: &'static str,
    /// What of the last row the next page comes before.
    pub(super) cursor: &'static str,
    /// Rows of one call.
    pub(super) page: usize,
}

/// The rows, newest last, and whether there are older ones beyond the limit.
pub(super) fn gather(
    context: &Context,
    listing: &Listing,
    mut input: Value,
    span: &Span,
    keep: impl Fn(&Value) -> bool,
) -> Result<(Vec<Value>, bool), Failure> {
    let app = context.open()?;
    let most = span.limit.map_or(usize::MAX, |limit| limit as usize);
    input["from"] = json!(span.from);
    input["to"] = json!(span.to);
    if let Some(terminal) = &span.terminal {
        input["terminal"] = json!(terminal);
    }
    input["limit"] = json!(listing.page);
    let mut rows: Vec<Value> = Vec::new();
    loop {
        let mut answer = app.call(&context.caller(), listing.command, input.clone())?;
        let page = answer[listing.rows].as_array_mut().map(std::mem::take);
        let page = page.unwrap_or_default();
        let cursor = page.last().map(|row| row[listing.cursor].clone());
        rows.extend(page.into_iter().filter(&keep));
        let more = answer["more"] == true;
        match cursor {
            Some(cursor) if more && rows.len() <= most => input["before"] = cursor,
            _ => {
                let more = rows.len() > most;
                rows.truncate(most);
                rows.reverse();
                return Ok((rows, more));
            }
        }
    }
}

/// The rows under their headings.
pub(super) fn table(rows: &[Vec<String>], paint: Paint) -> Vec<String> {
    let mut lines = columns(rows);
    if let Some(heading) = lines.first_mut() {
        *heading = paint.quiet(heading);
    }
    lines
}

#[cfg(test)]
mod tests {
    use kaizhang_words::Lang;

    use super::*;
    use crate::args::Global;

    #[test]
    fn a_list_of_many_pages_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data").to_str().unwrap().to_owned();
        let global = Global {
            data: Some(data),
            ..Global::default()
        };
        let context = Context::new(global, Lang::En);
        for amount in 1..=5 {
            let form = json!({ "amount": amount.to_string(), "at": "2026-11-20 12:31" });
            let input = json!({ "form": { "note": "x" } });
            context.call("open_incident", input).unwrap();
            context
                .call("add_receipt", json!({ "form": form }))
                .unwrap();
        }
        let incidents = ("list_incidents", "incidents", "no");
        let receipts = ("list_receipts", "receipts", "id");
        let check = |limit: Option<u32>, page: usize, want: &[u64], more: bool| {
            for (command, rows, cursor) in [incidents, receipts] {
                let listing = Listing {
                    command,
                    rows,
                    cursor,
                    page,
                };
                let span = Span {
                    limit,
                    ..Span::default()
                };
                let got = gather(&context, &listing, json!({}), &span, |row| row["no"] != 3);
                let (found, beyond) = got.unwrap();
                let numbers: Vec<u64> = found.iter().filter_map(|row| row["no"].as_u64()).collect();
                assert_eq!(
                    (numbers.as_slice(), beyond),
                    (want, more),
                    "{limit:?} {page}"
                );
            }
        };
        for page in 1..=6 {
            check(None, page, &[1, 2, 4, 5], false);
            check(Some(4), page, &[1, 2, 4, 5], false);
            check(Some(3), page, &[2, 4, 5], true);
            check(Some(2), page, &[4, 5], true);
            check(Some(1), page, &[5], true);
        }
    }
}
