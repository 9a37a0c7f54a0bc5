//! A sale of which nobody knew whether it was charged: what is known of it, and what became of it.

use kaizhang_core::sale::PendingSale;
use kaizhang_report::{Block, Cell, Tone};
use kaizhang_store::View;
use kaizhang_words::args;

use super::said::Said;
use crate::{Refusal, contacts, incidents, receipts, shops};

/// How much it is about, as far as that is known.
pub(super) fn amount(said: &Said<'_>, sale: &PendingSale) -> String {
    match sale.sale.amount_fen {
        Some(fen) => said.words.money(fen.0),
        None => said.words.say("incident-amount-unknown"),
    }
}

/// What became of it and when, in one sentence.
pub(super) fn became(said: &Said<'_>, sale: &PendingSale) -> String {
    let amount = amount(said, sale);
    match &sale.settled {
        None => said
            .words
            .say_with("report-sale-open", &args!["amount" => amount]),
        Some(settled) => {
            let at = said.moment(&settled.at).shown();
            let how = said.of("incident-sale", &settled.how);
            let all = args!["amount" => amount, "how" => how, "at" => at];
            said.words.say_with("report-sale-closed", &all)
        }
    }
}

/// The same set apart, with how that is known.
pub(super) fn note(said: &Said<'_>, sale: &PendingSale) -> Block {
    let mut what = vec![became(said, sale)];
    let settled = sale.settled.as_ref();
    what.extend(settled.map(|settled| settled.note.clone()));
    what.retain(|part| !part.is_empty());
    let tone = settled.map_or(Tone::Bad, |_| Tone::Good);
    Block::Note(tone, what.join("\n"))
}

/// A sale that belongs to a case by itself: what finds it in a bank's books, and what became of it.
pub(super) fn chapter(
    view: &View<'_>,
    said: &Said<'_>,
    has: &contacts::Loaded,
    sale: &PendingSale,
) -> Result<Vec<Block>, Refusal> {
    let about = &sale.sale;
    let words = said.words;
    let incident = args!["no" => incidents::find(view, &about.incident)?.no];
    let mut what = Vec::new();
    what.extend(about.lane.map(|lane| said.of("lane", &lane)));
    if !about.code.is_empty() {
        let code = args!["code" => about.code.as_str()];
        what.push(words.say_with("incident-what-code-bare", &code));
    }
    let card = about.card.as_ref().map(|card| card.as_str().to_owned());
    let settled = sale.settled.as_ref();
    let receipt = match settled.filter(|settled| !settled.receipt.is_empty()) {
        Some(settled) => {
            let no = args!["no" => receipts::find(view, &settled.receipt)?.no];
            words.say_with("report-receipt-no", &no)
        }
        None => String::new(),
    };
    let till = shops::till_named(&has.shop, &about.till);
    let rows = [
        ("report-amount-said", amount(said, sale)),
        (
            "report-opened-at",
            Cell::Moment(said.local(about.at)).shown(),
        ),
        ("report-what", what.join(" · ")),
        ("report-till", said.till(&till)),
        (
            "field-terminal",
            said.terminal(&has.terminals, &about.terminal),
        ),
        ("receipt-card", card.unwrap_or_default()),
        ("field-trace", about.trace.clone()),
        ("field-reference", about.reference.clone()),
        ("field-note", about.note.clone()),
        (
            "report-incidents",
            words.say_with("report-incident-no", &incident),
        ),
        ("report-receipts", receipt),
        (
            "report-settled-by",
            settled.map(|one| one.actor.clone()).unwrap_or_default(),
        ),
    ];
    let known = rows.into_iter().filter(|(_, value)| !value.is_empty());
    let facts = known.map(|(key, value)| (words.say_or(key, key), Cell::Text(value)));
    Ok(vec![Block::Facts(facts.collect()), note(said, sale)])
}
