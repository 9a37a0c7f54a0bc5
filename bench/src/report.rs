//! A report of a two-thousand-row table against a browser's and WeasyPrint's printing of the same rows.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDate};
use kaizhang_report::{
    Block, Cell, Column, Document, Fonts, Kind, Lang, Part, Table, Tone, folders, pdf,
};

use crate::{Answer, Figure};

const ROWS: usize = 2000;
/// The best of so many.
const TRIES: usize = 3;

fn table() -> Answer<Table> {
    let day = NaiveDate::from_ymd_opt(2026, 10, 31).ok_or("no such day")?;
    let row = |n: usize| -> Option<Vec<Cell>> {
        let minute = u32::try_from(n % 60).ok()?;
        Some(vec![
            Cell::Number(i64::try_from(n).ok()? + 1),
            Cell::Moment(day.and_hms_opt(8, minute, 0)?),
            Cell::Text(format!("第 {n} 笔，刷卡消费")),
            Cell::Sign(Tone::Good, "成功".to_owned()),
            Cell::Money(12_345 + i64::try_from(n).ok()?),
        ])
    };
    let rows = (0..ROWS).map(row).collect::<Option<_>>();
    Ok(Table {
        columns: vec![
            Column::new("编号", Kind::Number),
            Column::new("时间", Kind::Moment),
            Column::new("内容", Kind::Text),
            Column::new("结果", Kind::Text),
            Column::new("金额（元）", Kind::Money),
        ],
        rows: rows.ok_or("no such row")?,
    })
}

fn document(table: Table) -> Answer<Document> {
    Ok(Document {
        title: "清单".to_owned(),
        author: "示例面馆".to_owned(),
        id: "bench".to_owned(),
        at: DateTime::from_timestamp(1_793_408_523, 0).ok_or("no such moment")?,
        parts: vec![Part {
            lang: Lang::ZhCn,
            title: "清单".to_owned(),
            under: String::new(),
            rare: String::new(),
            blocks: vec![Block::Table(table)],
        }],
    })
}

/// The same rows as a page for the others, on paper of the same size with the same font.
fn html(table: &Table) -> String {
    let mut html = String::from(
        "<!doctype html><html lang=zh-CN><meta charset=utf-8><title>清单</title><style>\
         @page{size:A4;margin:15mm 20mm 18mm}body{font:9pt 'Noto Sans CJK SC'}\
         table{border-collapse:collapse;width:100%}th,td{border-bottom:.4pt solid #cfc6b7;padding:4pt 5pt;text-align:left}\
         </style><h1>清单</h1><table><thead><tr>",
    );
    for column in &table.columns {
        html += &format!("<th>{}</th>", column.title);
    }
    html += "</tr></thead><tbody>";
    for row in &table.rows {
        let cells = row.iter().map(|cell| format!("<td>{}</td>", cell.shown()));
        html += &format!("<tr>{}</tr>", cells.collect::<String>());
    }
    html + "</tbody></table></html>"
}

fn best(mut run: impl FnMut() -> Answer<()>) -> Answer<Duration> {
    let mut best = Duration::MAX;
    for _ in 0..TRIES {
        let begun = Instant::now();
        run()?;
        best = best.min(begun.elapsed());
    }
    Ok(best)
}

fn print(program: &str, args: &[&str]) -> Answer<()> {
    let mut command = Command::new(program);
    command
        .args(args)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let done = command
        .status()
        .map_err(|error| format!("{program}: {error}"))?;
    done.success()
        .then_some(())
        .ok_or_else(|| format!("{program} failed").into())
}

fn chromium() -> &'static str {
    let there = Path::new("/usr/bin/chromium").exists();
    if there { "chromium" } else { "google-chrome" }
}

/// Ours with its fonts read anew each time, the others as one starts them.
pub(crate) fn table_against_browsers() -> Answer<[Figure; 2]> {
    let folder = tempfile::tempdir()?;
    let at = |name: &str| folder.path().join(name).display().to_string();
    let (page, out) = (at("page.html"), at("page.pdf"));
    let table = table()?;
    std::fs::write(&page, html(&table))?;
    let document = document(table)?;
    let ours = best(|| {
        let fonts = Fonts::find(&folders(None))?;
        std::fs::write(&out, pdf(&document, &fonts)?)?;
        Ok(())
    })?;
    let print_to = format!("--print-to-pdf={out}");
    let browser = best(|| {
        let args = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            &print_to,
            &page,
        ];
        print(chromium(), &args)
    })?;
    let begun = Instant::now();
    print("weasyprint", &[&page, &out])?;
    let weasyprint = begun.elapsed();
    let figure = |what, other: Duration, bar, most: f64| {
        let ratio = ours.as_secs_f64() / other.as_secs_f64();
        Figure {
            what,
            measured: format!(
                "{ratio:.3} × ({} ms / {} ms)",
                ours.as_millis(),
                other.as_millis()
            ),
            bar,
            met: ratio <= most,
        }
    };
    Ok([
        figure(
            "a report of 2,000 rows / Chromium's print",
            browser,
            "≤ 0.1 ×",
            0.1,
        ),
        figure(
            "a report of 2,000 rows / WeasyPrint's",
            weasyprint,
            "≤ 0.05 ×",
            0.05,
        ),
    ])
}
