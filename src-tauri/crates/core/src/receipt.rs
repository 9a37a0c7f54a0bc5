//! Receipts: what a slip says, field by field, so that it can be found and matched later.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::card::CardMask;
use crate::text::{self, NAME_LIMIT, NOTE_LIMIT};
use crate::time::instant_text;
use crate::{Fen, Refusal};

/// What kind of slip it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SlipKind {
    /// 消费.
    #[default]
    Sale,
    /// 消费撤销, on the day of the sale.
    Void,
    /// 退货.
    Refund,
    /// 预授权 and its completion.
    PreAuth,
    /// 交易查询, a print of the last transaction.
    Query,
    /// A wallet's record.
    Wallet,
}

/// A receipt as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Receipt {
    /// What kind of slip.
    pub kind: SlipKind,
    /// When, as the slip says.
    #[serde(with = "instant_text")]
    pub at: DateTime<Utc>,
    /// The amount of the sale.
    pub amount_fen: Fen,
    /// 小费.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub tip_fen: Option<Fen>,
    /// The shop's terminal, `terminal-1`; empty where it is none of the list.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub terminal: String,
    /// 商户名称 as printed.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub merchant_name: String,
    /// 商户编号 as printed.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub merchant_no: String,
    /// 终端编号 as printed.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub terminal_no: String,
    /// 操作员.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub operator: String,
    /// 发卡行.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub issuer: String,
    /// 收单行.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub acquirer: String,
    /// 卡号, six and four.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub card: Option<CardMask>,
    /// 批次号, six digits.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub batch: String,
    /// 凭证号, six digits.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub trace: String,
    /// 授权码, six letters or digits.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub auth: String,
    /// 参考号, twelve letters or digits; a wallet's order number is longer.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub reference: String,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub note: String,
    /// Pictures or a PDF of it: ids of attachments.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub attachments: Vec<String>,
}

/// A receipt as typed.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct ReceiptForm {
    /// A sale when left out.
    pub kind: Option<SlipKind>,
    /// `2026-11-23 12:31` or `…:05` in the shop's zone, or RFC 3339; now when left out.
    pub at: Option<String>,
    /// `128.00`.
    pub amount: String,
    /// `5.00`.
    pub tip: Option<String>,
    /// The shop's terminal.
    pub terminal: Option<String>,
    /// As printed.
    pub merchant_name: Option<String>,
    /// As printed.
    pub merchant_no: Option<String>,
    /// As printed.
    pub terminal_no: Option<String>,
    /// As printed.
    pub operator: Option<String>,
    /// As printed.
    pub issuer: Option<String>,
    /// As printed.
    pub acquirer: Option<String>,
    /// Six and four, or the last four.
    pub card: Option<String>,
    /// Six digits.
    pub batch: Option<String>,
    /// Six digits.
    pub trace: Option<String>,
    /// Six letters or digits.
    pub auth: Option<String>,
    /// Twelve letters or digits.
    pub reference: Option<String>,
    /// Anything else.
    pub note: Option<String>,
    /// Ids of files brought in before.
    pub attachments: Option<Vec<String>>,
}

/// Most files of one receipt.
pub const MOST_FILES: usize = 20;

