//! The command table: every capability of the app, declared once.
//!
//! From it come the dispatcher, `kaizhang commands`, the TypeScript types and the loopback host. A
//! command without a handler does not compile.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use ts_rs::{Config, TS};

use crate::app::{App, Caller};
use crate::{Refusal, day, demo, keeping, marks, shops, today};

/// Who may run a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Anybody at the till.
    Staff,
    /// The owner. Until PINs exist everybody counts as the owner.
    Owner,
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Command {
    /// Verb first: `mark_item`.
    pub name: &'static str,
    /// What it is for, in one sentence.
    pub about: &'static str,
    /// Who may run it.
    pub role: Role,
    /// Whether it changes anything.
    pub writes: bool,
    /// The TypeScript name of its input.
    pub input: fn(&Config) -> String,
    /// The TypeScript name of its output.
    pub output: fn(&Config) -> String,
    pub(crate) run: fn(&App, &Caller, Value) -> Result<Value, Refusal>,
}

/// Parses the input, runs the handler and writes the answer as JSON.
fn run<I: DeserializeOwned, O: Serialize>(
    app: &App,
    caller: &Caller,
    input: Value,
    handler: fn(&App, &Caller, I) -> Result<O, Refusal>,
) -> Result<Value, Refusal> {
    let input = if input.is_null() {
        Value::Object(serde_json::Map::new())
    } else {
        input
    };
    let input = serde_json::from_value(input)
        .map_err(|error| Refusal::with("input_invalid", "detail", error.to_string()))?;
    serde_json::to_value(handler(app, caller, input)?).map_err(unwritable)
}

/// An answer that JSON cannot hold; no type of the contract is such.
pub(crate) fn unwritable(error: serde_json::Error) -> Refusal {
    Refusal::with("input_invalid", "detail", error.to_string())
}

macro_rules! commands {
    ($($name:ident: $module:ident($input:ty) -> $output:ty, $role:ident, $writes:ident, $about:literal;)+) => {
        /// Every command, in the order of a morning.
        pub const COMMANDS: &[Command] = &[$(Command {
            name: stringify!($name),
            about: $about,
            role: Role::$role,
            writes: commands!(@$writes),
            input: |cfg| <$input as TS>::name(cfg),
            output: |cfg| <$output as TS>::name(cfg),
            run: |app, caller, input| run::<$input, $output>(app, caller, input, $module::$name),
        }),+];

        /// The TypeScript declarations of all inputs and outputs, and of what they are made of.
        pub(crate) fn declare(to: &mut crate::contract::Declarations) {
            $(to.add::<$input>(); to.add::<$output>();)+
        }
    };
    (@reads) => { false };
    (@writes) => { true };
}

commands! {
    show_today: today(today::ShowToday) -> today::Today, Staff, reads,
        "Today's opening of a till: verdict, sections, items.";
    mark_item: marks(marks::MarkItem) -> marks::Marked, Staff, writes,
        "Marks one item, or amends its mark.";
    confirm_section: marks(marks::ConfirmSection) -> marks::Marked, Staff, writes,
        "Passes everything in a section that a person looked at.";
    undo_marks: marks(marks::UndoMarks) -> marks::Marked, Staff, writes,
        "Takes marks back; they stay in sight.";
    finish_opening: marks(marks::FinishOpening) -> today::Today, Staff, writes,
        "Closes the opening with its verdict.";
    list_history: day(day::ListHistory) -> day::HistoryPage, Staff, reads,
        "Past openings, newest last.";
    show_day: day(day::ShowDay) -> day::Day, Staff, reads,
        "One opening with every mark and amendment.";
    show_shop: shops(shops::ShowShop) -> shops::ShopSettings, Staff, reads,
        "The shop's settings.";
    set_up_shop: shops(shops::SetUpShop) -> shops::ShopSettings, Owner, writes,
        "Changes the shop's settings and publishes the checklist that fits them.";
    read_place: keeping(keeping::ReadPlace) -> keeping::Place, Staff, reads,
        "Where the window was left.";
    keep_place: keeping(keeping::Place) -> keeping::Done, Staff, writes,
        "Keeps where the window was left.";
    check_folder: keeping(keeping::CheckFolder) -> kaizhang_store::Fsck, Owner, reads,
        "Examines database, ledger tree and every file.";
    rebuild_projections: keeping(keeping::RebuildProjections) -> keeping::Rebuilt, Owner, writes,
        "Refills every table that is derived from the ledger.";
    fill_demo: demo(demo::FillDemo) -> demo::Filled, Owner, writes,
        "Fills an empty folder with a believable shop, marked as demo in its first entry.";
}
