//! Why the shop's rules said no.

use serde::Serialize;
use thiserror::Error;

/// One refusal, with what its message needs. The words live in `words/*/refusal.ftl` under
/// `refusal-` and the code with dashes; a code exists only if somebody can act on it.
#[derive(Debug, Clone, PartialEq, Error, Serialize)]
#[serde(tag = "code", content = "params", rename_all = "snake_case")]
#[error("{}", self.code())]
#[allow(
    missing_docs,
    reason = "the fields are the parameters of the message that explains the variant"
)]
pub enum Refusal {
    /// No item of the shop's checklist has this id.
    ItemUnknown { item: String },
    /// No section has this id.
    SectionUnknown { section: String },
    /// The shop has no till with this id, or it cannot be one.
    TillUnknown { till: String },
    /// This kind of item passes only with a value.
    ValueNeeded { item: String },
    /// The value is not of the item's kind.
    ValueUnreadable { item: String, value: String },
    /// A number outside the item's range.
    ValueOutOfRange {
        item: String,
        min: f64,
        max: f64,
        unit: String,
    },
    /// The item has no value to enter.
    ValueNotWanted { item: String },
    /// The choice is none of the item's.
    ChoiceUnknown { item: String, value: String },
    /// A failure of this item must say what was seen.
    NoteNeeded { item: String },
    /// The item passes only with a picture.
    PhotoNeeded { item: String },
    /// More characters than the field takes.
    NoteTooLong { limit: usize, length: usize },
    /// Control characters or marks that reorder text.
    TextHasControl { field: String },
    /// No mark of this opening has this id.
    MarkUnknown { mark: String },
    /// A newer mark stands over it, or it is withdrawn already.
    MarkNotCurrent { mark: String },
    /// Blocking or degrading items are not marked, and no reason was given for opening without.
    ItemsLeft { count: usize, first: String },
    /// The opening is finished; further marks amend it.
    AlreadyFinished {},
    /// Every item that one key can confirm is marked.
    NothingToConfirm { section: String },
    /// The drawer is further from its target than the tolerance, and no reason was given.
    CashOffTargetNeedsNote {
        item: String,
        total_fen: i64,
        target_fen: i64,
    },
    /// The shop needs a name.
    ShopNameNeeded {},
    /// The shop must take something.
    LanesNeeded {},
    /// More shifts in one day than a day is divided into.
    TooManyShifts { max: usize },
    /// A shift that begins before the one before it has ended.
    ShiftsOverlap { open: String, close: String },
    /// Hours that begin in one business day and end in the next.
    HoursPastCutOff {
        open: String,
        close: String,
        cut_off: String,
    },
    /// Minutes that make no sensible reminder.
    MinutesOutOfRange {
        field: String,
        value: u16,
        min: u16,
        max: u16,
    },
    /// A decision about a day that is over.
    DayIsPast { day: String },
    /// More days than one decision is for, or the last before the first.
    DaysOutOfRange { from: String, to: String, max: u32 },
    /// More days than are looked at together, or the last before the first.
    SpanUnreadable { from: String, to: String, max: u32 },
    /// Nothing to search by: no letter, no digit.
    WordsNeeded {},
    /// Today's opening is finished or in progress, so the door is not shut.
    DayHasBegun { day: String },
    /// A day planned as open needs hours.
    ShiftsNeeded {},
    /// Quiet for no time, or for too long.
    PutOffOutOfRange { min: u16, max: u16 },
    /// What must never be kept: `security_code`, `pin` or `track`.
    CardSecret { field: String, what: String },
    /// Neither six and four nor the last four.
    CardUnreadable {},
    /// Not a response code.
    CodeUnreadable {},
    /// Not an amount: digits with at most two decimals, up to ten million.
    AmountUnreadable { field: String },
    /// Nothing was to be paid.
    AmountNotPositive { field: String },
    /// Not letters and digits as a bank numbers things, or a whole card number.
    NumberUnreadable { field: String },
    /// More or fewer digits than the slip has there.
    DigitsNeeded { field: String, count: usize },
    /// Not a date with a time.
    TimeUnreadable { field: String },
    /// In the future, or long before there were such slips.
    TimeOutOfRange { field: String },
    /// More files than one entry takes, or none where one is needed.
    TooManyFiles { max: usize },
    /// It needs a name.
    NameNeeded { field: String },
    /// It needs a word.
    TextNeeded { field: String },
    /// No provider has this id.
    ProviderUnknown { provider: String },
    /// No terminal has this id.
    TerminalUnknown { terminal: String },
    /// None of the guide's symptoms.
    SymptomUnknown { symptom: String },
    /// No step of the guide, or none of its answers.
    StepUnknown { step: String },
    /// No incident has this id or number, or more than one could be meant.
    IncidentUnknown { incident: String },
    /// It is resolved; reopen it first.
    AlreadyResolved { incident: u32 },
    /// It is not resolved.
    NotResolved { incident: u32 },
    /// No receipt has this id or number.
    ReceiptUnknown { receipt: String },
    /// No pending sale has this id.
    SaleUnknown { sale: String },
    /// Somebody found out already.
    SaleAlreadySettled {},
    /// Nobody found out yet.
    SaleNotSettled {},
    /// What shows it is missing; `how` is `settled`, `reversed` or `written_off`.
    EvidenceNeeded { how: String },
    /// Not a day as `2026-11-23`.
    DayUnreadable { value: String },
    /// A word why is needed.
    ReasonNeeded {},
    /// Which way an answer was sent is needed.
    WayNeeded {},
    /// When an answer was sent is still to come.
    SentToCome {},
    /// No case has this id or number.
    DisputeUnknown { dispute: String },
    /// The day of the notice has not come.
    NoticeToCome { notice_on: String },
    /// The sale is said to be later than the notice about it.
    SoldAfterNotice { sold_on: String, notice_on: String },
    /// The last day for an answer is before the notice, or years after it.
    ReplyByOutOfRange { reply_by: String, notice_on: String },
    /// None of the pieces that cases ask for.
    PieceUnknown { piece: String },
    /// It belongs to the case already.
    AlreadyLinked {},
    /// It does not belong to the case.
    NotLinked {},
    /// Nothing was named that is to be linked.
    NothingToLink {},
    /// More links than one case takes.
    TooManyLinks { max: usize },
    /// No such pack was made of the case.
    PackUnknown { pack: String },
    /// There is no opening of that till and day.
    OpeningUnknown { day: String },
    /// The answer was sent; reopen the case to send another.
    AlreadySubmitted { dispute: u32 },
    /// It is over; reopen it first.
    DisputeClosed { dispute: u32 },
    /// It is open, so there is nothing to reopen.
    DisputeOpen { dispute: u32 },
    /// The input has not the form that the command asks for.
    InputInvalid { detail: String },
}

