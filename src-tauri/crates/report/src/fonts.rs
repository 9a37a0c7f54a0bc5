//! The fonts of a page, looked for by file name in folders that the caller names. Asking the system's own catalogue
//! would bring a library for each system; the few files that hold Chinese are known by name.

use std::path::{Path, PathBuf};

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
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
        if bold.is_file() {
            faces.extend(faces_of(&bold)?);
        }
        Ok(Self {
            book: LazyHash::new(FontBook::from_fonts(&faces)),
            faces,
            chinese,
            narrow,
        })
    }

    /// Whether some font can draw this.
    pub(crate) fn has(&self, character: char) -> bool {
        let chinese = self.faces.iter();
        let mut chinese = chinese.filter(|face| face.info().family == self.chinese);
        chinese.any(|face| face.info().coverage.contains(u32::from(character)))
    }
}

/// The faces of one file that we draw with.
fn faces_of(path: &Path) -> Result<Vec<Font>, ReportError> {
    let unreadable = || ReportError::FontUnreadable {
        path: path.to_owned(),
    };
    let bytes = Bytes::new(std::fs::read(path).map_err(|_| unreadable())?);
    let all = (0..MAX_FACES).map_while(|index| Font::new(bytes.clone(), index));
    let wanted = |face: &Font| {
        let family = face.info().family.as_str();
        CHINESE.contains(&family) || NARROW.contains(&family)
    };
    let faces: Vec<_> = all.filter(wanted).collect();
    if faces.is_empty() {
        return Err(unreadable());
    }
    Ok(faces)
}
