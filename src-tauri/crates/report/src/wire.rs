//! The document as the template reads it: one JSON file of strings and numbers, and one file for each picture.

use qrcode::{EcLevel, QrCode};
use serde_json::{Value, json};

use crate::lines::Lines;
use crate::rare::Rare;
use crate::widths::{SPACE_PT, widths};
use crate::{
    Block, Calendar, Cell, Chart, Day, Document, Fonts, Kind, Lang, Part, Picture, PictureFormat,
    ReportError, Square, Table, Tile, Tone,
};

/// What the template gets to see.
pub(crate) struct Wire {
    pub(crate) json: Vec<u8>,
    pub(crate) files: Files,
}

/// A file beside it.
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    /// Nothing for bare pixels.
    pub(crate) format: Option<PictureFormat>,
}

type Files = Vec<File>;

/// Pixels of a QR code's smallest square. More would only make the file larger: it is drawn with hard edges.
const MODULE_PX: usize = 4;
/// The quiet zone that a camera wants round it, in modules.
const QUIET: usize = 4;

pub(crate) fn wire(document: &Document, fonts: &Fonts) -> Result<Wire, ReportError> {
    let mut files = Vec::new();
    let mut parts = Vec::new();
    for part in &document.parts {
        parts.push(part_wire(part, fonts, &mut files)?);
    }
    let mut rare = Rare::new(fonts);
    let value = json!({
        "title": rare.drawable(&document.title),
        "author": rare.drawable(&document.author),
        "chinese": fonts.chinese,
        "narrow": fonts.narrow,
        "parts": parts,
    });
    Ok(Wire {
        json: value.to_string().into_bytes(),
        files,
    })
}

fn part_wire(part: &Part, fonts: &Fonts, files: &mut Files) -> Result<Value, ReportError> {
    let mut rare = Rare::new(fonts);
    let mut blocks = Vec::new();
    for block in &part.blocks {
        blocks.push(block_wire(block, &mut rare, fonts, files)?);
    }
    let (title, under) = (rare.drawable(&part.title), rare.drawable(&part.under));
    if rare.seen() {
        let note = Block::Note(Tone::Idle, part.rare.clone());
        blocks.push(block_wire(&note, &mut rare, fonts, files)?);
    }
    let (lang, region) = match part.lang {
        Lang::ZhCn => ("zh", "CN"),
        Lang::En => ("en", "GB"),
    };
    Ok(json!({
        "lang": lang, "region": region, "title": title, "under": under, "blocks": blocks,
    }))
}

fn block_wire(
    block: &Block,
    rare: &mut Rare,
    fonts: &Fonts,
    files: &mut Files,
) -> Result<Value, ReportError> {
    Ok(match block {
        Block::Heading(level, text) => {
            json!({"is": "heading", "level": level + 1, "text": rare.drawable(text)})
        }
        Block::Statement(tone, text) => {
            json!({"is": "statement", "tone": tone_name(*tone), "text": rare.drawable(text)})
        }
        Block::Paragraph(text) => json!({"is": "paragraph", "text": rare.drawable(text)}),
        Block::Facts(facts) => {
            let row = |(name, value): &(String, Cell)| [text(rare, name), cell(rare, value)];
            json!({"is": "facts", "rows": facts.iter().map(row).collect::<Vec<_>>()})
        }
        Block::Tiles(tiles) => {
            let tile = |tile: &Tile| {
                json!({
                    "name": rare.drawable(&tile.name), "value": rare.drawable(&tile.value),
                    "tone": tone_name(tile.tone), "under": rare.drawable(&tile.under),
                })
            };
            json!({"is": "tiles", "tiles": tiles.iter().map(tile).collect::<Vec<_>>()})
        }
        Block::Table(table) => table_wire(table, rare, fonts),
        Block::Chart(chart) => chart_wire(chart, rare),
        Block::Calendar(calendar) => calendar_wire(calendar, rare),
        Block::Pictures(pictures) => {
            let each = pictures.iter();
            let each: Result<Vec<_>, _> = each
                .map(|picture| picture_wire(picture, rare, files))
                .collect();
            json!({"is": "pictures", "pictures": each?})
        }
        Block::Square(square) => square_wire(square, rare, files)?,
        Block::Note(tone, text) => {
            json!({"is": "note", "tone": tone_name(*tone), "text": rare.drawable(text)})
        }
        Block::PageBreak => json!({"is": "pagebreak"}),
    })
}

fn table_wire(table: &Table, rare: &mut Rare, fonts: &Fonts) -> Value {
    let right = |column: &crate::Column| matches!(column.kind, Kind::Number | Kind::Money);
    let right: Vec<bool> = table.columns.iter().map(right).collect();
    // What is flush with the line's end has nothing behind it that it must keep away from.
    let behind = |at: usize| match right[at] && at + 1 == right.len() {
        true => 0.0,
        false => SPACE_PT,
    };
    let titles = table.columns.iter();
    let titles: Vec<_> = titles.map(|column| rare.drawable(&column.title)).collect();
    let widths = widths(&table.columns, &table.rows, fonts);
    let reckoned = Lines::new(fonts, &widths);
    let mut lines = Vec::with_capacity(table.rows.len());
    let mut cells = Vec::with_capacity(table.rows.len() * right.len());
    for row in &table.rows {
        let drawn = row.iter().enumerate().map(|(at, value)| {
            let bold = matches!(value, Cell::Sign(..));
            reckoned.fitting(at, &drawn(rare, value), bold)
        });
        let drawn: Vec<String> = drawn.collect();
        let most = reckoned.most(row, &drawn);
        for (at, (value, text)) in row.iter().zip(drawn).enumerate() {
            cells.push(match most {
                1 if right[at] && behind(at) > 0.0 => json!(["gap", text]),
                1 => shown(value, text),
                _ => json!(["roomy", behind(at), shown(value, text)]),
            });
        }
        lines.push(most);
    }
    json!({
        "is": "table", "title-lines": reckoned.of_titles(&titles),
        "titles": titles.iter().enumerate().map(|(at, title)| json!([behind(at), title])).collect::<Vec<_>>(),
        "right": right, "widths": widths, "lines": lines, "cells": cells,
    })
}

