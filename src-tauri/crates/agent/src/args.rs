//! What may be said at the start of the agent. Few words, told in both languages at once, as for the window.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;

use kaizhang_words::Lang;

/// What the agent was asked to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// Stay and remind, or write units.
    Stay(Args),
    /// Print this text and end.
    Tell(String),
}

/// How.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Args {
    /// The data folder; none means the usual one.
    pub(crate) data: Option<PathBuf>,
    /// The language, where none was chosen in the window.
    pub(crate) lang: Option<Lang>,
    /// Write the units of the operating system into this folder, and end.
    pub(crate) write_units: Option<PathBuf>,
}

const USAGE: &str = "\
开张 Kaizhang — kaizhang-agent [--data DIR] [--lang zh-CN|en] [--write-units DIR]

  --data DIR          数据文件夹，默认用平时那个            the data folder, else the usual one
  --lang LANG         语言：zh-CN 或 en                     the language: zh-CN or en
  --write-units DIR   写出系统自带的定时启动文件，然后结束  write timers for the operating system, and end
  --version           版本                                  the version
  --help              这段说明                              this text
";

/// Reads the words after the program's name.
///
/// # Errors
/// A text for the person who typed a word that is not known or not complete.
pub(crate) fn read(words: impl Iterator<Item = OsString>) -> Result<Wish, String> {
    let mut args = Args::default();
    let mut words = words;
    while let Some(word) = words.next() {
        let (name, joined) = split(&word);
        match name.as_str() {
            "--data" => args.data = Some(value(&name, joined, &mut words)?.into()),
            "--lang" => args.lang = Some(language(&value(&name, joined, &mut words)?)?),
            "--write-units" => args.write_units = Some(value(&name, joined, &mut words)?.into()),
            "--version" | "-V" => {
                let version = env!("CARGO_PKG_VERSION");
                return Ok(Wish::Tell(format!("kaizhang-agent {version}\n")));
            }
            "--help" | "-h" => return Ok(Wish::Tell(USAGE.to_owned())),
            _ => return Err(format!("不认识 {name}。 {name} is not known.\n\n{USAGE}")),
        }
    }
    Ok(Wish::Stay(args))
}

/// `--data=DIR` and `--data DIR` are the same wish. A value keeps bytes that are no text, as a path may have them.
fn split(word: &OsString) -> (String, Option<OsString>) {
    match word.to_str().and_then(|text| text.split_once('=')) {
        Some((name, value)) => (name.to_owned(), Some(value.into())),
        None => (word.to_string_lossy().into_owned(), None),
    }
}

fn value(
    name: &str,
    joined: Option<OsString>,
    words: &mut impl Iterator<Item = OsString>,
) -> Result<OsString, String> {
    joined
        .or_else(|| words.next())
        .filter(|value| !value.is_empty())
        .ok_or_else(|| format!("{name} 后面缺一个值。 {name} needs a value.\n\n{USAGE}"))
}

fn language(value: &OsString) -> Result<Lang, String> {
    Lang::ALL
        .into_iter()
        .find(|lang| value.as_os_str() == lang.tag())
        .ok_or_else(|| format!("--lang 只认 zh-CN 和 en。 --lang takes zh-CN or en.\n\n{USAGE}"))
}

/// Prints what was asked for.
pub(crate) fn tell(text: &str) {
    // Nobody may be left to read it.
    let _ = io::stdout().lock().write_all(text.as_bytes());
}

/// Says on the error stream what is in the way.
pub(crate) fn complain(text: &str) {
    // As above.
    let _ = writeln!(io::stderr().lock(), "{text}");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(words: &[&str]) -> Result<Wish, String> {
        read(words.iter().map(OsString::from))
    }

    #[test]
    fn nothing_said_is_the_usual_folder() {
        assert_eq!(wish(&[]), Ok(Wish::Stay(Args::default())));
    }

    #[test]
    fn both_spellings_of_a_value_are_taken() {
        let want = Args {
            data: Some("/tmp/店 一".into()),
            lang: Some(Lang::En),
            write_units: Some("u".into()),
        };
        let said = ["--data=/tmp/店 一", "--lang", "en", "--write-units", "u"];
        assert_eq!(wish(&said), Ok(Wish::Stay(want)));
    }

    #[test]
    fn what_is_not_understood_is_said_in_both_languages() {
        for words in [
            &["--lang", "fr"][..],
            &["--data"],
            &["--data", ""],
            &["--write-units="],
            &["--colour"],
        ] {
            let text = wish(words).unwrap_err();
            assert!(
                text.contains("--write-units DIR"),
                "{words:?}: the usage is part of {text}"
            );
            assert!(
                text.contains("。 "),
                "{words:?}: both languages are in {text}"
            );
        }
    }
}
