//! Writes `ui/src/generated/words.ts` from the words: run it after changing an .ftl file.

use std::path::Path;

use kaizhang_words::{Lang, SOURCE_NAMES, source};

#[path = "../tests/catalog/mod.rs"]
mod catalog;

// A developer's tool writes a source file; the rule that only the store writes files is about the shop's records.
#[allow(
    clippy::disallowed_methods,
    reason = "a file of the source tree, not of a shop"
)]
fn main() -> std::io::Result<()> {
    let languages = Lang::ALL.map(|lang| {
        catalog::Catalog::read(
            SOURCE_NAMES
                .iter()
                .filter_map(|name| source(lang, name).map(|text| (*name, text))),
        )
    });
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/generated/words.ts");
    std::fs::write(target, catalog::typescript::generate(&languages))
}
