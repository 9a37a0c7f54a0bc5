//! What belongs into a pack: entries about its subject, and every file that they name.

use std::collections::{BTreeMap, BTreeSet};

use kaizhang_core::dispute::Link;
use kaizhang_core::incident::Incident;
use kaizhang_core::pack::PackSubject;
use kaizhang_core::time::Day;
use kaizhang_core::topic::Topic;
use kaizhang_store::{Attachment, EntryPlace, IncidentWish, ReceiptRow, ReceiptWish, View};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::{PackAbout, PackChoice, PackFile, PackKind, PackPreview, PackSend};
use crate::{Refusal, disputes, incidents, shops};

/// What is asked for, as it was typed.
pub(super) struct Wish<'a> {
    pub(super) about: PackAbout,
    pub(super) which: &'a str,
    pub(super) from: &'a str,
    pub(super) to: &'a str,
    pub(super) choices: &'a [PackChoice],
}

/// All of it.
pub(super) struct Gathered {
    pub(super) subject: PackSubject,
    /// What a person calls it: its number, or its days.
    pub(super) called: String,
    pub(super) places: Vec<EntryPlace>,
    pub(super) files: Vec<PackFile>,
    pub(super) receipts: Vec<ReceiptRow>,
    pub(super) incidents: Vec<Incident>,
    kinds: BTreeMap<String, u32>,
    people: BTreeSet<String>,
}

/// What tells that an entry belongs to it.
#[derive(Default)]
struct Signs {
    /// Ids of entries, and of what later entries amend.
    ids: BTreeSet<String>,
    /// Openings, by till and day.
    openings: BTreeSet<(String, Day)>,
    /// All entries of these days.
    days: Option<(Day, Day)>,
    /// Files that belong to it whatever the entries name.
    files: Vec<String>,
}

/// The parts of a body by which an entry is known to belong to something.
#[derive(Deserialize)]
struct Told<'a> {
    #[serde(borrow)]
    id: Option<std::borrow::Cow<'a, str>>,
    #[serde(borrow)]
    till: Option<std::borrow::Cow<'a, str>>,
    day: Option<Day>,
}

/// The longest list of receipts or incidents in a pack.
const MOST_ROWS: u32 = 100_000;

/// What the pack is about, once it is known that there is such a thing.
pub(super) fn subject(view: &View<'_>, wish: &Wish<'_>) -> Result<PackSubject, Refusal> {
    Ok(match wish.about {
        PackAbout::Incident => PackSubject::Incident {
            incident: incidents::find(view, wish.which)?.id,
        },
        PackAbout::Dispute => PackSubject::Dispute {
            dispute: disputes::find(view, wish.which)?.id,
        },
        PackAbout::Range => {
            let (from, to) = (shops::parse_day(wish.from)?, shops::parse_day(wish.to)?);
            if from > to {
                return Err(Refusal::with("pack_days_reversed", "from", wish.from));
            }
            PackSubject::Range { from, to }
        }
    })
}

pub(super) fn gather(view: &View<'_>, wish: &Wish<'_>) -> Result<Gathered, Refusal> {
    let subject = subject(view, wish)?;
    let mut gathered = Gathered {
        called: String::new(),
        places: Vec::new(),
        files: Vec::new(),
        receipts: Vec::new(),
        incidents: Vec::new(),
        kinds: BTreeMap::new(),
        people: BTreeSet::new(),
        subject: subject.clone(),
    };
    let mut signs = Signs::default();
    match &subject {
        PackSubject::Incident { incident } => {
            let incident = incidents::find(view, incident)?;
            gathered.called = incident.no.to_string();
            of_incident(view, incident, &mut signs, &mut gathered)?;
        }
        PackSubject::Dispute { dispute } => {
            let dispute = disputes::find(view, dispute)?;
            gathered.called = dispute.no.to_string();
            of_dispute(view, &dispute.id, &mut signs, &mut gathered)?;
        }
        PackSubject::Range { from, to } => {
            gathered.called = format!("{from}-{to}").replace('-', "");
            of_days(view, (*from, *to), &mut signs, &mut gathered)?;
        }
    }
    let named = entries(view, &signs, &mut gathered)?;
    files(view, wish.choices, named, &mut gathered)?;
    about_files(view, &mut gathered)?;
    Ok(gathered)
}

