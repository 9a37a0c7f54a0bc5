//! Facts: what a ledger entry can say. Past tense, one kind each; a kind never changes its meaning.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use ts_rs::TS;

use crate::Fen;
use crate::anchor::{AnchorGiven, AnchorStamped};
use crate::card::CardMask;
use crate::checklist::Item;
use crate::codes::OwnText;
use crate::contact::{Provider, Staff, Terminal};
use crate::dispute::{self, Ending, Link, Submission};
use crate::incident::{Details, Note, Resolution};
use crate::key::{EpochBefore, EpochClosed, KeyBackedUp, KeyRestored};
use crate::opening::Mark;
use crate::pack::PackMade;
use crate::receipt::Receipt;
use crate::sale::Settlement;
use crate::schedule::{Kind, Planned, Reminders};
use crate::settling::Settled;
use crate::shop::{Lane, Shop};
use crate::time::{Day, instant_text};
use crate::value::Value;
use crate::verdict::Outcome;

/// A ledger began: which key signs it, and whether it is made up for demonstration.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EpochBegun {
    /// Ed25519 public key, 64 hex digits.
    pub public_key: String,
    /// Present in a ledger filled by the demo, never in a shop's own.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub demo: Option<Demo>,
    /// The end of the epoch before; only a ledger's first epoch has none.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub before: Option<EpochBefore>,
}

/// How a demo ledger was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Demo {
    /// Business days.
    pub days: u32,
    /// Seed of its chance.
    pub seed: u64,
}

/// A version of the checklist was published.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChecklistPublished {
    /// From 1, without holes.
    pub version: u32,
    /// All its items.
    pub items: Vec<Item>,
}

/// The first mark of a till's day began its opening.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OpeningStarted {
    /// The till.
    pub till: String,
    /// The business day.
    pub day: Day,
    /// The version it keeps.
    pub checklist_version: u32,
    /// The items due.
    pub due: Vec<String>,
}

/// Somebody marked an item. The entry's id is the mark's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ItemMarked {
    /// The till.
    pub till: String,
    /// The business day of the opening.
    pub day: Day,
    /// The item.
    pub item: String,
    /// What was found.
    pub result: Mark,
    /// What was entered.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub value: Option<Value>,
    /// What was said.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub note: String,
    /// Ids of attachments.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub attachments: Vec<String>,
    /// The new verdict, when the opening was finished before.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub outcome: Option<Outcome>,
}

/// Somebody took a mark back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MarkWithdrawn {
    /// The till.
    pub till: String,
    /// The business day of the opening.
    pub day: Day,
    /// The item.
    pub item: String,
    /// The mark's id.
    pub mark: String,
    /// The new verdict, when the opening was finished before.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub outcome: Option<Outcome>,
}

/// An opening was closed with its verdict.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OpeningFinished {
    /// The till.
    pub till: String,
    /// The business day.
    pub day: Day,
    /// Why it was closed with items left, or what else there was to say.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub note: String,
    /// As it stood.
    pub outcome: Outcome,
    /// Minutes past the late time of that day's plan; 0 when it was in time.
    #[serde(skip_serializing_if = "is_zero", default)]
    pub late_min: u32,
}

fn is_zero(n: &u32) -> bool {
    *n == 0
}

/// A file is in the store. The entry's id is the attachment's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FileAttached {
    /// SHA-256 of its bytes, 64 hex digits.
    pub sha256: String,
    /// The name it came with.
    pub name: String,
    /// Its length.
    pub bytes: u64,
    /// By its first bytes, never by its name.
    pub mime: String,
    /// Which way it came.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub source: Option<FileSource>,
    /// The attachment of which this is a copy with parts blacked out.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub redacts: Option<String>,
}

/// Which way a file came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileSource {
    /// Chosen from a folder.
    File,
    /// Pasted.
    Paste,
    /// Dropped.
    Drop,
    /// The camera of this PC.
    Camera,
    /// A phone on the shop's network.
    Phone,
    /// Made here, by blacking out parts of another.
    Redacted,
}

/// The owner decided for single days, against the week's usual hours. A later decision replaces it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DaysPlanned {
    /// The first business day.
    pub from: Day,
    /// The last one.
    pub to: Day,
    /// What was decided.
    #[serde(flatten)]
    pub planned: Planned,
    /// Why.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub note: String,
}

