//! The TypeScript types of the words that the window says.

use std::fmt::Write as _;

use super::Catalog;

/// The prompt's words never reach the window's screen, nor do those of the desktop around it.
const NOT_IN_THE_WINDOW: [&str; 2] = ["cli", "remind"];

/// The text of `ui/src/generated/words.ts`. An argument that chooses a plural form must be a number; the arguments
/// of both languages count, since one language may need a number that the other does not.
pub fn generate(languages: &[Catalog]) -> String {
    let mut out = String::from(
        "// Generated from words/**/*.ftl by `cargo run -p kaizhang-words --example generate_words_ts`.\n\
         // Do not edit: a test compares it with the words.\n\n\
         /** The arguments of every message; `null` where it takes none. */\n\
         export type WordArgs = {\n",
    );
    let Some(first) = languages.first() else {
        return out;
    };
    for (key, message) in &first.messages {
        if NOT_IN_THE_WINDOW.contains(&message.file.as_str()) {
            continue;
        }
        let same: Vec<_> = languages
            .iter()
            .filter_map(|one| one.messages.get(key))
            .collect();
        let names: std::collections::BTreeSet<String> =
            same.iter().flat_map(|one| one.args()).collect();
        let args: Vec<String> = names
            .iter()
            .map(|name| {
                let counted = same.iter().any(|one| one.counted.contains(name));
                format!(
                    "{name}: {}",
                    if counted { "number" } else { "string | number" }
                )
            })
            .collect();
        let shape = if args.is_empty() {
            "null".to_owned()
        } else {
            format!("{{ {} }}", args.join("; "))
        };
        // Writing into a String cannot fail.
        let _ = writeln!(out, "  \"{key}\": {shape};");
    }
    out.push_str("};\n\n/** The key of a message. */\nexport type WordKey = keyof WordArgs;\n");
    out
}
