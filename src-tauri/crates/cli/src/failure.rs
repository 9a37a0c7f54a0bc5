//! How the prompt says no: a kind sentence, or one line of JSON, and the exit code.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::process::ExitCode;

use kaizhang_app::Refusal;
use kaizhang_words::{Lang, Words, args};
use serde_json::json;

use crate::answer::{FOLDER, REFUSED, USAGE};
use crate::print;

/// Why a verb did not do what was asked.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Wrong usage, with the explanation in the person's language.
    Usage(String),
    /// The app said no.
    Refused(Refusal),
    /// Nobody is there to answer the questions of `check`.
    NobodyThere,
    /// What was to be checked is no pack, or none that will be read: why not.
    NotAPack {
        /// Why, in English, for scripts.
        detail: String,
        /// Why, in the words of whoever asked.
        said: String,
    },
    /// The answer could not be written to where it was wanted, or the input not read.
    Pipe(io::Error),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Failure {
        Failure::Refused(refusal)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Pipe(error)
    }
}

impl Failure {
    fn exit(&self) -> u8 {
        match self {
            Failure::Usage(_) | Failure::NotAPack { .. } => USAGE,
            Failure::Refused(refusal) if refusal.is_wrong_usage() => USAGE,
            Failure::Refused(refusal) if refusal.is_about_the_folder() => FOLDER,
            Failure::Refused(_) | Failure::NobodyThere | Failure::Pipe(_) => REFUSED,
        }
    }

    /// Code, parameters and message, for `--json` and for people.
    fn parts(&self, words: &Words) -> (&str, BTreeMap<String, serde_json::Value>, String) {
        match self {
            Failure::Usage(message) => ("usage", BTreeMap::new(), message.clone()),
            Failure::Refused(Refusal { code, params }) => {
                (code, params.clone(), words.refusal_text(code, params))
            }
            Failure::NobodyThere => (
                "not_a_terminal",
                BTreeMap::new(),
                words.say("cli-not-a-terminal"),
            ),
            Failure::NotAPack { detail, said } => {
                let params = BTreeMap::from([("detail".to_owned(), detail.as_str().into())]);
                let message = words.say_with("cli-not-a-pack", &args!["detail" => said.as_str()]);
                ("not_a_pack", params, message)
            }
            Failure::Pipe(error) => {
                let params = BTreeMap::from([("detail".to_owned(), error.to_string().into())]);
                ("pipe", params, error.to_string())
            }
        }
    }

    /// Tells it on standard error and gives the exit code.
    pub(crate) fn tell(&self, lang: Lang, as_json: bool) -> ExitCode {
        let words = Words::new(lang);
        let (code, params, message) = self.parts(&words);
        let line = if as_json {
            json!({ "code": code, "params": params, "message": message }).to_string()
        } else {
            let message = print::lines(&message);
            match self {
                Failure::Usage(_) | Failure::NobodyThere => message,
                _ => words.say_with("cli-error", &args!["message" => message]),
            }
        };
        // When even standard error is closed, the exit code still tells.
        let _ = writeln!(io::stderr().lock(), "{line}");
        ExitCode::from(self.exit())
    }
}