/// An incident, its sales and their receipts, and the opening of its day.
fn of_incident(
    view: &View<'_>,
    incident: Incident,
    signs: &mut Signs,
    gathered: &mut Gathered,
) -> Result<(), Refusal> {
    let events = view.incident_events(&incident.id)?;
    signs
        .ids
        .extend(events.iter().map(|event| event.id.clone()));
    for sale in view.sales_of(&incident.id)? {
        if let Some(settled) = &sale.settled
            && let Some(receipt) = view.receipt(&settled.receipt)?
        {
            of_receipt(receipt, signs, gathered);
        }
    }
    let till = incident.details.till.clone();
    signs.openings.insert((till, incident.day));
    if !gathered
        .incidents
        .iter()
        .any(|known| known.id == incident.id)
    {
        gathered.incidents.push(incident);
    }
    Ok(())
}

/// A case and everything that belongs to it.
fn of_dispute(
    view: &View<'_>,
    dispute: &str,
    signs: &mut Signs,
    gathered: &mut Gathered,
) -> Result<(), Refusal> {
    let events = view.dispute_events(dispute)?;
    signs.ids.extend(events.into_iter().map(|event| event.id));
    for row in view.dispute_links(dispute)? {
        match row.link {
            Link::Receipt { id } => {
                if let Some(receipt) = view.receipt(&id)? {
                    of_receipt(receipt, signs, gathered);
                }
            }
            Link::Incident { id } => {
                of_incident(view, incidents::find(view, &id)?, signs, gathered)?;
            }
            Link::Sale { id } => {
                if let Some(sale) = view.sale(&id)? {
                    let incident = incidents::find(view, &sale.sale.incident)?;
                    of_incident(view, incident, signs, gathered)?;
                }
            }
            Link::Opening { till, day } => {
                signs.openings.insert((till, day));
            }
            Link::File { id, .. } => signs.files.push(id),
            Link::NotNeeded { .. } => {}
        }
    }
    Ok(())
}

fn of_receipt(receipt: ReceiptRow, signs: &mut Signs, gathered: &mut Gathered) {
    signs.ids.insert(receipt.id.clone());
    if !gathered.receipts.iter().any(|known| known.id == receipt.id) {
        gathered.receipts.push(receipt);
    }
}

fn of_days(
    view: &View<'_>,
    (from, to): (Day, Day),
    signs: &mut Signs,
    gathered: &mut Gathered,
) -> Result<(), Refusal> {
    signs.days = Some((from, to));
    gathered.receipts = view.receipts(&ReceiptWish {
        from: Some(from),
        to: Some(to),
        limit: MOST_ROWS,
        ..ReceiptWish::default()
    })?;
    gathered.receipts.reverse();
    gathered.incidents = view.incidents(&IncidentWish {
        from: Some(from),
        to: Some(to),
        limit: MOST_ROWS,
        ..IncidentWish::default()
    })?;
    gathered.incidents.reverse();
    Ok(())
}

impl Signs {
    fn show(&self, id: &str, kind: &str, day: &str, body: &RawValue) -> bool {
        // What each epoch began with is the key of its checkpoints, and what it ended with the key that follows, whatever
        // the pack is about.
        if ["epoch_begun", "epoch_closed"].contains(&kind) || self.ids.contains(id) {
            return true;
        }
        if let Some((from, to)) = self.days {
            return day.parse().is_ok_and(|day: Day| (from..=to).contains(&day));
        }
        // Files come later, by what the entries name.
        if kind == "file_attached" {
            return false;
        }
        let opening = [
            "opening_started",
            "item_marked",
            "mark_withdrawn",
            "opening_finished",
        ];
        let Ok(told) = serde_json::from_str::<Told<'_>>(body.get()) else {
            return false;
        };
        if let (true, Some(till), Some(day)) = (opening.contains(&kind), told.till, told.day) {
            return self.openings.contains(&(till.into_owned(), day));
        }
        kind == "receipt_amended" && told.id.is_some_and(|id| self.ids.contains(&*id))
    }
}

/// Finds the entries, and returns what in them may be the id of a file, in their order.
fn entries(
    view: &View<'_>,
    signs: &Signs,
    gathered: &mut Gathered,
) -> Result<Vec<String>, Refusal> {
    let mut named = signs.files.clone();
    let mut seen: BTreeSet<String> = named.iter().cloned().collect();
    // A file that was taken off a case stands in the entry that had linked it, and does not leave.
    let names_none = ["file_attached", "dispute_linked", "dispute_unlinked"];
    view.each_entry(|place, entry| {
        if !signs.show(&entry.id, &entry.kind, &entry.day, &entry.body) {
            return;
        }
        gathered.places.push(place);
        *gathered.kinds.entry(entry.kind.clone()).or_default() += 1;
        if !entry.actor.is_empty() {
            gathered.people.insert(entry.actor.clone());
        }
        if !names_none.contains(&entry.kind.as_str())
            && let Ok(body) = serde_json::from_str(entry.body.get())
        {
            ids_in(&body, &mut |id| {
                if seen.insert(id.to_owned()) {
                    named.push(id.to_owned());
                }
            });
        }
    })?;
    Ok(named)
}

