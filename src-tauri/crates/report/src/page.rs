//! From a document to a PDF: typst lays out, typst-pdf writes, and both get to see nothing but what stands here.

use chrono::{Datelike, Timelike};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::visualize::{ExchangeFormat, RasterImage};
use typst::{Feature, Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::wire::wire;
use crate::{Document, Fonts, PictureFormat, ReportError};

/// The only markup there is.
const TEMPLATE: &str = include_str!("template.typ");

/// The document as a PDF/A-2a that is a PDF/UA-1 as well.
///
/// # Errors
/// Pictures and QR codes that cannot be drawn; [`ReportError::Layout`] when either standard would be broken.
pub fn pdf(document: &Document, fonts: &Fonts) -> Result<Vec<u8>, ReportError> {
    forgotten_after(|| {
        let desk = Desk::new(document, fonts)?;
        write(document, &desk, &laid_out(&desk)?)
    })
}

/// The same if it takes no more than `most` pages; otherwise nothing.
///
/// # Errors
/// As [`pdf`].
pub fn pdf_within(
    document: &Document,
    fonts: &Fonts,
    most: usize,
) -> Result<Option<Vec<u8>>, ReportError> {
    forgotten_after(|| {
        let desk = Desk::new(document, fonts)?;
        let pages = laid_out(&desk)?;
        if pages.pages().len() > most {
            return Ok(None);
        }
        write(document, &desk, &pages).map(Some)
    })
}

/// What typst remembers between two documents would stay in memory for as long as the program runs.
fn forgotten_after<T>(made: impl FnOnce() -> T) -> T {
    let out = made();
    typst::comemo::evict(0);
    out
}

fn laid_out(desk: &Desk) -> Result<PagedDocument, ReportError> {
    let laid = typst::compile::<PagedDocument>(desk);
    // An unknown font or a missing file is a warning for typst. A page that lacks something is no page for us.
    if let Some(warning) = laid.warnings.first() {
        return Err(defect(desk, warning));
    }
    laid.output.map_err(|errors| first(desk, &errors))
}

fn write(document: &Document, desk: &Desk, pages: &PagedDocument) -> Result<Vec<u8>, ReportError> {
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]);
    let standards = standards.map_err(|error| ReportError::Layout {
        why: error.message().to_string(),
    })?;
    let options = PdfOptions {
        ident: Smart::Custom(document.id.clone()),
        creator: Smart::Custom(Some("Kaizhang".to_owned())),
        timestamp: timestamp(document),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(pages, &options).map_err(|errors| first(desk, &errors))
}

fn timestamp(document: &Document) -> Option<Timestamp> {
    let at = document.at.naive_utc();
    let small = |number: u32| u8::try_from(number).ok();
    let moment = Datetime::from_ymd_hms(
        at.year(),
        small(at.month())?,
        small(at.day())?,
        small(at.hour())?,
        small(at.minute())?,
        small(at.second())?,
    );
    moment.map(Timestamp::new_utc)
}

fn first(desk: &Desk, errors: &[SourceDiagnostic]) -> ReportError {
    match errors.first() {
        Some(error) => defect(desk, error),
        None => ReportError::Layout { why: String::new() },
    }
}

/// A picture is named by its number; whatever else typst says is about the template, which is ours.
fn defect(desk: &Desk, said: &SourceDiagnostic) -> ReportError {
    let mut why = said.message.to_string();
    let hints = said.hints.iter();
    hints.for_each(|hint| why.push_str(&format!("; {}", hint.v)));
    match desk.damaged_picture() {
        Some(index) => ReportError::PictureUnreadable { index },
        None => ReportError::Layout { why },
    }
}

/// Everything that typst can see.
struct Desk<'a> {
    library: LazyHash<Library>,
    fonts: &'a Fonts,
    template: Source,
    /// The document and its pictures, by file.
    files: Vec<(FileId, Bytes)>,
    /// The pictures once more, in the document's order: only whether they can be decoded is asked.
    pictures: Vec<(Bytes, PictureFormat)>,
}

impl<'a> Desk<'a> {
    fn new(document: &Document, fonts: &'a Fonts) -> Result<Self, ReportError> {
        let wire = wire(document, fonts)?;
        let mut files = vec![(id("document.json")?, Bytes::new(wire.json))];
        let mut pictures = Vec::new();
        for file in wire.files {
            let bytes = Bytes::new(file.bytes);
            pictures.extend(file.format.map(|format| (bytes.clone(), format)));
            files.push((id(&file.name)?, bytes));
        }
        // Header cells of rows have no name in typst without this; PDF/UA wants them told.
        let features = [Feature::A11yExtras].into_iter().collect();
        Ok(Self {
            library: LazyHash::new(Library::builder().with_features(features).build()),
            fonts,
            template: Source::new(id("template.typ")?, TEMPLATE.to_owned()),
            files,
            pictures,
        })
    }

    /// Decodes the pictures once more; asked only when something went wrong already.
    fn damaged_picture(&self) -> Option<usize> {
        let broken = |(bytes, format): &(Bytes, PictureFormat)| {
            let format = match format {
                PictureFormat::Jpeg => ExchangeFormat::Jpg,
                PictureFormat::Png => ExchangeFormat::Png,
            };
            RasterImage::plain(bytes.clone(), format).is_err()
        };
        self.pictures.iter().position(broken)
    }
}

fn id(name: &str) -> Result<FileId, ReportError> {
    let path = VirtualPath::new(name).map_err(|_| ReportError::Layout {
        why: name.to_owned(),
    })?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            Ok(self.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let found = self.files.iter().find(|(known, _)| *known == id);
        found
            .map(|(_, bytes)| bytes.clone())
            .ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.faces.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
