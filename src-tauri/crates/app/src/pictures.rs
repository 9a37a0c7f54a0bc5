//! Files of the shop: taken in as they are, shown only as small copies made here, blacked out as new files.

use std::io::Read;
use std::sync::{Mutex, PoisonError};

use kaizhang_core::fact::FileSource;
use kaizhang_core::privacy;
use kaizhang_core::text::{self, NAME_LIMIT};
use kaizhang_picture::{self as picture, Box01, PictureError};
use kaizhang_store::{ATTACHMENT_LIMIT, Attachment, Brought, Stamp, Store, StoreError};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::app::{App, Caller, Desk};
use crate::{Refusal, contacts, today};

/// What somebody says of a file that he brings.
#[derive(Debug, Clone, Default)]
pub struct Offered<'a> {
    /// The name it has there.
    pub name: &'a str,
    /// Which way it comes.
    pub source: Option<FileSource>,
}

impl<'a> Offered<'a> {
    /// A file of which nothing but its name is known.
    pub fn named(name: &'a str) -> Offered<'a> {
        Offered { name, source: None }
    }
}

/// Longest sides, in pixels, of the small copies that are made: one for a list, one to look at.
pub const PREVIEW_SIZES_PX: [u32; 2] = [320, 1600];

/// Input of `show_attachment`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowAttachment {
    /// Its id.
    pub attachment: String,
}

/// An attachment with what its picture tells about itself.
#[derive(Debug, Serialize, TS)]
pub struct AttachmentFacts {
    #[serde(flatten)]
    attachment: Attachment,
    /// A small copy can be shown.
    shown: bool,
    width: Option<u32>,
    height: Option<u32>,
    /// When it was taken by the camera's clock, `2026-11-23T12:31:05`, with `+08:00` where it says so.
    taken_at: Option<String>,
    /// Which way up it is stored, 1 to 8; it is shown upright.
    orientation: u8,
    camera: Option<String>,
    /// Copies of it with parts blacked out.
    redacted: Vec<Attachment>,
}

/// Input of `redact_attachment`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RedactAttachment {
    /// The id of the original, which stays as it is.
    pub attachment: String,
    /// What to black out.
    pub boxes: Vec<BlackBox>,
}

/// A box over the upright picture, as fractions of its sides from the upper left corner.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BlackBox {
    x: f32,
    y: f32,
    w: f32,
    h: f32,
}

impl From<PictureError> for Refusal {
    fn from(error: PictureError) -> Refusal {
        Refusal::new(error.code(), error.params())
    }
}

/// Decoding takes some ten bytes for each pixel, so one picture is decoded at a time, however many are asked
/// for at once.
#[derive(Debug, Default)]
pub(crate) struct Decoding(Mutex<()>);

impl Decoding {
    fn one<T>(&self, decode: impl FnOnce() -> T) -> T {
        let _turn = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        decode()
    }
}

/// Takes a file in. The copy of a picture that a list shows is made while its bytes are on their way to the
/// disk, so that whoever brought it sees it at once; another file is streamed.
pub(crate) fn take_in(
    store: &Store,
    decoding: &Decoding,
    desk: &Desk,
    offered: &Offered<'_>,
    source: &mut dyn Read,
) -> Result<Attachment, Refusal> {
    let brought = Brought {
        name: file_name(offered.name)?,
        source: offered.source,
        redacts: None,
    };
    let unreadable = |error: std::io::Error| StoreError::AttachmentUnreadable {
        path: error.to_string(),
    };
    let mut bytes = Vec::new();
    let head = source.take(FIRST_BYTES).read_to_end(&mut bytes);
    head.map_err(unreadable)?;
    if !picture::kind_of(&bytes).showable() {
        return keep(store, desk, brought, &mut bytes.as_slice().chain(source));
    }
    let rest = source
        .take(ATTACHMENT_LIMIT + 1 - FIRST_BYTES)
        .read_to_end(&mut bytes);
    rest.map_err(unreadable)?;
    let [small, _] = PREVIEW_SIZES_PX;
    std::thread::scope(|scope| {
        let small_copy = || decoding.one(|| picture::preview(&bytes, small));
        let making = std::thread::Builder::new()
            .name("kaizhang-preview".to_owned())
            .spawn_scoped(scope, small_copy);
        let attached = keep(store, desk, brought, &mut bytes.as_slice())?;
        // What was not made now is made when somebody wants to see it.
        if let Some(Ok(copy)) = making.ok().and_then(|making| making.join().ok()) {
            let _ = store.keep_preview(&attached.sha256, small, &copy.jpeg);
        }
        Ok(attached)
    })
}

/// Enough to tell what a file is.
const FIRST_BYTES: u64 = 64;

fn keep(
    store: &Store,
    desk: &Desk,
    brought: Brought,
    source: &mut dyn Read,
) -> Result<Attachment, Refusal> {
    let unique = desk.outside.id(desk.outside.now());
    let desk = desk.clone();
    let attached = store.attach(
        &unique,
        brought,
        source,
        move |tx| -> Result<Stamp, Refusal> { Ok(desk.stamp(contacts::now_here(tx, &desk)?)) },
    )?;
    Ok(attached)
}

