//! Whom the shop calls and what stands at its tills: providers with their numbers, terminals, staff.
//!
//! Each is written to the ledger as a whole at each change, so it can be seen later who changed a hotline
//! and when. None is ever removed, only retired: an old incident still names its terminal.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::shop::{Lane, Shop};
use crate::text::{self, NAME_LIMIT, NOTE_LIMIT};
use crate::time::Day;
use crate::{Refusal, privacy};

/// Where a number or an address came from. Rule S32: not from a search, not from a caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The contract with the provider.
    Contract,
    /// The back of a card.
    CardBack,
    /// The sticker on the terminal.
    Terminal,
    /// A slip.
    Slip,
    /// The provider's own site or app.
    Official,
    /// Somebody said so; shown with a warning until it is confirmed.
    Told,
}

/// Something to call or to look up, with where it came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Sourced {
    /// As printed there.
    pub value: String,
    /// Where.
    pub from: Origin,
    /// When somebody last looked.
    #[ts(type = "string")]
    pub seen_on: Day,
}

/// What a provider does for the shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProviderKind {
    /// The bank or payment company that settles cards.
    Acquirer,
    /// A wallet, as WeChat Pay or Alipay.
    Wallet,
    /// Whoever looks after the terminal.
    Service,
    /// Internet or mobile data.
    Network,
}

/// A payment company's licence as the central bank's public list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    /// The company that holds it; an agent's brand is not the holder.
    pub holder: String,
    /// Its number.
    pub number: String,
    /// What it allows, and where.
    pub business: String,
    /// The last day of it.
    #[ts(type = "string | null")]
    pub expires_on: Option<Day>,
    /// When somebody looked it up.
    #[ts(type = "string")]
    pub looked_up_on: Day,
}

impl Licence {
    fn says_something(&self) -> bool {
        [&self.holder, &self.number, &self.business]
            .iter()
            .any(|text| !text.is_empty())
    }
}

/// A contact card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// Stable id, `provider-1`.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// What it does here.
    pub kind: ProviderKind,
    /// The number for merchants.
    pub hotline: Option<Sourced>,
    /// Its official site or app.
    pub site: Option<Sourced>,
    /// The branch that looks after the shop.
    pub branch: Option<Sourced>,
    /// 商户编号.
    pub merchant_no: String,
    /// Its licence, as looked up.
    pub licence: Option<Licence>,
    /// Anything else.
    pub note: String,
    /// No longer used.
    pub retired: bool,
}

/// How a terminal came to the shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GotFrom {
    /// Applied for at the bank or the licensed company itself.
    Official,
    /// Through somebody in between.
    Agent,
    /// Nobody remembers.
    Unknown,
}

/// A device that takes payments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Terminal {
    /// Stable id, `terminal-1`.
    pub id: String,
    /// What people call it, `Counter`.
    pub name: String,
    /// The till it stands at; empty where it is carried around.
    pub till: String,
    /// What it takes: cards, codes, or both.
    pub lanes: Vec<Lane>,
    /// Whom to call about it; empty where none was named.
    pub provider: String,
    /// 终端编号, eight letters or digits.
    pub terminal_no: String,
    /// Maker and model.
    pub model: String,
    /// The maker's number.
    pub serial_no: String,
    /// What its own lights and sounds mean.
    pub lights: String,
    /// Version of its software.
    pub software: String,
    /// How it came to the shop.
    pub got_from: GotFrom,
    /// The address under which it is registered.
    pub address: String,
    /// No longer used.
    pub retired: bool,
}

/// Somebody who works here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Staff {
    /// Stable id, `staff-1`.
    pub id: String,
    /// What they are called at the till.
    pub name: String,
    /// No longer here.
    pub retired: bool,
}

/// An id that a person could read aloud: `terminal-2`.
fn id(typed: &str) -> Result<(), Refusal> {
    let good = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    // An id stands in every row that names it, so it may hold a person's number as little as a name may.
    let no_number = privacy::mask(typed) == typed;
    if (1..=40).contains(&typed.len()) && typed.bytes().all(good) && no_number {
        return Ok(());
    }
    Err(Refusal::InputInvalid {
        detail: "id: 1 to 40 of a-z, 0-9 and -".to_owned(),
    })
}

