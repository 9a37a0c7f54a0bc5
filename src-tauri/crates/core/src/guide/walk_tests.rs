//! Walks every path of a guide and says what is wrong with it, in sentences. The tests apply it to the guide that is
//! compiled in, and to guides broken on purpose.

use std::collections::BTreeSet;

use crate::codes::{self, Outcome, Retry};
use crate::guide::{Action, Answer, AnswerOutcome, Asks, Guide, Next, Step, next_after_code};

/// Most answers on one path; a code or a text that is typed is not an answer.
pub const DEEPEST: usize = 4;

/// What a path knows about the money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Money {
    /// Nothing is charged as far as anybody can tell.
    Clear,
    /// It may have been charged, and nobody has looked.
    InDoubt,
    /// It is paid.
    Charged,
}

/// One path from a symptom to an end: `step:answer`, `step~typed` for what was typed, and where it came out.
#[derive(Debug)]
pub struct Path {
    pub symptom: String,
    pub way: Vec<String>,
    pub answers: usize,
    pub money: Money,
    pub end: String,
}

#[derive(Default)]
pub struct Walk {
    pub paths: Vec<Path>,
    pub defects: BTreeSet<String>,
    seen_steps: BTreeSet<String>,
    seen_ends: BTreeSet<String>,
}

/// Where typing at a step can lead, and what that tells about the money.
fn typed(guide: &Guide, asks: Asks) -> BTreeSet<(String, Money)> {
    let money_of = |code: &codes::ResponseCode| match (code.outcome, code.retry) {
        (Outcome::Unknown, _) | (_, Retry::AfterQuery) => Money::InDoubt,
        (Outcome::Approved | Outcome::Partial, _) => Money::Charged,
        (Outcome::Declined, _) => Money::Clear,
    };
    let by_code = |code: &codes::ResponseCode| {
        let step = next_after_code(&code.code).to_owned();
        (step, money_of(code))
    };
    let mut leads: BTreeSet<_> = codes::codes().iter().map(by_code).collect();
    leads.insert((next_after_code("no such code").to_owned(), Money::InDoubt));
    if asks == Asks::ScreenText {
        leads.extend(guide.screen_texts.iter().map(|text| {
            let looks = guide.step(&text.step).is_some_and(|step| step.look_up);
            let code = text.code.as_deref().and_then(codes::code);
            let money = match code.map(money_of) {
                Some(money) => money,
                None if looks => Money::InDoubt,
                None => Money::Clear,
            };
            (text.step.clone(), money)
        }));
    }
    leads
}

impl Walk {
    /// Walks the whole guide.
    pub fn of(guide: &Guide) -> Walk {
        let mut walk = Walk::default();
        for symptom in &guide.symptoms {
            let money = if symptom.in_doubt {
                Money::InDoubt
            } else {
                Money::Clear
            };
            walk.enter(guide, &symptom.id, &symptom.first, &mut Vec::new(), money);
        }
        walk.ids(guide);
        for step in &guide.steps {
            walk.shape(step);
            walk.note(!walk.seen_steps.contains(&step.id), || {
                format!("nothing leads to step {}", step.id)
            });
        }
        for end in &guide.ends {
            walk.note(!walk.seen_ends.contains(&end.id), || {
                format!("nothing leads to end {}", end.id)
            });
            let listed = end.outcome_unknown == (end.action == Action::Unknown);
            walk.note(!listed, || {
                format!("end {} and the list of unknown outcomes disagree", end.id)
            });
            walk.note(!(1..=4).contains(&end.lines), || {
                format!("end {} has {} lines", end.id, end.lines)
            });
        }
        walk
    }

    fn note(&mut self, wrong: bool, defect: impl FnOnce() -> String) {
        if wrong {
            self.defects.insert(defect());
        }
    }

