//! The person's language, and what can be seen of the options before they are parsed.

use std::ffi::OsString;

use kaizhang_words::Lang;

use crate::args::{ACTIONS, VERBS};
use crate::forms;

/// What an explanation of a mistake needs, read from arguments that may be all wrong.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Peek {
    /// `--lang`, when it names a language.
    pub(crate) lang: Option<Lang>,
    /// Whether `--json` stands somewhere.
    pub(crate) json: bool,
    /// The verb, when there is one that is known.
    pub(crate) verb: Option<&'static str>,
    /// What stands below that verb: `open` in `incident open`.
    pub(crate) action: Option<&'static str>,
}

impl Peek {
    /// Looks through the arguments; the first is the program's name.
    pub(crate) fn at(args: &[OsString]) -> Peek {
        let mut peek = Peek::default();
        let mut rest = args.iter().skip(1).map(|arg| arg.to_string_lossy());
        while let Some(arg) = rest.next() {
            match arg.as_ref() {
                "--" => break,
                "--json" => peek.json = true,
                "--lang" => {
                    peek.lang = rest.next().and_then(|tag| Lang::from_tag(&tag));
                }
                // What follows is theirs, even when it looks like an option.
                option if forms::takes_value(option) => {
                    rest.next();
                }
                other => {
                    if let Some(tag) = other.strip_prefix("--lang=") {
                        peek.lang = Lang::from_tag(tag);
                    }
                    peek.take_name(other);
                }
            }
        }
        peek
    }

    fn take_name(&mut self, name: &str) {
        match self.verb {
            None => self.verb = VERBS.into_iter().find(|verb| *verb == name),
            Some(verb) => {
                let action = || ACTIONS.into_iter().find(|known| *known == (verb, name));
                self.action = self.action.or_else(|| Some(action()?.1));
            }
        }
    }

    /// The verb with what stands below it, as it is typed.
    pub(crate) fn named(&self) -> Option<String> {
        let verb = self.verb?;
        Some(match self.action {
            Some(action) => format!("{verb} {action}"),
            None => verb.to_owned(),
        })
    }
}

/// `--lang`, else `KAIZHANG_LANG`, else what the system says about itself.
pub(crate) fn choose(asked: Option<Lang>) -> Lang {
    asked.unwrap_or_else(Lang::of_this_process)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, lang: Option<Lang>, json: bool, verb: Option<&'static str>) {
        let args: Vec<OsString> = std::iter::once("kaizhang")
            .chain(line.split_whitespace())
            .map(OsString::from)
            .collect();
        let peek = Peek::at(&args);
        let seen = (peek.lang, peek.json, peek.named());
        assert_eq!(seen, (lang, json, verb.map(str::to_owned)), "{line}");
    }

    #[test]
    fn a_glance_at_the_arguments_is_enough() {
        check("", None, false, None);
        check(
            "--lang en today --json",
            Some(Lang::En),
            true,
            Some("today"),
        );
        check(
            "mark x pass --lang=zh-CN",
            Some(Lang::ZhCn),
            false,
            Some("mark"),
        );
        check("--data today finish", None, false, Some("finish"));
        check("mark x fail --note --json", None, false, Some("mark"));
        check("--lang", None, false, None);
        check("call -- --json", None, false, Some("call"));
        check("tody", None, false, None);
        check("incident list --json", None, true, Some("incident list"));
        check(
            "incident open --note --json --trace list",
            None,
            false,
            Some("incident open"),
        );
        check("receipt open", None, false, Some("receipt"));
        check("open incident", None, false, Some("incident"));
    }
}
