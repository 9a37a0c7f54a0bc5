//! The fonts of a page, looked for by file name in folders that the caller names. Asking the system's own catalogue
//! would bring a library for each system; the few files that hold Chinese are known by name.

use std::path::{Path, PathBuf};

use ttf_parser::{Face, name_id};
use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{Font, FontBook, FontVariations};
use typst::utils::LazyHash;

use crate::ReportError;

/// Files that hold Chinese in a regular weight, best first: Noto and Source Han are the same design; the last two come
/// with Windows.
const REGULAR: [&str; 6] = [
    "NotoSansCJK-Regular.ttc",
    "NotoSansCJKsc-Regular.otf",
    "SourceHanSansSC-Regular.otf",
    "NotoSansSC-Regular.otf",
    "NotoSansSC-Regular.ttf",
    "msyh.ttc",
];
/// The bold weight of each of them, in the same order. Where it is missing, bold is drawn regular.
const BOLD: [&str; 6] = [
    "NotoSansCJK-Bold.ttc",
    "NotoSansCJKsc-Bold.otf",
    "SourceHanSansSC-Bold.otf",
    "NotoSansSC-Bold.otf",
    "NotoSansSC-Bold.ttf",
    "msyhbd.ttc",
];
/// A collection holds the same characters in the shapes of several countries. Korean is asked for as well: its quotes,
/// dots and dashes are as narrow as English wants them.
const CHINESE: [&str; 5] = [
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "Microsoft YaHei",
    "Microsoft YaHei UI",
];
const NARROW: [&str; 1] = ["Noto Sans CJK KR"];
/// No collection has more faces than this.
const MAX_FACES: u32 = 32;

/// Fonts, read once and usable for any number of documents.
#[derive(Debug, Clone)]
pub struct Fonts {
    pub(crate) faces: Vec<Font>,
    pub(crate) book: LazyHash<FontBook>,
    /// The family of Chinese text.
    pub(crate) chinese: String,
    /// The family of what stands in English text and is not a Chinese character.
    pub(crate) narrow: String,
    /// How wide the characters of ASCII are, regular and bold, in characters of Chinese.
    ascii_em: [[f64; 128]; 2],
}

/// Where fonts may be: beside the program first, then where systems keep them.
pub fn folders(beside: Option<&Path>) -> Vec<PathBuf> {
    let own = beside.map(|beside| beside.join("fonts"));
    let system = [
        "/usr/share/fonts/opentype/noto",
        "/usr/share/fonts/noto-cjk",
        "/usr/share/fonts/google-noto-cjk",
        "/usr/share/fonts/google-noto-sans-cjk-fonts",
        "/usr/share/fonts/truetype/noto",
        "/usr/local/share/fonts",
        "/Library/Fonts",
        "C:\\Windows\\Fonts",
    ];
    own.into_iter().chain(system.map(PathBuf::from)).collect()
}

impl Fonts {
    /// Reads the first font with Chinese that is in one of `folders`, and its bold weight.
    ///
    /// # Errors
    /// [`ReportError::NoFont`] with the folders; [`ReportError::FontUnreadable`] for a file that is damaged or does not
    /// hold what its name says. Another font is not taken instead: somebody put that one there.
    pub fn find(folders: &[PathBuf]) -> Result<Self, ReportError> {
        let places = folders.iter();
        let found = places
            .flat_map(|folder| REGULAR.iter().zip(BOLD).map(move |pair| (folder, pair)))
            .find(|(folder, (regular, _))| folder.join(regular).is_file());
        let Some((folder, (regular, bold))) = found else {
            return Err(ReportError::NoFont {
                looked: folders.to_vec(),
            });
        };
        let mut faces = faces_of(&folder.join(regular))?;
        let family = |wanted: &[&str]| {
            let names = faces.iter().map(|face| face.info().family.as_str());
            let names: Vec<_> = names.filter(|name| wanted.contains(name)).collect();
            names.first().map(|name| (*name).to_owned())
        };
        let Some(chinese) = family(&CHINESE) else {
            let path = folder.join(regular);
            return Err(ReportError::FontUnreadable { path });
        };
        let narrow = family(&NARROW).unwrap_or_else(|| chinese.clone());
        let bold = folder.join(bold);
        let mut ascii_em = [ascii_em(&faces); 2];
        if bold.is_file() {
            let bold = faces_of(&bold)?;
            ascii_em[1] = self::ascii_em(&bold);
            faces.extend(bold);
        }
        Ok(Self {
            book: LazyHash::new(FontBook::from_fonts(&faces)),
            faces,
            chinese,
            narrow,
            ascii_em,
        })
    }

    /// How wide a character of ASCII is, in characters of Chinese.
    pub(crate) fn ascii_em(&self, character: char, bold: bool) -> f64 {
        let widths = &self.ascii_em[usize::from(bold)];
        widths.get(character as usize).copied().unwrap_or(1.0)
    }

    /// Whether some font can draw this.
    pub(crate) fn has(&self, character: char) -> bool {
        let chinese = self.faces.iter();
        let mut chinese = chinese.filter(|face| face.info().family == self.chinese);
        chinese.any(|face| face.info().coverage.contains(u32::from(character)))
    }
}

/// The widths of ASCII in the widest of these faces; what has none is as wide as anything.
fn ascii_em(faces: &[Font]) -> [f64; 128] {
    let faces = faces.iter().map(|face| {
        let (variant, plain) = (face.info().variant, FontVariations::default());
        face.clone().instantiate(variant, Abs::zero(), &plain)
    });
    let faces: Vec<_> = faces.collect();
    std::array::from_fn(|code| {
        let character = char::from(code as u8);
        let widths = faces.iter().filter_map(|face| {
            let glyph = face.ttf().glyph_index(character)?;
            face.x_advance(glyph.0)
        });
        let widest = widths.map(|width| width.get()).reduce(f64::max);
        widest.unwrap_or(1.0)
    })
}

/// The faces of one file that we draw with.
fn faces_of(path: &Path) -> Result<Vec<Font>, ReportError> {
    let unreadable = || ReportError::FontUnreadable {
        path: path.to_owned(),
    };
    let bytes = Bytes::new(std::fs::read(path).map_err(|_| unreadable())?);
    let wanted = |family: &str| CHINESE.contains(&family) || NARROW.contains(&family);
    let faces: Vec<_> = (0..MAX_FACES)
        .map_while(|index| Some((index, Face::parse(&bytes, index).ok()?)))
        .filter(|(_, face)| families(face).any(|family| wanted(&family)))
        .filter_map(|(index, _)| Font::new(bytes.clone(), index))
        .filter(|face| wanted(&face.info().family))
        .collect();
    if faces.is_empty() {
        return Err(unreadable());
    }
    Ok(faces)
}

/// Every name of a face's family. Asked before the face is read whole, which for each of the ten of a collection would
/// list forty thousand characters.
fn families<'a>(face: &'a Face<'_>) -> impl Iterator<Item = String> + 'a {
    let names = face.names().into_iter();
    let names =
        names.filter(|name| [name_id::FAMILY, name_id::TYPOGRAPHIC_FAMILY].contains(&name.name_id));
    names.filter_map(|name| name.to_string())
}
