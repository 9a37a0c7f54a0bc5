//! The month report: how many mornings were ready in time, what failed most, how fast it was fixed, what it cost.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Months, NaiveDate, Utc};
use kaizhang_core::figures::{self, Drawer, Drawers, Failed, Punctuality, Repairs};
use kaizhang_core::incident::Incident;
use kaizhang_core::settling::DayState;
use kaizhang_core::shop::Shop;
use kaizhang_core::time::Day;
use kaizhang_report::{
    self as report, Bar, Block, Calendar, Cell, Chart, Column, Kind, Table, Tile, Tone,
};
use kaizhang_store::{HistoryRow, HistoryWish, View};
use kaizhang_words::args;

use super::lists::{self, Span};
use super::said::{Said, day_tone};
use super::slip::heading;
use super::{checkpoint, tables};
use crate::{Refusal, shops};

/// Most bars of a chart: what comes after them is noise.
const MOST_BARS: usize = 10;
/// More counts than a month of twenty tills has.
const MOST_CASH: usize = 1000;

/// First and last day of a month written `2026-10`.
pub(super) fn month(text: &str) -> Result<(Day, Day), Refusal> {
    let unreadable = || Refusal::with("month_unreadable", "value", text);
    let plain = text.len() == 7 && text.is_char_boundary(4);
    let first: NaiveDate = plain
        .then(|| format!("{text}-01").parse().ok())
        .flatten()
        .ok_or_else(unreadable)?;
    let next = first.checked_add_months(Months::new(1));
    let last = next.and_then(|next| next.pred_opt());
    Ok((first, last.ok_or_else(unreadable)?))
}

/// What became of each day, and what happened.
struct Month<'a> {
    said: &'a Said<'a>,
    shop: Shop,
    first: Day,
    last: Day,
    rows: Vec<HistoryRow>,
    incidents: Vec<Incident>,
    punctuality: Punctuality,
    failures: Vec<Failed>,
    repairs: Repairs,
    drawers: Drawers,
}

/// The blocks of a month's report, and what stands on top.
pub(super) fn report(
    view: &View<'_>,
    said: &Said<'_>,
    month: (Day, Day),
    now: DateTime<Utc>,
) -> Result<(String, Vec<Block>), Refusal> {
    let (first, last) = month;
    let span = Span {
        from: Some(first),
        to: Some(last),
    };
    let wish = HistoryWish {
        now,
        from: span.from,
        to: span.to,
        limit: 0,
    };
    let shop = shops::shop(view)?;
    let rows = lists::openings_of(view, wish)?;
    let incidents = lists::incidents_of(view, span)?;
    let mornings = view.mornings(first, last, "", now)?;
    let month = Month {
        punctuality: figures::punctuality(&mornings),
        failures: figures::failures(&mornings, MOST_BARS),
        repairs: figures::repairs(&view.fixes(first, last, "")?, now),
        drawers: figures::drawers(&view.cash_counts(first, last, "")?, MOST_CASH),
        said,
        shop,
        first,
        last,
        rows,
        incidents,
    };
    let title = args!["month" => month_name(said, first), "year" => first.year().to_string()];
    let title = said.words.say_with("report-month-title", &title);
    let mut blocks = month.head();
    blocks.extend(month.calendars());
    blocks.extend(month.charts());
    if !month.incidents.is_empty() {
        blocks.push(heading(said, "report-incidents"));
        blocks.push(Block::Table(tables::incidents(
            view,
            said,
            &month.incidents,
        )?));
    }
    blocks.extend(month.cash_table());
    blocks.extend(checkpoint::square(view, said)?);
    Ok((title, blocks))
}

fn month_name(said: &Said<'_>, day: Day) -> String {
    let number = day.month();
    said.words.say_or(&format!("date-month-{number}"), "")
}

