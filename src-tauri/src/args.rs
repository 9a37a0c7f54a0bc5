//! What may be said at the start of the window. Few words, so they are read by hand and told in both languages at once.

use std::ffi::OsString;
use std::path::PathBuf;

/// What the window was asked to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Wish {
    /// Open the window.
    Open(Args),
    /// Print this text and end.
    Tell(String),
}

/// How the window was asked to open.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Args {
    /// The data folder; none means the usual one.
    pub data: Option<PathBuf>,
    /// The language of the screen, `zh-CN` or `en`; none means the one that was chosen last.
    pub lang: Option<String>,
    /// Show today's checklist, wherever the window was left.
    pub today: bool,
    /// Draw without the graphics card's help.
    pub safe_graphics: bool,
}

/// The word that shows today's checklist, also in a window that is open already.
pub const TODAY: &str = "--today";

const LANGS: [&str; 2] = ["zh-CN", "en"];

const USAGE: &str = "\
开张 Kaizhang — kaizhang-desktop [--data DIR] [--lang zh-CN|en] [--today] [--safe-graphics]

  --data DIR        数据文件夹，默认用平时那个        the data folder, else the usual one
  --lang LANG       界面语言：zh-CN 或 en             the language of the screen: zh-CN or en
  --today           直接看今天的清单                  today's checklist, wherever the window was left
  --safe-graphics   窗口空白时用，不靠显卡画图        for a blank window: draw without the graphics card
  --version         版本                              the version
  --help            这段说明                          this text
";

/// Reads the words after the program's name.
///
/// # Errors
/// A text for the person who typed a word that is not known or not complete.
pub fn read(words: impl Iterator<Item = OsString>) -> Result<Wish, String> {
    let mut args = Args::default();
    let mut words = words;
    while let Some(word) = words.next() {
        let (name, joined) = split(&word);
        match name.as_str() {
            "--data" => args.data = Some(PathBuf::from(value(&name, joined, &mut words)?)),
            "--lang" => args.lang = Some(language(&value(&name, joined, &mut words)?)?),
            TODAY => args.today = true,
            "--safe-graphics" => args.safe_graphics = true,
            "--version" | "-V" => {
                return Ok(Wish::Tell(format!(
                    "kaizhang-desktop {}\n",
                    env!("CARGO_PKG_VERSION")
                )));
            }
            "--help" | "-h" => return Ok(Wish::Tell(USAGE.to_owned())),
            _ => return Err(format!("不认识 {name}。 {name} is not known.\n\n{USAGE}")),
        }
    }
    Ok(Wish::Open(args))
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

fn language(value: &OsString) -> Result<String, String> {
    LANGS
        .iter()
        .find(|lang| value.as_os_str() == **lang)
        .map(|lang| (*lang).to_owned())
        .ok_or_else(|| format!("--lang 只认 zh-CN 和 en。 --lang takes zh-CN or en.\n\n{USAGE}"))
}

/// Prints what was asked for.
#[expect(
    clippy::print_stdout,
    reason = "a person at the prompt asked for this text"
)]
pub fn tell(text: &str) {
    print!("{text}");
}

/// Says on the error stream what is in the way.
#[expect(
    clippy::print_stderr,
    reason = "there is no window yet that could say it"
)]
pub fn complain(text: &str) {
    eprintln!("{text}");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(words: &[&str]) -> Result<Wish, String> {
        read(words.iter().map(OsString::from))
    }

    #[test]
    fn nothing_said_is_the_usual_window() {
        assert_eq!(wish(&[]), Ok(Wish::Open(Args::default())));
    }

    #[test]
    fn both_spellings_of_a_value_are_taken() {
        let want = Args {
            data: Some("/tmp/店".into()),
            lang: Some("en".into()),
            today: true,
            safe_graphics: true,
        };
        assert_eq!(
            wish(&[
                "--data=/tmp/店",
                "--lang",
                "en",
                "--today",
                "--safe-graphics"
            ]),
            Ok(Wish::Open(want))
        );
    }

    #[test]
    fn what_is_not_understood_is_said_in_both_languages() {
        for words in [
            &["--lang", "fr"][..],
            &["--data"],
            &["--data", ""],
            &["--colour"],
        ] {
            let text = wish(words).unwrap_err();
            assert!(
                text.contains("--safe-graphics"),
                "{words:?}: the usage is part of {text}"
            );
            assert!(
                text.contains("。 "),
                "{words:?}: both languages are in {text}"
            );
        }
    }
}
