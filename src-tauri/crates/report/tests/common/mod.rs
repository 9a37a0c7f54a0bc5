//! A document with one of everything, and what other programs read out of its PDF.

#![allow(
    clippy::disallowed_methods,
    dead_code,
    reason = "other programs read files; each test binary uses its part of this"
)]

use std::path::PathBuf;
use std::process::Command;

use chrono::{DateTime, NaiveDate, Utc};
use kaizhang_report::{
    Bar, Block, Calendar, Cell, Chart, Column, Day, Document, Fonts, Kind, Lang, Part, Picture,
    PictureFormat, Square, Table, Tile, Tone, folders, pdf,
};

/// The fonts of this machine.
pub fn fonts() -> Fonts {
    Fonts::find(&folders(None)).unwrap()
}

pub fn at() -> DateTime<Utc> {
    "2026-10-31T01:02:03Z".parse().unwrap()
}

/// A document of one part.
pub fn document(lang: Lang, blocks: Vec<Block>) -> Document {
    Document {
        title: "开店记录".to_owned(),
        author: "街角小馆".to_owned(),
        id: "test".to_owned(),
        at: at(),
        parts: vec![Part {
            lang,
            title: "Slip 开店记录".to_owned(),
            under: "街角小馆 · 2026-10-31".to_owned(),
            rare: "有的字这台电脑的字体里没有，用它的编号代替。".to_owned(),
            blocks,
        }],
    }
}

pub fn table(rows: usize) -> Table {
    let day = NaiveDate::from_ymd_opt(2026, 10, 31).unwrap();
    let row = |n: usize| {
        vec![
            Cell::Number(n as i64 + 1),
            Cell::Moment(day.and_hms_opt(8, (n % 60) as u32, 0).unwrap()),
            Cell::Text(format!("第 {n} 笔，刷卡消费")),
            Cell::Sign(Tone::Good, "成功".to_owned()),
            Cell::Money(12_345 + n as i64),
        ]
    };
    Table {
        columns: vec![
            Column::new("编号", Kind::Number),
            Column::new("时间", Kind::Moment),
            Column::new("内容", Kind::Text),
            Column::new("结果", Kind::Text),
            Column::new("金额（元）", Kind::Money),
        ],
        rows: (0..rows).map(row).collect(),
    }
}

/// A PNG of two by two pixels, written by hand so that no encoder is needed here.
pub fn png() -> Vec<u8> {
    let hex = "89504e470d0a1a0a0000000d4948445200000002000000020802000000fdd49a73000000154944415478da63d86a26f3ebfb\
               4706205692970600362807283f1045280000000049454e44ae426082";
    let digits: Vec<u8> = hex
        .bytes()
        .filter(|byte| !byte.is_ascii_whitespace())
        .collect();
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    digits.chunks(2).map(byte).collect()
}

/// One of everything.
pub fn everything() -> Vec<Block> {
    let first = NaiveDate::from_ymd_opt(2026, 10, 1).unwrap();
    let days = first.iter_days().take(31).map(|day| Day {
        day,
        word: "准时".to_owned(),
        tone: Tone::Good,
    });
    vec![
        Block::Statement(Tone::Good, "可以开门，三种收款都正常".to_owned()),
        Block::Tiles(vec![
            Tile {
                name: "刷卡".to_owned(),
                value: "正常".to_owned(),
                tone: Tone::Good,
                under: String::new(),
            },
            Tile {
                name: "扫码".to_owned(),
                value: "能收，要留意".to_owned(),
                tone: Tone::Warn,
                under: "先用手机热点".to_owned(),
            },
        ]),
        Block::Facts(vec![("班次".to_owned(), Cell::Text("早班".to_owned()))]),
        Block::Heading(1, "清单".to_owned()),
        Block::Paragraph("一段话，说“两句”。\n第二行。".to_owned()),
        Block::Table(table(3)),
        Block::Heading(2, "图".to_owned()),
        Block::Chart(Chart {
            names: "项目".to_owned(),
            values: "次数".to_owned(),
            bars: vec![
                Bar {
                    name: "外网".to_owned(),
                    value: Cell::Number(12),
                    tone: Tone::Bad,
                },
                Bar {
                    name: "无".to_owned(),
                    value: Cell::Number(0),
                    tone: Tone::Plain,
                },
            ],
        }),
        Block::Calendar(Calendar {
            weekdays: ["一", "二", "三", "四", "五", "六", "日"].map(str::to_owned),
            days: days.collect(),
        }),
        Block::Pictures(vec![Picture {
            bytes: png(),
            format: PictureFormat::Png,
            alt: "两个像素".to_owned(),
            caption: "小票.png".to_owned(),
        }]),
        Block::Square(Square {
            text: "kaizhang/1\n42\n".to_owned(),
            alt: "校验码".to_owned(),
            code: "AB12 CD34".to_owned(),
            words: "扫一扫。".to_owned(),
        }),
        Block::Note(Tone::Warn, "请留意。".to_owned()),
        Block::PageBreak,
        Block::Paragraph("新的一页".to_owned()),
    ]
}

/// What another program says about these bytes. `FILE` among the arguments stands for them.
pub fn ask(bytes: &[u8], program: &str, args: &[&str]) -> String {
    static COUNT: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
    let n = COUNT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let path: PathBuf = std::env::temp_dir().join(format!("kaizhang-{}-{n}", std::process::id()));
    std::fs::write(&path, bytes).unwrap();
    let args = args.iter().map(|arg| match *arg {
        "FILE" => path.as_os_str(),
        other => other.as_ref(),
    });
    // What Debian installs is seen by its own Python; another one may stand before it.
    let own = std::path::Path::new("/usr/bin").join(program);
    let out = Command::new(if own.exists() { own } else { program.into() })
        .args(args)
        .output();
    std::fs::remove_file(&path).unwrap();
    let out = out.unwrap_or_else(|error| panic!("{program}: {error}; see scripts/setup.sh test"));
    let said = String::from_utf8_lossy(&out.stdout).into_owned();
    let complaint = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(out.status.success(), "{program}: {said}{complaint}");
    said
}

/// The text of a document's PDF as poppler reads it, page by page.
pub fn text(document: &Document) -> Vec<String> {
    let bytes = pdf(document, &fonts()).unwrap();
    let text = ask(&bytes, "pdftotext", &["-layout", "FILE", "-"]);
    let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
    pages.pop();
    pages
}
