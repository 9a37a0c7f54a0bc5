//! A list as CSV, for a spreadsheet: UTF-8 with the mark that Excel needs to see that it is, lines ended as RFC 4180 says.

use crate::{Cell, Sheet};

/// Tells Excel that this is UTF-8.
const MARK: &str = "\u{FEFF}";
/// With one of these in front a spreadsheet takes text for a formula. The wide ones are typed by a Chinese keyboard, and
/// some programs take them for the same.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// The list as CSV. Money has a dot and two digits, days and moments are as ISO 8601 writes them. Text that a spreadsheet
/// would run as a formula gets an apostrophe in front, which shows; numbers stay numbers.
pub fn csv(sheet: &Sheet) -> Vec<u8> {
    let mut out = String::from(MARK);
    let titles = sheet.columns.iter();
    line(&mut out, titles.map(|column| harmless(&column.title)));
    for row in &sheet.rows {
        line(&mut out, row.iter().map(field));
    }
    out.into_bytes()
}

fn line(out: &mut String, fields: impl Iterator<Item = String>) {
    for (at, field) in fields.enumerate() {
        if at > 0 {
            out.push(',');
        }
        let plain = !field.contains([',', '"', '\n', '\r']) && field.trim() == field;
        if plain {
            out.push_str(&field);
        } else {
            out.push('"');
            out.push_str(&field.replace('"', "\"\""));
            out.push('"');
        }
    }
    out.push_str("\r\n");
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Sign(_, text) => harmless(text),
        Cell::Number(number) => number.to_string(),
        // A thousands comma would make two fields of one for whoever splits by hand.
        Cell::Money(_) => cell.shown().replace(',', ""),
        Cell::Moment(moment) => moment.format("%Y-%m-%d %H:%M:%S").to_string(),
        Cell::Empty | Cell::Day(_) => cell.shown(),
    }
}

fn harmless(text: &str) -> String {
    if text.trim_start_matches(' ').starts_with(FORMULA) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
