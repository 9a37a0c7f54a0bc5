//! What happens in the demo shop once the door is open: slips, and now and then a payment that fails. Everything is
//! settled on its own day, so that today begins with nothing in doubt.

use chrono::TimeDelta;
use kaizhang_core::Fen;
use kaizhang_core::card::CardMask;
use kaizhang_core::codes::Cause;
use kaizhang_core::fact::{
    Fact, IncidentNoted, IncidentOpened, IncidentResolved, ReceiptAdded, SaleLeftPending,
    SaleSettled,
};
use kaizhang_core::guide::LaneEffect;
use kaizhang_core::incident::{Call, Details, Note, Resolution};
use kaizhang_core::receipt::{Receipt, SlipKind};
use kaizhang_core::sale::Settlement;
use kaizhang_core::shop::{Lane, Till};
use kaizhang_core::time::{self, ClockTime, Day};
use kaizhang_store::Tx;

use super::{Staged, desk};
use crate::outside::Outside;
use crate::{Refusal, shops};

/// What a shop can tell of one kind of trouble.
struct Trouble {
    symptom: &'static str,
    cause: Cause,
    lane: Lane,
    effect: LaneEffect,
    notes: &'static [&'static str],
    said: &'static str,
    how: &'static str,
    /// One in so many days.
    rarity: u64,
}

const TROUBLES: [Trouble; 4] = [
    Trouble {
        symptom: "network",
        cause: Cause::Network,
        lane: Lane::Card,
        effect: LaneEffect::Stopped,
        notes: &[
            "外网断开，刷卡扫码都不行",
            "路由器红灯，网页打不开",
            "宽带时断时续",
        ],
        said: "宽带客服说这一片在检修",
        how: "重启路由器后恢复",
        rarity: 24,
    },
    Trouble {
        symptom: "wont-print",
        cause: Cause::Machine,
        lane: Lane::Card,
        effect: LaneEffect::Slowed,
        notes: &["小票打不出来，纸卷卡住", "打印很淡，看不清凭证号"],
        said: "先给客人看屏幕上的结果",
        how: "换了一卷纸，清了打印头",
        rarity: 40,
    },
    Trouble {
        symptom: "qr-failed",
        cause: Cause::Provider,
        lane: Lane::Qr,
        effect: LaneEffect::Slowed,
        notes: &["扫码一直转圈，提示系统繁忙"],
        said: "收单机构说十分钟内恢复",
        how: "对方系统恢复，试扫一分钱成功",
        rarity: 55,
    },
    Trouble {
        symptom: "no-response",
        cause: Cause::Machine,
        lane: Lane::Card,
        effect: LaneEffect::Stopped,
        notes: &["POS 机按键没反应", "待机画面卡住"],
        said: "请客人先扫码",
        how: "关机一分钟再开，好了",
        rarity: 70,
    },
];

/// One trading day of one till.
struct Trading<'a> {
    tx: &'a Tx<'a>,
    staged: &'a std::sync::Arc<Staged>,
    till: &'a str,
    day: Day,
}

/// Fills the hours after the opening.
pub(super) fn fill(
    tx: &Tx<'_>,
    staged: &std::sync::Arc<Staged>,
    tills: &[Till],
    day: Day,
) -> Result<(), Refusal> {
    for till in tills {
        let trading = Trading {
            tx,
            staged,
            till: &till.id,
            day,
        };
        for trouble in &TROUBLES {
            if staged.draw(|chance| chance.one_in(trouble.rarity)) {
                trading.trouble(trouble)?;
            }
        }
        if staged.draw(|chance| chance.one_in(60)) {
            trading.doubt()?;
        }
        if staged.draw(|chance| chance.one_in(4)) {
            trading.at(12, 18)?;
            let receipt = trading.receipt("");
            trading.append(receipt)?;
        }
    }
    Ok(())
}