    fn ids(&mut self, guide: &Guide) {
        let mut seen = BTreeSet::new();
        let steps = guide.steps.iter().map(|step| format!("step {}", step.id));
        let ends = guide.ends.iter().map(|end| format!("end {}", end.id));
        for id in steps.chain(ends) {
            self.note(!seen.insert(id.clone()), || format!("{id} stands twice"));
            self.note(id.starts_with("step end-"), || {
                format!("{id} reads like an end")
            });
        }
    }

    fn shape(&mut self, step: &Step) {
        let (id, count) = (&step.id, step.answers.len());
        self.note(!(1..=4).contains(&count), || {
            format!("step {id} has {count} answers")
        });
        self.note(!(1..=4).contains(&step.lines), || {
            format!("step {id} has {} lines", step.lines)
        });
        let ids: BTreeSet<_> = step.answers.iter().map(|answer| &answer.id).collect();
        self.note(ids.len() != count, || {
            format!("step {id} has an answer twice")
        });
        for answer in &step.answers {
            let settles = matches!(
                answer.outcome,
                Some(AnswerOutcome::NotCharged | AnswerOutcome::Charged)
            );
            self.note(settles && !step.look_up, || {
                format!("{id}:{} settles the money without a look", answer.id)
            });
        }
    }

    fn enter(
        &mut self,
        guide: &Guide,
        symptom: &str,
        id: &str,
        way: &mut Vec<String>,
        money: Money,
    ) {
        let Some(step) = guide.step(id) else {
            self.defects
                .insert(format!("{symptom} {way:?} leads to no step: {id}"));
            return;
        };
        let been = |one: &String| one.split([':', '~']).next() == Some(id);
        if way.iter().any(been) {
            self.defects
                .insert(format!("{symptom} {way:?} goes round at {id}"));
            return;
        }
        self.seen_steps.insert(step.id.clone());
        for (next, told) in step.asks.iter().flat_map(|asks| typed(guide, *asks)) {
            way.push(format!("{id}~{next}"));
            self.enter(guide, symptom, &next, way, money.max(told));
            way.pop();
        }
        for answer in &step.answers {
            way.push(format!("{id}:{}", answer.id));
            self.answer(guide, symptom, answer, way, money);
            way.pop();
        }
    }

    fn answer(
        &mut self,
        guide: &Guide,
        symptom: &str,
        answer: &Answer,
        way: &mut Vec<String>,
        money: Money,
    ) {
        let money = match answer.outcome {
            None => money,
            Some(AnswerOutcome::InDoubt) => money.max(Money::InDoubt),
            Some(AnswerOutcome::NotCharged) => Money::Clear,
            Some(AnswerOutcome::Charged) => Money::Charged,
        };
        match &answer.to {
            Next::Step(next) => self.enter(guide, symptom, next, way, money),
            Next::End(id) => self.come_out(guide, symptom, id, way, money),
        }
    }

    fn come_out(&mut self, guide: &Guide, symptom: &str, id: &str, way: &[String], money: Money) {
        let Some(end) = guide.end(id) else {
            self.defects
                .insert(format!("{symptom} {way:?} leads to no end: {id}"));
            return;
        };
        self.seen_ends.insert(end.id.clone());
        let allowed: &[Action] = match money {
            Money::Clear => &[
                Action::Fixed,
                Action::OtherWay,
                Action::Call,
                Action::Unknown,
                Action::LogOnly,
            ],
            // A sale that is in doubt and on no list is a sale that nobody looks after.
            Money::InDoubt => &[Action::Unknown],
            Money::Charged => &[Action::LogOnly, Action::Call, Action::Unknown],
        };
        self.note(!allowed.contains(&end.action), || {
            format!(
                "{symptom} {way:?} is {money:?} and ends in {:?}",
                end.action
            )
        });
        let answers = way.iter().filter(|one| one.contains(':')).count();
        self.note(answers > DEEPEST, || {
            format!("{symptom} {way:?} takes {answers} answers")
        });
        self.paths.push(Path {
            symptom: symptom.to_owned(),
            way: way.to_vec(),
            answers,
            money,
            end: id.to_owned(),
        });
    }
}
