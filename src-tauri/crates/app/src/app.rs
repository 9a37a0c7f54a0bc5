//! The open application: one data folder, and the commands on it.

use std::io::Read;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use kaizhang_core::fact::Demo;
use kaizhang_core::find::Index;
use kaizhang_core::shop::Shop;
use kaizhang_core::text::{self, NAME_LIMIT};
use kaizhang_core::time::Moment;
use kaizhang_phone::Session;
use kaizhang_store::{Identity, OpenOptions, Seed, Stamp, Store, Tx};
use serde::Deserialize;
use serde_json::Value;

use crate::handed::Handing;
use crate::outside::{self, Outside, System};
use crate::pictures::{self, Decoding, Offered};
use crate::table::COMMANDS;
use crate::work::Workbench;
use crate::{Refusal, first_aid, search, shops};

/// Who calls.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Caller {
    /// The person at the till, as they call themselves; empty when nobody said.
    pub staff: String,
}

/// A data folder, open for work.
pub struct App {
    pub(crate) store: Arc<Store>,
    pub(crate) outside: Arc<dyn Outside>,
    /// The page for a phone, while it is open.
    pub(crate) phone: Mutex<Option<Session>>,
    pub(crate) decoding: Arc<Decoding>,
    pub(crate) work: Workbench,
    pub(crate) handing: Handing,
    begun: AtomicBool,
    index: OnceLock<Index>,
    names: OnceLock<Vec<(String, String)>>,
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
        let store = Store::open(folder, options)?;
        // What a window that was killed left half handed over; a folder that cannot be tidied now can be used.
        let _ = store.clear_handed();
        Ok(App {
            store: Arc::new(store),
            outside,
            phone: Mutex::new(None),
            decoding: Arc::default(),
            work: Workbench::default(),
            handing: Handing::default(),
            begun: AtomicBool::new(false),
            index: OnceLock::new(),
            names: OnceLock::new(),
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

    /// Brings a file into the store; the answer is an `Attachment`, to be named in a mark, an incident or a
    /// receipt.
    pub fn attach(
        &self,
        caller: &Caller,
        offered: &Offered<'_>,
        source: &mut dyn Read,
    ) -> Result<Value, Refusal> {
        let desk = self.desk(caller)?;
        self.begin(&desk)?;
        let attached = pictures::take_in(&self.store, &self.decoding, &desk, offered, source)?;
        serde_json::to_value(attached).map_err(crate::table::unwritable)
    }

    /// What first aid is searched by, made once: the titles of symptoms and steps in both languages.
    pub(crate) fn first_aid_index(&self) -> &Index {
        self.index.get_or_init(first_aid::index)
    }

    /// What search finds by its name, made once: items, codes and symptoms in both languages.
    pub(crate) fn names(&self) -> &[(String, String)] {
        self.names.get_or_init(search::names)
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
    tx.begin(&identity, Seed(seed), demo, &desk.stamp(moment))?;
    Ok(())
}
