//! The month report: how many mornings were ready in time, what failed most, how fast it was fixed, what it cost.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Months, NaiveDate, Utc};
use kaizhang_core::Fen;
use kaizhang_core::codes::Cause;
use kaizhang_core::figures::{self, Drawer, Drawers, Failed, Outages, Punctuality, Repairs};
use kaizhang_core::incident::Incident;
use kaizhang_core::shop::{Lane, Shop, Till};
use kaizhang_core::time::Day;
use kaizhang_core::verdict::LaneState;
use kaizhang_report::{
    self as report, Bar, Block, Calendar, Cell, Chart, Column, Kind, Table, Tile, Tone,
};
use kaizhang_store::{HistoryRow, HistoryWish, View};
use kaizhang_words::args;

use super::drawn::Drawn;
use super::lists::{self, Span};
use super::room::Room;
use super::said::Said;
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
    /// The outages that reach into the month, each with its part of it.
    outages: Outages,
    /// What those cost that began in it.
    outages_cost: Fen,
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
    let days = shop.span(first, last);
    let rows = lists::openings_of(view, wish)?;
    let incidents = lists::incidents_of(view, span)?;
    let mornings = view.mornings(first, last, "", now)?;
    let mut fixes = view.fixes(first, last, "")?;
    let repairs = figures::repairs(&fixes, now);
    fixes.retain(|one| one.cause == Some(Cause::Network));
    let month = Month {
        punctuality: figures::punctuality(&mornings),
        failures: figures::failures(&mornings, MOST_BARS),
        repairs,
        outages: figures::outages(&view.outages(days, "")?, days, now),
        outages_cost: figures::repairs(&fixes, now).loss_fen,
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
        let (rows, shop) = (&month.incidents, Some(&month.shop));
        let table = tables::incidents(view, said, rows, shop, &Room::enough())?;
        blocks.push(Block::Table(table));
    }
    blocks.extend(month.outages());
    blocks.extend(month.cash_table());
    blocks.extend(checkpoint::square(view, said)?);
    Ok((title, blocks))
}

fn month_name(said: &Said<'_>, day: Day) -> String {
    let number = day.month();
    said.words.say_or(&format!("date-month-{number}"), "")
}

impl Month<'_> {
    fn count(&self, drawn: Drawn) -> i64 {
        let of = self.rows.iter().filter(|row| Drawn::of(row) == drawn);
        i64::try_from(of.count()).unwrap_or(i64::MAX)
    }

    /// The shop's tills, and those that are gone and have mornings among those that are counted.
    fn tills(&self) -> Vec<Till> {
        let mut tills = self.shop.tills.clone();
        for row in &self.rows {
            if !tills.iter().any(|till| till.id == row.till) {
                tills.push(shops::till_named(&self.shop, &row.till));
            }
        }
        tills
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
        let rate = self.punctuality.percent;
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
        let tills = self.tills();
        for till in &tills {
            if tills.len() > 1 {
                blocks.push(Block::Heading(2, self.said.till(till)));
            }
            let mut drawn = BTreeMap::new();
            let of = self.rows.iter().filter(|row| row.till == till.id);
            drawn.extend(of.map(|row| (row.day, Drawn::of(row))));
            let days = self.first.iter_days().take_while(|day| *day <= self.last);
            let days = days.map(|day| self.day(day, drawn.get(&day).copied()));
            blocks.push(Block::Calendar(Calendar {
                weekdays: Clone::clone(&weekdays),
                days: days.collect(),
            }));
        }
        blocks
    }

    fn day(&self, day: Day, drawn: Option<Drawn>) -> report::Day {
        report::Day {
            day,
            word: drawn.map_or_else(String::new, |drawn| drawn.word(self.said)),
            tone: drawn.map_or(Tone::Plain, Drawn::tone),
        }
    }

    /// The kinds of day, what could not take money, and what failed most.
    fn charts(&self) -> Vec<Block> {
        let word = |key: &str| self.said.words.say_or(key, key);
        let kinds = Drawn::ALL.map(|drawn| (drawn, self.count(drawn)));
        let kinds = kinds
            .into_iter()
            .filter(|(drawn, count)| *count > 0 || drawn.is_told_when_none());
        let kinds = kinds.map(|(drawn, count)| Bar {
            name: drawn.word(self.said),
            value: Cell::Number(count),
            tone: drawn.tone(),
        });
        let mut blocks = vec![Block::Chart(Chart {
            names: word("report-day-kind"),
            values: word("report-days-count"),
            bars: kinds.collect(),
        })];
        blocks.extend(self.lanes());
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

    /// On how many mornings which way of paying could not take money; nothing where each always could.
    fn lanes(&self) -> Vec<Block> {
        let fails = |row: &HistoryRow, lane: Lane| {
            let verdict = row.outcome.as_ref().map(|outcome| &outcome.verdict);
            let verdict = verdict.and_then(|verdict| verdict.lane(lane));
            verdict.is_some_and(|one| one.state == LaneState::NotReady)
        };
        let bar = |lane: Lane| {
            let count = self.rows.iter().filter(|row| fails(row, lane)).count();
            (count > 0).then(|| Bar {
                name: self.said.of("lane", &lane),
                value: Cell::Number(i64::try_from(count).unwrap_or(i64::MAX)),
                tone: Tone::Bad,
            })
        };
        let bars: Vec<_> = Lane::ALL.into_iter().filter_map(bar).collect();
        if bars.is_empty() {
            return Vec::new();
        }
        let word = |key: &str| self.said.words.say_or(key, key);
        vec![
            heading(self.said, "report-lanes-not-ready"),
            Block::Chart(Chart {
                names: word("report-lane"),
                values: word("report-mornings-count"),
                bars,
            }),
        ]
    }

    /// How often the line was down, for how long, and what that cost; nothing where nobody wrote one down.
    fn outages(&self) -> Vec<Block> {
        let outages = &self.outages;
        if outages.count == 0 {
            return Vec::new();
        }
        let word = |key: &str| self.said.words.say_or(key, key);
        let long = self.said.span(outages.minutes.into());
        let loss = self.said.words.money(self.outages_cost.0);
        vec![
            heading(self.said, "history-outages"),
            Block::Facts(vec![
                (
                    word("report-times-failed"),
                    Cell::Number(outages.count.into()),
                ),
                (word("report-outages-length"), Cell::Text(long)),
                (word("report-loss-said"), Cell::Text(loss)),
            ]),
            Block::Paragraph(word("history-outages-honest")),
        ]
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
