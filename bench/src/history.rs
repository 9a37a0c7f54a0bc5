//! What the History screen asks for, on ten years of three tills: every question within a frame.

use std::path::Path;
use std::time::Instant;

use kaizhang_app::{App, Caller};
use serde_json::{Value, json};

use crate::{Answer, Figure, quantile};

/// Every question of the screen: words that are rare, common, short, long, mixed, initials; filters; the last page of a
/// common word; calendar, figures, a day, lists.
fn questions(app: &App) -> Answer<Vec<(&'static str, Value)>> {
    let half = json!({ "from": "2026-05-01", "to": "2026-10-31", "till": "till-1" });
    let search = |words: &str| ("search_records", json!({ "words": words, "limit": 40 }));
    let mut asked = vec![
        search("外网"),
        search("网"),
        search("路由器 恢复"),
        search("dw"),
        search("6"),
        search("82100117"),
        search("示例面馆 农业"),
        search("test slip"),
        search("system"),
        search("没有这几个字"),
        search("96 短信"),
        ("show_calendar", half.clone()),
        ("show_figures", half),
        (
            "show_calendar",
            json!({ "from": "2019-01-01", "to": "2019-12-31" }),
        ),
        ("show_day", json!({ "day": "2026-10-30", "till": "till-2" })),
        ("list_history", json!({ "limit": 30 })),
        (
            "list_history",
            json!({ "limit": 30, "before": "2018-06-15" }),
        ),
        ("list_incidents", json!({ "limit": 30 })),
        ("list_incidents", json!({ "limit": 30, "before": 200 })),
        ("list_receipts", json!({ "limit": 30 })),
        ("list_receipts", json!({ "limit": 30, "words": "补打" })),
    ];
    for more in [
        json!({ "kinds": ["file", "day_note"] }),
        json!({ "till": "till-3", "from": "2017-01-01", "to": "2017-03-31" }),
        json!({ "to": "2017-01-31" }),
    ] {
        let mut wish = json!({ "words": "不", "limit": 40 });
        for (name, value) in more.as_object().into_iter().flatten() {
            wish[name] = value.clone();
        }
        asked.push(("search_records", wish));
    }
    // A page far back in what a common word finds.
    let mut wish = json!({ "words": "银行", "limit": 200 });
    for _ in 0..5 {
        let page = call(app, "search_records", wish.clone())?;
        let found = page["found"].as_array().ok_or("nothing found")?;
        wish["before"] = found.last().ok_or("nothing found")?["place"].clone();
    }
    wish["limit"] = json!(40);
    asked.push(("search_records", wish));
    Ok(asked)
}

fn call(app: &App, name: &str, input: Value) -> Answer<Value> {
    app.call(&Caller::default(), name, input)
        .map_err(|refusal| format!("{name}: {} {:?}", refusal.code, refusal.params).into())
}

/// The slowest of all questions, each asked fifty times; and the same page of results on a hundredth of the history.
pub(crate) fn questions_on_ten_years(folder: &Path, short: &Path) -> Answer<[Figure; 2]> {
    let app = App::open(folder).map_err(|refusal| refusal.code)?;
    let mut slowest = ("", 0.0, Value::Null);
    for (name, input) in questions(&app)? {
        let p99 = timed(&app, name, &input)?;
        if p99 > slowest.1 {
            slowest = (name, p99, input);
        }
    }
    let (name, p99, input) = slowest;
    let short = App::open(short).map_err(|refusal| refusal.code)?;
    let wish = json!({ "words": "银行", "limit": 40 });
    let (long, less) = (
        timed(&app, "search_records", &wish)?,
        timed(&short, "search_records", &wish)?,
    );
    Ok([
        Figure {
            what: "the slowest question about ten years, p99",
            measured: format!("{p99:.1} ms ({name} {input})"),
            bar: "≤ 16 ms",
            met: p99 <= 16.0,
        },
        Figure {
            what: "a page of results, ten years against one",
            measured: format!("{:.2} × ({long:.2} ms / {less:.2} ms)", long / less),
            bar: "≤ 2 ×",
            met: long <= 2.0 * less,
        },
    ])
}

fn timed(app: &App, name: &str, input: &Value) -> Answer<f64> {
    let mut times = Vec::new();
    for _ in 0..50 {
        let begin = Instant::now();
        call(app, name, input.clone())?;
        times.push(begin.elapsed().as_secs_f64() * 1e3);
    }
    Ok(quantile(&mut times, 0.99))
}