fn name(field: &'static str, typed: &str) -> Result<String, Refusal> {
    let name = text::text(field, typed, NAME_LIMIT)?;
    if name.is_empty() {
        return Err(Refusal::NameNeeded {
            field: field.to_owned(),
        });
    }
    Ok(name)
}

fn sourced(
    typed: Option<Sourced>,
    read: impl Fn(&str) -> Result<String, Refusal>,
) -> Result<Option<Sourced>, Refusal> {
    let Some(typed) = typed else { return Ok(None) };
    let value = read(&typed.value)?;
    Ok((!value.is_empty()).then_some(Sourced { value, ..typed }))
}

impl Provider {
    /// Checks what a person entered and brings it into the form in which it is kept.
    pub fn checked(self, today: Day) -> Result<Provider, Refusal> {
        id(&self.id)?;
        let sources = [&self.hotline, &self.site, &self.branch];
        let seen = sources.into_iter().flatten().map(|one| one.seen_on);
        let looked_up = self.licence.iter().map(|one| one.looked_up_on);
        // Nobody has looked tomorrow.
        if seen.chain(looked_up).any(|day| day > today) {
            return Err(Refusal::TimeOutOfRange {
                field: "seen_on".to_owned(),
            });
        }
        let licence = self.licence.map(|licence| {
            Ok::<_, Refusal>(Licence {
                holder: text::text("licence_holder", &licence.holder, NAME_LIMIT)?,
                number: text::number("licence_number", &licence.number, |_| true)?,
                business: text::text("licence_business", &licence.business, NAME_LIMIT)?,
                ..licence
            })
        });
        Ok(Provider {
            name: name("provider", &self.name)?,
            hotline: sourced(self.hotline, |typed| text::dial("hotline", typed))?,
            site: sourced(self.site, |typed| text::of_business("site", typed, 200))?,
            branch: sourced(self.branch, |typed| text::of_business("branch", typed, 200))?,
            merchant_no: text::number("merchant_no", &self.merchant_no, |n| n.len() <= 20)?,
            licence: licence.transpose()?.filter(Licence::says_something),
            note: text::text("note", &self.note, NOTE_LIMIT)?,
            ..self
        })
    }
}

impl Terminal {
    /// Checks what a person entered and brings it into the form in which it is kept.
    pub fn checked(mut self, shop: &Shop, providers: &[Provider]) -> Result<Terminal, Refusal> {
        id(&self.id)?;
        if !self.till.is_empty() {
            shop.till(Some(&self.till))?;
        }
        if !self.provider.is_empty() && !providers.iter().any(|one| one.id == self.provider) {
            return Err(Refusal::ProviderUnknown {
                provider: self.provider,
            });
        }
        self.lanes.sort_unstable();
        self.lanes.dedup();
        self.lanes.retain(|lane| *lane != Lane::Cash);
        if self.lanes.is_empty() {
            return Err(Refusal::LanesNeeded {});
        }
        Ok(Terminal {
            name: name("terminal", &self.name)?,
            // ISO 8583 field 41.
            terminal_no: text::number("terminal_no", &self.terminal_no, |n| n.len() <= 15)?,
            model: text::text("model", &self.model, NAME_LIMIT)?,
            serial_no: text::number("serial_no", &self.serial_no, |_| true)?,
            lights: text::text("lights", &self.lights, NOTE_LIMIT)?,
            software: text::text("software", &self.software, NAME_LIMIT)?,
            address: text::of_business("registered_address", &self.address, 200)?,
            ..self
        })
    }
}

impl Staff {
    /// Checks what a person entered and brings it into the form in which it is kept.
    pub fn checked(self) -> Result<Staff, Refusal> {
        id(&self.id)?;
        Ok(Staff {
            name: name("staff", &self.name)?,
            ..self
        })
    }
}

#[cfg(test)]
#[path = "contact_tests.rs"]
mod tests;