/// A reminder came.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReminderFired {
    /// The till that was not ready.
    pub till: String,
    /// The business day.
    pub day: Day,
    /// What kind.
    pub kind: Kind,
    /// 0 for due and late, which come once a day; repetitions count from 1.
    pub n: u32,
    /// For when it was meant; the entry says when it came.
    #[serde(with = "instant_text")]
    pub planned_at: DateTime<Utc>,
}

/// Somebody asked to be reminded later.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReminderPutOff {
    /// The business day.
    pub day: Day,
    /// Quiet until here.
    #[serde(with = "instant_text")]
    pub until: DateTime<Utc>,
}

/// A day that ended without a finished opening was put on record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DaySettled {
    /// The till.
    pub till: String,
    /// The business day.
    pub day: Day,
    /// As what.
    pub state: Settled,
    /// Reminders that came on that day.
    #[serde(skip_serializing_if = "is_zero", default)]
    pub reminded: u32,
    /// From when to when the program ran within the time to check, as far as it kept count.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub ran: Vec<Span>,
}

/// From one instant to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The beginning.
    #[serde(with = "instant_text")]
    pub from: DateTime<Utc>,
    /// The end.
    #[serde(with = "instant_text")]
    pub to: DateTime<Utc>,
}

/// The PC's clock was set while the program ran.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClockJumped {
    /// The business day in which it is shown.
    pub day: Day,
    /// What it would have shown.
    #[serde(with = "instant_text")]
    pub from: DateTime<Utc>,
    /// What it shows.
    #[serde(with = "instant_text")]
    pub to: DateTime<Utc>,
}

/// The owner was told that the check is late.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OwnerTold {
    /// The business day.
    pub day: Day,
    /// Which way: `wecom`, `email`.
    pub channel: String,
    /// By how many seconds the PC's clock was ahead of the answering server's, where that server proved
    /// who it is.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub clock_ahead_s: Option<i64>,
}

/// An incident began. The entry's id is the incident's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IncidentOpened {
    /// The business day.
    pub day: Day,
    /// What was known.
    #[serde(flatten)]
    pub details: Details,
    /// Files that came with it: ids of attachments.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub attachments: Vec<String>,
}

/// Something was added to an incident's timeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IncidentNoted {
    /// The incident.
    pub incident: String,
    /// What.
    #[serde(flatten)]
    pub note: Note,
}

/// What is known of an incident was written anew.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IncidentAmended {
    /// The incident.
    pub incident: String,
    /// All of it.
    #[serde(flatten)]
    pub details: Details,
}

/// Somebody sees to an incident.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IncidentAssigned {
    /// The incident.
    pub incident: String,
    /// Who.
    pub owner: String,
    /// By when.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub due: Option<Day>,
    /// Somebody outside the shop has to do something first.
    pub waiting: bool,
}

/// An incident ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IncidentResolved {
    /// The incident.
    pub incident: String,
    /// How.
    #[serde(flatten)]
    pub resolution: Resolution,
}

/// An incident had not ended after all.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IncidentReopened {
    /// The incident.
    pub incident: String,
    /// Why.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub why: String,
}

/// Nobody knows whether a customer was charged. The entry's id is the sale's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SaleLeftPending {
    /// The till.
    pub till: String,
    /// The business day.
    pub day: Day,
    /// The incident that it came from.
    pub incident: String,
    /// The terminal; empty where it is not known.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub terminal: String,
    /// The way of paying.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lane: Option<Lane>,
    /// The amount.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub amount_fen: Option<Fen>,
    /// The card.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub card: Option<CardMask>,
    /// The response code.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub code: String,
    /// 凭证号.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub trace: String,
    /// 参考号.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub reference: String,
    /// When the sale was tried.
    #[serde(with = "instant_text")]
    pub at: DateTime<Utc>,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub note: String,
}

/// What is known of a pending sale was written anew.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SaleAmended {
    /// The id of the pending sale.
    pub id: String,
    /// All of it.
    #[serde(flatten)]
    pub sale: SaleLeftPending,
}

