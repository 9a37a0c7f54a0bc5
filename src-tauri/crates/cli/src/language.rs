//! The person's language, and what can be seen of the options before they are parsed.

use std::ffi::OsString;

use kaizhang_words::Lang;

use crate::args::VERBS;

/// What an explanation of a mistake needs, read from arguments that may be all wrong.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Peek {
    /// `--lang`, when it names a language.
    pub(crate) lang: Option<Lang>,
    /// Whether `--json` stands somewhere.
    pub(crate) json: bool,
    /// The verb, when there is one that is known.
    pub(crate) verb: Option<&'static str>,
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
                "--data" | "--staff" | "--till" | "--note" | "--value" | "--attach" => {
                    rest.next();
                }
                other => {
                    if let Some(tag) = other.strip_prefix("--lang=") {
                        peek.lang = Lang::from_tag(tag);
                    }
                    let verb = || VERBS.into_iter().find(|verb| *verb == other);
                    peek.verb = peek.verb.or_else(verb);
                }
            }
        }
        peek
    }
}

/// `--lang`, else `KAIZHANG_LANG`, else what the system says about itself.
pub(crate) fn choose(asked: Option<Lang>) -> Lang {
    // A value that is not UTF-8 names no language.
    let read = |name: &str| std::env::var(name).ok();
    asked
        .or_else(|| read("KAIZHANG_LANG").and_then(|tag| Lang::from_locale(&tag)))
        .unwrap_or_else(|| {
            let values = ["LC_ALL", "LC_MESSAGES", "LANG"].map(read);
            Lang::from_environment(values.iter().map(Option::as_deref))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, lang: Option<Lang>, json: bool, verb: Option<&'static str>) {
        let args: Vec<OsString> = std::iter::once("kaizhang")
            .chain(line.split_whitespace())
            .map(OsString::from)
            .collect();
        assert_eq!(Peek::at(&args), Peek { lang, json, verb }, "{line}");
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
    }
}