impl ReceiptForm {
    /// Reads every field, in the order of the slip, and refuses the first that cannot be.
    pub fn read(&self, zone: Tz, now: DateTime<Utc>) -> Result<Receipt, Refusal> {
        let name = |field, typed: &Option<String>| {
            text::text(field, typed.as_deref().unwrap_or_default(), NAME_LIMIT)
        };
        let attachments = self.attachments.clone().unwrap_or_default();
        if attachments.len() > MOST_FILES {
            return Err(Refusal::TooManyFiles { max: MOST_FILES });
        }
        let amount_fen = Fen::of_sale("amount", &self.amount)?;
        let at = match given(&self.at) {
            "" => now,
            typed => slip_time(typed, zone, now)?,
        };
        let tip_fen = match given(&self.tip) {
            "" => None,
            typed => Some(Fen::of_sale("tip", typed)?),
        };
        Ok(Receipt {
            kind: self.kind.unwrap_or_default(),
            at,
            amount_fen,
            tip_fen,
            terminal: given(&self.terminal).to_owned(),
            merchant_name: name("merchant_name", &self.merchant_name)?,
            // ISO 8583 fields 42 and 41; a wallet numbers its partners differently.
            merchant_no: text::number("merchant_no", given(&self.merchant_no), |n| n.len() <= 20)?,
            terminal_no: text::number("terminal_no", given(&self.terminal_no), |n| n.len() <= 15)?,
            operator: name("operator", &self.operator)?,
            issuer: name("issuer", &self.issuer)?,
            acquirer: name("acquirer", &self.acquirer)?,
            card: CardMask::read(given(&self.card))?,
            batch: six_digits("batch", given(&self.batch))?,
            trace: six_digits("trace", given(&self.trace))?,
            auth: auth(given(&self.auth))?,
            reference: reference(given(&self.reference))?,
            note: text::text("note", given(&self.note), NOTE_LIMIT)?,
            attachments,
        })
    }
}

fn given(typed: &Option<String>) -> &str {
    typed.as_deref().unwrap_or_default().trim()
}

/// ISO 8583 field 11: six digits, with the noughts in front that a person leaves out.
pub fn six_digits(field: &'static str, typed: &str) -> Result<String, Refusal> {
    let number = text::number(field, typed, |_| true)?;
    if number.is_empty() {
        return Ok(number);
    }
    if number.len() > 6 || !number.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Refusal::DigitsNeeded {
            field: field.to_owned(),
            count: 6,
        });
    }
    Ok(format!("{number:0>6}"))
}

/// ISO 8583 field 37: twelve letters or digits. A wallet's order number has up to 32 digits.
pub fn reference(typed: &str) -> Result<String, Refusal> {
    let number = text::number("reference", typed, |_| true)?;
    let wallet = number.len() > 19 && number.bytes().all(|b| b.is_ascii_digit());
    if number.is_empty() || number.len() == 12 || wallet {
        return Ok(number);
    }
    Err(Refusal::DigitsNeeded {
        field: "reference".to_owned(),
        count: 12,
    })
}

/// ISO 8583 field 38: six letters or digits.
fn auth(typed: &str) -> Result<String, Refusal> {
    let number = text::number("auth", typed, |_| true)?;
    if number.is_empty() || number.len() == 6 {
        return Ok(number);
    }
    Err(Refusal::DigitsNeeded {
        field: "auth".to_owned(),
        count: 6,
    })
}

/// When a slip says that it was: in the shop's zone unless it brings one along. Not in the future, for a
/// slip is printed afterwards; a day's grace for a terminal whose clock is off.
pub fn slip_time(typed: &str, zone: Tz, now: DateTime<Utc>) -> Result<DateTime<Utc>, Refusal> {
    let plain = text::plain(typed).replace('/', "-");
    let plain = plain.trim();
    let unreadable = || Refusal::TimeUnreadable {
        field: "at".to_owned(),
    };
    let local = |form: &str| NaiveDateTime::parse_from_str(plain, form).ok();
    let forms = [
        "%Y-%m-%d %H:%M:%S",
        "%Y-%m-%d %H:%M",
        "%Y-%m-%dT%H:%M:%S",
        "%Y-%m-%dT%H:%M",
    ];
    let at = match forms.into_iter().find_map(local) {
        // The earlier of two where clocks were set back; a time that was skipped counts from before.
        Some(local) => local
            .and_local_timezone(zone)
            .earliest()
            .or_else(|| {
                (local - TimeDelta::hours(1))
                    .and_local_timezone(zone)
                    .earliest()
            })
            .ok_or_else(unreadable)?
            .to_utc(),
        None => DateTime::parse_from_rfc3339(plain)
            .map_err(|_| unreadable())?
            .to_utc(),
    };
    let first = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default();
    if at > now + TimeDelta::days(1) || at.date_naive() < first {
        return Err(Refusal::TimeOutOfRange {
            field: "at".to_owned(),
        });
    }
    Ok(at)
}

#[cfg(test)]
#[path = "receipt_tests.rs"]
mod tests;