/// Somebody found out what became of a pending sale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SaleSettled {
    /// The pending sale.
    pub sale: String,
    /// What became of it.
    pub how: Settlement,
    /// How that is known.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub note: String,
    /// The step of the guide at which it was looked up.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub step: String,
    /// The receipt that shows it.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub receipt: String,
    /// Ids of attachments.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub attachments: Vec<String>,
}

/// It was not as somebody thought: the sale is pending again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SaleReopened {
    /// The pending sale.
    pub sale: String,
    /// Why.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub why: String,
}

/// The shop was reminded of the sales that are still pending.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FollowUpReminded {
    /// The business day.
    pub day: Day,
    /// How many there were.
    pub sales: u32,
}

/// A receipt was written down. The entry's id is the receipt's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReceiptAdded {
    /// The business day of the slip.
    pub day: Day,
    /// What it says.
    #[serde(flatten)]
    pub receipt: Receipt,
}

/// A receipt was written down anew.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReceiptAmended {
    /// The id of the receipt.
    pub id: String,
    /// The business day of the slip.
    pub day: Day,
    /// What it says.
    #[serde(flatten)]
    pub receipt: Receipt,
}

/// A case was opened. The entry's id is the case's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DisputeOpened {
    /// What was known.
    #[serde(flatten)]
    pub details: dispute::Details,
    /// The notice itself: ids of attachments.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub notice: Vec<String>,
}

/// What is known of a case was written anew.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DisputeAmended {
    /// The case.
    pub dispute: String,
    /// All of it.
    #[serde(flatten)]
    pub details: dispute::Details,
    /// The notice itself: ids of attachments.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub notice: Vec<String>,
}

/// Something belongs to a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DisputeLinked {
    /// The case.
    pub dispute: String,
    /// What.
    #[serde(flatten)]
    pub link: Link,
}

/// Something does not belong to a case after all.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DisputeUnlinked {
    /// The case.
    pub dispute: String,
    /// What.
    pub link: Link,
    /// Why.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub why: String,
}

/// The answer to a case was sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DisputeSubmitted {
    /// The case.
    pub dispute: String,
    /// What was sent, as it was sent.
    #[serde(flatten)]
    pub submission: Submission,
}

/// A case ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DisputeClosed {
    /// The case.
    pub dispute: String,
    /// How.
    #[serde(flatten)]
    pub ending: Ending,
}

/// The shop has to answer a case once more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DisputeReopened {
    /// The case.
    pub dispute: String,
    /// Why.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub why: String,
}

/// The shop was reminded of the cases that wait for its answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReplyReminded {
    /// The business day.
    pub day: Day,
    /// Cases whose last day is near or over.
    pub cases: u32,
    /// Of them those whose last day is over.
    #[serde(skip_serializing_if = "is_zero", default)]
    pub overdue: u32,
}

macro_rules! facts {
    ($($(#[$doc:meta])* $kind:literal => $variant:ident($body:ty),)+) => {
        /// One fact, ready for the ledger.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Fact { $($(#[$doc])* $variant($body),)+ }

        impl Fact {
            /// Every kind there is.
            pub const KINDS: &'static [&'static str] = &[$($kind),+];

            /// The entry's `kind`.
            pub fn kind(&self) -> &'static str {
                match self { $(Fact::$variant(_) => $kind,)+ }
            }

            /// The entry's `body`.
            pub fn body(&self) -> Result<serde_json::Value, serde_json::Error> {
                match self { $(Fact::$variant(body) => serde_json::to_value(body),)+ }
            }

            /// Reads a body back; `Ok(None)` for a kind that this version does not know.
            pub fn read(kind: &str, body: &RawValue) -> Result<Option<Fact>, serde_json::Error> {
                Ok(Some(match kind {
                    $($kind => Fact::$variant(serde_json::from_str(body.get())?),)+
                    _ => return Ok(None),
                }))
            }
        }

        $(impl From<$body> for Fact {
            fn from(body: $body) -> Fact { Fact::$variant(body) }
        })+
    };
}