/// Every text in a body that has the form of an id: kinds that come later name their files in fields of their own.
fn ids_in(value: &Value, take: &mut dyn FnMut(&str)) {
    match value {
        Value::String(text)
            if text.len() == 36 && text.bytes().all(|b| b == b'-' || b.is_ascii_hexdigit()) =>
        {
            take(text)
        }
        Value::Array(all) => all.iter().for_each(|one| ids_in(one, take)),
        Value::Object(all) => all.values().for_each(|one| ids_in(one, take)),
        _ => {}
    }
}

fn files(
    view: &View<'_>,
    choices: &[PackChoice],
    named: Vec<String>,
    gathered: &mut Gathered,
) -> Result<(), Refusal> {
    for id in named {
        let Some(file) = view.attachment(&id)? else {
            continue;
        };
        let redacted = view.redacted(&file.id)?.pop();
        let wanted = choices.iter().find(|choice| choice.file == file.id);
        let send = match (wanted.map(|choice| choice.send), &redacted) {
            (Some(PackSend::Redacted), None) => {
                return Err(Refusal::with("pack_no_redacted", "name", file.name));
            }
            (Some(send), _) => send,
            (None, Some(_)) => PackSend::Redacted,
            (None, None) => PackSend::Original,
        };
        gathered.files.push(PackFile {
            file,
            redacted,
            send,
        });
    }
    let known = |choice: &PackChoice| {
        gathered
            .files
            .iter()
            .any(|file| file.file.id == choice.file)
    };
    match choices.iter().find(|choice| !known(choice)) {
        Some(choice) => Err(Refusal::with(
            "attachment_unknown",
            "id",
            choice.file.as_str(),
        )),
        None => Ok(()),
    }
}

/// The entries by which the files that are sent were taken in: they name the hash.
fn about_files(view: &View<'_>, gathered: &mut Gathered) -> Result<(), Refusal> {
    let sent: BTreeSet<String> = gathered.sent().map(|file| file.id.clone()).collect();
    let mut places: BTreeSet<EntryPlace> = gathered.places.iter().copied().collect();
    view.each_entry(|place, entry| {
        if entry.kind == "file_attached" && sent.contains(&entry.id) && places.insert(place) {
            *gathered.kinds.entry(entry.kind.clone()).or_default() += 1;
            if !entry.actor.is_empty() {
                gathered.people.insert(entry.actor.clone());
            }
        }
    })?;
    gathered.places = places.into_iter().collect();
    Ok(())
}

impl Gathered {
    /// What is really sent, each file once.
    pub(super) fn sent(&self) -> impl Iterator<Item = &Attachment> {
        let mut seen = BTreeSet::new();
        self.files
            .iter()
            .filter_map(|file| match file.send {
                PackSend::Original => Some(&file.file),
                PackSend::Redacted => file.redacted.as_ref(),
                PackSend::Nothing => None,
            })
            .filter(move |file| seen.insert(file.id.as_str()))
    }

    /// The name of the file and of the folder in it, without an ending.
    pub(super) fn stem(&self, today: Day) -> String {
        let about = match self.subject {
            PackSubject::Incident { .. } => "incident",
            PackSubject::Dispute { .. } => "dispute",
            PackSubject::Range { .. } => "range",
        };
        format!(
            "kaizhang-{about}-{}-{}",
            self.called,
            today.format("%Y%m%d")
        )
    }

    pub(super) fn preview(&self, today: Day, key: String) -> PackPreview {
        let mut kinds: Vec<PackKind> = self
            .kinds
            .iter()
            .map(|(kind, count)| PackKind {
                kind: kind.clone(),
                topic: Topic::of(kind),
                count: *count,
            })
            .collect();
        kinds.sort_by_key(|kind| std::cmp::Reverse(kind.count));
        PackPreview {
            subject: self.subject.clone(),
            name: format!("{}.zip", self.stem(today)),
            entries: self.places.len() as u64,
            kinds,
            people: self.people.iter().cloned().collect(),
            files: self.files.clone(),
            bytes: self.sent().map(|file| file.bytes).sum(),
            receipts: self.receipts.len() as u32,
            incidents: self.incidents.len() as u32,
            key,
            upload: None,
        }
    }
}
