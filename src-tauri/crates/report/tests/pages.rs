//! Pages as other programs read them: poppler for text and pages, qpdf for structure.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs,
    reason = "a test fails by panicking, and other programs read files"
)]

mod common;

use common::{ask, document, everything, fonts, table, text};
use kaizhang_report::{
    Block, Cell, Fonts, Lang, Part, Picture, PictureFormat, ReportError, Square, Tone, pdf,
    pdf_within,
};

#[test]
fn one_of_everything_reads_as_it_was_written() {
    let pages = text(&document(Lang::ZhCn, everything()));
    assert_eq!(pages.len(), 3, "{pages:#?}");
    for words in [
        "Slip 开店记录",
        "街角小馆 · 2026-10-31",
        "可以开门，三种收款都正常",
        "能收，要留意",
        "先用手机热点",
        "早班",
        "一段话，说“两句”。",
        "2026-10-31 08:02",
        "第 2 笔，刷卡消费",
        "123.45",
        "外网",
        "小票.png",
        "1/3",
    ] {
        assert!(
            pages[0].contains(words),
            "{words} is missing in {}",
            pages[0]
        );
    }
    assert!(pages[1].contains("AB12 CD34") && pages[1].contains("请留意。"));
    assert!(pages[2].contains("新的一页"));
}

#[test]
fn both_standards_are_claimed_and_the_structure_is_there() {
    let bytes = pdf(&document(Lang::En, everything()), &fonts()).unwrap();
    let raw = String::from_utf8_lossy(&bytes);
    for mark in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ] {
        assert!(raw.contains(mark), "{mark}");
    }
    let info = ask(&bytes, "pdfinfo", &["FILE"]);
    for line in [
        "Tagged:          yes",
        "Title:           开店记录",
        "Author:          街角小馆",
    ] {
        assert!(info.contains(line), "{line} in {info}");
    }
    ask(&bytes, "qpdf", &["--check", "FILE"]);
    let plain = ask(
        &bytes,
        "qpdf",
        &["--qdf", "--object-streams=disable", "FILE", "-"],
    );
    for element in [
        "/S /H1",
        "/S /H2",
        "/S /Table",
        "/S /THead",
        "/S /TH",
        "/S /TD",
        "/S /Figure",
    ] {
        assert!(plain.contains(element), "{element} is not tagged");
    }
    assert!(plain.contains("/Scope /Row") && plain.contains("/Scope /Column"));
    assert!(plain.contains("/Lang (en-GB)"), "the language is told");
    assert_eq!(
        plain.matches("/S /Figure").count(),
        plain.matches("/Alt ").count()
    );
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let one = document(Lang::ZhCn, everything());
    let bytes = pdf(&one, &fonts()).unwrap();
    assert!(bytes == pdf(&one, &fonts()).unwrap());
    let mut other = one.clone();
    other.at += chrono::TimeDelta::seconds(1);
    assert!(bytes != pdf(&other, &fonts()).unwrap(), "the date is in it");
}

#[test]
fn both_languages_follow_each_other() {
    let mut both = document(Lang::ZhCn, vec![Block::Paragraph("一".to_owned())]);
    both.parts.push(Part {
        lang: Lang::En,
        title: "A slip".to_owned(),
        under: String::new(),
        rare: String::new(),
        blocks: vec![Block::Paragraph("It’s “one” … 街角".to_owned())],
    });
    let pages = text(&both);
    assert_eq!(pages.len(), 2);
    assert!(pages[1].contains("It’s “one” … 街角"), "{}", pages[1]);
    let bytes = pdf(&both, &fonts()).unwrap();
    let plain = ask(
        &bytes,
        "qpdf",
        &["--qdf", "--object-streams=disable", "FILE", "-"],
    );
    assert!(plain.contains("/Lang (zh-CN)") && plain.contains("/Lang (en-GB)"));
}

/// Text that means something to typst, to a shell, to a path: in every place where people's words go.
#[test]
fn text_is_never_markup() {
    let nasty = [
        "#eval(\"1+1\")",
        "*not bold* _nor this_",
        "$x^2$",
        "@ref <label>",
        "= no heading",
        "- no list",
        "// no comment",
        "/* nor this */",
        "`raw` \\ \\u{41}",
        "#import \"@preview/x:1.0.0\"",
        "#read(\"/etc/passwd\")",
        "../../etc/passwd",
        "[content] {code}",
        "~ -- --- ...",
        "https://example.test/?a=b",
    ];
    let mut blocks = Vec::new();
    for one in nasty {
        let one = one.to_owned();
        blocks.extend([
            Block::Heading(1, one.clone()),
            Block::Paragraph(one.clone()),
            Block::Note(Tone::Plain, one.clone()),
            Block::Facts(vec![(one.clone(), Cell::Text(one.clone()))]),
        ]);
    }
    let mut document = document(Lang::En, blocks);
    document.parts[0].title = nasty.join(" ");
    document.title = nasty.join(" ");
    let all = text(&document).join("\n");
    for one in nasty {
        // Title, heading, paragraph, note, name, value.
        assert!(all.matches(one).count() >= 5, "{one} in {all}");
    }
}

