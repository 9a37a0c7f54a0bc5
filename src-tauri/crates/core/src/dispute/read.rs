//! Reading what a person typed into a case.

use chrono::{DateTime, Datelike, Days, Utc};
use chrono_tz::Tz;
use serde::Deserialize;
use ts_rs::TS;

use super::{Details, Kind, Link, SentFile, Submission, asks};
use crate::card::CardMask;
use crate::receipt::{MOST_FILES, reference, six_digits, slip_time};
use crate::text::{self, NAME_LIMIT, NOTE_LIMIT};
use crate::time::Day;
use crate::{Fen, Refusal};

/// What somebody knows of a case, as typed. What is left out stays as it was.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct DisputeForm {
    /// What kind; `other` when left out.
    pub kind: Option<Kind>,
    /// Who sent it, of the shop's providers.
    pub provider: Option<String>,
    /// Who sent it and which way, in words.
    pub channel: Option<String>,
    /// `128.00`.
    pub amount: Option<String>,
    /// The day of the notice, `2026-11-23`; today when left out.
    pub notice_on: Option<String>,
    /// The last day for an answer, as the notice says.
    pub reply_by: Option<String>,
    /// The number of the notice.
    pub notice_no: Option<String>,
    /// What the notice says.
    pub said: Option<String>,
    /// The day of the sale.
    pub sold_on: Option<String>,
    /// Twelve letters or digits, or a wallet's order number.
    pub reference: Option<String>,
    /// Six digits.
    pub trace: Option<String>,
    /// Six and four, or the last four.
    pub card: Option<String>,
    /// What happened, in the shop's own words.
    pub story: Option<String>,
}

/// What somebody says of an answer that was sent, as typed.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct SubmissionForm {
    /// Which way it was sent.
    pub way: Option<String>,
    /// `2026-11-23 12:31` in the shop's zone, or RFC 3339; now when left out.
    pub sent_at: Option<String>,
    /// The pack of this case that was sent, by its id or the name of its file; of one name the newest is meant.
    pub pack: Option<String>,
    /// Anything else.
    pub note: Option<String>,
}

/// A notice gives weeks, a court months; a later day is a slip of the finger.
const LONGEST_REPLY: Days = Days::new(730);

impl DisputeForm {
    /// Reads what was typed. `known` is what is known so far; `None` for a new case. Whether there is such a
    /// provider is looked up by whoever holds the contacts.
    pub fn read(self, known: Option<&Details>, today: Day) -> Result<Details, Refusal> {
        let kept = |get: fn(&Details) -> &String| known.map(get).cloned().unwrap_or_default();
        let words = |field, typed: Option<String>, before: String, limit| match typed {
            Some(typed) => text::text(field, &typed, limit),
            None => Ok(before),
        };
        let notice_on = match typed_day(self.notice_on.as_deref())? {
            Some(day) => day,
            None => known.map_or(today, |known| known.notice_on),
        };
        let of = |typed: &Option<String>, before: Option<Day>| match typed {
            Some(typed) => typed_day(Some(typed)),
            None => Ok(before),
        };
        let reply_by = of(&self.reply_by, known.and_then(|known| known.reply_by))?;
        let sold_on = of(&self.sold_on, known.and_then(|known| known.sold_on))?;
        days_fit(notice_on, reply_by, sold_on, today)?;
        Ok(Details {
            kind: self
                .kind
                .or(known.map(|known| known.kind))
                .unwrap_or(Kind::Other),
            provider: self
                .provider
                .unwrap_or_else(|| kept(|known| &known.provider)),
            channel: words(
                "channel",
                self.channel,
                kept(|one| &one.channel),
                NAME_LIMIT,
            )?,
            amount_fen: match self.amount.as_deref().map(str::trim) {
                None => known.and_then(|known| known.amount_fen),
                Some("") => None,
                Some(typed) => Some(Fen::of_sale("amount", typed)?),
            },
            notice_on,
            reply_by,
            notice_no: match self.notice_no {
                Some(typed) => text::number("notice_no", &typed, |_| true)?,
                None => kept(|known| &known.notice_no),
            },
            said: words("said", self.said, kept(|one| &one.said), NOTE_LIMIT)?,
            sold_on,
            reference: match self.reference {
                Some(typed) => reference(&typed)?,
                None => kept(|known| &known.reference),
            },
            trace: match self.trace {
                Some(typed) => six_digits("trace", &typed)?,
                None => kept(|known| &known.trace),
            },
            card: match self.card {
                Some(typed) => CardMask::read(&typed)?,
                None => known.and_then(|known| known.card.clone()),
            },
            story: words("story", self.story, kept(|one| &one.story), NOTE_LIMIT)?,
        })
    }
}

