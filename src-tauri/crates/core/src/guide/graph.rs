//! The shapes of the guide: symptoms, steps, answers, ends, and the keys of their words.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::codes::{Both, Cause};
use crate::shop::Lane;

/// What a step asks of the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "GuideStepKind")]
pub enum StepKind {
    /// Look, and say what is there.
    Look,
    /// Do something with the machine.
    Do,
    /// Tell the customer something, and hear the answer.
    Say,
    /// Call somebody.
    Call,
}

/// A line drawing, `ui/src/features/firstaid/pictures/<id>.svg`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "GuidePicture")]
#[allow(missing_docs, reason = "named after what is drawn")]
pub enum Picture {
    Power,
    Signal,
    Paper,
    Chip,
    Contactless,
    QrPlate,
    Router,
    LastSale,
    Hotspot,
    Lights,
    Keypad,
    Phone,
}

impl Picture {
    /// Every drawing.
    pub const ALL: [Picture; 12] = [
        Picture::Power,
        Picture::Signal,
        Picture::Paper,
        Picture::Chip,
        Picture::Contactless,
        Picture::QrPlate,
        Picture::Router,
        Picture::LastSale,
        Picture::Hotspot,
        Picture::Lights,
        Picture::Keypad,
        Picture::Phone,
    ];
}

/// Where an answer leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "GuideNext")]
pub enum Next {
    /// To a step, by its id.
    Step(String),
    /// To an end, by its id.
    End(String),
}

/// What an answer tells about the money of the sale that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AnswerOutcome {
    /// It may have been charged.
    InDoubt,
    /// It was looked up and is not charged, or nothing was being paid.
    NotCharged,
    /// It was looked up and is paid.
    Charged,
}

/// One answer of a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "GuideAnswer")]
pub struct Answer {
    /// Unique within its step.
    pub id: String,
    /// Where it leads.
    pub to: Next,
    /// What it tells about the money, when it tells anything.
    pub outcome: Option<AnswerOutcome>,
}

/// What the person can type at a step, beside choosing an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "GuideAsks")]
pub enum Asks {
    /// The code on screen or slip: leads to [`next_after_code`].
    Code,
    /// The words on the screen, or a code: leads to [`ScreenText::step`] or [`next_after_code`].
    ScreenText,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "GuideStep")]
pub struct Step {
    /// Kebab-case, unique, never begins with `end-`.
    pub id: String,
    /// What it asks of the person.
    pub kind: StepKind,
    /// The drawing beside it.
    pub picture: Option<Picture>,
    /// What can be typed here.
    pub asks: Option<Asks>,
    /// Whether this is where the last sale is looked up. Only such a step may say that it is not charged.
    #[serde(default)]
    pub look_up: bool,
    /// How many lines of doing it has, 1 to 4: `guide-<id>-do-1` and on.
    pub lines: u8,
    /// Whether a warning stands above it: `guide-<id>-warn`.
    #[serde(default)]
    pub warn: bool,
    /// One to four, shown as 1 to 4; the usual one first.
    pub answers: Vec<Answer>,
}

/// What the shop does at the end of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "GuideAction")]
pub enum Action {
    /// Try the sale again; it is known not to be charged.
    Fixed,
    /// Take the payment another way; it is known not to be charged.
    OtherWay,
    /// Take no payment this way and call.
    Call,
    /// Onto the list of unknown outcomes: never charge again before it is settled.
    Unknown,
    /// Nothing left to do but to keep what happened.
    LogOnly,
}

/// What an end means for the lane from here on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LaneEffect {
    /// It goes on as before.
    None,
    /// It goes on with a workaround, or not for every payment.
    Slowed,
    /// It takes no payment.
    Stopped,
}

/// What is still owed after the customer has gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FollowUp {
    /// Call the payment company.
    ProviderCall,
    /// Look at the account until the sale is settled or reversed.
    WatchAccount,
    /// Have the terminal mended or replaced, by the official channel only.
    ReplaceTerminal,
    /// Upload and settle before the day ends.
    SettleToday,
}

/// One end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "GuideEnd")]
pub struct End {
    /// Kebab-case, unique among ends.
    pub id: String,
    /// What the shop does.
    pub action: Action,
    /// Where the trouble lay, as far as the path tells.
    pub cause: Option<Cause>,
    /// What it means for the lane.
    pub lane_effect: LaneEffect,
    /// Whether the sale goes on the list of unknown outcomes.
    #[serde(default)]
    pub outcome_unknown: bool,
    /// What is still owed, most urgent first.
    #[serde(default)]
    pub follow_up: Vec<FollowUp>,
    /// How many lines of doing it has, 1 to 4: `guide-end-<id>-do-1` and on.
    pub lines: u8,
}

