//! The guide is proven whole, and each check is shown to find what it is for.

use std::collections::BTreeSet;

use super::walk_tests::{DEEPEST, Money, Walk};
use super::*;

#[test]
fn the_guide_is_whole() {
    let walk = Walk::of(guide());
    assert!(walk.defects.is_empty(), "{:#?}", walk.defects);
    let symptoms: Vec<_> = guide().symptoms.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(
        symptoms,
        [
            "wont-start",
            "screen-text",
            "no-response",
            "wont-print",
            "card-refused",
            "qr-failed",
            "network",
            "over-limit",
            "charged-but-failed",
        ]
    );
    for symptom in &symptoms {
        let found = walk.paths.iter().filter(|path| path.symptom == *symptom);
        assert!(found.count() >= 3, "{symptom}");
    }
    // The bound is met, so that a looser one could not hide a longer path.
    assert_eq!(
        walk.paths.iter().map(|path| path.answers).max(),
        Some(DEEPEST)
    );
}

#[test]
fn every_drawing_is_used_and_there() {
    let used: BTreeSet<_> = guide()
        .steps
        .iter()
        .filter_map(|step| step.picture)
        .map(|picture| serde_json::to_string(&picture).unwrap())
        .collect();
    assert_eq!(used.len(), Picture::ALL.len());
    #[allow(
        clippy::disallowed_methods,
        reason = "the test reads a file of the source tree"
    )]
    for picture in Picture::ALL {
        let id = serde_json::to_value(picture).unwrap();
        let path = format!(
            "{}/../../../ui/src/features/firstaid/pictures/{}.svg",
            env!("CARGO_MANIFEST_DIR"),
            id.as_str().unwrap()
        );
        let drawing = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
        assert!(drawing.len() <= 1536, "{path}: {} bytes", drawing.len());
        assert!(drawing.contains("currentColor") && !drawing.contains("<text"));
    }
}

#[test]
fn screen_texts_agree_with_their_codes() {
    let texts = &guide().screen_texts;
    assert!(texts.len() >= 40);
    let mut ids = BTreeSet::new();
    let mut wordings = BTreeSet::new();
    for text in texts {
        assert!(ids.insert(&text.id), "{} stands twice", text.id);
        assert!(!text.zh.is_empty() && !text.en.is_empty(), "{}", text.id);
        for wording in text.zh.iter().chain(&text.en) {
            assert!(wordings.insert(wording), "{wording} stands twice");
        }
        assert!(step(&text.step).is_some(), "{}", text.id);
        if let Some(code) = &text.code {
            assert_eq!(next_after_code(code), text.step, "{}", text.id);
            assert!(codes::code(code).is_some(), "{}", text.id);
        }
    }
}

#[test]
fn every_code_leads_to_a_step_that_fits() {
    for code in codes::codes() {
        let next = step(next_after_code(&code.code))
            .unwrap_or_else(|| panic!("{} leads nowhere", code.code));
        let must_look = code.outcome == Outcome::Unknown || code.retry == Retry::AfterQuery;
        assert_eq!(next.look_up, must_look, "{}", code.code);
    }
    for (typed, step) in [
        ("96", "look-up"),
        ("51", "other-card"),
        ("55", "pin"),
        ("03", "hotline"),
        ("41", "stop-card"),
        ("77", "sign-in"),
        ("00", "code-approved"),
        ("10", "code-partial"),
        ("Z3", "net-where"),
        ("A2", "look-up"),
        ("Q3", "look-up"),
        ("", "look-up"),
    ] {
        assert_eq!(next_after_code(typed), step, "{typed}");
    }
}

// Guides broken on purpose: each check finds what it is for.

#[track_caller]
fn broken(part: &str, change: impl FnOnce(&mut Guide)) {
    let mut guide = guide().clone();
    change(&mut guide);
    let defects = Walk::of(&guide).defects;
    assert!(
        defects.iter().any(|defect| defect.contains(part)),
        "wanted “{part}”: {defects:#?}"
    );
}

fn at<'a>(guide: &'a mut Guide, id: &str) -> &'a mut Step {
    guide.steps.iter_mut().find(|step| step.id == id).unwrap()
}

