//! A shop with its duty loop, on a clock that is moved by hand.

use std::ops::Deref;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use kaizhang_app::Outside;
use kaizhang_app::duty::{Duty, Holder, News, Notice};
use serde_json::{Value, json};

/// A shop with its loop. Hours 09:00 to 21:00 in Shanghai, which is UTC + 8.
pub struct Shop {
    pub duty: Option<Duty>,
    pub news: Receiver<News>,
    shop: kaizhang_it::Shop,
}

impl Deref for Shop {
    type Target = kaizhang_it::Shop;

    fn deref(&self) -> &kaizhang_it::Shop {
        &self.shop
    }
}

impl Shop {
    /// Set up on a Friday evening, before the first morning that counts.
    pub fn new() -> Shop {
        let lanes = json!({ "lanes": ["cash"] });
        let mut shop = Shop {
            duty: None,
            news: mpsc::channel().1,
            shop: kaizhang_it::Shop::set_up("2026-11-20T12:00:00Z", "", lanes),
        };
        shop.start();
        shop
    }

    pub fn start(&mut self) {
        let (tell, news) = mpsc::channel();
        let outside = Arc::clone(&self.outside) as Arc<dyn Outside>;
        let duty = Duty::start_with(self.folder.path(), Holder::Window, outside, move |one| {
            let _ = tell.send(one);
        });
        (self.duty, self.news) = (Some(duty.unwrap()), news);
        self.duty.as_ref().unwrap().look();
    }

    /// The PC goes off, and comes on again at `now`.
    pub fn off_until(&mut self, now: &str) {
        self.duty = None;
        self.outside.pass_until(now);
        self.start();
    }

    /// Lets the loop run until `now` on the wall clock of Shanghai, looking each minute, and says what it told.
    pub fn run_until(&self, now: &str) -> Vec<String> {
        let until = format!("{now}:00+08:00")
            .parse::<chrono::DateTime<chrono::Utc>>()
            .unwrap();
        while self.outside.now() < until {
            self.outside.pass(Duration::from_secs(60));
            self.duty.as_ref().unwrap().look();
        }
        self.told()
    }

    pub fn told(&self) -> Vec<String> {
        let reminders = self.news.try_iter().filter_map(|news| match news {
            News::Remind(notice) => Some(said(&notice)),
            News::Trouble(refusal) => Some(format!("trouble {}", refusal.code)),
            News::Status(_) | News::Leave => None,
        });
        reminders.collect()
    }

    pub fn finish(&self) -> Value {
        self.done("finish_opening", json!({ "note": "今天只收现金" }))
    }

    pub fn state(&self, day: &str) -> String {
        let history = self.done("list_history", json!({ "from": day, "to": day }));
        let row = &history["days"][0]["state"];
        row.as_str().unwrap_or("nothing").to_owned()
    }

    pub fn sql<T: rusqlite::types::FromSql>(&self, query: &str) -> T {
        self.raw().query_row(query, [], |row| row.get(0)).unwrap()
    }

    pub fn entries(&self, kind: &str) -> i64 {
        self.sql(&format!(
            "SELECT count(*) FROM entry WHERE json ->> '$.kind' = '{kind}'"
        ))
    }
}

/// `due 08:30`, with `!` when it is tardy.
pub fn said(notice: &Notice) -> String {
    let clock = notice
        .planned_at
        .with_timezone(&notice.zone)
        .format("%H:%M");
    let kind = format!("{:?}", notice.kind).to_lowercase();
    format!("{kind} {clock}{}", if notice.tardy { "!" } else { "" })
}
