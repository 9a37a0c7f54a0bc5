//! Every door of the app through which words come in.

use std::ops::Deref;

use kaizhang_app::{Caller, Offered, Piece, Refusal};
use serde_json::{Value, json};

/// A shop with an incident, a sale in doubt, a receipt and a case.
pub struct Shop {
    pub shop: kaizhang_it::Shop,
    day: std::cell::Cell<u32>,
    sale: String,
}

impl Deref for Shop {
    type Target = kaizhang_it::Shop;

    fn deref(&self) -> &kaizhang_it::Shop {
        &self.shop
    }
}

type Answer = Result<Value, Refusal>;

/// A door: its name, how many characters fit, and how words go through it.
pub struct Door(pub &'static str, pub usize, pub fn(&Shop, &str) -> Answer);

const NOTE: usize = 3_900;
const LINE: usize = 190;
const NAME: usize = 80;

impl Shop {
    pub fn new() -> Shop {
        let shop =
            kaizhang_it::Shop::set_up("2026-01-01T00:40:00Z", "小李", set_up("示例面馆", "前台"));
        let mut shop = Shop {
            shop,
            day: 0.into(),
            sale: String::new(),
        };
        shop.call("put_provider", provider(json!({}))).unwrap();
        shop.call(
            "open_incident",
            json!({ "form": { "symptom": "wont-start" } }),
        )
        .unwrap();
        let second = shop
            .call("open_incident", json!({ "form": { "code": "96" } }))
            .unwrap();
        shop.sale = second["sales"][0]["id"].as_str().unwrap().to_owned();
        shop.call("add_receipt", json!({ "form": { "amount": "1" } }))
            .unwrap();
        shop.call("open_dispute", json!({ "form": { "kind": "retrieval" } }))
            .unwrap();
        shop
    }

    /// The next morning.
    pub fn next_day(&self) {
        self.day.set(self.day.get() + 1);
        self.outside.pass(std::time::Duration::from_secs(86_400));
    }

    /// A command on the first incident, then another that puts it back as it was.
    fn and_back(&self, name: &str, input: Value, back: &str) -> Answer {
        let answer = self.call(name, input)?;
        self.call(back, json!({ "incident": "1" }))?;
        Ok(answer)
    }

    fn form(&self, form: Value) -> Answer {
        self.call("amend_incident", json!({ "incident": "1", "form": form }))
    }

    fn noted(&self, note: Value) -> Answer {
        self.call("note_incident", json!({ "incident": "1", "note": note }))
    }

    fn dialled(&self, field: &str, text: &str) -> Answer {
        let mut note = json!({ "kind": "call" });
        note[field] = json!(text);
        self.noted(note)
    }

    fn sold(&self, form: Value) -> Answer {
        self.call("amend_sale", json!({ "sale": self.sale, "form": form }))
    }

    fn slip(&self, field: &str, text: &str) -> Answer {
        let mut form = json!({ "amount": "128" });
        form[field] = json!(text);
        self.call("amend_receipt", json!({ "receipt": "1", "form": form }))
    }

    fn disputed(&self, form: Value) -> Answer {
        self.call("amend_dispute", json!({ "dispute": "1", "form": form }))
    }

    fn not_needed(&self, why: &str) -> Answer {
        let link = json!({ "to": "not_needed", "piece": "order", "why": why });
        self.call("link_dispute", json!({ "dispute": "1", "links": [link] }))
    }

    fn needed(&self, why: &str) -> Answer {
        let off = json!({ "dispute": "1", "key": "not_needed:order", "why": why });
        self.call("unlink_dispute", off)
    }

    /// Sends an answer, then opens the case for the next door.
    fn sent(&self, form: Value) -> Answer {
        let answer = self.call("submit_dispute", json!({ "dispute": "1", "form": form }))?;
        self.call("reopen_dispute", json!({ "dispute": "1" }))?;
        Ok(answer)
    }

    fn closed(&self, note: &str) -> Answer {
        let end = json!({ "dispute": "1", "outcome": "won", "note": note });
        self.call("close_dispute", end)
    }

    fn provided(&self, change: Value) -> Answer {
        self.call("put_provider", provider(change))
    }

    fn device(&self, change: Value) -> Answer {
        let mut terminal = json!({
            "id": "terminal-1", "name": "POS", "till": "", "lanes": ["card"], "provider": "",
            "terminal_no": "", "model": "", "serial_no": "", "lights": "", "software": "",
            "got_from": "official", "address": "", "retired": false,
        });
        merge(&mut terminal, change);
        self.call("put_terminal", terminal)
    }

    fn coded(&self, meaning: &str, advice: &str) -> Answer {
        let text = json!({ "code": "N7", "meaning": meaning, "advice": advice, "from": "owner", "provider": null });
        self.call("put_code_text", text)
    }

    fn mark(&self, mut mark: Value) -> Answer {
        mark["result"] = json!("fail");
        self.call("mark_item", mark)
    }

    fn placed(&self, place: Value) -> Answer {
        self.call("keep_place", json!({ "place": place }))
    }
}

fn set_up(name: &str, till: &str) -> Value {
    json!({ "name": name, "lanes": ["card", "qr", "cash"], "zone": "Asia/Shanghai", "tills": [{ "id": "till-1", "name": till }] })
}

fn provider(change: Value) -> Value {
    let mut provider = json!({
        "id": "provider-1", "name": "银行", "kind": "acquirer", "hotline": null, "site": null, "branch": null,
        "merchant_no": "", "licence": null, "note": "", "retired": false,
    });
    merge(&mut provider, change);
    provider
}

fn merge(into: &mut Value, change: Value) {
    if let Value::Object(change) = change {
        for (key, value) in change {
            into[key] = value;
        }
    }
}

fn sourced(text: &str) -> Value {
    json!({ "value": text, "from": "told", "seen_on": "2026-01-01" })
}

fn licence(field: &str, text: &str) -> Value {
    let mut licence = json!({ "holder": "某公司", "number": "Z1", "business": "收单", "expires_on": null, "looked_up_on": "2026-01-01" });
    licence[field] = json!(text);
    json!({ "licence": licence })
}

/// Doors for words: whatever number is in them is masked.
pub const WORDS: [Door; 55] = [
    Door("mark.note", NOTE, |s, t| {
        s.mark(json!({ "item": "account-normal", "note": t }))
    }),
    Door("mark.value", NAME, |s, t| {
        s.call(
            "mark_item",
            json!({ "item": "upkeep-software", "result": "pass", "value": t }),
        )
    }),
    Door("finish.note", NOTE, |s, t| {
        let answer = s.call("finish_opening", json!({ "note": t }))?;
        s.next_day();
        Ok(answer)
    }),
    Door("plan_days.note", NOTE, |s, t| {
        s.call(
            "plan_days",
            json!({ "from": "2027-01-01", "plan": "closed", "note": t }),
        )
    }),
    Door("shop.name", NAME, |s, t| {
        s.call("set_up_shop", set_up(t, "前台"))
    }),
    Door("till.name", NAME, |s, t| {
        s.call("set_up_shop", set_up("面馆", t))
    }),
    Door("open.note", NOTE, |s, t| {
        s.call("open_incident", json!({ "form": { "note": t } }))
    }),
    Door("open.screen", NAME, |s, t| {
        s.call("open_incident", json!({ "form": { "screen": t } }))
    }),
    Door("open.sale.note", NOTE, |s, t| {
        s.call(
            "open_incident",
            json!({ "form": { "note": "?" }, "sale": { "note": t } }),
        )
    }),
    Door("amend.note", NOTE, |s, t| s.form(json!({ "note": t }))),
    Door("amend.screen", NAME, |s, t| s.form(json!({ "screen": t }))),
    Door("amend.item", NAME, |s, t| s.form(json!({ "item": t }))),
    Door("said", NOTE, |s, t| {
        s.noted(json!({ "kind": "said", "text": t }))
    }),
    Door("call.said", NOTE, |s, t| s.dialled("said", t)),
    Door("call.answered_by", NAME, |s, t| s.dialled("answered_by", t)),
    Door("call.ticket", NAME, |s, t| s.dialled("ticket", t)),
    Door("assign.owner", NAME, |s, t| {
        s.call("assign_incident", json!({ "incident": "1", "owner": t }))
    }),
    Door("resolve.how", NOTE, |s, t| {
        s.and_back(
            "resolve_incident",
            json!({ "incident": "1", "how": t }),
            "reopen_incident",
        )
    }),
    Door("reopen.why", NOTE, |s, t| {
        // Refused words must not leave it resolved for the next door.
        s.call("resolve_incident", json!({ "incident": "1" }))?;
        let answer = s.call("reopen_incident", json!({ "incident": "1", "why": t }));
        if answer.is_err() {
            s.call("reopen_incident", json!({ "incident": "1" }))?;
        }
        answer
    }),
    Door("sale.note", NOTE, |s, t| s.sold(json!({ "note": t }))),
    Door("settle.note", NOTE, |s, t| {
        let form = json!({ "sale": s.sale, "form": { "how": "settled", "note": t } });
        let answer = s.call("settle_sale", form)?;
        s.call("reopen_sale", json!({ "sale": s.sale }))?;
        Ok(answer)
    }),
    Door("reopen_sale.why", NOTE, |s, t| {
        s.call(
            "settle_sale",
            json!({ "sale": s.sale, "form": { "how": "settled", "note": "有" } }),
        )?;
        let answer = s.call("reopen_sale", json!({ "sale": s.sale, "why": t }));
        if answer.is_err() {
            s.call("reopen_sale", json!({ "sale": s.sale }))?;
        }
        answer
    }),
    Door("add_receipt.note", NOTE, |s, t| {
        s.call(
            "add_receipt",
            json!({ "form": { "amount": "1", "note": t } }),
        )
    }),
    Door("receipt.note", NOTE, |s, t| s.slip("note", t)),
    Door("receipt.merchant_name", NAME, |s, t| {
        s.slip("merchant_name", t)
    }),
    Door("receipt.operator", NAME, |s, t| s.slip("operator", t)),
    Door("receipt.issuer", NAME, |s, t| s.slip("issuer", t)),
    Door("receipt.acquirer", NAME, |s, t| s.slip("acquirer", t)),
    Door("open_dispute.said", NOTE, |s, t| {
        s.call("open_dispute", json!({ "form": { "said": t } }))
    }),
    Door("dispute.channel", NAME, |s, t| {
        s.disputed(json!({ "channel": t }))
    }),
    Door("dispute.said", NOTE, |s, t| {
        s.disputed(json!({ "said": t }))
    }),
    Door("dispute.story", NOTE, |s, t| {
        s.disputed(json!({ "story": t }))
    }),
    Door("link.why", NOTE, |s, t| {
        let answer = s.not_needed(t)?;
        s.needed("")?;
        Ok(answer)
    }),
    Door("unlink.why", NOTE, |s, t| {
        s.not_needed("没有")?;
        s.needed(t).or_else(|no| s.needed("").and(Err(no)))
    }),
    Door("submit.way", NAME, |s, t| s.sent(json!({ "way": t }))),
    Door("submit.note", NOTE, |s, t| {
        s.sent(json!({ "way": "邮件", "note": t }))
    }),
    Door("close_dispute.note", NOTE, |s, t| {
        let answer = s.closed(t)?;
        s.call("reopen_dispute", json!({ "dispute": "1" }))?;
        Ok(answer)
    }),
    Door("reopen_dispute.why", NOTE, |s, t| {
        // Refused words must not leave it closed for the next door.
        s.closed("好了")?;
        let answer = s.call("reopen_dispute", json!({ "dispute": "1", "why": t }));
        if answer.is_err() {
            s.call("reopen_dispute", json!({ "dispute": "1" }))?;
        }
        answer
    }),
    Door("provider.name", NAME, |s, t| {
        s.provided(json!({ "name": t }))
    }),
    Door("provider.note", NOTE, |s, t| {
        s.provided(json!({ "note": t }))
    }),
    Door("provider.site", LINE, |s, t| {
        s.provided(json!({ "site": sourced(t) }))
    }),
    Door("provider.branch", LINE, |s, t| {
        s.provided(json!({ "branch": sourced(t) }))
    }),
    Door("licence.holder", NAME, |s, t| {
        s.provided(licence("holder", t))
    }),
    Door("licence.business", NAME, |s, t| {
        s.provided(licence("business", t))
    }),
    Door("terminal.name", NAME, |s, t| s.device(json!({ "name": t }))),
    Door("terminal.model", NAME, |s, t| {
        s.device(json!({ "model": t }))
    }),
    Door("terminal.lights", NOTE, |s, t| {
        s.device(json!({ "lights": t }))
    }),
    Door("terminal.software", NAME, |s, t| {
        s.device(json!({ "software": t }))
    }),
    Door("terminal.address", LINE, |s, t| {
        s.device(json!({ "address": t }))
    }),
    Door("staff.name", NAME, |s, t| {
        s.call(
            "put_staff",
            json!({ "id": "staff-1", "name": t, "retired": false }),
        )
    }),
    Door("code.meaning", NOTE, |s, t| s.coded(t, "")),
    Door("code.advice", NOTE, |s, t| s.coded("", t)),
    Door("rotate_key.note", NOTE, |s, t| {
        s.call("rotate_key", json!({ "note": t }))
    }),
    Door("note_anchor.to", NAME, |s, t| {
        s.call("note_anchor", json!({ "way": "sent", "to": t }))
    }),
    Door("caller", NAME, |s, t| {
        let caller = Caller {
            staff: t.to_owned(),
        };
        s.app.call(
            &caller,
            "note_incident",
            json!({ "incident": "1", "note": { "kind": "said", "text": "好" } }),
        )
    }),
];

/// Doors that keep what they can and never refuse: drafts, and names of files.
pub const LENIENT: [Door; 5] = [
    Door("place.note", NOTE, |s, t| {
        s.placed(json!({ "drafts": { "a": { "note": t } } }))
    }),
    Door("place.key", NAME, |s, t| {
        s.placed(json!({ "drafts": { t: [1, t] } }))
    }),
    Door("place.whole", NOTE, |s, t| s.placed(json!(t))),
    Door("handed.name", NAME, |s, t| {
        let piece = Piece {
            file: None,
            name: t,
            at: 0,
        };
        s.app
            .hand_over(&Caller::default(), &piece, &mut &b"piece"[..])
    }),
    Door("file.name", NAME, |s, t| {
        s.app.attach(
            &Caller::default(),
            &Offered::named(t),
            &mut t.len().to_le_bytes().as_slice(),
        )
    }),
];

/// Doors for numbers that a bank or a maker gives, for codes and for ids: a card's number is refused.
pub const NUMBERS: [Door; 27] = [
    Door("provider.merchant_no", NAME, |s, t| {
        s.provided(json!({ "merchant_no": t }))
    }),
    Door("provider.hotline", NAME, |s, t| {
        s.provided(json!({ "hotline": sourced(t) }))
    }),
    Door("provider.id", NAME, |s, t| s.provided(json!({ "id": t }))),
    Door("licence.number", NAME, |s, t| {
        s.provided(licence("number", t))
    }),
    Door("terminal.terminal_no", NAME, |s, t| {
        s.device(json!({ "terminal_no": t }))
    }),
    Door("terminal.serial_no", NAME, |s, t| {
        s.device(json!({ "serial_no": t }))
    }),
    Door("terminal.id", NAME, |s, t| s.device(json!({ "id": t }))),
    Door("terminal.provider", NAME, |s, t| {
        s.device(json!({ "provider": t }))
    }),
    Door("staff.id", NAME, |s, t| {
        s.call(
            "put_staff",
            json!({ "id": t, "name": "李", "retired": false }),
        )
    }),
    Door("call.hotline", NAME, |s, t| s.dialled("hotline", t)),
    Door("call.provider", NAME, |s, t| s.dialled("provider", t)),
    Door("amend.code", NAME, |s, t| s.form(json!({ "code": t }))),
    Door("amend.terminal", NAME, |s, t| {
        s.form(json!({ "terminal": t }))
    }),
    Door("amend.amount", NAME, |s, t| s.form(json!({ "amount": t }))),
    Door("sale.trace", NAME, |s, t| s.sold(json!({ "trace": t }))),
    Door("sale.reference", NAME, |s, t| {
        s.sold(json!({ "reference": t }))
    }),
    Door("receipt.merchant_no", NAME, |s, t| s.slip("merchant_no", t)),
    Door("receipt.reference", NAME, |s, t| s.slip("reference", t)),
    Door("receipt.auth", NAME, |s, t| s.slip("auth", t)),
    Door("receipt.batch", NAME, |s, t| s.slip("batch", t)),
    Door("dispute.notice_no", NAME, |s, t| {
        s.disputed(json!({ "notice_no": t }))
    }),
    Door("dispute.reference", NAME, |s, t| {
        s.disputed(json!({ "reference": t }))
    }),
    Door("dispute.trace", NAME, |s, t| {
        s.disputed(json!({ "trace": t }))
    }),
    Door("dispute.amount", NAME, |s, t| {
        s.disputed(json!({ "amount": t }))
    }),
    Door("dispute.provider", NAME, |s, t| {
        s.disputed(json!({ "provider": t }))
    }),
    Door("code.code", NAME, |s, t| {
        s.call(
            "put_code_text",
            json!({ "code": t, "meaning": "m", "advice": "", "from": "owner", "provider": null }),
        )
    }),
    Door("till.id", NAME, |s, t| {
        s.call(
            "set_up_shop",
            json!({ "name": "面馆", "lanes": ["cash"], "tills": [{ "id": t, "name": "" }] }),
        )
    }),
];