fn lead(guide: &mut Guide, id: &str, answer: &str, to: Next) {
    let answers = &mut at(guide, id).answers;
    answers.iter_mut().find(|a| a.id == answer).unwrap().to = to;
}

fn to_step(id: &str) -> Next {
    Next::Step(id.to_owned())
}

fn to_end(id: &str) -> Next {
    Next::End(id.to_owned())
}

#[test]
fn control_dead_ends_and_orphans() {
    broken("leads to no step: nowhere", |g| {
        lead(g, "router", "still", to_step("nowhere"));
    });
    broken("leads to no end: nowhere", |g| {
        lead(g, "router", "back", to_end("nowhere"));
    });
    broken("leads to no step: gone", |g| {
        g.symptoms[0].first = "gone".to_owned()
    });
    broken("nothing leads to step router", |g| {
        lead(g, "net-where", "all-down", to_step("hotspot"));
    });
    broken("nothing leads to end net-back", |g| {
        for id in ["router", "pos-wifi", "sim"] {
            lead(g, id, "back", to_end("hotspot-works"));
        }
    });
    broken("step hotspot has 0 answers", |g| {
        at(g, "hotspot").answers.clear()
    });
    broken("leads to no step: gone", |g| {
        g.screen_texts[0].step = "gone".to_owned()
    });
}

#[test]
fn control_shape() {
    broken("goes round at net-where", |g| {
        lead(g, "router", "still", to_step("net-where"));
    });
    broken("takes 5 answers", |g| {
        lead(g, "hotspot", "no", to_step("hotline"));
    });
    broken("step look-up has 5 answers", |g| {
        let answers = &mut at(g, "look-up").answers;
        let one = answers[0].clone();
        answers.extend([one.clone(), one]);
    });
    broken("step look-up has an answer twice", |g| {
        at(g, "look-up").answers[1].id = "charged".to_owned();
    });
    broken("step look-up stands twice", |g| {
        let copy = g.steps[0].clone();
        g.steps.push(copy);
    });
    broken("step look-up has 5 lines", |g| at(g, "look-up").lines = 5);
}

#[test]
fn control_money() {
    broken("is InDoubt and ends in Fixed", |g| {
        lead(g, "look-up", "unknown", to_end("charge-again"));
    });
    broken("is Charged and ends in Fixed", |g| {
        lead(g, "paper", "prints", to_end("fixed-machine"));
    });
    broken("is InDoubt and ends in OtherWay", |g| {
        lead(g, "power-again", "no", to_end("terminal-dead"));
    });
    broken("is InDoubt and ends in LogOnly", |g| {
        lead(g, "frozen", "unknown", to_end("taken"));
    });
    broken("settles the money without a look", |g| {
        at(g, "look-up").look_up = false
    });
    broken("is InDoubt and ends in", |g| {
        let is_96 = |text: &&mut ScreenText| text.code.as_deref() == Some("96");
        let text = g.screen_texts.iter_mut().find(is_96);
        text.unwrap().step = "try-once".to_owned();
    });
    broken("the list of unknown outcomes disagree", |g| {
        let end = g.ends.iter_mut().find(|end| end.id == "unknown");
        end.unwrap().outcome_unknown = false;
    });
}

#[test]
fn s26_no_path_charges_what_is_in_doubt() {
    for path in Walk::of(guide()).paths {
        let action = end(&path.end).unwrap().action;
        if [Action::Fixed, Action::OtherWay].contains(&action) {
            assert_eq!(path.money, Money::Clear, "{path:?}");
            let doubted = guide()
                .symptoms
                .iter()
                .any(|s| s.id == path.symptom && s.in_doubt);
            let looked = path.way.iter().any(|one| {
                let (id, answer) = one.split_once(':').unwrap_or((one, ""));
                step(id).is_some_and(|step| {
                    let answer = step.answer(answer);
                    step.look_up
                        && answer.is_some_and(|a| a.outcome == Some(AnswerOutcome::NotCharged))
                })
            });
            assert!(!doubted || looked, "{path:?}");
        }
    }
}
