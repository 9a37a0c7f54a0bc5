//! The help, written out here because the parser's own speaks only English.

use clap::{Arg, Command};
use kaizhang_words::{Lang, Words, args};

use crate::args::VERBS;
use crate::print::{self, LINE};

/// `kaizhang --help`.
pub(crate) fn overall(command: &Command, words: &Words) -> String {
    let mut page = Page::new(words);
    page.paragraph(&words.say("cli-about"));
    page.paragraph(&words.say("cli-about-long"));
    let (verb, options) = (words.say("cli-word-command"), words.say("cli-word-options"));
    page.usage(&format!("kaizhang [{options}] {verb} …"));
    let verbs = command.get_subcommands().map(|sub| {
        let about = sub.get_about().map(ToString::to_string);
        (sub.get_name().to_owned(), about.unwrap_or_default())
    });
    page.table(&words.say("cli-heading-commands"), verbs.collect());
    page.table(&words.say("cli-heading-global"), options_of(command, words));
    page.paragraph(&words.say("cli-after-help"));
    page.text
}

/// `kaizhang VERB --help`.
pub(crate) fn of_verb(command: &Command, verb: &str, words: &Words) -> String {
    let mut page = Page::new(words);
    let Some(sub) = command.find_subcommand(verb) else {
        return page.text;
    };
    let key = format!("cli-verb-{verb}-long");
    page.paragraph(&words.say_or(&key, &words.say(&format!("cli-verb-{verb}"))));
    let mut usage = format!("kaizhang {verb} [{}]", words.say("cli-word-options"));
    for arg in sub.get_positionals() {
        let name = value_name(arg);
        usage += &if arg.is_required_set() {
            format!(" {name}")
        } else {
            format!(" [{name}]")
        };
    }
    page.usage(&usage);
    let arguments: Vec<_> = sub
        .get_positionals()
        .map(|arg| (value_name(arg), about(arg)))
        .collect();
    page.table(&words.say("cli-heading-arguments"), arguments);
    if verb == "help" {
        page.paragraph(&words.list(&VERBS.map(str::to_owned)));
    }
    page.table(&words.say("cli-heading-options"), options_of(sub, words));
    let mut everywhere = options_of(command, words);
    // Help stands among the verb's own, and the version is of the whole.
    everywhere.retain(|(name, _)| !name.starts_with("-h") && !name.starts_with("-V"));
    page.table(&words.say("cli-heading-global"), everywhere);
    page.text
}

/// One page of help.
struct Page {
    lang: Lang,
    usage_heading: String,
    text: String,
}

impl Page {
    fn new(words: &Words) -> Page {
        Page {
            lang: words.lang(),
            usage_heading: words.say("cli-heading-usage"),
            text: String::new(),
        }
    }

    fn paragraph(&mut self, text: &str) {
        self.gap();
        for line in print::wrapped(text, LINE) {
            self.text += &line;
            self.text.push('\n');
        }
    }

    fn usage(&mut self, text: &str) {
        self.gap();
        self.text += &format!("{}\n  {text}\n", self.usage_heading);
    }

    /// Names on the left, what they are for on the right.
    fn table(&mut self, heading: &str, rows: Vec<(String, String)>) {
        if rows.is_empty() {
            return;
        }
        self.gap();
        let colon = match self.lang {
            Lang::ZhCn => "：",
            Lang::En => ":",
        };
        self.text += &format!("{heading}{colon}\n");
        let left = rows.iter().map(|(name, _)| print::width(name)).max();
        let left = left.unwrap_or(0) + 2;
        for (name, about) in rows {
            let mut name = name;
            for line in print::wrapped(&about, LINE - left) {
                let row = format!("  {}{line}", print::padded(&name, left));
                self.text += row.trim_end();
                self.text.push('\n');
                name.clear();
            }
        }
    }

    fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }
}

fn options_of(command: &Command, words: &Words) -> Vec<(String, String)> {
    let options = command.get_arguments().filter(|arg| !arg.is_positional());
    options
        .map(|arg| (spelling(arg), explained(arg, words)))
        .collect()
}

/// `-V, --version`, `--data DIR`.
fn spelling(arg: &Arg) -> String {
    let short = arg.get_short().map(|sign| format!("-{sign}, "));
    let long = arg.get_long().map(|name| format!("--{name}"));
    let value = arg
        .get_action()
        .takes_values()
        .then(|| format!(" {}", value_name(arg)));
    [short, long, value].into_iter().flatten().collect()
}

fn value_name(arg: &Arg) -> String {
    let names = arg.get_value_names().unwrap_or_default();
    names.first().map(ToString::to_string).unwrap_or_default()
}

fn about(arg: &Arg) -> String {
    arg.get_help().map(ToString::to_string).unwrap_or_default()
}

fn explained(arg: &Arg, words: &Words) -> String {
    let about = about(arg);
    if arg.is_required_set() {
        words.say_with("cli-word-needed", &args!["about" => about])
    } else {
        about
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command;

    fn check(lang: Lang) {
        let words = Words::new(lang);
        let command = command::command(&|key| words.say(key));
        let mut pages = vec![overall(&command, &words)];
        pages.extend(VERBS.map(|verb| of_verb(&command, verb, &words)));
        for page in pages {
            assert!(!page.contains("cli-"), "a key without words:\n{page}");
            for line in page.lines() {
                assert!(print::width(line) <= LINE + 2, "too long: {line}");
            }
            if lang == Lang::ZhCn {
                // What a shopkeeper reads has no English words, only names to type.
                for english in [
                    "Usage", "Options", "Commands", "Print", "possible", "default",
                ] {
                    assert!(!page.contains(english), "{english} in:\n{page}");
                }
            }
        }
    }

    #[test]
    fn the_help_speaks_chinese() {
        check(Lang::ZhCn);
    }

    #[test]
    fn the_help_speaks_english() {
        check(Lang::En);
    }
}
