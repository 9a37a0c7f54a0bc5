//! Whom the shop calls, what stands at its tills, who works here, and its own texts for response codes.

use kaizhang_core::codes::{self, OwnText};
use kaizhang_core::contact::{Provider, Staff, Terminal};
use kaizhang_core::incident::{self, Equipment};
use kaizhang_core::shop::Shop;
use kaizhang_core::text::{self, NOTE_LIMIT};
use kaizhang_core::{Fact, time::Moment};
use kaizhang_store::{Tx, View};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::app::{App, Caller, Desk};
use crate::{Refusal, shops};

/// Input of `show_contacts`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowContacts {}

/// Everything on record about equipment and people; what is no longer used stands last.
#[derive(Debug, Serialize, TS)]
pub struct Contacts {
    providers: Vec<Provider>,
    terminals: Vec<Terminal>,
    staff: Vec<Staff>,
    code_texts: Vec<OwnText>,
}

/// The shop's equipment at one instant.
pub(crate) struct Loaded {
    pub(crate) shop: Shop,
    pub(crate) terminals: Vec<Terminal>,
    pub(crate) providers: Vec<Provider>,
}

impl Loaded {
    pub(crate) fn equipment(&self) -> Equipment<'_> {
        Equipment {
            shop: &self.shop,
            terminals: &self.terminals,
            providers: &self.providers,
        }
    }
}

/// Loads the shop with its terminals and providers.
pub(crate) fn load(view: &View<'_>) -> Result<Loaded, Refusal> {
    Ok(Loaded {
        shop: shops::shop(view)?,
        terminals: view.terminals()?,
        providers: view.providers()?,
    })
}

fn contacts(view: &View<'_>) -> Result<Contacts, Refusal> {
    Ok(Contacts {
        providers: view.providers()?,
        terminals: view.terminals()?,
        staff: view.staff()?,
        code_texts: view.code_texts()?,
    })
}

pub(crate) fn show_contacts(
    app: &App,
    caller: &Caller,
    _: ShowContacts,
) -> Result<Contacts, Refusal> {
    app.begin(&app.desk(caller)?)?;
    app.store.read(|view| contacts(&view))
}

/// Writes one record in a transaction and shows all of them.
fn put(
    app: &App,
    caller: &Caller,
    checked: impl FnOnce(&Tx<'_>) -> Result<Fact, Refusal> + Send + 'static,
) -> Result<Contacts, Refusal> {
    let desk = app.desk(caller)?;
    app.begin(&desk)?;
    app.store.write(move |tx| {
        let moment = now_here(tx, &desk)?;
        let fact = checked(tx)?;
        tx.append(&desk.stamp(moment), fact)?;
        contacts(tx)
    })
}

/// The moment of this instant in the shop.
pub(crate) fn now_here(view: &View<'_>, desk: &Desk) -> Result<Moment, Refusal> {
    Ok(desk.moment(&shops::shop(view)?))
}

pub(crate) fn put_provider(
    app: &App,
    caller: &Caller,
    input: Provider,
) -> Result<Contacts, Refusal> {
    let desk = app.desk(caller)?;
    put(app, caller, move |tx| {
        let today = now_here(tx, &desk)?.day;
        Ok(Fact::ProviderPut(input.checked(today)?))
    })
}

pub(crate) fn put_terminal(
    app: &App,
    caller: &Caller,
    input: Terminal,
) -> Result<Contacts, Refusal> {
    put(app, caller, move |tx| {
        let has = load(tx)?;
        Ok(Fact::TerminalPut(input.checked(&has.shop, &has.providers)?))
    })
}

pub(crate) fn put_staff(app: &App, caller: &Caller, input: Staff) -> Result<Contacts, Refusal> {
    put(app, caller, move |_| Ok(Fact::StaffPut(input.checked()?)))
}

/// Texts that are both empty take the shop's own text away again.
pub(crate) fn put_code_text(
    app: &App,
    caller: &Caller,
    input: OwnText,
) -> Result<Contacts, Refusal> {
    put(app, caller, move |tx| {
        let code = match codes::normalised(&input.code) {
            Some(code) => code,
            None => incident::code(&input.code)?,
        };
        if code.is_empty() {
            return Err(kaizhang_core::Refusal::CodeUnreadable {}.into());
        }
        let providers = tx.providers()?;
        if let Some(id) = &input.provider
            && !providers.iter().any(|one| one.id == *id)
        {
            let provider = id.clone();
            return Err(kaizhang_core::Refusal::ProviderUnknown { provider }.into());
        }
        Ok(Fact::CodeTextPut(OwnText {
            code,
            meaning: text::text("meaning", &input.meaning, NOTE_LIMIT)?,
            advice: text::text("advice", &input.advice, NOTE_LIMIT)?,
            ..input
        }))
    })
}