/// What was seen: the nine doors of the guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "GuideSymptom")]
pub struct Symptom {
    /// Kebab-case; its words are `guide-symptom-<id>`.
    pub id: String,
    /// Its first step.
    pub first: String,
    /// The lanes that it can be about.
    pub lanes: Vec<Lane>,
    /// Whether a sale is in doubt from the beginning.
    #[serde(default)]
    pub in_doubt: bool,
    /// How people say it, in both languages, for the search.
    pub said: Vec<String>,
}

/// A text that terminals show, and where it leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScreenText {
    /// Kebab-case, unique among screen texts.
    pub id: String,
    /// How it is written, in Chinese; the first is the usual one.
    pub zh: Vec<String>,
    /// How it is written, in English; the first is the usual one.
    pub en: Vec<String>,
    /// The code that means the same, if there is one.
    pub code: Option<String>,
    /// The step that it leads to.
    pub step: String,
}

/// The card that a cashier can show to the customer: what the customer can look at, what the shop will do by when.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CustomerCard {
    /// Lines for the customer, `guide-customer-check-1` and on.
    pub checks: u8,
    /// Promises of the shop, `guide-customer-promise-1` and on.
    pub promises: u8,
}

/// The whole guide.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// The nine symptoms, in the order in which they are offered.
    pub symptoms: Vec<Symptom>,
    /// Every step.
    pub steps: Vec<Step>,
    /// Every end.
    pub ends: Vec<End>,
    /// What terminals show.
    pub screen_texts: Vec<ScreenText>,
    /// The card for the customer.
    pub customer: CustomerCard,
}

impl Guide {
    /// A step by its id.
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }

    /// An end by its id.
    pub fn end(&self, id: &str) -> Option<&End> {
        self.ends.iter().find(|end| end.id == id)
    }

    /// Every key of words that the guide needs, in both languages.
    pub fn words(&self) -> Vec<String> {
        let symptoms = self.symptoms.iter().map(Symptom::word);
        let steps = self.steps.iter().flat_map(|step| step.words().all());
        let ends = self.ends.iter().flat_map(|end| end.words().all());
        let checks = (1..=self.customer.checks).map(|n| format!("guide-customer-check-{n}"));
        let promises = (1..=self.customer.promises).map(|n| format!("guide-customer-promise-{n}"));
        symptoms
            .chain(steps)
            .chain(ends)
            .chain(checks)
            .chain(promises)
            .collect()
    }
}

/// The keys of the words of a step or an end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepWords {
    /// Its title.
    pub title: String,
    /// What to do, line by line.
    pub lines: Vec<String>,
    /// What to say to the customer.
    pub say: String,
    /// The warning above it.
    pub warn: Option<String>,
    /// Its answers, in order.
    pub answers: Vec<String>,
}

impl StepWords {
    fn of(id: &str, lines: u8) -> StepWords {
        StepWords {
            title: format!("guide-{id}-title"),
            lines: (1..=lines).map(|n| format!("guide-{id}-do-{n}")).collect(),
            say: format!("guide-{id}-say"),
            warn: None,
            answers: Vec::new(),
        }
    }

    /// All of them, in the order in which they are read.
    pub fn all(self) -> Vec<String> {
        let mut all = vec![self.title];
        all.extend(self.warn);
        all.extend(self.lines);
        all.push(self.say);
        all.extend(self.answers);
        all
    }
}

impl Symptom {
    /// The key of its words.
    pub fn word(&self) -> String {
        format!("guide-symptom-{}", self.id)
    }
}

impl Step {
    /// The keys of its words.
    pub fn words(&self) -> StepWords {
        let id = &self.id;
        let answer = |answer: &Answer| format!("guide-{id}-answer-{}", answer.id);
        StepWords {
            warn: self.warn.then(|| format!("guide-{id}-warn")),
            answers: self.answers.iter().map(answer).collect(),
            ..StepWords::of(id, self.lines)
        }
    }

    /// The answer with this id.
    pub fn answer(&self, id: &str) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.id == id)
    }
}

impl End {
    /// The keys of its words.
    pub fn words(&self) -> StepWords {
        StepWords::of(&format!("end-{}", self.id), self.lines)
    }
}

impl ScreenText {
    /// The usual wording in both languages.
    pub fn usual(&self) -> Both {
        let first = |texts: &[String]| texts.first().cloned().unwrap_or_default();
        Both {
            zh: first(&self.zh),
            en: first(&self.en),
        }
    }
}
