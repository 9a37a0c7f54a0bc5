//! What must be one page is one page, whatever happened and however much somebody wrote about it.

use serde_json::{Value, json};

use crate::shop::{Shop, pages};
use crate::{check, flat, lacks};

/// So many numbered sentences: a lost one is found.
fn sentences(name: &str, count: usize) -> Vec<String> {
    (1..=count).map(|n| format!("{name}第{n}句话。")).collect()
}

/// What a person may write at most, on many lines.
fn many_lines() -> String {
    "一行\n".repeat(1_300)
}

/// Everything failed, was marked twice and has a long note; twenty incidents, twenty slips.
fn worst(shop: &Shop, tills: &[&str]) {
    for till in tills {
        shop.pass_the_rest_at(till);
        let today = shop.done("show_today", json!({ "till": till }));
        for section in today["sections"].as_array().unwrap() {
            for item in section["items"].as_array().unwrap() {
                let note = sentences("备注", 300).join("");
                let mark =
                    json!({ "till": till, "item": item["item"], "result": "fail", "note": note });
                shop.done("mark_item", mark);
            }
        }
        let finish = json!({ "till": till, "note": many_lines() });
        shop.done("finish_opening", finish);
        for n in 0..20 {
            let note = sentences("故障", 100).join("\n");
            let form = json!({ "till": till, "lane": "card", "note": note });
            shop.done("open_incident", json!({ "form": form }));
            let form = json!({ "amount": "12", "at": format!("2026-11-23 08:{n:02}:00") });
            shop.done("add_receipt", json!({ "form": form }));
        }
    }
}

#[test]
fn the_worst_morning_is_one_page_with_its_code() {
    let shop = Shop::new();
    worst(&shop, &["till-1"]);
    let zh = shop.read("day", "2026-11-23", &["zh-CN"]);
    assert_eq!(zh.len(), 1, "{zh:#?}");
    check(
        &zh[0],
        &[
            "先别开门，现在一种都收不了",
            "7 项有问题",
            "备注第1句话。",
            "在软件里看。",
            "太长的话在这里截短了",
            "校验码",
        ],
    );
    let en = shop.read("day", "2026-11-23", &["en"]);
    assert_eq!(en.len(), 1, "{en:#?}");
    check(
        &en[0],
        &["more in the program.", "cut short here", "Checkpoint"],
    );
    let both = shop.read("day", "2026-11-23", &["zh-CN", "en"]);
    assert_eq!(both.len(), 2, "{both:#?}");
    check(&both[0], &["校验码"]);
    check(&both[1], &["Checkpoint"]);
}

#[test]
fn the_worst_morning_of_twenty_tills_is_one_page_with_its_code() {
    let names: Vec<String> = (1..=20).map(|n| format!("第{n}个收银台")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let shop = Shop::with_tills(&names);
    worst(&shop, &["till-3", "till-17"]);
    let zh = shop.read("day", "2026-11-23", &["zh-CN"]);
    assert_eq!(zh.len(), 1, "{zh:#?}");
    // Those that stood worst are never left out for those of which nothing is known.
    check(
        &zh[0],
        &[
            "20 个收银台，0 个收款都正常",
            "第3个收银台",
            "第17个收银台",
            "校验码",
        ],
    );
    assert_eq!(shop.read("day", "2026-11-23", &["en"]).len(), 1);
}

#[test]
fn a_usual_morning_loses_nothing() {
    let shop = Shop::with_a_story();
    let zh = shop.read("day", "2026-11-23", &["zh-CN"]);
    lacks(&zh[0], &["在软件里看", "截短", "…"]);
}

/// Opens a case with these words, and shows an order by so many files.
fn case(said: &str, story: &str, files: usize) -> Shop {
    let shop = Shop::with_a_story();
    let form = json!({
        "kind": "chargeback", "channel": "银联商务", "amount": "128", "notice_on": "2026-11-23",
        "reply_by": "2026-11-30", "notice_no": "TD-2026-9", "sold_on": "2026-11-23", "trace": "345",
        "said": said, "story": story,
    });
    shop.done("open_dispute", json!({ "form": form }));
    let link = |n: usize| {
        let bytes = format!("order {n}");
        let file = shop.bring(&format!("订单的照片和聊天记录-{n}.txt"), bytes.as_bytes());
        json!({ "to": "file", "id": file["id"], "piece": "order" })
    };
    let mut links: Vec<Value> = (1..=files).map(link).collect();
    links.push(json!({ "to": "incident", "id": "1" }));
    links.push(
        json!({ "to": "not_needed", "piece": "delivery", "why": sentences("理由", 200).join("") }),
    );
    shop.done("link_dispute", json!({ "dispute": "1", "links": links }));
    shop
}

/// All pages without what stands on each: the last lines, which name the report, and the titles of a table that goes on.
fn running(pages: &[String]) -> String {
    let titles = ["材料状态在哪里", "PaperStateWhere"];
    let body = |page: &String| {
        let lines: Vec<&str> = page
            .lines()
            .filter(|line| !line.trim().is_empty() && !titles.contains(&flat(line).as_str()))
            .collect();
        let footer = lines.iter().rposition(|line| line.contains("示例面馆 · "));
        flat(&lines[..footer.unwrap_or(lines.len())].join(""))
    };
    pages.iter().map(body).collect()
}

#[test]
fn a_long_story_is_cut_on_page_one_and_stands_whole_further_back() {
    let (said, story) = (sentences("对方", 400), sentences("经过", 400));
    let shop = case(&said.join(""), &story.join("\n"), 60);
    for (language, first, titles) in [
        (
            "zh-CN",
            [
                "对方怎么说",
                "当时发生了什么",
                "我们拿得出什么",
                "还缺：",
                "能证明的",
                "不能证明的",
            ],
            [
                "对方怎么说（全文）",
                "当时发生了什么（全文）",
                "我们拿得出什么（全文）",
            ],
        ),
        (
            "en",
            [
                "What is claimed",
                "What happened",
                "What we show",
                "Still missing",
                "proves",
                "does not prove",
            ],
            [
                "What is claimed, in full",
                "What happened, in full",
                "What we show, in full",
            ],
        ),
    ] {
        let pages = shop.read("dispute", "1", &[language]);
        check(&pages[0], &first);
        check(&pages[0], &["对方第1句话。", "经过第1句话。", "TD-2026-9"]);
        // Page one names where the rest is, and there is all of it.
        check(&pages[0], &titles);
        let behind = running(&pages[1..]);
        for title in titles {
            assert!(behind.contains(&flat(title)), "{title} in {behind}");
        }
        for one in said.iter().chain(&story).chain(&sentences("理由", 200)) {
            assert!(behind.contains(one.as_str()), "{one} is lost");
        }
        for n in 1..=60 {
            assert!(
                behind.contains(&format!("记录-{n}.txt")),
                "file {n} is lost"
            );
        }
    }
    let both = pages(&shop.report(
        json!({ "what": "dispute", "which": "1", "languages": ["en", "zh-CN"] }),
        "pdf",
    ));
    let second = both
        .iter()
        .position(|page| flat(page).contains("对方怎么说"))
        .unwrap();
    check(&both[second], &["还缺：", "不能证明的"]);
}

#[test]
fn what_fits_on_page_one_is_told_once() {
    let shop = Shop::with_a_case();
    let text = shop.read("dispute", "1", &["zh-CN"]).join("\n");
    lacks(&text, &["全文", "…"]);
    assert_eq!(flat(&text).matches(&flat("持卡人不认这一笔")).count(), 1);
}
