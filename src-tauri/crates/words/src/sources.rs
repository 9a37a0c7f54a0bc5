//! The .ftl files as they were when the program was built. A test compares this list with the folder.

use crate::Lang;

/// The files of each language, in the order in which they are read.
pub const SOURCE_NAMES: [&str; 25] = [
    "app",
    "items",
    "verdict",
    "refusal",
    "today",
    "history",
    "setup",
    "reminders",
    "cli",
    "owner",
    "remind",
    "alert",
    "guide",
    "aid",
    "incident",
    "receipt",
    "files",
    "contact",
    "work",
    "dispute",
    "search",
    "keys",
    "check",
    "pack",
    "report",
];

macro_rules! texts_of {
    ($folder:literal) => {
        [
            include_str!(concat!("../../../../words/", $folder, "/app.ftl")),
            include_str!(concat!("../../../../words/", $folder, "/items.ftl")),
            include_str!(concat!("../../../../words/", $folder, "/verdict.ftl")),
            include_str!(concat!("../../../../words/", $folder, "/refusal.ftl")),
            include_str!(concat!("../../../../words/", $folder, "/today.ftl")),
            include_str!(concat!("../../../../words/", $folder, "/history.ftl")),
            include_str!(concat!("../../../../words/", $folder, "/setup.ftl")),
            include_str!(concat!("../../../../words/", $folder, "/reminders.ftl")),
            include_str!(concat!("../../../../words/", $folder, "/cli.ftl")),
            include_str!(concat!("../../../../words/", $folder, "/owner.ftl")),
            include_str!(concat!("../../../../words/", $folder, "/remind.ftl")),
            include_str!(concat!("../../../../words/", $folder, "/alert.ftl")),
            include_str!(concat!("../../../../words/", $folder, "/guide.ftl")),
            include_str!(concat!("../../../../words/", $folder, "/aid.ftl")),
            include_str!(concat!("../../../../words/", $folder, "/incident.ftl")),
            include_str!(concat!("../../../../words/", $folder, "/receipt.ftl")),
            include_str!(concat!("../../../../words/", $folder, "/files.ftl")),
            include_str!(concat!("../../../../words/", $folder, "/contact.ftl")),
            include_str!(concat!("../../../../words/", $folder, "/work.ftl")),
            include_str!(concat!("../../../../words/", $folder, "/dispute.ftl")),
            include_str!(concat!("../../../../words/", $folder, "/search.ftl")),
            include_str!(concat!("../../../../words/", $folder, "/keys.ftl")),
            include_str!(concat!("../../../../words/", $folder, "/check.ftl")),
            include_str!(concat!("../../../../words/", $folder, "/pack.ftl")),
            include_str!(concat!("../../../../words/", $folder, "/report.ftl")),
        ]
    };
}

static ZH_CN: [&str; SOURCE_NAMES.len()] = texts_of!("zh-CN");
static EN: [&str; SOURCE_NAMES.len()] = texts_of!("en");

/// The text of every file of a language, in the order of [`SOURCE_NAMES`].
pub fn texts(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::ZhCn => &ZH_CN,
        Lang::En => &EN,
    }
}

/// The text of one file, by its name without `.ftl`.
#[must_use]
pub fn source(lang: Lang, name: &str) -> Option<&'static str> {
    let position = SOURCE_NAMES.iter().position(|known| *known == name)?;
    texts(lang).get(position).copied()
}