impl Month<'_> {
    fn count(&self, state: DayState) -> i64 {
        let of = self.rows.iter().filter(|row| lists::state_of(row) == state);
        i64::try_from(of.count()).unwrap_or(i64::MAX)
    }

    /// The one sentence and the figures beside it.
    fn head(&self) -> Vec<Block> {
        let Punctuality {
            in_time,
            late,
            missed,
            ..
        } = self.punctuality;
        let expected = in_time + late + missed;
        let words = self.said.words;
        let tone = match (expected - in_time, missed) {
            (0, _) => Tone::Good,
            (_, 0) => Tone::Warn,
            _ => Tone::Bad,
        };
        let statement = if expected == 0 {
            words.say("report-month-nothing")
        } else {
            let counts = args!["good" => in_time, "expected" => expected, "missed" => missed];
            words.say_with("report-month-statement", &counts)
        };
        vec![
            Block::Statement(tone, statement),
            Block::Tiles(vec![
                self.rate(in_time, expected),
                self.tile("report-incidents", self.repairs.incidents.to_string()),
                self.mean(),
                self.tile("report-loss-said", words.money(self.repairs.loss_fen.0)),
            ]),
        ]
    }

    fn tile(&self, key: &str, value: String) -> Tile {
        Tile {
            name: self.said.words.say_or(key, key),
            value,
            tone: Tone::Plain,
            under: String::new(),
        }
    }

    fn rate(&self, good: u32, expected: u32) -> Tile {
        // In whole percent, rounded down: 99.6 % is not "always".
        let rate = self.punctuality.permille.map(|permille| permille / 10);
        let rate = rate.map_or_else(|| "—".to_owned(), |rate| format!("{rate}%"));
        let mut tile = self.tile("report-on-time", rate);
        let of = args!["good" => good, "expected" => expected];
        tile.under = self.said.words.say_with("report-on-time-of", &of);
        tile
    }

    fn mean(&self) -> Tile {
        let mean = self
            .repairs
            .mean_min
            .map(|mean| self.said.span(mean.into()));
        let mut tile = self.tile("report-mean-fix", mean.unwrap_or_else(|| "—".to_owned()));
        let open = self.repairs.incidents - self.repairs.resolved;
        if open > 0 {
            let open = args!["count" => open];
            tile.under = self.said.words.say_with("report-still-open", &open);
            tile.tone = Tone::Bad;
        }
        tile
    }

    /// One calendar for each till.
    fn calendars(&self) -> Vec<Block> {
        let weekdays = std::array::from_fn(|at| {
            let number = at + 1;
            self.said
                .words
                .say_or(&format!("date-weekday-{number}"), "")
        });
        let mut blocks = vec![heading(self.said, "report-days-heading")];
        for till in &self.shop.tills {
            if self.shop.tills.len() > 1 {
                blocks.push(Block::Heading(2, self.said.till(till)));
            }
            let mut states = BTreeMap::new();
            let of = self.rows.iter().filter(|row| row.till == till.id);
            states.extend(of.map(|row| (row.day, lists::state_of(row))));
            let days = self.first.iter_days().take_while(|day| *day <= self.last);
            let days = days.map(|day| self.day(day, states.get(&day).copied()));
            blocks.push(Block::Calendar(Calendar {
                weekdays: Clone::clone(&weekdays),
                days: days.collect(),
            }));
        }
        blocks
    }

    fn day(&self, day: Day, state: Option<DayState>) -> report::Day {
        report::Day {
            day,
            word: state.map_or_else(String::new, |state| self.said.day_is(state)),
            tone: state.map_or(Tone::Plain, day_tone),
        }
    }

    /// The five kinds of day, and what failed most.
    fn charts(&self) -> Vec<Block> {
        const KINDS: [DayState; 5] = [
            DayState::Finished,
            DayState::Late,
            DayState::Missed,
            DayState::Closed,
            DayState::PcOff,
        ];
        let word = |key: &str| self.said.words.say_or(key, key);
        let kinds = KINDS.map(|state| Bar {
            name: self.said.day_is(state),
            value: Cell::Number(self.count(state)),
            tone: day_tone(state),
        });
        let mut blocks = vec![Block::Chart(Chart {
            names: word("report-day-kind"),
            values: word("report-days-count"),
            bars: kinds.into(),
        })];
        let bars = self.failures.iter().map(|one| Bar {
            name: self.said.words.item_title(&one.item),
            value: Cell::Number(one.count.into()),
            tone: Tone::Bad,
        });
        let bars: Vec<_> = bars.collect();
        if !bars.is_empty() {
            blocks.push(heading(self.said, "report-most-failed"));
            blocks.push(Block::Chart(Chart {
                names: word("report-item"),
                values: word("report-times-failed"),
                bars,
            }));
        }
        blocks
    }

    fn cash_table(&self) -> Vec<Block> {
        if self.drawers.beyond.is_empty() {
            return Vec::new();
        }
        let word = |key: &str| self.said.words.say_or(key, key);
        let columns = vec![
            Column::new(word("report-day"), Kind::Day),
            Column::new(word("report-till"), Kind::Text),
            Column::new(word("report-counted"), Kind::Money),
            Column::new(word("report-target"), Kind::Money),
            Column::new(word("report-difference"), Kind::Money),
        ];
        let row = |one: &Drawer| {
            let till = shops::till_named(&self.shop, &one.till);
            vec![
                Cell::Day(one.day),
                Cell::Text(self.said.till(&till)),
                Cell::Money(one.counted_fen.0),
                Cell::Money(one.counted_fen.0 - one.over_fen.0),
                Cell::Money(one.over_fen.0),
            ]
        };
        vec![
            heading(self.said, "report-cash-off"),
            Block::Table(Table {
                columns,
                // Oldest first, as everything in a report.
                rows: self.drawers.beyond.iter().rev().map(row).collect(),
            }),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_its_first_and_its_last_day() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let check = |text: &str, expected: Option<(&str, &str)>| {
            let expected = expected.map(|(first, last)| (day(first), day(last)));
            assert_eq!(month(text).ok(), expected, "{text}");
        };
        check("2026-10", Some(("2026-10-01", "2026-10-31")));
        check("2028-02", Some(("2028-02-01", "2028-02-29")));
        check("2026-12", Some(("2026-12-01", "2026-12-31")));
        for text in [
            "",
            "2026",
            "2026-13",
            "2026-1",
            "十月",
            "2026-10-1",
            "../../x",
        ] {
            check(text, None);
        }
    }
}
