//! The help, written out here because the parser's own speaks only English.

use clap::{Arg, Command};
use kaizhang_words::{Lang, Words, args};

use crate::args::{ACTIONS, VERBS};
use crate::forms::SYMPTOMS;
use crate::print::{self, LINE};

/// `kaizhang --help`.
fn overall(command: &Command, words: &Words) -> String {
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

/// Every page of help.
pub(crate) struct Pages {
    /// `kaizhang --help`.
    pub(crate) overall: String,
    verbs: Vec<(&'static str, Option<&'static str>, String)>,
}

/// Writes every page.
pub(crate) fn pages(command: &Command, words: &Words) -> Pages {
    let verbs = VERBS.map(|verb| (verb, None));
    let actions = ACTIONS.map(|(verb, action)| (verb, Some(action)));
    let written = verbs.into_iter().chain(actions).map(|(verb, action)| {
        let page = of_verb(command, verb, action, words);
        (verb, action, page)
    });
    Pages {
        overall: overall(command, words),
        verbs: written.collect(),
    }
}

impl Pages {
    /// `kaizhang VERB --help`, and `kaizhang VERB ACTION --help`. Where the verb has no such action, its own page.
    pub(crate) fn of(&self, verb: &str, action: Option<&str>) -> String {
        let page = |action: Option<&str>| {
            let mut pages = self.verbs.iter();
            pages.find(|(of, what, _)| *of == verb && *what == action)
        };
        let found = page(action).or_else(|| page(None));
        found.map(|(_, _, text)| text.clone()).unwrap_or_default()
    }
}

fn of_verb(command: &Command, verb: &str, action: Option<&str>, words: &Words) -> String {
    let mut page = Page::new(words);
    let whole = command.find_subcommand(verb);
    let Some(sub) = whole.and_then(|whole| match action {
        Some(action) => whole.find_subcommand(action),
        None => Some(whole),
    }) else {
        return page.text;
    };
    let names: Vec<&str> = [Some(verb), action].into_iter().flatten().collect();
    let (typed, key) = (names.join(" "), names.join("-"));
    let long = words.say_or(
        &format!("cli-verb-{key}-long"),
        &words.say(&format!("cli-verb-{key}")),
    );
    page.paragraph(&long);
    page.usage(&usage(sub, &typed, words));
    let arguments: Vec<_> = sub
        .get_positionals()
        .map(|arg| (value_name(arg), about(arg)))
        .collect();
    page.table(&words.say("cli-heading-arguments"), arguments);
    if verb == "help" {
        page.paragraph(&words.list(&VERBS.map(str::to_owned)));
    }
    let below = sub.get_subcommands().map(|below| {
        let about = below.get_about().map(ToString::to_string);
        (below.get_name().to_owned(), about.unwrap_or_default())
    });
    page.table(&words.say("cli-heading-commands"), below.collect());
    page.table(&words.say("cli-heading-options"), options_of(sub, words));
    if sub.get_arguments().any(|arg| arg.get_id() == "symptom") {
        let symptoms =
            SYMPTOMS.map(|id| (id.to_owned(), words.say(&format!("guide-symptom-{id}"))));
        page.table(&words.say("cli-heading-symptoms"), symptoms.to_vec());
    }
    let mut everywhere = options_of(command, words);
    // Help stands among the verb's own, and the version is of the whole.
    everywhere.retain(|(name, _)| !name.starts_with("-h") && !name.starts_with("-V"));
    page.table(&words.say("cli-heading-global"), everywhere);
    page.text
}

/// How a verb is typed.
fn usage(sub: &Command, typed: &str, words: &Words) -> String {
    let options = words.say("cli-word-options");
    if sub.has_subcommands() {
        return format!(
            "kaizhang {typed} {} [{options}] …",
            words.say("cli-word-command")
        );
    }
    let mut usage = format!("kaizhang {typed} [{options}]");
    for arg in sub.get_positionals() {
        let name = value_name(arg);
        usage += &if arg.is_required_set() {
            format!(" {name}")
        } else {
            format!(" [{name}]")
        };
    }
    usage
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
        let written = pages(&command, &words);
        assert_eq!(written.verbs.len(), VERBS.len() + ACTIONS.len());
        let mut texts = vec![written.overall];
        texts.extend(written.verbs.into_iter().map(|(_, _, text)| text));
        for page in texts {
            assert!(
                !page.is_empty() && !page.contains("cli-") && !page.contains("guide-"),
                "a key without words:\n{page}"
            );
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
