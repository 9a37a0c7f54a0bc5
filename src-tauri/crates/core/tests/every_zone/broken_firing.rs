//! Broken ways to fire that the walk must catch.

use chrono::{DateTime, TimeDelta, Utc};
use kaizhang_core::firing::{Fired, Firing};
use kaizhang_core::schedule::Kind;

use crate::rules::{Real, Rules, Scene};

/// Fires as if only these had come before.
fn knowing(scene: &Scene<'_>, known: impl Fn(&Fired) -> bool) -> Vec<Firing> {
    let fired: Vec<_> = scene
        .fired
        .iter()
        .filter(|one| known(one))
        .copied()
        .collect();
    Real.fire(&Scene {
        fired: &fired,
        ..*scene
    })
}

/// Forgets what fired after the time to which the clock was set back.
pub struct Forgets;

impl Rules for Forgets {
    fn fire(&self, scene: &Scene<'_>) -> Vec<Firing> {
        knowing(scene, |fired| fired.fired_at <= scene.now)
    }
}

/// Forgets the repetitions that came after the time to which the clock was set back.
pub struct ForgetsRepetitions;

impl Rules for ForgetsRepetitions {
    fn fire(&self, scene: &Scene<'_>) -> Vec<Firing> {
        knowing(scene, |fired| {
            fired.kind != Kind::Nag || fired.fired_at <= scene.now
        })
    }
}

/// Takes an answer that came after the time to which the clock was set back for none.
pub struct AsksAgain;

impl Rules for AsksAgain {
    fn fire(&self, scene: &Scene<'_>) -> Vec<Firing> {
        let until = scene.put_off.map(|quiet| quiet.until);
        let answer = |fired: &Fired| Some(fired.planned_at) == until;
        knowing(scene, |fired| !answer(fired) || fired.fired_at <= scene.now)
    }
}

/// Knows a reminder by its planned time instead of its kind.
pub struct KeyedByTime;

impl Rules for KeyedByTime {
    fn fire(&self, scene: &Scene<'_>) -> Vec<Firing> {
        knowing(scene, |fired| match fired.kind {
            Kind::Due => fired.planned_at == scene.plan.due,
            Kind::Late => fired.planned_at == scene.plan.late,
            Kind::Nag => true,
        })
    }
}

/// Compares times on the wall: the hour that comes twice is reminded twice.
pub struct OnTheWall;

impl Rules for OnTheWall {
    fn fire(&self, scene: &Scene<'_>) -> Vec<Firing> {
        let wall = |at: DateTime<Utc>| at.with_timezone(&scene.shop.zone).naive_local();
        let now = wall(scene.now);
        knowing(scene, |fired| wall(fired.fired_at) <= now)
    }
}

/// Gives up what it slept through.
pub struct GivesUp;

impl Rules for GivesUp {
    fn fire(&self, scene: &Scene<'_>) -> Vec<Firing> {
        let mut firings = Real.fire(scene);
        firings.retain(|firing| !firing.tardy);
        firings
    }
}

/// Does not listen when somebody asks for quiet.
pub struct NeverQuiet;

impl Rules for NeverQuiet {
    fn fire(&self, scene: &Scene<'_>) -> Vec<Firing> {
        Real.fire(&Scene {
            put_off: None,
            ..*scene
        })
    }
}

/// Reminds of what is done.
pub struct IgnoresTheFinish;

impl Rules for IgnoresTheFinish {
    fn fire(&self, scene: &Scene<'_>) -> Vec<Firing> {
        Real.fire(&Scene {
            finished: false,
            ..*scene
        })
    }
}

/// Goes on after the door closed.
pub struct Overtime;

impl Rules for Overtime {
    fn fire(&self, scene: &Scene<'_>) -> Vec<Firing> {
        let last = scene.plan.closes() - TimeDelta::seconds(1);
        Real.fire(&Scene {
            now: scene.now.min(last),
            ..*scene
        })
    }
}

/// The repetitions of the plan since the last reminder, as far as they are past.
fn slept_through(scene: &Scene<'_>) -> Vec<Firing> {
    let last = scene
        .fired
        .iter()
        .map(|fired| fired.fired_at.max(fired.planned_at))
        .max();
    let past = |at: &DateTime<Utc>| *at <= scene.now && last.is_some_and(|last| *at > last);
    let nags = scene.plan.reminders().filter(|one| one.kind == Kind::Nag);
    nags.map(|one| one.at)
        .filter(past)
        .map(|planned_at| Firing {
            kind: Kind::Nag,
            planned_at,
            tardy: scene.now - planned_at > TimeDelta::minutes(2),
        })
        .collect()
}

/// Makes up for every repetition that was slept through.
pub struct MakesUp;

impl Rules for MakesUp {
    fn fire(&self, scene: &Scene<'_>) -> Vec<Firing> {
        let firings = Real.fire(scene);
        let nags = slept_through(scene);
        if firings.iter().any(|one| one.kind == Kind::Nag) && !nags.is_empty() {
            nags
        } else {
            firings
        }
    }
}

/// Repeats itself half a minute after what came late, because the plan says so.
pub struct OnTheHeels;

impl Rules for OnTheHeels {
    fn fire(&self, scene: &Scene<'_>) -> Vec<Firing> {
        let firings = Real.fire(scene);
        let quiet = scene.put_off.is_some_and(|quiet| scene.now < quiet.until);
        let door = scene.plan.due <= scene.now && scene.now < scene.plan.closes();
        if !firings.is_empty() || scene.finished || quiet || !door {
            return firings;
        }
        slept_through(scene).pop().into_iter().collect()
    }
}

/// Repeats itself after half of the interval, whenever it is asked.
pub struct OutOfRhythm;

impl Rules for OutOfRhythm {
    fn fire(&self, scene: &Scene<'_>) -> Vec<Firing> {
        let mut firings = Real.fire(scene);
        let every = scene.plan.reminders().filter(|one| one.kind == Kind::Nag);
        let mut every = every.map(|one| one.at - scene.plan.late);
        if let (Some(one), Some(every)) = (firings.last_mut(), every.next()) {
            let nag = one.kind == Kind::Nag;
            one.planned_at -= if nag { every / 2 } else { TimeDelta::zero() };
            one.tardy = scene.now - one.planned_at > TimeDelta::minutes(2);
        }
        firings
    }
}

/// Calls nothing late.
pub struct NeverLate;

impl Rules for NeverLate {
    fn fire(&self, scene: &Scene<'_>) -> Vec<Firing> {
        let mut firings = Real.fire(scene);
        for firing in &mut firings {
            firing.tardy = false;
        }
        firings
    }
}

/// Never repeats itself.
pub struct GivesUpEarly;

impl Rules for GivesUpEarly {
    fn fire(&self, scene: &Scene<'_>) -> Vec<Firing> {
        let mut firings = Real.fire(scene);
        firings.retain(|one| one.kind != Kind::Nag);
        firings
    }
}

/// Gives ten minutes of silence, and then waits for the next repetition.
pub struct ForgetsTheAsking;

impl Rules for ForgetsTheAsking {
    fn fire(&self, scene: &Scene<'_>) -> Vec<Firing> {
        let put_off = scene.put_off.filter(|quiet| scene.now < quiet.until);
        Real.fire(&Scene { put_off, ..*scene })
    }
}
