//! What every verb works with: the options, the words, the open folder.

use std::cell::OnceCell;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use kaizhang_app::{App, Caller, OpenOptions, System, default_folder};
use kaizhang_words::{Lang, Words, args};
use serde_json::{Value, json};

use crate::args::Global;
use crate::failure::Failure;

/// One run of the program.
pub(crate) struct Context {
    pub(crate) global: Global,
    lang: Lang,
    words: OnceCell<Words>,
}

/// The language in which to say that one has to wait; nothing is said while it is not set.
static WAITS_IN: OnceLock<Lang> = OnceLock::new();

impl Context {
    /// Takes the options as parsed.
    pub(crate) fn new(global: Global, lang: Lang) -> Context {
        Context {
            global,
            lang,
            words: OnceCell::new(),
        }
    }

    /// Whether a program reads the answer.
    pub(crate) fn json(&self) -> bool {
        self.global.json
    }

    /// The person's language.
    pub(crate) fn lang(&self) -> Lang {
        self.lang
    }

    /// The words, read at the first use: a script that asks for JSON never waits for them.
    pub(crate) fn words(&self) -> &Words {
        self.words.get_or_init(|| Words::new(self.lang))
    }

    /// Who calls.
    pub(crate) fn caller(&self) -> Caller {
        Caller {
            staff: self.global.staff.clone(),
        }
    }

    /// The input of a command, with the till that was named.
    pub(crate) fn input(&self, mut input: Value) -> Value {
        if let Some(till) = &self.global.till {
            input["till"] = json!(till);
        }
        input
    }

    /// Opens the data folder.
    pub(crate) fn open(&self) -> Result<App, Failure> {
        let folder = self
            .global
            .data
            .clone()
            .map_or_else(default_folder, PathBuf::from);
        if folder.to_str().is_none() {
            // A path that is no text could not be named in any message.
            return Err(Failure::Usage(self.words().say("cli-usage-not-text")));
        }
        if !self.json() {
            let _ = WAITS_IN.set(self.lang);
        }
        let options = OpenOptions {
            waiting: Some(say_waiting),
            ..OpenOptions::default()
        };
        Ok(App::open_with(&folder, options, Arc::new(System))?)
    }

    /// Opens the folder and runs one command in it.
    pub(crate) fn call(&self, name: &str, input: Value) -> Result<Value, Failure> {
        Ok(self.open()?.call(&self.caller(), name, input)?)
    }
}

fn say_waiting(waits_for: &str) {
    if let Some(lang) = WAITS_IN.get() {
        let words = Words::new(*lang);
        let text = words.say_with("cli-waiting", &args!["waits_for" => waits_for]);
        // Waiting goes on whether or not anybody can read this.
        let _ = writeln!(io::stderr().lock(), "{text}");
    }
}
