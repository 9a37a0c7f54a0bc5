//! What a pack tells people about itself: `bag-info.txt` and `VERIFY.txt`.

use super::{Contents, FORM, LABEL};
use crate::sshsig::PublicKey;

/// The same text for every pack, in both languages, with what differs in braces. Kept as files, so that they can be
/// read and corrected as texts.
const VERIFY: &str = include_str!("verify.txt");

pub(super) fn verify_txt(contents: &Contents<'_>, key: &PublicKey) -> String {
    VERIFY
        .replace("{FOLDER}", contents.folder)
        .replace("{SHOP}", contents.shop)
        .replace("{KEY}", &key.fingerprint())
        .replace("{MADE}", &moment(contents))
        .replace("{SECONDS}", &contents.at.timestamp().to_string())
}

pub(super) fn info(contents: &Contents<'_>, key: &PublicKey) -> Vec<(&'static str, String)> {
    vec![
        ("Source-Organization", contents.shop_name.to_owned()),
        ("External-Description", contents.about.to_owned()),
        ("External-Identifier", contents.folder.to_owned()),
        ("Bagging-Date", contents.at.format("%Y-%m-%d").to_string()),
        ("Bag-Software-Agent", contents.program.to_owned()),
        (LABEL, FORM.to_owned()),
        ("Kaizhang-Shop", contents.shop.to_owned()),
        ("Kaizhang-Made-At", moment(contents)),
        ("Kaizhang-Key", key.fingerprint()),
    ]
}

fn moment(contents: &Contents<'_>) -> String {
    contents
        .at
        .to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}