fn chart_wire(chart: &Chart, rare: &mut Rare) -> Value {
    let size = |value: &Cell| match value {
        Cell::Number(number) | Cell::Money(number) => number.unsigned_abs(),
        _ => 0,
    };
    let longest = chart.bars.iter().map(|bar| size(&bar.value)).max();
    let longest = longest.unwrap_or(0).max(1);
    let bar = |bar: &crate::Bar| {
        // Tenths of a percent, so that no float decides what the bytes are.
        let share = u128::from(size(&bar.value)) * 1000 / u128::from(longest);
        json!({
            "name": rare.drawable(&bar.name), "value": bar.value.shown(),
            "tone": tone_name(bar.tone), "share": u64::try_from(share).unwrap_or(1000),
        })
    };
    let bars: Vec<_> = chart.bars.iter().map(bar).collect();
    json!({
        "is": "chart", "names": rare.drawable(&chart.names), "values": rare.drawable(&chart.values),
        "bars": bars,
    })
}

fn calendar_wire(calendar: &Calendar, rare: &mut Rare) -> Value {
    use chrono::Datelike;
    let before = calendar.days.first();
    let before = before.map_or(0, |day| day.day.weekday().num_days_from_monday());
    let day = |day: &Day| {
        json!({
            "number": day.day.day().to_string(), "word": rare.drawable(&day.word),
            "tone": tone_name(day.tone),
        })
    };
    let days: Vec<_> = calendar.days.iter().map(day).collect();
    let weekdays = calendar.weekdays.iter();
    let weekdays: Vec<_> = weekdays.map(|word| rare.drawable(word)).collect();
    json!({"is": "calendar", "weekdays": weekdays, "before": before, "days": days})
}

fn picture_wire(
    picture: &Picture,
    rare: &mut Rare,
    files: &mut Files,
) -> Result<Value, ReportError> {
    let (ending, magic): (&str, &[u8]) = match picture.format {
        PictureFormat::Jpeg => ("jpg", b"\xff\xd8\xff"),
        PictureFormat::Png => ("png", b"\x89PNG\r\n\x1a\n"),
    };
    if !picture.bytes.starts_with(magic) {
        let index = files.iter().filter(|file| file.format.is_some()).count();
        return Err(ReportError::PictureUnreadable { index });
    }
    let name = format!("picture-{}.{ending}", files.len());
    files.push(File {
        name: name.clone(),
        bytes: picture.bytes.clone(),
        format: Some(picture.format),
    });
    Ok(json!({
        "file": name, "alt": rare.drawable(&picture.alt), "caption": rare.drawable(&picture.caption),
    }))
}

fn square_wire(square: &Square, rare: &mut Rare, files: &mut Files) -> Result<Value, ReportError> {
    let bytes = square.text.len();
    let code = QrCode::with_error_correction_level(square.text.as_bytes(), EcLevel::M)
        .map_err(|_| ReportError::SquareTooLong { bytes })?;
    let modules = code.width();
    let side = (modules + 2 * QUIET) * MODULE_PX;
    let mut pixels = vec![0xff_u8; side * side];
    for (at, color) in code.to_colors().into_iter().enumerate() {
        if color == qrcode::Color::Dark {
            let (row, column) = (at / modules + QUIET, at % modules + QUIET);
            for y in row * MODULE_PX..(row + 1) * MODULE_PX {
                let from = y * side + column * MODULE_PX;
                pixels[from..from + MODULE_PX].fill(0);
            }
        }
    }
    let file = format!("square-{}", files.len());
    files.push(File {
        name: file.clone(),
        bytes: pixels,
        format: None,
    });
    Ok(json!({
        "is": "square", "file": file, "side": side, "alt": rare.drawable(&square.alt),
        "code": rare.drawable(&square.code), "words": rare.drawable(&square.words),
    }))
}

fn text(rare: &mut Rare, text: &str) -> Value {
    Value::String(rare.drawable(text))
}

fn cell(rare: &mut Rare, cell: &Cell) -> Value {
    shown(cell, drawn(rare, cell))
}

/// The text of a cell as it is drawn.
fn drawn(rare: &mut Rare, cell: &Cell) -> String {
    match cell {
        Cell::Sign(_, text) | Cell::Text(text) => rare.drawable(text),
        _ => cell.shown(),
    }
}

/// A string, or for a sign its tone and its string.
fn shown(cell: &Cell, drawn: String) -> Value {
    match cell {
        Cell::Sign(tone, _) => json!([tone_name(*tone), drawn]),
        _ => Value::String(drawn),
    }
}

fn tone_name(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "plain",
        Tone::Good => "good",
        Tone::Warn => "warn",
        Tone::Bad => "bad",
        Tone::Idle => "idle",
    }
}