impl Refusal {
    /// The stable code, as it leaves the program.
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::ItemUnknown { .. } => "item_unknown",
            Refusal::SectionUnknown { .. } => "section_unknown",
            Refusal::TillUnknown { .. } => "till_unknown",
            Refusal::ValueNeeded { .. } => "value_needed",
            Refusal::ValueUnreadable { .. } => "value_unreadable",
            Refusal::ValueOutOfRange { .. } => "value_out_of_range",
            Refusal::ValueNotWanted { .. } => "value_not_wanted",
            Refusal::ChoiceUnknown { .. } => "choice_unknown",
            Refusal::NoteNeeded { .. } => "note_needed",
            Refusal::PhotoNeeded { .. } => "photo_needed",
            Refusal::NoteTooLong { .. } => "note_too_long",
            Refusal::TextHasControl { .. } => "text_has_control",
            Refusal::MarkUnknown { .. } => "mark_unknown",
            Refusal::MarkNotCurrent { .. } => "mark_not_current",
            Refusal::ItemsLeft { .. } => "items_left",
            Refusal::AlreadyFinished {} => "already_finished",
            Refusal::NothingToConfirm { .. } => "nothing_to_confirm",
            Refusal::CashOffTargetNeedsNote { .. } => "cash_off_target_needs_note",
            Refusal::ShopNameNeeded {} => "shop_name_needed",
            Refusal::LanesNeeded {} => "lanes_needed",
            Refusal::TooManyShifts { .. } => "too_many_shifts",
            Refusal::ShiftsOverlap { .. } => "shifts_overlap",
            Refusal::HoursPastCutOff { .. } => "hours_past_cut_off",
            Refusal::MinutesOutOfRange { .. } => "minutes_out_of_range",
            Refusal::DayIsPast { .. } => "day_is_past",
            Refusal::DaysOutOfRange { .. } => "days_out_of_range",
            Refusal::SpanUnreadable { .. } => "span_unreadable",
            Refusal::WordsNeeded {} => "words_needed",
            Refusal::DayHasBegun { .. } => "day_has_begun",
            Refusal::ShiftsNeeded {} => "shifts_needed",
            Refusal::PutOffOutOfRange { .. } => "put_off_out_of_range",
            Refusal::CardSecret { .. } => "card_secret",
            Refusal::CardUnreadable { .. } => "card_unreadable",
            Refusal::CodeUnreadable { .. } => "code_unreadable",
            Refusal::AmountUnreadable { .. } => "amount_unreadable",
            Refusal::AmountNotPositive { .. } => "amount_not_positive",
            Refusal::NumberUnreadable { .. } => "number_unreadable",
            Refusal::DigitsNeeded { .. } => "digits_needed",
            Refusal::TimeUnreadable { .. } => "time_unreadable",
            Refusal::TimeOutOfRange { .. } => "time_out_of_range",
            Refusal::TooManyFiles { .. } => "too_many_files",
            Refusal::NameNeeded { .. } => "name_needed",
            Refusal::TextNeeded { .. } => "text_needed",
            Refusal::ProviderUnknown { .. } => "provider_unknown",
            Refusal::TerminalUnknown { .. } => "terminal_unknown",
            Refusal::SymptomUnknown { .. } => "symptom_unknown",
            Refusal::StepUnknown { .. } => "step_unknown",
            Refusal::IncidentUnknown { .. } => "incident_unknown",
            Refusal::AlreadyResolved { .. } => "already_resolved",
            Refusal::NotResolved { .. } => "not_resolved",
            Refusal::ReceiptUnknown { .. } => "receipt_unknown",
            Refusal::SaleUnknown { .. } => "sale_unknown",
            Refusal::SaleAlreadySettled { .. } => "sale_already_settled",
            Refusal::SaleNotSettled { .. } => "sale_not_settled",
            Refusal::EvidenceNeeded { .. } => "evidence_needed",
            Refusal::DayUnreadable { .. } => "day_unreadable",
            Refusal::ReasonNeeded {} => "reason_needed",
            Refusal::WayNeeded {} => "way_needed",
            Refusal::SentToCome {} => "sent_to_come",
            Refusal::DisputeUnknown { .. } => "dispute_unknown",
            Refusal::NoticeToCome { .. } => "notice_to_come",
            Refusal::SoldAfterNotice { .. } => "sold_after_notice",
            Refusal::ReplyByOutOfRange { .. } => "reply_by_out_of_range",
            Refusal::PieceUnknown { .. } => "piece_unknown",
            Refusal::AlreadyLinked {} => "already_linked",
            Refusal::NotLinked {} => "not_linked",
            Refusal::NothingToLink {} => "nothing_to_link",
            Refusal::TooManyLinks { .. } => "too_many_links",
            Refusal::PackUnknown { .. } => "pack_unknown",
            Refusal::OpeningUnknown { .. } => "opening_unknown",
            Refusal::AlreadySubmitted { .. } => "already_submitted",
            Refusal::DisputeClosed { .. } => "dispute_closed",
            Refusal::DisputeOpen { .. } => "dispute_open",
            Refusal::InputInvalid { .. } => "input_invalid",
        }
    }
}
