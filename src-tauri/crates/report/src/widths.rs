//! How wide each column of a table is. Decided here from the values, so that laying out a table of thousands of rows
//! need not measure each cell first.

use serde::Serialize;

use crate::{Cell, Column, Kind};

/// The width of a printed line, in points: A4 with margins of 20 mm.
pub(crate) const LINE_PT: f64 = 481.8;
/// A Chinese character of a table's text is as wide as high: 9 points. Latin letters are a little more than half of it.
pub(crate) const EM_PT: f64 = 9.0;
const LATIN_EM: f64 = 0.58;
/// Space left and right of the text of a cell.
pub(crate) const SPACE_PT: f64 = 10.0;
/// Text columns count as no narrower and no wider than this when they share what is left.
const NARROWEST_EM: f64 = 4.0;
const WIDEST_EM: f64 = 26.0;
/// How much of the line columns of numbers and days may take before all columns have to share.
const FIXED_PART: f64 = 0.75;

/// A column's width.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(crate) enum Width {
    /// In points: numbers and days are never broken.
    #[serde(rename = "pt")]
    Fixed(f64),
    /// A part of what is left.
    #[serde(rename = "fr")]
    Share(f64),
}

pub(crate) fn widths(columns: &[Column], rows: &[Vec<Cell>]) -> Vec<Width> {
    let natural: Vec<f64> = (0..columns.len())
        .map(|at| natural(columns, rows, at))
        .collect();
    let fixed = |at: usize| columns[at].kind != Kind::Text;
    let pt = |em: f64| em * EM_PT + SPACE_PT;
    let taken: f64 = (0..columns.len())
        .filter(|at| fixed(*at))
        .map(|at| pt(natural[at]))
        .sum();
    let some_share = (0..columns.len()).any(|at| !fixed(at));
    let all_share = !some_share || taken > LINE_PT * FIXED_PART;
    let width = |at: usize| {
        if fixed(at) && !all_share {
            Width::Fixed(pt(natural[at]))
        } else {
            Width::Share(natural[at].clamp(NARROWEST_EM, WIDEST_EM))
        }
    };
    (0..columns.len()).map(width).collect()
}

fn natural(columns: &[Column], rows: &[Vec<Cell>], at: usize) -> f64 {
    let title = ems(&columns[at].title);
    let cells = rows.iter().filter_map(|row| row.get(at));
    let widest = |widest: f64, cell: &Cell| widest.max(cell_ems(cell));
    cells.fold(title, widest)
}

fn cell_ems(cell: &Cell) -> f64 {
    match cell {
        Cell::Empty => 0.0,
        Cell::Text(text) | Cell::Sign(_, text) => text.lines().map(ems).fold(0.0, f64::max),
        Cell::Day(_) => 10.0 * LATIN_EM,
        Cell::Moment(_) => 16.0 * LATIN_EM,
        Cell::Number(_) | Cell::Money(_) => ems(&cell.shown()),
    }
}

fn ems(text: &str) -> f64 {
    let wide = |character: char| {
        if character < '\u{2E80}' {
            LATIN_EM
        } else {
            1.0
        }
    };
    text.chars().map(wide).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(kind: Kind) -> Column {
        Column::new("列", kind)
    }

    #[test]
    fn numbers_and_days_are_as_wide_as_they_are_and_text_shares_the_rest() {
        let columns = [column(Kind::Day), column(Kind::Text), column(Kind::Money)];
        let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
        let row = vec![Cell::Day(day), Cell::Text("一".repeat(400)), Cell::Money(1)];
        let widths = widths(&columns, &[row]);
        assert!(matches!(widths[0], Width::Fixed(pt) if (60.0..80.0).contains(&pt)));
        assert_eq!(widths[1], Width::Share(WIDEST_EM));
        assert!(matches!(widths[2], Width::Fixed(_)));
    }

    #[test]
    fn columns_that_would_not_fit_share_the_line() {
        let columns: Vec<_> = std::iter::repeat_n(column(Kind::Moment), 9).collect();
        let share = |width: &Width| matches!(width, Width::Share(_));
        assert!(widths(&columns, &[]).iter().all(share));
    }
}