#[test]
fn a_rare_character_is_drawn_and_one_without_a_glyph_is_named() {
    let mut blocks = vec![Block::Paragraph("老板姓𠮷，街角小馆".to_owned())];
    let pages = text(&document(Lang::ZhCn, blocks.clone()));
    assert!(pages[0].contains("老板姓𠮷"), "{}", pages[0]);
    assert!(!pages[0].contains("用它的编号代替"));
    // Egyptian, which no Chinese font has; a private character, which none can.
    blocks.push(Block::Paragraph(
        "老板姓\u{13000}和\u{E000}\u{7}".to_owned(),
    ));
    let pages = text(&document(Lang::ZhCn, blocks));
    assert!(
        pages[0].contains("老板姓[U+13000]和[U+E000][U+0007]"),
        "{}",
        pages[0]
    );
    assert!(pages[0].contains("用它的编号代替"));
}

#[test]
fn a_missing_font_is_refused_with_where_it_was_looked_for() {
    let folder = std::env::temp_dir().join(format!("kaizhang-fonts-{}", std::process::id()));
    std::fs::create_dir(&folder).unwrap();
    let looked = vec![folder.clone()];
    match Fonts::find(&looked) {
        Err(ReportError::NoFont { looked: told }) => assert_eq!(told, looked),
        other => panic!("{other:?}"),
    }
    let path = folder.join("NotoSansCJK-Regular.ttc");
    std::fs::write(&path, b"no font").unwrap();
    match Fonts::find(&looked) {
        Err(ReportError::FontUnreadable { path: told }) => assert_eq!(told, path),
        other => panic!("{other:?}"),
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn what_cannot_be_drawn_is_named() {
    let picture = |bytes: &[u8], format| {
        let bytes = bytes.to_vec();
        Block::Pictures(vec![Picture {
            bytes,
            format,
            alt: "x".to_owned(),
            caption: String::new(),
        }])
    };
    let fail = |blocks: Vec<Block>| {
        pdf(&document(Lang::En, blocks), &fonts())
            .unwrap_err()
            .code()
    };
    for bytes in [&b""[..], b"GIF89a", b"<svg/>"] {
        let blocks = vec![picture(bytes, PictureFormat::Png)];
        assert_eq!(fail(blocks), "report_picture_unreadable");
    }
    let cut = &common::png()[..40];
    let blocks = vec![
        picture(&common::png(), PictureFormat::Png),
        picture(cut, PictureFormat::Png),
    ];
    match pdf(&document(Lang::En, blocks), &fonts()) {
        Err(ReportError::PictureUnreadable { index: 1 }) => {}
        other => panic!("{:?}", other.map(|bytes| bytes.len())),
    }
    let square = Block::Square(Square {
        text: "x".repeat(4000),
        alt: "x".to_owned(),
        code: String::new(),
        words: String::new(),
    });
    assert!(matches!(
        pdf(&document(Lang::En, vec![square]), &fonts()),
        Err(ReportError::SquareTooLong { bytes: 4000 })
    ));
}

#[test]
fn a_long_table_has_its_header_on_each_page() {
    let pages = text(&document(Lang::ZhCn, vec![Block::Table(table(200))]));
    assert!(pages.len() >= 4, "{}", pages.len());
    for page in &pages {
        assert!(page.contains("金额（元）"), "{page}");
    }
    let all = pages.join("");
    assert!((0..200).all(|n| all.contains(&format!("第 {n} 笔"))));
}

#[test]
fn a_long_word_can_be_copied_from_its_cell() {
    let hash = "0123456789abcdef".repeat(4);
    let mut long = table(1);
    long.rows[0][2] = Cell::Text(hash.clone());
    let read = text(&document(Lang::ZhCn, vec![Block::Table(long)])).join("");
    // In pieces, for it is longer than the line, and with nothing in between that nobody sees.
    let pieces = read
        .split_whitespace()
        .filter(|word| hash.contains(word) && word.len() > 4);
    assert_eq!(pieces.collect::<String>(), hash, "{read}");
}

#[test]
fn nothing_is_too_long_for_its_cell() {
    let mut long = table(1);
    long.rows[0][2] = Cell::Text(format!("{}end", "x".repeat(300)));
    let bytes = pdf(&document(Lang::En, vec![Block::Table(long)]), &fonts()).unwrap();
    // Right of the paper's edge nothing would be read.
    let boxes = ask(&bytes, "pdftotext", &["-bbox", "FILE", "-"]);
    let right = boxes
        .split("xMax=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap());
    let right = right.map(|value| value.parse::<f64>().unwrap());
    let widest = right.fold(0.0, f64::max);
    assert!(widest <= 595.3 - 50.0, "{widest}");
}

/// What may stand in a cell and comes near to its end: letters of every width, words, marks, a sign in bold.
fn near_the_end(row: usize, longest: usize) -> (String, String) {
    let letters = [
        "国", "W", "i", "国W", "word ", "，", "WORD-", "0", "“”", "@ ",
    ];
    let letters = letters[row % letters.len()];
    let count = 1 + row / 7 % longest;
    (
        letters.repeat(count),
        "国W".chars().cycle().take(count % 12 + 1).collect(),
    )
}

fn list(rows: usize, longest: usize) -> Vec<Block> {
    let mut list = table(rows);
    for (at, row) in list.rows.iter_mut().enumerate() {
        let (text, sign) = near_the_end(at, longest);
        (row[2], row[3]) = (Cell::Text(text), Cell::Sign(Tone::Good, sign));
    }
    vec![Block::Table(list)]
}

/// A word on a page: left, top, right, bottom in points, and its letters.
type Word = ([f64; 4], String);

/// The words of each page as poppler finds them.
fn words(bytes: &[u8]) -> Vec<Vec<Word>> {
    let told = ask(bytes, "pdftotext", &["-bbox", "FILE", "-"]);
    let number = |line: &str, name: &str| -> f64 {
        let rest = line.split(&format!("{name}=\"")).nth(1).unwrap();
        rest.split('"').next().unwrap().parse().unwrap()
    };
    let pages = told.split("<page ").skip(1).map(|page| {
        let words = page.lines().filter(|line| line.contains("<word "));
        let word = |line: &str| {
            let sides = ["xMin", "yMin", "xMax", "yMax"].map(|name| number(line, name));
            let letters = line.split(['>', '<']).nth(2).unwrap();
            (sides, letters.to_owned())
        };
        words.map(word).collect()
    });
    pages.collect()
}

#[test]
fn no_row_runs_into_another_nor_a_cell_into_the_next() {
    for lang in [Lang::ZhCn, Lang::En] {
        let bytes = pdf(&document(lang, list(460, 60)), &fonts()).unwrap();
        let pages = words(&bytes);
        assert!(pages.len() > 8);
        for page in pages {
            for (at, (one, letters)) in page.iter().enumerate() {
                for (other, others) in &page[at + 1..] {
                    // A box is as high as the font's longest letters, a little less than a line.
                    let apart = one[2] <= other[0] + 0.01
                        || other[2] <= one[0] + 0.01
                        || one[3] <= other[1] + 0.5
                        || other[3] <= one[1] + 0.5;
                    assert!(
                        apart,
                        "{letters} {one:?} and {others} {other:?} in {lang:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_long_list_fills_its_pages_and_has_its_header_on_each() {
    let mut plain = document(Lang::ZhCn, vec![Block::Table(table(1200))]);
    plain.parts[0].title = "一份名字很长、一行写不下的清单，名字要占去两行的位置".to_owned();
    let mut broken = document(Lang::En, list(1200, 12));
    broken.parts[0].under = "A line below the title.".to_owned();
    for document in [plain, broken] {
        let bytes = pdf(&document, &fonts()).unwrap();
        let pages = words(&bytes);
        // The paper is 842 points high, and the last 51 are margin with the number of the page.
        let lowest = |page: &Vec<Word>| {
            let bottoms = page
                .iter()
                .map(|(sides, _)| sides[3])
                .filter(|bottom| *bottom < 791.0);
            bottoms.fold(0.0, f64::max)
        };
        let lowest: Vec<f64> = pages.iter().map(lowest).collect();
        let (_, full) = lowest.split_last().unwrap();
        assert!(full.iter().all(|bottom| *bottom > 600.0), "{lowest:?}");
        let read = text(&document);
        assert!(read.iter().all(|page| page.contains("金额（元）")));
        let all = read.join("\n");
        let mut at = 0;
        for number in 0..1200 {
            // The amount of each row, in their order.
            let amount = format!("{}.{:02}", 123 + (45 + number) / 100, (45 + number) % 100);
            at += all[at..]
                .find(&amount)
                .unwrap_or_else(|| panic!("{amount} is missing"));
        }
    }
}

#[test]
fn a_document_is_made_only_within_the_pages_it_may_take() {
    let one = document(Lang::ZhCn, everything());
    assert!(pdf_within(&one, &fonts(), 2).unwrap().is_none());
    let within = pdf_within(&one, &fonts(), 3).unwrap();
    assert!(within.unwrap() == pdf(&one, &fonts()).unwrap());
}
