//! The command table: every capability of the app, declared once.
//!
//! From it come the dispatcher, `kaizhang commands`, the TypeScript types and the loopback host. A
//! command without a handler does not compile.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use ts_rs::{Config, TS};

use crate::app::{App, Caller};
use crate::{
    Refusal, alerts, anchors, calendar, contacts, day, demo, dispute_page, disputes, first_aid,
    handed, incident_page, incidents, keeping, keys, marks, pack_check, packs, phone, pictures,
    planning, receipts, reminders, sales, search, shops, this_pc, timestamps, today, work,
};

#[cfg(feature = "reports")]
use crate::reports;

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
    ($($(#[$only:meta])? $name:ident: $module:ident($input:ty) -> $output:ty, $role:ident, $writes:ident, $about:literal;)+) => {
        /// Every command, in the order of a morning.
        pub const COMMANDS: &[Command] = &[$($(#[$only])? Command {
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
            $($(#[$only])? { to.add::<$input>(); to.add::<$output>(); })+
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
    show_calendar: calendar(calendar::ShowCalendar) -> calendar::Calendar, Staff, reads,
        "What became of each till's day, for a calendar.";
    show_figures: calendar(calendar::DaysWish) -> calendar::Figures, Staff, reads,
        "What the days add up to: punctuality, failures, incidents, outages, the drawers.";
    search_records: search(search::SearchRecords) -> search::FoundPage, Staff, reads,
        "Everything that people wrote, found by words, newest first.";
    show_shop: shops(shops::ShowShop) -> shops::ShopSettings, Staff, reads,
        "The shop's settings.";
    set_up_shop: shops(shops::SetUpShop) -> shops::ShopSettings, Owner, writes,
        "Changes the shop's settings and publishes the checklist that fits them.";
    show_reminders: reminders(reminders::ShowReminders) -> reminders::RemindersPage, Staff, reads,
        "The reminders of the next days, and everything that decides them.";
    set_reminders: reminders(reminders::SetReminders) -> reminders::RemindersPage, Owner, writes,
        "Changes how long before the door opens the check is due, when it is late, and how often it is repeated.";
    plan_days: planning(planning::PlanDays) -> reminders::RemindersPage, Staff, writes,
        "Plans single days as closed, open at other hours, or as usual.";
    put_off_reminder: reminders(reminders::PutOffReminder) -> reminders::PutOffUntil, Staff, writes,
        "Asks for quiet for some minutes.";
    keep_this_pc: this_pc(this_pc::KeepThisPc) -> this_pc::ThisPc, Staff, writes,
        "Keeps how this one PC reminds: agent, sound, raising the window.";
    try_reminder: this_pc(this_pc::TryReminder) -> keeping::Done, Staff, writes,
        "Shows a reminder now, to see that it arrives.";
    plan_reminders: planning(planning::PlanReminders) -> Vec<planning::DueReminder>, Staff, reads,
        "The reminders that would fire between two days if nobody did anything.";
    show_alerts: alerts(alerts::ShowAlerts) -> alerts::AlertsPage, Owner, reads,
        "Who is told when the check is late, without the keys.";
    set_alerts: alerts(alerts::SetAlerts) -> alerts::AlertsPage, Owner, writes,
        "Changes after how many minutes the owner is told.";
    put_alert_channel: alerts(alerts::PutAlertChannel) -> alerts::AlertsPage, Owner, writes,
        "Adds or replaces a way to tell the owner.";
    remove_alert_channel: alerts(alerts::OneAlertChannel) -> alerts::AlertsPage, Owner, writes,
        "Removes a way to tell the owner.";
    try_alert: alerts(alerts::OneAlertChannel) -> keeping::Done, Owner, writes,
        "Sends the owner a message now, to see that it arrives.";
    show_first_aid: first_aid(first_aid::ShowFirstAid) -> first_aid::FirstAid, Staff, reads,
        "The guide for a payment that failed, and whom to call.";
    find_first_aid: first_aid(first_aid::FindFirstAid) -> Vec<kaizhang_core::find::Found>, Staff, reads,
        "Finds a way into the guide by what the screen says, or by a response code.";
    explain_code: first_aid(first_aid::ExplainCode) -> first_aid::CodeExplained, Staff, reads,
        "A response code: what it means, what is known about the money, what to do.";
    open_incident: incidents(incidents::OpenIncident) -> incident_page::IncidentPage, Staff, writes,
        "Writes down that a payment failed or something does not work, with everything that is known.";
    take_step: first_aid(first_aid::TakeStep) -> incident_page::IncidentPage, Staff, writes,
        "Takes a step of the guide; the incident's timeline follows.";
    note_incident: incidents(incidents::NoteIncident) -> incident_page::IncidentPage, Staff, writes,
        "Adds words, a call or files to an incident.";
    amend_incident: incidents(incidents::AmendIncident) -> incident_page::IncidentPage, Staff, writes,
        "Writes what is known of an incident anew; what was written stays in sight.";
    assign_incident: incidents(incidents::AssignIncident) -> incident_page::IncidentPage, Staff, writes,
        "Says who sees to an incident, and by when.";
    resolve_incident: incidents(incidents::ResolveIncident) -> incident_page::IncidentPage, Staff, writes,
        "Says that an incident is over, how, and what shows it.";
    reopen_incident: incidents(incidents::ReopenIncident) -> incident_page::IncidentPage, Staff, writes,
        "Says that an incident is not over after all.";
    show_incident: incidents(incidents::ShowIncident) -> incident_page::IncidentPage, Staff, reads,
        "One incident with everything that happened in it.";
    list_incidents: incidents(incidents::ListIncidents) -> incidents::IncidentsPage, Staff, reads,
        "Incidents, newest first.";
    list_pending_sales: sales(sales::ListPendingSales) -> Vec<sales::SaleLine>, Staff, reads,
        "Sales of which nobody knows yet whether they were charged.";
    amend_sale: sales(sales::AmendSale) -> incident_page::IncidentPage, Staff, writes,
        "Writes the numbers of such a sale down.";
    settle_sale: sales(sales::SettleSale) -> incident_page::IncidentPage, Staff, writes,
        "Says what became of such a sale, and what shows it.";
    reopen_sale: sales(sales::ReopenSale) -> incident_page::IncidentPage, Staff, writes,
        "Says that it is in doubt again.";
    add_receipt: receipts(receipts::AddReceipt) -> receipts::ReceiptPage, Staff, writes,
        "Writes a slip down.";
    amend_receipt: receipts(receipts::AmendReceipt) -> receipts::ReceiptPage, Staff, writes,
        "Writes a slip down anew; what was written stays in the ledger.";
    show_receipt: receipts(receipts::ShowReceipt) -> receipts::ReceiptPage, Staff, reads,
        "One receipt, and the pending sales that it may show.";
    list_receipts: receipts(receipts::ListReceipts) -> receipts::ReceiptsPage, Staff, reads,
        "Receipts, newest first, by words, days and terminal.";
    open_dispute: disputes(disputes::OpenDispute) -> dispute_page::DisputePage, Staff, writes,
        "Opens a case: somebody asks for proof of a sale, and by when.";
    amend_dispute: disputes(disputes::AmendDispute) -> dispute_page::DisputePage, Staff, writes,
        "Writes what is known of a case anew; what was written stays in sight.";
    link_dispute: disputes(disputes::LinkDispute) -> dispute_page::DisputePage, Staff, writes,
        "Says what belongs to a case: receipts, incidents, sales, openings, files, or that a piece is not needed.";
    unlink_dispute: disputes(disputes::UnlinkDispute) -> dispute_page::DisputePage, Staff, writes,
        "Says that something does not belong to a case after all.";
    submit_dispute: disputes(disputes::SubmitDispute) -> dispute_page::DisputePage, Staff, writes,
        "Freezes what was sent as the answer to a case, and which way.";
    close_dispute: disputes(disputes::CloseDispute) -> dispute_page::DisputePage, Staff, writes,
        "Says how a case ended.";
    reopen_dispute: disputes(disputes::ReopenDispute) -> dispute_page::DisputePage, Staff, writes,
        "Says that the shop has to answer once more.";
    show_dispute: disputes(disputes::ShowDispute) -> dispute_page::DisputePage, Staff, reads,
        "One case: what it asks for, what is missing, what belongs to it, what was sent.";
    list_disputes: disputes(disputes::ListDisputes) -> disputes::DisputesPage, Staff, reads,
        "Cases, newest first.";
    show_attachment: pictures(pictures::ShowAttachment) -> pictures::AttachmentFacts, Staff, reads,
        "What is known of a file: size, when a photo was taken, its blacked-out copies.";
    redact_attachment: pictures(pictures::RedactAttachment) -> kaizhang_store::Attachment, Staff, writes,
        "Makes a copy of a picture with parts blacked out; the original stays.";
    start_phone: phone(phone::StartPhone) -> phone::PhonePage, Staff, writes,
        "Opens a one-time page through which a phone sends photos.";
    show_phone: phone(phone::ShowPhone) -> phone::PhonePage, Staff, reads,
        "How far the phone is.";
    stop_phone: phone(phone::StopPhone) -> phone::PhonePage, Staff, writes,
        "Closes that page.";
    #[cfg(feature = "reports")]
    make_report: reports(reports::MakeReport) -> reports::ReportMade, Staff, writes,
        "Writes a day, a month, an incident, a case or a list into a file for somebody else.";
    show_contacts: contacts(contacts::ShowContacts) -> contacts::Contacts, Staff, reads,
        "Providers, terminals, staff, and the shop's own texts for codes.";
    put_provider: contacts(kaizhang_core::contact::Provider) -> contacts::Contacts, Owner, writes,
        "Adds or replaces a contact card.";
    put_terminal: contacts(kaizhang_core::contact::Terminal) -> contacts::Contacts, Owner, writes,
        "Adds or replaces a terminal.";
    put_staff: contacts(kaizhang_core::contact::Staff) -> contacts::Contacts, Owner, writes,
        "Adds or replaces somebody who works here.";
    put_code_text: contacts(kaizhang_core::codes::OwnText) -> contacts::Contacts, Owner, writes,
        "Adds, replaces or takes away the shop's own text for a response code.";
    show_keys: keys(keys::ShowKeys) -> keys::KeysPage, Staff, reads,
        "The key that signs the records: its fingerprint, its copies, the keys before it.";
    back_up_key: keys(keys::BackUpKey) -> keys::KeyBackedUpTo, Owner, writes,
        "Writes a copy of the signing key under a passphrase, and reads it back.";
    restore_key: keys(keys::RestoreKey) -> keys::KeysPage, Owner, writes,
        "Puts the signing key back from its copy, or proves that the copy is good.";
    rotate_key: keys(keys::RotateKey) -> keys::KeysPage, Owner, writes,
        "Begins a new epoch under a new key: signed by the old one, or saying that it is lost.";
    show_anchors: anchors(anchors::ShowAnchors) -> anchors::AnchorsPage, Staff, reads,
        "The newest checkpoint with its short code, the timestamp service, and every anchor.";
    set_timestamps: timestamps(timestamps::SetTimestamps) -> anchors::AnchorsPage, Owner, writes,
        "Switches a timestamp service on, over, or off.";
    ask_timestamp: timestamps(timestamps::AskTimestamp) -> anchors::AnchorsPage, Staff, writes,
        "Asks the timestamp service now, to see that it answers.";
    note_anchor: anchors(anchors::NoteAnchor) -> anchors::AnchorsPage, Staff, writes,
        "Puts on record that the short code was printed, sent or read out.";
    find_checkpoint: anchors(anchors::FindCheckpoint) -> anchors::CheckpointFound, Staff, reads,
        "Which checkpoint has a short code that somebody reads out.";
    start_verify: pack_check(pack_check::StartVerify) -> work::WorkPage, Staff, reads,
        "Begins to check a pack that somebody sent, from a path or from a file that was handed over.";
    show_work: work(work::ShowWork) -> work::WorkPage, Staff, reads,
        "The long work that is going on, how far it is, and what came of the last one.";
    stop_work: work(work::StopWork) -> work::WorkPage, Staff, writes,
        "Stops the long work, or puts away what came of it.";
    drop_handed: handed(handed::DropHanded) -> keeping::Done, Staff, writes,
        "Removes a file that was handed over and is not needed any more.";
    preview_pack: packs(packs::PreviewPack) -> packs::PackPreview, Staff, reads,
        "What would leave the shop with a pack, or with the files for an upload form.";
    list_upload_forms: packs(packs::ListUploadForms) -> kaizhang_core::upload::Profiles, Staff, reads,
        "The upload forms of banks and wallets that files can be made for, with what each takes.";
    start_pack: packs(packs::StartPack) -> work::WorkPage, Staff, writes,
        "Begins to make a pack; how far it is says show_work.";
    list_packs: packs(packs::ListPacks) -> Vec<packs::PackLine>, Staff, reads,
        "Packs that were made, newest first.";
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
