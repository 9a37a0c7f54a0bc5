//! Lists as XLSX: numbers are numbers, days are days, the header stays and filters.

use chrono::{DateTime, NaiveDateTime, NaiveTime, Utc};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::{Cell, Column, ReportError};

/// A list with its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The name on the tab. What a spreadsheet cannot show there is left out.
    pub name: String,
    /// At least one.
    pub columns: Vec<Column>,
    /// As long as the columns, each.
    pub rows: Vec<Vec<Cell>>,
}

/// What the format allows.
const MAX_ROWS: usize = 1_048_575;
const MAX_COLUMNS: usize = 16_384;
const MAX_CHARACTERS: usize = 32_767;
const MAX_NAME: usize = 31;
/// Columns are as wide as their text, within reason. In characters.
const NARROWEST: f64 = 8.0;
const WIDEST: f64 = 48.0;
/// Widths are taken from the first rows: a list of a hundred thousand looks like its beginning.
const LOOKED_AT: usize = 500;

/// The lists as one workbook, a sheet each. `at` is the moment that the file bears.
///
/// # Errors
/// [`ReportError::SheetTooLarge`]; [`ReportError::Sheet`] for what should not happen.
pub fn xlsx(sheets: &[Sheet], at: DateTime<Utc>) -> Result<Vec<u8>, ReportError> {
    let failed = |error: XlsxError| ReportError::Sheet {
        why: error.to_string(),
    };
    let mut book = Workbook::new();
    let at = ExcelDateTime::from_timestamp(at.timestamp()).map_err(failed)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&at));
    let mut names = Vec::new();
    for sheet in sheets {
        let (rows, columns) = (sheet.rows.len(), sheet.columns.len());
        if rows > MAX_ROWS || columns > MAX_COLUMNS || columns == 0 {
            return Err(ReportError::SheetTooLarge { rows, columns });
        }
        let page = book.add_worksheet();
        page.set_name(tab(&sheet.name, &mut names))
            .map_err(failed)?;
        fill(page, sheet).map_err(failed)?;
    }
    book.save_to_buffer().map_err(failed)
}

fn fill(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let title = Format::new().set_bold();
    let formats = Formats::new();
    for (column, at) in sheet.columns.iter().zip(0_u16..) {
        page.write_string_with_format(0, at, clipped(&column.title), &title)?;
        page.set_column_width(at, width(sheet, usize::from(at)))?;
    }
    for (line, row) in sheet.rows.iter().zip(1_u32..) {
        for (cell, at) in line.iter().zip(0_u16..) {
            write(page, row, at, cell, &formats)?;
        }
    }
    page.set_freeze_panes(1, 0)?;
    let last_row = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(sheet.columns.len() - 1).unwrap_or(u16::MAX);
    page.autofilter(0, 0, last_row, last_column)?;
    Ok(())
}

struct Formats {
    number: Format,
    money: Format,
    day: Format,
    moment: Format,
    text: Format,
}

impl Formats {
    fn new() -> Self {
        let format = |code: &str| Format::new().set_num_format(code);
        Self {
            number: format("#,##0"),
            money: format("#,##0.00"),
            day: format("yyyy-mm-dd"),
            moment: format("yyyy-mm-dd hh:mm"),
            text: format("@"),
        }
    }
}

fn write(
    page: &mut Worksheet,
    row: u32,
    at: u16,
    cell: &Cell,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) | Cell::Sign(_, text) => {
            page.write_string_with_format(row, at, clipped(text), &formats.text)?;
        }
        Cell::Number(number) => {
            page.write_number_with_format(row, at, *number as f64, &formats.number)?;
        }
        Cell::Money(minor) => {
            page.write_number_with_format(row, at, *minor as f64 / 100.0, &formats.money)?;
        }
        Cell::Day(day) => {
            let day = dated(day.and_time(NaiveTime::MIN))?;
            page.write_datetime_with_format(row, at, &day, &formats.day)?;
        }
        Cell::Moment(moment) => {
            page.write_datetime_with_format(row, at, dated(*moment)?, &formats.moment)?;
        }
    }
    Ok(())
}

/// A spreadsheet's moments have no zone; these are the shop's own.
fn dated(moment: NaiveDateTime) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_timestamp(moment.and_utc().timestamp())
}

fn clipped(text: &str) -> String {
    text.chars().take(MAX_CHARACTERS).collect()
}

fn width(sheet: &Sheet, at: usize) -> f64 {
    let wide = |character: char| if character < '\u{2E80}' { 1.0 } else { 2.0 };
    let of = |text: &str| {
        text.lines()
            .map(|line| line.chars().map(wide).sum())
            .fold(0.0, f64::max)
    };
    // The arrow of the filter stands beside the title.
    let title = of(&sheet.columns[at].title) + 3.0;
    let cells = sheet
        .rows
        .iter()
        .take(LOOKED_AT)
        .filter_map(|row| row.get(at));
    let widest = cells
        .map(|cell| of(&cell.shown()) + 1.0)
        .fold(title, f64::max);
    widest.clamp(NARROWEST, WIDEST)
}

/// A name that a tab can bear and that no earlier one bears.
fn tab(name: &str, names: &mut Vec<String>) -> String {
    let shown = |character: &char| !"[]:*?/\\'".contains(*character) && !character.is_control();
    let mut name: String = name.chars().filter(shown).take(MAX_NAME).collect();
    if name.trim().is_empty() {
        "1".clone_into(&mut name);
    }
    while names.contains(&name.to_lowercase()) {
        name = name.chars().take(MAX_NAME - 1).collect();
        name.push('+');
    }
    names.push(name.to_lowercase());
    name
}
