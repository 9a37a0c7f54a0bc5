//! How wide each column of a table is. Decided here from the values, so that laying out a table of thousands of rows
//! need not measure each cell first.

use serde::Serialize;

use crate::{Cell, Column, Fonts, Kind};

/// The width of a printed line, in points: A4 with margins of 20 mm.
pub(crate) const LINE_PT: f64 = 481.8;
/// A Chinese character of a table's text is as wide as high: 9 points.
pub(crate) const EM_PT: f64 = 9.0;
/// Between the text of a cell and the next column, with room for roundings.
pub(crate) const SPACE_PT: f64 = 10.0;
pub(crate) const SLACK_PT: f64 = 0.5;
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

pub(crate) fn widths(columns: &[Column], rows: &[Vec<Cell>], fonts: &Fonts) -> Vec<Width> {
    let natural: Vec<f64> = (0..columns.len())
        .map(|at| natural_em(columns, rows, at, fonts) * EM_PT + SPACE_PT + SLACK_PT)
        .collect();
    let is_number = |at: &usize| columns[*at].kind != Kind::Text;
    let (fixed, mut sharing): (Vec<usize>, Vec<usize>) = (0..columns.len()).partition(is_number);
    let taken: f64 = fixed.iter().map(|at| natural[*at]).sum();
    let mut left = LINE_PT - taken;
    let mut widths: Vec<Width> = natural.iter().map(|pt| Width::Fixed(*pt)).collect();
    if sharing.is_empty() || taken > LINE_PT * FIXED_PART {
        sharing = (0..columns.len()).collect();
        left = LINE_PT;
    }
    // Who needs no more than an equal part gets what he needs, and leaves the rest to the others.
    sharing.sort_by(|one, other| natural[*one].total_cmp(&natural[*other]));
    for (before, at) in sharing.iter().enumerate() {
        let width = natural[*at].min(left / (sharing.len() - before) as f64);
        widths[*at] = Width::Share(width);
        left -= width;
    }
    widths
}

/// As wide as the widest of its lines.
fn natural_em(columns: &[Column], rows: &[Vec<Cell>], at: usize, fonts: &Fonts) -> f64 {
    let title = fonts.widest_em(&columns[at].title, true);
    let cells = rows.iter().filter_map(|row| row.get(at));
    let widest = |widest: f64, cell: &Cell| {
        let bold = matches!(cell, Cell::Sign(..));
        let lines = cell.shown();
        let lines = lines.lines().map(|line| fonts.widest_em(line, bold));
        lines.fold(widest, f64::max)
    };
    cells.fold(title, widest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(columns: &[(Kind, &str)], expected: fn(&[f64]) -> bool) {
        let fonts = Fonts::find(&crate::folders(None)).unwrap();
        let titled: Vec<Column> = columns
            .iter()
            .map(|(kind, _)| Column::new("列", *kind))
            .collect();
        let row = columns
            .iter()
            .map(|(_, text)| Cell::Text((*text).to_owned()));
        let widths = widths(&titled, &[row.collect()], &fonts);
        let pt = widths.iter().map(|width| match width {
            Width::Fixed(pt) | Width::Share(pt) => *pt,
        });
        let pt: Vec<f64> = pt.collect();
        assert!(expected(&pt), "{pt:?} of {columns:?}");
    }

    #[test]
    fn what_fits_is_never_broken_and_what_does_not_shares_the_rest() {
        let long = "一".repeat(400);
        // A number is as wide as it is.
        check(&[(Kind::Money, "1,234.50"), (Kind::Text, &long)], |pt| {
            (40.0..60.0).contains(&pt[0]) && (pt[0] + pt[1] - LINE_PT).abs() < 0.01
        });
        // A card's number beside a long story keeps its line, and two stories have the same.
        let card = (Kind::Text, "622202******8765");
        check(&[card, (Kind::Text, &long), (Kind::Text, &long)], |pt| {
            pt[0] > 80.0 && pt[0] < 100.0 && (pt[1] - pt[2]).abs() < 0.01
        });
        // Short ones take what they need of each other's equal part.
        check(
            &[(Kind::Text, "一"), (Kind::Text, "一二三四五六")],
            |pt| pt[1] - pt[0] > 44.0,
        );
    }

    #[test]
    fn columns_that_would_not_fit_share_the_line() {
        check(&[(Kind::Moment, "2026-03-02 08:52 08:52"); 9], |pt| {
            (pt.iter().sum::<f64>() - LINE_PT).abs() < 0.01
        });
    }
}