impl Trading<'_> {
    /// Moves the clock to some minute from one hour to another, never back.
    fn at(&self, from: u16, to: u16) -> Result<(), Refusal> {
        let zone = shops::shop(self.tx)?.zone;
        let minute = self
            .staged
            .draw(|chance| chance.below(u64::from(to - from) * 60));
        let opens = ClockTime::new(from, 0).unwrap_or(ClockTime::DEFAULT_CUT_OFF);
        let begin = time::instant(self.day, opens, zone, ClockTime::DEFAULT_CUT_OFF);
        let wished = begin + TimeDelta::minutes(minute as i64);
        let next = self.staged.now() + TimeDelta::minutes(1);
        self.staged.set(wished.max(next));
        Ok(())
    }

    /// Lets some minutes pass.
    fn wait(&self, least: u64, most: u64) {
        let minutes = least + self.staged.draw(|chance| chance.below(most - least));
        self.staged.pass(TimeDelta::minutes(minutes as i64));
    }

    fn append(&self, fact: Fact) -> Result<String, Refusal> {
        let desk = desk(self.staged, "早班");
        let stamp = desk.stamp(desk.moment(&shops::shop(self.tx)?));
        self.tx.append(&stamp, fact)?;
        Ok(stamp.id)
    }

    fn note(&self, incident: &str, note: Note) -> Result<(), Refusal> {
        let incident = incident.to_owned();
        self.append(IncidentNoted { incident, note }.into())?;
        Ok(())
    }

    fn resolve(&self, incident: String, how: &str, loss_fen: Option<Fen>) -> Result<(), Refusal> {
        let resolution = Resolution {
            how: how.to_owned(),
            proof: Vec::new(),
            loss_fen,
        };
        self.append(
            IncidentResolved {
                incident,
                resolution,
            }
            .into(),
        )?;
        Ok(())
    }

    fn details(&self, lane: Lane, cause: Cause, effect: LaneEffect) -> Details {
        Details {
            till: self.till.to_owned(),
            terminal: String::new(),
            lane: Some(lane),
            symptom: String::new(),
            code: String::new(),
            screen: String::new(),
            amount_fen: None,
            card: None,
            item: String::new(),
            cause: Some(cause),
            lane_effect: effect,
            note: String::new(),
        }
    }

    /// Something does not work, somebody says so, and later it works again.
    fn trouble(&self, trouble: &Trouble) -> Result<(), Refusal> {
        self.at(10, 19)?;
        let which = self
            .staged
            .draw(|chance| chance.below(trouble.notes.len() as u64));
        let note = trouble
            .notes
            .get(which as usize)
            .copied()
            .unwrap_or_default();
        let details = Details {
            symptom: trouble.symptom.to_owned(),
            note: note.to_owned(),
            ..self.details(trouble.lane, trouble.cause, trouble.effect)
        };
        let incident = self.append(
            IncidentOpened {
                day: self.day,
                details,
                attachments: Vec::new(),
            }
            .into(),
        )?;
        self.wait(2, 8);
        if self.staged.draw(|chance| chance.one_in(2)) {
            let text = trouble.said.to_owned();
            self.note(&incident, Note::Said { text })?;
        } else {
            let call = Call {
                hotline: "95516".to_owned(),
                answered_by: format!(
                    "{} 号客服",
                    100 + self.staged.draw(|chance| chance.below(800))
                ),
                waited_s: 40 + self.staged.draw(|chance| chance.below(200)) as u32,
                lasted_s: 90 + self.staged.draw(|chance| chance.below(240)) as u32,
                said: trouble.said.to_owned(),
                ..Call::default()
            };
            self.note(&incident, Note::Call(call))?;
        }
        self.wait(3, 50);
        let lost = self
            .staged
            .draw(|chance| chance.one_in(3).then(|| 20 + chance.below(180)));
        self.resolve(
            incident,
            trouble.how,
            lost.map(|yuan| Fen(yuan as i64 * 100)),
        )
    }

    /// A code that leaves the sale in doubt, until a slip shows that it went through.
    fn doubt(&self) -> Result<(), Refusal> {
        self.at(11, 20)?;
        let amount = self.amount();
        let card = self.card();
        let details = Details {
            code: String::from("96"),
            amount_fen: Some(amount),
            card: card.clone(),
            note: "客人说短信已经扣款".to_owned(),
            ..self.details(Lane::Card, Cause::Provider, LaneEffect::None)
        };
        let opened = IncidentOpened {
            day: self.day,
            details,
            attachments: Vec::new(),
        };
        let incident = self.append(opened.into())?;
        let sale = self.append(
            SaleLeftPending {
                till: self.till.to_owned(),
                day: self.day,
                incident: incident.clone(),
                terminal: String::new(),
                lane: Some(Lane::Card),
                amount_fen: Some(amount),
                card: card.clone(),
                code: String::from("96"),
                trace: String::new(),
                reference: String::new(),
                at: self.staged.now(),
                note: String::new(),
            }
            .into(),
        )?;
        self.wait(10, 60);
        let Fact::ReceiptAdded(added) = self.receipt("补打的末笔小票") else {
            return Ok(());
        };
        let slip = ReceiptAdded {
            receipt: Receipt {
                amount_fen: amount,
                card,
                kind: SlipKind::Query,
                ..added.receipt
            },
            ..added
        };
        let receipt = self.append(slip.into())?;
        let settled = SaleSettled {
            sale,
            how: Settlement::Settled,
            note: "末笔查到，钱已到账".to_owned(),
            step: String::new(),
            receipt,
            attachments: Vec::new(),
        };
        self.append(settled.into())?;
        self.resolve(incident, "查到这笔成功，没有再收", None)
    }

    fn amount(&self) -> Fen {
        let jiao = 80 + self.staged.draw(|chance| chance.below(2_400));
        Fen(jiao as i64 * 10)
    }

    fn card(&self) -> Option<CardMask> {
        let last = self.staged.draw(|chance| chance.below(10_000));
        CardMask::read(&format!("622202******{last:04}"))
            .ok()
            .flatten()
    }

    /// A slip of this minute.
    fn receipt(&self, note: &str) -> Fact {
        let digits = |below: u64| self.staged.draw(|chance| chance.below(below));
        let receipt = Receipt {
            kind: SlipKind::Sale,
            at: self.staged.now(),
            amount_fen: self.amount(),
            tip_fen: None,
            terminal: String::new(),
            merchant_name: "示例面馆".to_owned(),
            merchant_no: "822100058120117".to_owned(),
            terminal_no: "82100117".to_owned(),
            operator: "01".to_owned(),
            issuer: ["工商银行", "建设银行", "招商银行", "农业银行"][digits(4) as usize].to_owned(),
            acquirer: "银联商务".to_owned(),
            card: self.card(),
            batch: format!("{:06}", digits(1_000)),
            trace: format!("{:06}", digits(1_000_000)),
            auth: format!("{:06}", digits(1_000_000)),
            reference: format!("{:012}", digits(1_000_000_000_000)),
            note: note.to_owned(),
            attachments: Vec::new(),
        };
        ReceiptAdded {
            day: self.day,
            receipt,
        }
        .into()
    }
}
