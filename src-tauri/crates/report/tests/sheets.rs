//! Sheets as other programs read them: openpyxl for XLSX, Python's own reader for CSV.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use chrono::NaiveDate;
use common::{ask, at};
use kaizhang_report::{Cell, Column, Kind, ReportError, Sheet, Tone, csv, xlsx};

fn sheet() -> Sheet {
    let day = NaiveDate::from_ymd_opt(2026, 2, 28).unwrap();
    Sheet {
        name: "小票: [1/2]?*".to_owned(),
        columns: vec![
            Column::new("编号", Kind::Number),
            Column::new("日期", Kind::Day),
            Column::new("时间", Kind::Moment),
            Column::new("金额", Kind::Money),
            Column::new("备注", Kind::Text),
            Column::new("结果", Kind::Text),
        ],
        rows: vec![
            vec![
                Cell::Number(1),
                Cell::Day(day),
                Cell::Moment(day.and_hms_opt(23, 59, 1).unwrap()),
                Cell::Money(-123_456),
                Cell::Text("=1+1".to_owned()),
                Cell::Sign(Tone::Good, "成功".to_owned()),
            ],
            vec![
                Cell::Number(-7),
                Cell::Empty,
                Cell::Empty,
                Cell::Money(5),
                Cell::Text("00123, \"quoted\"\n𠮷".to_owned()),
                Cell::Empty,
            ],
        ],
    }
}

#[test]
fn a_workbook_holds_types_and_formats() {
    let bytes = xlsx(&[sheet(), sheet()], at()).unwrap();
    let script = r#"
import sys, openpyxl
book = openpyxl.load_workbook(open(sys.argv[1], 'rb'))
print([page.title for page in book])
page = book.worksheets[0]
print(page.freeze_panes, page.auto_filter.ref, book.properties.created)
for row in page.iter_rows():
    for cell in row:
        print(cell.coordinate, cell.data_type, repr(cell.value), cell.number_format)
"#;
    let said = ask(&bytes, "python3", &["-c", script, "FILE"]);
    let expected = "\
['小票 12', '小票 12+']
A2 A1:F3 2026-10-31 01:02:03
A1 s '编号' General
B1 s '日期' General
C1 s '时间' General
D1 s '金额' General
E1 s '备注' General
F1 s '结果' General
A2 n 1 #,##0
B2 d datetime.datetime(2026, 2, 28, 0, 0) yyyy\\-mm\\-dd
C2 d datetime.datetime(2026, 2, 28, 23, 59, 1) yyyy\\-mm\\-dd\\ hh:mm
D2 n -1234.56 #,##0.00
E2 s '=1+1' @
F2 s '成功' @
A3 n -7 #,##0
B3 n None General
C3 n None General
D3 n 0.05 #,##0.00
E3 s '00123, \"quoted\"\\n𠮷' @
F3 n None General
";
    assert_eq!(
        said.replace("yyyy-mm-dd", "yyyy\\-mm\\-dd")
            .replace("dd hh", "dd\\ hh"),
        expected
    );
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    assert!(xlsx(&[sheet()], at()).unwrap() == xlsx(&[sheet()], at()).unwrap());
    assert!(csv(&sheet()) == csv(&sheet()));
}

#[test]
fn a_sheet_without_columns_or_with_too_many_rows_is_refused() {
    let mut none = sheet();
    none.columns.clear();
    none.rows.clear();
    let refused = xlsx(&[none], at());
    assert!(matches!(
        refused,
        Err(ReportError::SheetTooLarge { columns: 0, .. })
    ));
    let mut many = sheet();
    many.rows = vec![Vec::new(); 1_048_576];
    assert_eq!(
        xlsx(&[many], at()).unwrap_err().code(),
        "report_sheet_too_large"
    );
}

#[test]
fn csv_is_read_back_by_python() {
    let bytes = csv(&sheet());
    assert!(bytes.starts_with(b"\xef\xbb\xbf"));
    assert!(String::from_utf8(bytes.clone()).unwrap().contains("\r\n"));
    let script = "
import csv, sys
for row in csv.reader(open(sys.argv[1], encoding='utf-8-sig', newline='')):
    print(row)
";
    let said = ask(&bytes, "python3", &["-c", script, "FILE"]);
    let expected = "\
['编号', '日期', '时间', '金额', '备注', '结果']
['1', '2026-02-28', '2026-02-28 23:59:01', '-1234.56', \"'=1+1\", '成功']
['-7', '', '', '0.05', '00123, \"quoted\"\\n𠮷', '']
";
    assert_eq!(said, expected);
}

#[test]
fn no_text_becomes_a_formula() {
    let check = |text: &str, defused: bool| {
        let mut one = sheet();
        one.rows = vec![vec![Cell::Text(text.to_owned())]];
        let csv = String::from_utf8(csv(&one)).unwrap();
        let line = csv.lines().nth(1).unwrap().trim_matches('"');
        assert_eq!(line.starts_with('\''), defused, "{text:?} became {line:?}");
    };
    for text in [
        "=1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "＋1", "－1", "＠x", "  =1",
    ] {
        check(text, true);
    }
    for text in ["", "1", "a=1", "127-1", "小票", "'=1"] {
        check(text, text.starts_with('\''));
    }
}
