//! The open application: one data folder, and the commands on it.

use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use kaizhang_core::fact::Demo;
use kaizhang_core::shop::Shop;
use kaizhang_core::text::{self, NAME_LIMIT};
use kaizhang_core::time::Moment;
use kaizhang_store::{Identity, OpenOptions, Stamp, Store, Tx};
use serde::Deserialize;
use serde_json::Value;

use crate::outside::{self, Outside, System};
use crate::table::COMMANDS;
use crate::{Refusal, shops};

/// Who calls.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Caller {
    /// The person at the till, as they call themselves; empty when nobody said.
    pub staff: String,
}

/// A data folder, open for work.
pub struct App {
    pub(crate) store: Store,
    pub(crate) outside: Arc<dyn Outside>,
    begun: AtomicBool,
}

/// What a writing transaction takes along: clock, chance and the person.
#[derive(Clone)]
pub(crate) struct Desk {
    pub(crate) outside: Arc<dyn Outside>,
    pub(crate) actor: String,
}

impl Desk {
    /// The moment of this instant in a shop.
    pub(crate) fn moment(&self, shop: &Shop) -> Moment {
        shop.moment(self.outside.now())
    }

    /// A stamp with a new id for this moment.
    pub(crate) fn stamp(&self, moment: Moment) -> Stamp {
        Stamp {
            id: self.outside.id(moment.at),
            moment,
            actor: self.actor.clone(),
        }
    }
}

impl App {
    /// Opens a data folder as this PC sees it.
    pub fn open(folder: &Path) -> Result<App, Refusal> {
        App::open_with(folder, OpenOptions::default(), Arc::new(System))
    }

    /// Opens a data folder with options, clock and chance of the caller's choice.
    pub fn open_with(
        folder: &Path,
        options: OpenOptions,
        outside: Arc<dyn Outside>,
    ) -> Result<App, Refusal> {
        Ok(App {
            store: Store::open(folder, options)?,
            outside,
            begun: AtomicBool::new(false),
        })
    }

    /// Runs the command `name` of the table. `input` may be null for a command that needs nothing.
    pub fn call(&self, caller: &Caller, name: &str, input: Value) -> Result<Value, Refusal> {
        let command = COMMANDS
            .iter()
            .find(|command| command.name == name)
            .ok_or_else(|| Refusal::with("command_unknown", "name", name))?;
        (command.run)(self, caller, input)
    }

    /// Brings a file into the store; the answer is an `Attachment`, to be named in a mark.
    pub fn attach(
        &self,
        caller: &Caller,
        name: &str,
        source: &mut dyn Read,
    ) -> Result<Value, Refusal> {
        let name = text::text("name", &short(last_part(name)), NAME_LIMIT)?;
        let desk = self.desk(caller)?;
        self.begin(&desk)?;
        let unique = desk.outside.id(desk.outside.now());
        let attached =
            self.store
                .attach(&unique, name, source, move |tx| -> Result<Stamp, Refusal> {
                    let shop = shops::shop(tx)?;
                    Ok(desk.stamp(desk.moment(&shop)))
                })?;
        serde_json::to_value(attached).map_err(crate::table::unwritable)
    }

    /// A number that changes whenever another process has written to the folder.
    pub fn data_version(&self) -> Result<i64, Refusal> {
        Ok(self.store.data_version()?)
    }

    /// Looks through the database's pages; damage stops all writing. For a thread in the background.
    pub fn quick_check(&self) -> Result<(), Refusal> {
        Ok(self.store.quick_check()?)
    }

    /// Clock, chance and person of one call.
    pub(crate) fn desk(&self, caller: &Caller) -> Result<Desk, Refusal> {
        Ok(Desk {
            outside: Arc::clone(&self.outside),
            actor: text::text("staff", &caller.staff, NAME_LIMIT)?,
        })
    }

    /// Sets up a default shop in an empty folder, so that the first minute has a checklist.
    pub(crate) fn begin(&self, desk: &Desk) -> Result<(), Refusal> {
        if self.begun.load(Ordering::Relaxed) {
            return Ok(());
        }
        let empty = self
            .store
            .read(|view| view.shop().map(|shop| shop.is_none()))?;
        if empty {
            let desk = desk.clone();
            self.store.write(move |tx| -> Result<(), Refusal> {
                // Another process may have been quicker; then its shop is ours.
                if tx.shop()?.is_none() {
                    let shop = Shop::by_default(outside::zone_of_this_pc());
                    begin_ledger(tx, &desk, shop.moment(desk.outside.now()), None)?;
                    shops::publish(tx, &desk, shop)?;
                }
                Ok(())
            })?;
        }
        self.begun.store(true, Ordering::Relaxed);
        Ok(())
    }
}

/// Writes the first entry of a folder.
pub(crate) fn begin_ledger(
    tx: &Tx<'_>,
    desk: &Desk,
    moment: Moment,
    demo: Option<Demo>,
) -> Result<(), Refusal> {
    let identity = Identity {
        shop: desk.outside.id(moment.at),
        device: desk.outside.id(moment.at),
        epoch: 0,
    };
    let mut seed = [0; 32];
    desk.outside.chance(&mut seed);
    tx.begin(&identity, seed, demo, &desk.stamp(moment))?;
    Ok(())
}

/// The last part of a path written with either kind of slash: browsers send names, scripts paths.
fn last_part(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or_default()
}

/// A long file name keeps its end, which tells what it is.
fn short(name: &str) -> String {
    let length = name.chars().count();
    name.chars()
        .skip(length.saturating_sub(NAME_LIMIT))
        .collect()
}