/// A file name as it is kept: its last part, without what cannot be shown, its end where it is long. A
/// number that must not be kept is masked in it as in any text.
pub(crate) fn file_name(name: &str) -> Result<String, Refusal> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let reorders = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let clean: String = last
        .chars()
        .filter(|c| !c.is_control() && !reorders(*c))
        .collect();
    // Before it is cut: fifteen digits of a card pass no test any more.
    let clean: Vec<char> = privacy::mask(&clean).chars().collect();
    // A long name keeps its end, which tells what it is.
    let end: String = clean[clean.len().saturating_sub(NAME_LIMIT)..]
        .iter()
        .collect();
    Ok(text::text("name", &end, NAME_LIMIT)?)
}

fn is_shown(attachment: &Attachment) -> bool {
    ["image/jpeg", "image/png", "image/webp"].contains(&attachment.mime.as_str())
}

pub(crate) fn show_attachment(
    app: &App,
    caller: &Caller,
    input: ShowAttachment,
) -> Result<AttachmentFacts, Refusal> {
    app.begin(&app.desk(caller)?)?;
    let (attachment, redacted) = app.store.read(|view| {
        let attachment = today::attachment(&view, &input.attachment)?;
        let redacted = view.redacted(&attachment.id)?;
        Ok::<_, Refusal>((attachment, redacted))
    })?;
    let facts = picture::facts(&app.store.bytes_of(&attachment)?);
    Ok(AttachmentFacts {
        shown: is_shown(&attachment),
        width: facts.width,
        height: facts.height,
        taken_at: facts.taken_at,
        orientation: facts.orientation,
        camera: facts.camera,
        redacted,
        attachment,
    })
}

pub(crate) fn redact_attachment(
    app: &App,
    caller: &Caller,
    input: RedactAttachment,
) -> Result<Attachment, Refusal> {
    let desk = app.desk(caller)?;
    app.begin(&desk)?;
    let original = app
        .store
        .read(|view| today::attachment(&view, &input.attachment))?;
    let boxes: Vec<Box01> = input
        .boxes
        .iter()
        .map(|b| Box01 {
            x: b.x,
            y: b.y,
            w: b.w,
            h: b.h,
        })
        .collect();
    let bytes = app.store.bytes_of(&original)?;
    let copy = app.decoding.one(|| picture::redact(&bytes, &boxes))?;
    let stem = original
        .name
        .rsplit_once('.')
        .map_or(original.name.as_str(), |(stem, _)| stem);
    let brought = Brought {
        name: file_name(&format!("{stem}.redacted.jpg"))?,
        source: Some(FileSource::Redacted),
        redacts: Some(original.id),
    };
    keep(&app.store, &desk, brought, &mut copy.as_slice())
}

/// The small copy of a picture, as [`App::preview`] has it.
pub(crate) fn preview(
    store: &Store,
    decoding: &Decoding,
    file: &Attachment,
    longest_px: u32,
) -> Result<Vec<u8>, Refusal> {
    let [small, large] = PREVIEW_SIZES_PX;
    let wanted = if longest_px <= small { small } else { large };
    let known = || store.preview(&file.sha256, wanted);
    if let Some(made) = known() {
        return Ok(made);
    }
    decoding.one(|| {
        // Whoever had the turn before may have made it.
        known().map_or_else(|| make_previews(store, file, wanted), Ok)
    })
}

fn make_previews(store: &Store, file: &Attachment, wanted: u32) -> Result<Vec<u8>, Refusal> {
    let [small, large] = PREVIEW_SIZES_PX;
    let bytes = store.bytes_of(file)?;
    let mut wish = None;
    for (size, made) in [large, small]
        .into_iter()
        .zip(picture::previews(&bytes, &[large, small])?)
    {
        // A copy that could not be kept is made again next time; a full disk must not hide a picture.
        let _ = store.keep_preview(&file.sha256, size, &made.jpeg);
        if size == wanted {
            wish = Some(made.jpeg);
        }
    }
    wish.ok_or_else(|| PictureError::Damaged {}.into())
}

impl App {
    /// A small JPEG of an attachment, at most `longest_px` (one of [`PREVIEW_SIZES_PX`]) on its longer side,
    /// without anything of the original but its colours.
    ///
    /// # Errors
    /// When there is no such attachment, its file is gone or altered, or it is no picture that can be shown.
    pub fn preview(&self, attachment: &str, longest_px: u32) -> Result<Vec<u8>, Refusal> {
        let found = self
            .store
            .read(|view| today::attachment(&view, attachment))?;
        preview(&self.store, &self.decoding, &found, longest_px)
    }

    /// An attachment with its bytes as they came.
    ///
    /// # Errors
    /// When there is no such attachment, or its file is gone or altered.
    pub fn original(&self, attachment: &str) -> Result<(Attachment, Vec<u8>), Refusal> {
        let found = self
            .store
            .read(|view| today::attachment(&view, attachment))?;
        let bytes = self.store.bytes_of(&found)?;
        Ok((found, bytes))
    }
}
