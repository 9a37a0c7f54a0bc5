//! What taking a step of the guide does to the incident: nobody has to think of records.

use crate::Refusal;
use crate::fact::{IncidentAmended, IncidentNoted, IncidentResolved, SaleLeftPending, SaleSettled};
use crate::guide::{self, Action, AnswerOutcome, End, Next, Step};
use crate::incident::{Details, Incident, Note, Resolution, State};
use crate::sale::{self, PendingSale, SaleForm, Settlement};

/// What follows from one answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// The step for the timeline.
    pub noted: IncidentNoted,
    /// The sale that is in doubt from here on.
    pub left_pending: Option<SaleLeftPending>,
    /// What was found out about the sale that was in doubt.
    pub settled: Option<SaleSettled>,
    /// What the path tells about cause and way of paying.
    pub amended: Option<IncidentAmended>,
    /// Nothing is left to do.
    pub resolved: Option<IncidentResolved>,
    /// Where it leads.
    pub next: Next,
}

/// Takes an answer of a step. `pending` is the incident's sale that is in doubt, if there is one.
///
/// A path that ends with nothing owed, nothing in doubt and the way of paying as before resolves the
/// incident by itself: a card that was refused and paid another way is not for anybody's list.
pub fn take(
    incident: &Incident,
    pending: Option<&PendingSale>,
    step: &str,
    answer: &str,
) -> Result<Taken, Refusal> {
    let unknown = || Refusal::StepUnknown {
        step: format!("{step}/{answer}").chars().take(80).collect(),
    };
    let step = guide::step(step).ok_or_else(unknown)?;
    let answer = step.answer(answer).ok_or_else(unknown)?;
    let end = match &answer.to {
        Next::End(id) => Some(guide::end(id).ok_or_else(unknown)?),
        Next::Step(_) => None,
    };
    let doubtful = answer.outcome == Some(AnswerOutcome::InDoubt)
        || end.is_some_and(|end| end.outcome_unknown);
    let left_pending = match pending {
        None if doubtful => Some(sale::left_pending(
            incident,
            &incident.details,
            &SaleForm::default(),
        )?),
        _ => None,
    };
    let settled = pending.and_then(|sale| found_out(sale, step, answer.outcome));
    let still_pending = left_pending.is_some() || (pending.is_some() && settled.is_none());
    let details = end.map(|end| told_by(&incident.details, end));
    let over =
        end.is_some_and(|end| is_over(end) && !still_pending && incident.state != State::Resolved);
    Ok(Taken {
        noted: IncidentNoted {
            incident: incident.id.clone(),
            note: Note::Step {
                step: step.id.clone(),
                answer: answer.id.clone(),
            },
        },
        left_pending,
        settled,
        amended: details
            .filter(|details| *details != incident.details)
            .map(|details| IncidentAmended {
                incident: incident.id.clone(),
                details,
            }),
        resolved: over.then(|| IncidentResolved {
            incident: incident.id.clone(),
            resolution: Resolution {
                how: String::new(),
                proof: Vec::new(),
                loss_fen: None,
            },
        }),
        next: answer.to.clone(),
    })
}

/// Where the guide stands after the last step that was taken: what its answer led to; else looking up the
/// sale, when it is in doubt; else the step that the code leads to, else the first step of the symptom. `None` when nothing leads into the guide.
pub fn stands_at(details: &Details, last: Option<(&str, &str)>) -> Option<Next> {
    let answered =
        |(step, answer): (&str, &str)| Some(guide::step(step)?.answer(answer)?.to.clone());
    if let Some(next) = last.and_then(answered) {
        return Some(next);
    }
    // Whatever else is wrong: first it is looked up whether the customer was charged.
    let first = guide::symptom(&details.symptom);
    if details.outcome_unknown() {
        let step = first.filter(|step| step.look_up);
        let step = step.map_or(guide::LOOK_UP, |step| &step.id);
        return Some(Next::Step(step.to_owned()));
    }
    if !details.code.is_empty() {
        return Some(Next::Step(guide::next_after_code(&details.code).to_owned()));
    }
    Some(Next::Step(first?.id.clone()))
}

/// Only a step at which the last sale is looked up can tell what became of it.
fn found_out(
    sale: &PendingSale,
    step: &Step,
    outcome: Option<AnswerOutcome>,
) -> Option<SaleSettled> {
    let how = match outcome {
        Some(AnswerOutcome::Charged) => Settlement::Settled,
        Some(AnswerOutcome::NotCharged) if step.look_up => Settlement::Reversed,
        _ => return None,
    };
    Some(SaleSettled {
        sale: sale.id.clone(),
        how,
        note: String::new(),
        step: step.id.clone(),
        receipt: String::new(),
        attachments: Vec::new(),
    })
}

fn told_by(details: &Details, end: &End) -> Details {
    Details {
        cause: end.cause.or(details.cause),
        lane_effect: details.lane_effect.max(end.lane_effect),
        ..details.clone()
    }
}

fn is_over(end: &End) -> bool {
    let nothing_owed = end.follow_up.is_empty() && end.lane_effect == guide::LaneEffect::None;
    nothing_owed
        && match end.action {
            Action::Fixed | Action::OtherWay | Action::LogOnly => true,
            Action::Call | Action::Unknown => false,
        }
}

#[cfg(test)]
#[path = "first_aid_tests.rs"]
mod tests;
