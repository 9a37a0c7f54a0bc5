//! A big file from the screen, piece by piece, to be looked into by long work. There is one at a time; it goes when the
//! work is over, when somebody drops it, and with the next start at the latest.

use std::io::Read;
use std::sync::{Mutex, MutexGuard, PoisonError};

use kaizhang_store::Handed;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::app::{App, Caller};
use crate::keeping::Done;
use crate::{Refusal, pictures};

pub use kaizhang_store::HANDED_LIMIT;

/// Longest piece that is taken at once, in bytes.
pub const PIECE_LIMIT: u64 = 8 << 20;

/// What is said of a piece beside its bytes.
#[derive(Debug, Clone, Copy)]
pub struct Piece<'a> {
    /// The file that it belongs to; `None` begins a new one, and the one before is dropped.
    pub file: Option<&'a str>,
    /// The name of the file where it comes from.
    pub name: &'a str,
    /// How many bytes of it came before.
    pub at: u64,
}

/// How much of a file has arrived.
#[derive(Debug, Serialize, TS)]
pub struct HandedOver {
    /// Its id, for the next piece and for the work.
    pub file: String,
    /// Bytes so far.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// Input of `drop_handed`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DropHanded {
    /// Its id.
    pub file: String,
}

/// A file of which everything that came so far is here.
#[derive(Debug)]
pub(crate) struct HandedFile {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) bytes: Handed,
}

/// The place for the one file.
#[derive(Debug, Default)]
pub(crate) struct Handing(Mutex<Option<HandedFile>>);

impl Handing {
    fn held(&self) -> MutexGuard<'_, Option<HandedFile>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the file out; it goes from the disk with the answer.
    pub(crate) fn take(&self, id: &str) -> Result<HandedFile, Refusal> {
        let taken = self.held().take_if(|file| file.id == id);
        taken.ok_or_else(|| Refusal::new("handed_unknown", Value::Null))
    }
}

impl App {
    /// Takes a piece of a big file; the answer is a [`HandedOver`].
    pub fn hand_over(
        &self,
        caller: &Caller,
        piece: &Piece<'_>,
        source: &mut dyn Read,
    ) -> Result<Value, Refusal> {
        let desk = self.desk(caller)?;
        let mut place = self.handing.held();
        let file = match piece.file {
            Some(id) => place
                .as_mut()
                .filter(|file| file.id == id)
                .ok_or_else(|| Refusal::new("handed_unknown", Value::Null))?,
            None => {
                let name = pictures::file_name(piece.name)?;
                // The one before gives its room up first.
                drop(place.take());
                let id = desk.outside.id(desk.outside.now());
                let bytes = self.store.begin_handed(&id)?;
                place.insert(HandedFile { id, name, bytes })
            }
        };
        let added = file.bytes.append(piece.at, &mut source.take(PIECE_LIMIT));
        let over = HandedOver {
            file: file.id.clone(),
            bytes: file.bytes.bytes(),
        };
        if let Err(error) = added {
            // A piece out of order can be sent again; after anything else the room is given back at once.
            if !matches!(error, kaizhang_store::StoreError::HandedOutOfOrder { .. }) {
                *place = None;
            }
            return Err(error.into());
        }
        serde_json::to_value(over).map_err(crate::table::unwritable)
    }
}

pub(crate) fn drop_handed(app: &App, caller: &Caller, input: DropHanded) -> Result<Done, Refusal> {
    app.desk(caller)?;
    drop(app.handing.held().take_if(|file| file.id == input.file));
    Ok(Done {})
}