/// A day as typed: `2026-11-23`, also with slashes or full-width digits. `None` when nothing was typed.
fn typed_day(typed: Option<&str>) -> Result<Option<Day>, Refusal> {
    let typed = typed.unwrap_or_default();
    let plain = text::plain(typed).trim().replace('/', "-");
    if plain.is_empty() {
        return Ok(None);
    }
    let day = plain.parse::<Day>().ok();
    let exact = day.filter(|day| day.to_string() == plain && (1970..=9999).contains(&day.year()));
    exact.map(Some).ok_or_else(|| Refusal::DayUnreadable {
        value: typed.chars().take(40).collect(),
    })
}

/// The sale comes before the notice, the notice before the answer, and neither of the first two is to come.
fn days_fit(
    notice_on: Day,
    reply_by: Option<Day>,
    sold_on: Option<Day>,
    today: Day,
) -> Result<(), Refusal> {
    // A notice of tomorrow is one by a clock further east.
    let soonest = today.checked_add_days(Days::new(1)).unwrap_or(today);
    if notice_on > soonest {
        return Err(Refusal::NoticeToCome {
            notice_on: notice_on.to_string(),
        });
    }
    if let Some(sold_on) = sold_on.filter(|day| *day > notice_on) {
        return Err(Refusal::SoldAfterNotice {
            sold_on: sold_on.to_string(),
            notice_on: notice_on.to_string(),
        });
    }
    let Some(reply_by) = reply_by else {
        return Ok(());
    };
    let latest = notice_on.checked_add_days(LONGEST_REPLY);
    if reply_by < notice_on || latest.is_some_and(|latest| reply_by > latest) {
        return Err(Refusal::ReplyByOutOfRange {
            reply_by: reply_by.to_string(),
            notice_on: notice_on.to_string(),
        });
    }
    Ok(())
}

/// A note of a case.
pub(super) fn words(field: &'static str, typed: &str) -> Result<String, Refusal> {
    text::text(field, typed, NOTE_LIMIT)
}

/// The notice has no more files than any other entry.
pub(super) fn notice_files(ids: &[String]) -> Result<(), Refusal> {
    if ids.len() > MOST_FILES {
        return Err(Refusal::TooManyFiles { max: MOST_FILES });
    }
    Ok(())
}

/// A link names a piece that there is, and says why one is not needed.
pub(super) fn link(link: Link) -> Result<Link, Refusal> {
    match link {
        Link::File { id, piece } => {
            asks::known_piece(&piece)?;
            Ok(Link::File { id, piece })
        }
        Link::NotNeeded { piece, why } => {
            asks::known_piece(&piece)?;
            let why = words("why", &why)?;
            if why.is_empty() {
                return Err(Refusal::ReasonNeeded {});
            }
            Ok(Link::NotNeeded { piece, why })
        }
        other => Ok(other),
    }
}

impl Details {
    /// A new case with the notice's files.
    pub fn checked_notice(self, notice: &[String]) -> Result<Details, Refusal> {
        notice_files(notice)?;
        Ok(self)
    }
}

impl SubmissionForm {
    /// Reads what was typed about an answer; `files` is what left, `missing` what the case lacks at this moment.
    /// Whether there is such a pack is looked up by whoever holds the packs.
    pub fn read(
        &self,
        files: Vec<SentFile>,
        missing: Vec<String>,
        zone: Tz,
        now: DateTime<Utc>,
    ) -> Result<Submission, Refusal> {
        let given = |typed: &Option<String>| typed.clone().unwrap_or_default();
        let way = text::text("way", &given(&self.way), NAME_LIMIT)?;
        if way.is_empty() {
            return Err(Refusal::WayNeeded {});
        }
        let sent_at = match given(&self.sent_at).trim() {
            "" => now,
            typed => slip_time(typed, zone, now)?,
        };
        // A slip has a day's grace for a terminal's clock; what was sent was sent.
        if sent_at > now {
            return Err(Refusal::SentToCome {});
        }
        Ok(Submission {
            sent_at,
            way,
            files,
            pack: text::text("pack", &given(&self.pack), NAME_LIMIT)?,
            missing,
            note: words("note", &given(&self.note))?,
        })
    }
}
