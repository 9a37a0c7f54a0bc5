//! Whether the clock can be trusted, and from when to when the loop ran: the evidence by which a missed
//! day is told from a PC that was off.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use kaizhang_core::fact::ClockJumped;
use kaizhang_core::time::Moment;

use crate::app::{App, Caller};
use crate::outside::Outside;
use crate::{Refusal, shops};

/// A clock that is off by more than this from what it would have shown was set.
const JUMP: TimeDelta = TimeDelta::minutes(5);
/// Between two looks further apart the program did not run: the PC slept, or the process was stopped.
const GAP: TimeDelta = TimeDelta::minutes(3);
/// How often it is kept that the loop runs. A cut power line loses no more than this of the evidence.
const KEEP: TimeDelta = TimeDelta::minutes(5);

/// The loop's sense of time.
#[derive(Debug)]
pub(super) struct Awake {
    /// Since when it has run without a gap.
    from: DateTime<Utc>,
    /// Up to when that is kept.
    kept: Option<DateTime<Utc>>,
    last: Reading,
}

/// Two clocks at one instant: the one on the wall, and the one that nobody can set.
#[derive(Debug, Clone, Copy)]
struct Reading {
    wall: DateTime<Utc>,
    on_for: Duration,
}

impl Reading {
    fn now(outside: &dyn Outside) -> Reading {
        Reading {
            wall: outside.now(),
            on_for: outside.on_for(),
        }
    }

    /// What the wall clock should show now, had nobody touched it.
    fn expected(&self, now: &Reading) -> DateTime<Utc> {
        let passed = now.on_for.saturating_sub(self.on_for);
        self.wall + TimeDelta::from_std(passed).unwrap_or_default()
    }
}

impl Awake {
    /// Begins to count.
    pub(super) fn begin(outside: &dyn Outside) -> Awake {
        let now = Reading::now(outside);
        Awake {
            from: now.wall,
            kept: None,
            last: now,
        }
    }

    /// Whether the wall clock was set, or much time passed, since the last tick.
    pub(super) fn jumped(&self, outside: &dyn Outside) -> bool {
        (outside.now() - self.last.wall).abs() > GAP
    }

    /// Notes a clock that was set, and keeps that the loop runs.
    pub(super) fn tick(&mut self, app: &App) -> Result<(), Refusal> {
        let now = Reading::now(&*app.outside);
        let expected = self.last.expected(&now);
        if (now.wall - expected).abs() > JUMP {
            note_jump(app, expected, now.wall)?;
        }
        let before = self.last.wall;
        self.last = now;
        let gap = now.wall - before;
        if gap > GAP || gap < TimeDelta::zero() {
            // What was not kept of the stretch before the gap is kept now; it ran until then.
            let from = self.from;
            self.from = now.wall;
            self.kept = None;
            if before > from {
                keep(app, from, before)?;
            }
        }
        if self.kept.is_none_or(|kept| now.wall - kept >= KEEP) {
            keep(app, self.from, now.wall)?;
            self.kept = Some(now.wall);
        }
        Ok(())
    }

    /// Keeps the last stretch.
    pub(super) fn end(&mut self, app: &App) -> Result<(), Refusal> {
        let now = app.outside.now();
        if now > self.from && now - self.last.wall <= GAP {
            keep(app, self.from, now)?;
        }
        Ok(())
    }
}

fn keep(app: &App, from: DateTime<Utc>, to: DateTime<Utc>) -> Result<(), Refusal> {
    Ok(app.store.write(move |tx| tx.keep_ran(from, to))?)
}

fn note_jump(app: &App, from: DateTime<Utc>, to: DateTime<Utc>) -> Result<(), Refusal> {
    let desk = app.desk(&Caller::default())?;
    app.begin(&desk)?;
    app.store.write(move |tx| -> Result<(), Refusal> {
        let (shop, demo) = shops::shop_and_demo(tx)?;
        if demo {
            return Ok(());
        }
        let moment: Moment = shop.moment(to);
        let jumped = ClockJumped {
            day: moment.day,
            from,
            to,
        };
        tx.append(&desk.stamp(moment), jumped.into())?;
        Ok(())
    })
}
