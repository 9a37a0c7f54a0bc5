use super::*;
use crate::guide::{LOOK_UP, next_after_code};
use crate::sale::Settled;
use crate::{Fen, codes, guide::Guide};

/// The rule under test, or one that was broken on purpose.
type Take = fn(&Incident, Option<&PendingSale>, &str, &str) -> Result<Taken, Refusal>;

/// One incident on its way through the guide, with what the store would hold of it.
#[derive(Clone)]
struct Way {
    incident: Incident,
    sales: Vec<PendingSale>,
    /// Steps with their answers, `~` before what was typed.
    taken: Vec<(String, String)>,
    /// A sale was in doubt at some time.
    doubted: bool,
    /// Somebody looked the last sale up after it came into doubt.
    looked: bool,
}

/// Where a way came out.
struct Out {
    way: Way,
    end: &'static End,
}

fn incident(symptom: &str) -> Incident {
    Incident {
        id: "incident-1".to_owned(),
        no: 1,
        day: "2026-11-23".parse().unwrap(),
        opened_at: "2026-11-23T04:31:05Z".parse().unwrap(),
        opened_by: "小李".to_owned(),
        details: Details {
            symptom: symptom.to_owned(),
            ..serde_json::from_str(r#"{"till":"till-1"}"#).unwrap()
        },
        state: State::Open,
        owner: String::new(),
        due: None,
        resolution: None,
    }
}

impl Way {
    /// A fresh incident, as it is opened: what is in doubt from the beginning is on the list.
    fn new(symptom: &str) -> Way {
        let mut way = Way {
            incident: incident(symptom),
            sales: Vec::new(),
            taken: Vec::new(),
            doubted: false,
            looked: false,
        };
        way.in_doubt_by_details();
        way
    }

    fn in_doubt_by_details(&mut self) {
        if self.incident.details.outcome_unknown() && self.sales.is_empty() {
            let details = self.incident.details.clone();
            let left = sale::left_pending(&self.incident, &details, &SaleForm::default()).unwrap();
            self.keep(left);
        }
    }

    fn keep(&mut self, left: SaleLeftPending) {
        self.sales.push(PendingSale {
            id: format!("sale-{}", self.sales.len()),
            sale: left,
            noted_at: String::new(),
            noted_by: String::new(),
            settled: None,
        });
        (self.doubted, self.looked) = (true, false);
    }

    fn pending(&self) -> Option<&PendingSale> {
        self.sales.iter().find(|sale| sale.settled.is_none())
    }

    /// Takes an answer and writes down what follows, as the app does.
    fn answer(&mut self, take: Take, step: &Step, answer: &str) -> Result<Next, String> {
        let told = step.answer(answer).unwrap();
        let taken = take(&self.incident, self.pending(), &step.id, answer)
            .map_err(|refusal| refusal.code().to_owned())?;
        self.taken.push((step.id.clone(), answer.to_owned()));
        if taken.left_pending.is_some() && self.pending().is_some() {
            return Err("two sales in doubt at once".to_owned());
        }
        self.doubted |= told.outcome == Some(AnswerOutcome::InDoubt);
        self.looked |= step.look_up;
        if let Some(settled) = taken.settled {
            if !self.looked {
                return Err("settled without a look".to_owned());
            }
            let sale = self.sales.iter_mut().find(|sale| sale.id == settled.sale);
            sale.ok_or("settled another sale")?.settled = Some(Settled {
                how: settled.how,
                note: settled.note,
                receipt: settled.receipt,
                attachments: settled.attachments,
                at: String::new(),
                actor: String::new(),
            });
        }
        if let Some(left) = taken.left_pending {
            self.keep(left);
        }
        if let Some(amended) = taken.amended {
            self.incident.details = amended.details;
        }
        if taken.resolved.is_some() {
            self.incident.state = State::Resolved;
        }
        let note = Note::Step {
            step: step.id.clone(),
            answer: answer.to_owned(),
        };
        if taken.noted.note != note || taken.next != told.to {
            return Err("another step was noted, or it leads elsewhere".to_owned());
        }
        let last = (step.id.as_str(), answer);
        if stands_at(&self.incident.details, Some(last)) != Some(taken.next.clone()) {
            return Err("whoever comes back stands elsewhere".to_owned());
        }
        Ok(taken.next)
    }

    /// What an end must have left behind.
    fn judge(&self, end: &End) -> Result<(), String> {
        let pending = self.pending().is_some();
        let settled = self.sales.iter().any(|sale| sale.settled.is_some());
        if self.doubted && !pending && !settled {
            return Err("in doubt, and on no list".to_owned());
        }
        if end.outcome_unknown && !pending {
            return Err("the end is unknown, and on no list".to_owned());
        }
        let nothing_owed = end.follow_up.is_empty() && end.lane_effect == guide::LaneEffect::None;
        let done = !matches!(end.action, Action::Call | Action::Unknown);
        let over = nothing_owed && done && !pending;
        if over != (self.incident.state == State::Resolved) {
            return Err(format!("over: {over}, but {:?}", self.incident.state));
        }
        let details = &self.incident.details;
        if details.lane_effect < end.lane_effect
            || (end.cause.is_some() && details.cause != end.cause)
        {
            return Err("what the end tells is not in the details".to_owned());
        }
        Ok(())
    }
}

/// Every way through the guide from every symptom: each answer of each step, and at a step that asks for a code or
/// the words on the screen each of them.
fn walk(take: Take) -> (Vec<Out>, Vec<String>) {
    let guide = guide::guide();
    let (mut outs, mut defects) = (Vec::new(), Vec::new());
    for symptom in &guide.symptoms {
        // Before the door opens as well as with a customer waiting, whose sale somebody named.
        for named in [false, true] {
            let mut way = Way::new(&symptom.id);
            way.incident.details.amount_fen = named.then_some(Fen(12_800));
            way.in_doubt_by_details();
            let doubtful = symptom.in_doubt && (named || symptom.id == guide::CHARGED_BUT_FAILED);
            assert_eq!(way.pending().is_some(), doubtful, "{} {named}", symptom.id);
            go(guide, take, way, &symptom.first, &mut outs, &mut defects);
        }
    }
    (outs, defects)
}

fn go(
    guide: &'static Guide,
    take: Take,
    way: Way,
    at: &str,
    outs: &mut Vec<Out>,
    defects: &mut Vec<String>,
) {
    let step = guide.step(at).unwrap();
    for (next, code) in typed(guide, step) {
        let mut way = way.clone();
        way.taken.push((at.to_owned(), format!("~{code}")));
        way.incident.details.code = code;
        way.in_doubt_by_details();
        go(guide, take, way, &next, outs, defects);
    }
    for answer in &step.answers {
        let mut way = way.clone();
        let tell = |way: &Way, what: String| format!("{:?}: {what}", way.taken);
        match way.answer(take, step, &answer.id) {
            Ok(Next::Step(next)) => go(guide, take, way, &next, outs, defects),
            Ok(Next::End(id)) => {
                let end = guide.end(&id).unwrap();
                if let Err(what) = way.judge(end) {
                    defects.push(tell(&way, what));
                }
                outs.push(Out { way, end });
            }
            Err(what) => defects.push(tell(&way, what)),
        }
    }
}

/// One code for each step that codes lead to, an unknown one among them; and the steps of screen texts.
fn typed(guide: &Guide, step: &Step) -> Vec<(String, String)> {
    let mut leads = std::collections::BTreeMap::new();
    if step.asks.is_some() {
        for code in codes::codes() {
            let step = next_after_code(&code.code).to_owned();
            leads.entry(step).or_insert(code.code.clone());
        }
        leads.insert(LOOK_UP.to_owned(), "N7".to_owned());
    }
    if step.asks == Some(guide::Asks::ScreenText) {
        for text in &guide.screen_texts {
            leads.entry(text.step.clone()).or_default();
        }
    }
    leads.into_iter().collect()
}

#[test]
fn s26_no_way_through_the_guide_loses_a_sale_in_doubt() {
    let (outs, defects) = walk(take);
    assert!(
        defects.is_empty(),
        "{} {:#?}",
        defects.len(),
        &defects[..defects.len().min(9)]
    );
    assert!(outs.len() > 800, "{} ways", outs.len());
    let in_doubt = outs.iter().filter(|out| out.way.doubted).count();
    let pending = outs.iter().filter(|out| out.way.pending().is_some());
    let over = outs
        .iter()
        .filter(|out| out.way.incident.state == State::Resolved);
    assert!(in_doubt > 100 && pending.count() > 20 && over.count() > 100);
    // Every end is reached, so each was judged.
    let reached: std::collections::BTreeSet<_> =
        outs.iter().map(|out| out.end.id.as_str()).collect();
    assert_eq!(reached.len(), guide::guide().ends.len());
}

/// What a broken rule is found for, at least once.
#[track_caller]
fn check_caught(broken: Take, what: &str) {
    let (_, defects) = walk(broken);
    assert!(
        defects.iter().any(|defect| defect.contains(what)),
        "{what}: {:?}",
        defects.first()
    );
}

#[test]
fn the_walk_catches_rules_that_are_broken() {
    check_caught(
        |incident, pending, step, answer| {
            let taken = take(incident, pending, step, answer)?;
            Ok(Taken {
                left_pending: None,
                ..taken
            })
        },
        "on no list",
    );
    check_caught(
        |incident, pending, step, answer| {
            let taken = take(incident, pending, step, answer)?;
            // Any answer counts as "not charged".
            let settled = pending.map(|sale| SaleSettled {
                sale: sale.id.clone(),
                how: Settlement::Reversed,
                note: String::new(),
                step: step.to_owned(),
                receipt: String::new(),
                attachments: Vec::new(),
            });
            Ok(Taken { settled, ..taken })
        },
        "settled without a look",
    );
    check_caught(
        |incident, pending, step, answer| {
            // What was pending before is forgotten.
            let _ = pending;
            take(incident, None, step, answer)
        },
        "two sales in doubt",
    );
    check_caught(
        |incident, pending, step, answer| {
            let mut taken = take(incident, pending, step, answer)?;
            if matches!(taken.next, Next::End(_)) {
                taken.resolved = Some(IncidentResolved {
                    incident: incident.id.clone(),
                    resolution: Resolution {
                        how: String::new(),
                        proof: Vec::new(),
                        loss_fen: None,
                    },
                });
            }
            Ok(taken)
        },
        "over: false",
    );
    check_caught(
        |incident, pending, step, answer| {
            let taken = take(incident, pending, step, answer)?;
            Ok(Taken {
                amended: None,
                ..taken
            })
        },
        "not in the details",
    );
}

#[test]
fn s26_a_look_settles_the_sale_and_names_its_step() {
    let way = Way::new("charged-but-failed");
    let sale = way.pending().unwrap();
    let check = |step: &str, answer: &str, want: Option<Settlement>| {
        let taken = take(&way.incident, Some(sale), step, answer).unwrap();
        let told = taken.settled.map(|one| (one.how, one.step));
        assert_eq!(
            told,
            want.map(|how| (how, step.to_owned())),
            "{step}/{answer}"
        );
    };
    check("look-up", "charged", Some(Settlement::Settled));
    check("look-up", "not-charged", Some(Settlement::Reversed));
    check("look-up", "unknown", None);
    check("frozen", "idle", Some(Settlement::Reversed));
    check("keys", "works", None);
    check("card-look", "timed-out", None);
    // Without a sale in doubt there is nothing to settle.
    let nothing = take(&way.incident, None, "look-up", "charged").unwrap();
    assert_eq!((nothing.settled, nothing.left_pending), (None, None));
}

#[test]
fn steps_that_are_none_are_refused() {
    let incident = incident("network");
    let check = |step: &str, answer: &str| {
        let refused = take(&incident, None, step, answer).unwrap_err();
        assert_eq!(refused.code(), "step_unknown", "{step}/{answer}");
    };
    check("", "");
    check("look-up", "");
    check("look-up", "maybe");
    check("end-paid", "charged");
    check(&"x".repeat(10_000), "charged");
    match take(&incident, None, &"长".repeat(500), "x").unwrap_err() {
        Refusal::StepUnknown { step } => assert_eq!(step.chars().count(), 80),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_guide_goes_on_where_somebody_was() {
    let check = |symptom: &str, code: &str, last: Option<(&str, &str)>, want: Option<Next>| {
        let details = Details {
            code: code.to_owned(),
            ..incident(symptom).details
        };
        assert_eq!(stands_at(&details, last), want, "{symptom} {code} {last:?}");
    };
    let step = |id: &str| Some(Next::Step(id.to_owned()));
    check("", "", None, None);
    check("network", "", None, step("net-look-up"));
    check("", "96", None, step("look-up"));
    // A code says more than what was seen.
    check("card-refused", "61", None, step("card-limit"));
    check("card-refused", "N7", None, step("look-up"));
    check(
        "network",
        "96",
        Some(("net-look-up", "idle")),
        step("net-where"),
    );
    check(
        "network",
        "",
        Some(("router", "back")),
        Some(Next::End("net-back".to_owned())),
    );
    // Before anything else it is looked up whether the customer was charged.
    let mut dead = incident("wont-start").details;
    assert_eq!(stands_at(&dead, None), step("power"));
    dead.amount_fen = Some(Fen(12_800));
    assert_eq!(stands_at(&dead, None), step("look-up"));
    // A step of a later version, or an answer that is gone: from the beginning.
    check(
        "network",
        "",
        Some(("teleport", "idle")),
        step("net-look-up"),
    );
    check("", "", Some(("look-up", "gone")), None);
}

#[test]
fn an_incident_that_was_over_is_not_resolved_twice() {
    let mut way = Way::new("card-refused");
    way.incident.state = State::Resolved;
    let taken = take(&way.incident, None, "card-look", "taken").unwrap();
    assert_eq!(taken.resolved, None);
    // What was learned before is not made better by a milder end.
    way.incident.details.lane_effect = guide::LaneEffect::Stopped;
    let taken = take(&way.incident, None, "hotspot", "works").unwrap();
    let amended = taken.amended.unwrap().details;
    assert_eq!(amended.lane_effect, guide::LaneEffect::Stopped);
    assert_eq!(amended.cause, Some(codes::Cause::Network));
}
