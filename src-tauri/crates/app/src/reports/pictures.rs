//! Small copies of photos on a page. Made before the report, outside the database's reading, since decoding takes its
//! time; a redacted copy is shown instead of its original, always.

use std::collections::BTreeMap;

use kaizhang_report::{Block, Picture, PictureFormat};
use kaizhang_store::{Attachment, Store, View};
use kaizhang_words::args;

use super::said::Said;
use crate::pictures::{self, Decoding};
use crate::{PREVIEW_SIZES_PX, Refusal};

/// Most pictures of one report: a page of them, and the rest are named.
const MOST: usize = 12;

/// The small copies by attachment; without one for what cannot be shown.
#[derive(Debug, Default)]
pub(crate) struct Pictures {
    shown: BTreeMap<String, Shown>,
}

#[derive(Debug)]
struct Shown {
    jpeg: Vec<u8>,
    redacted: bool,
}

impl Pictures {
    /// Makes them. A file that is gone or altered is an error: a report must not look complete without it.
    pub(super) fn make(
        store: &Store,
        decoding: &Decoding,
        files: &[Attachment],
        go_on: &dyn Fn() -> Result<(), Refusal>,
    ) -> Result<Pictures, Refusal> {
        let mut shown = BTreeMap::new();
        for file in files {
            if shown.len() == MOST {
                break;
            }
            go_on()?;
            let copy = store.read(|view| redacted(&view, file))?;
            let seen = copy.as_ref().unwrap_or(file);
            match pictures::preview(store, decoding, seen, PREVIEW_SIZES_PX[1]) {
                Ok(jpeg) => {
                    let redacted = copy.is_some();
                    shown.insert(file.id.clone(), Shown { jpeg, redacted });
                }
                // A PDF, a film, a photo that no decoder here knows: named, not shown.
                Err(refusal) if refusal.code.starts_with("picture_") => {}
                Err(refusal) => return Err(refusal),
            }
        }
        Ok(Pictures { shown })
    }

    /// The pictures of these files, and the names of all of them with what proves them the same.
    pub(super) fn blocks(&self, said: &Said<'_>, files: &[Attachment]) -> Vec<Block> {
        if files.is_empty() {
            return Vec::new();
        }
        let words = said.words;
        let mut blocks = vec![Block::Heading(1, words.say("report-files"))];
        let pictures: Vec<_> = files
            .iter()
            .filter_map(|file| {
                let shown = self.shown.get(&file.id)?;
                let alt = args!["name" => file.name.as_str()];
                Some(Picture {
                    bytes: shown.jpeg.clone(),
                    format: PictureFormat::Jpeg,
                    alt: words.say_with("report-picture-alt", &alt),
                    caption: if shown.redacted {
                        words.say_with("report-picture-redacted", &alt)
                    } else {
                        file.name.clone()
                    },
                })
            })
            .collect();
        if !pictures.is_empty() {
            blocks.push(Block::Pictures(pictures));
        }
        blocks.push(Block::Table(super::tables::files(said, files)));
        blocks
    }
}

/// The newest copy with parts blacked out.
fn redacted(view: &View<'_>, file: &Attachment) -> Result<Option<Attachment>, Refusal> {
    Ok(view.redacted(&file.id)?.pop())
}