facts! {
    /// A ledger began.
    "epoch_begun" => EpochBegun(EpochBegun),
    /// An epoch ended: another key signs from here on.
    "epoch_closed" => EpochClosed(EpochClosed),
    /// The signing key was copied to a safe place.
    "key_backed_up" => KeyBackedUp(KeyBackedUp),
    /// The signing key came back from its copy.
    "key_restored" => KeyRestored(KeyRestored),
    /// The short code of a checkpoint left the shop.
    "anchor_given" => AnchorGiven(AnchorGiven),
    /// A timestamp service vouched for a checkpoint.
    "anchor_stamped" => AnchorStamped(AnchorStamped),
    /// The shop's settings, as a whole.
    "shop_set_up" => ShopSetUp(Shop),
    /// A version of the checklist was published.
    "checklist_published" => ChecklistPublished(ChecklistPublished),
    /// An opening began.
    "opening_started" => OpeningStarted(OpeningStarted),
    /// An item was marked.
    "item_marked" => ItemMarked(ItemMarked),
    /// A mark was taken back.
    "mark_withdrawn" => MarkWithdrawn(MarkWithdrawn),
    /// An opening was closed.
    "opening_finished" => OpeningFinished(OpeningFinished),
    /// A file was attached.
    "file_attached" => FileAttached(FileAttached),
    /// How the owner wants to be reminded, as a whole.
    "reminders_set" => RemindersSet(Reminders),
    /// Single days were planned.
    "days_planned" => DaysPlanned(DaysPlanned),
    /// A reminder came.
    "reminder_fired" => ReminderFired(ReminderFired),
    /// Somebody asked to be reminded later.
    "reminder_put_off" => ReminderPutOff(ReminderPutOff),
    /// A day without a finished opening was put on record.
    "day_settled" => DaySettled(DaySettled),
    /// The PC's clock was set.
    "clock_jumped" => ClockJumped(ClockJumped),
    /// The owner was told.
    "owner_told" => OwnerTold(OwnerTold),
    /// A contact card, as a whole.
    "provider_put" => ProviderPut(Provider),
    /// A terminal, as a whole.
    "terminal_put" => TerminalPut(Terminal),
    /// Somebody who works here, as a whole.
    "staff_put" => StaffPut(Staff),
    /// The shop's own text for a response code; empty texts take it away.
    "code_text_put" => CodeTextPut(OwnText),
    /// An incident began.
    "incident_opened" => IncidentOpened(IncidentOpened),
    /// Something was added to its timeline.
    "incident_noted" => IncidentNoted(IncidentNoted),
    /// Its details were written anew.
    "incident_amended" => IncidentAmended(IncidentAmended),
    /// Somebody sees to it.
    "incident_assigned" => IncidentAssigned(IncidentAssigned),
    /// It ended.
    "incident_resolved" => IncidentResolved(IncidentResolved),
    /// It had not ended after all.
    "incident_reopened" => IncidentReopened(IncidentReopened),
    /// Nobody knows whether a customer was charged.
    "sale_left_pending" => SaleLeftPending(SaleLeftPending),
    /// What is known of it was written anew.
    "sale_amended" => SaleAmended(SaleAmended),
    /// Somebody found out.
    "sale_settled" => SaleSettled(SaleSettled),
    /// It is pending again.
    "sale_reopened" => SaleReopened(SaleReopened),
    /// The shop was reminded of the sales that are still pending.
    "follow_up_reminded" => FollowUpReminded(FollowUpReminded),
    /// A receipt was written down.
    "receipt_added" => ReceiptAdded(ReceiptAdded),
    /// A receipt was written down anew.
    "receipt_amended" => ReceiptAmended(ReceiptAmended),
    /// A case was opened.
    "dispute_opened" => DisputeOpened(DisputeOpened),
    /// What is known of it was written anew.
    "dispute_amended" => DisputeAmended(DisputeAmended),
    /// Something belongs to it.
    "dispute_linked" => DisputeLinked(DisputeLinked),
    /// Something does not belong to it after all.
    "dispute_unlinked" => DisputeUnlinked(DisputeUnlinked),
    /// The answer was sent.
    "dispute_submitted" => DisputeSubmitted(DisputeSubmitted),
    /// It ended.
    "dispute_closed" => DisputeClosed(DisputeClosed),
    /// The shop has to answer once more.
    "dispute_reopened" => DisputeReopened(DisputeReopened),
    /// The shop was reminded of the answers that are due.
    "reply_reminded" => ReplyReminded(ReplyReminded),
    /// A pack was made.
    "pack_made" => PackMade(PackMade),
}
