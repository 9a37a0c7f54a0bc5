//! All words of one language, ready to say.

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use unic_langid::LanguageIdentifier;

use crate::{Args, Lang, sources};

/// All words of one language. Cheap to ask, can be shared between threads.
pub struct Words {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words")
            .field("lang", &self.lang)
            .finish_non_exhaustive()
    }
}

impl Words {
    /// Reads the words that were compiled in.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self::from_texts(lang, sources::texts(lang))
    }

    /// Reads words from given .ftl texts. What cannot be read is left out; the check in `tests/` keeps that from
    /// being shipped.
    #[must_use]
    pub fn from_texts(lang: Lang, texts: &[&str]) -> Self {
        let identifier: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // Isolation marks are for mixing writing directions; both languages run left to right, and the marks
        // would end up in files and terminals.
        bundle.set_use_isolating(false);
        for text in texts {
            let resource = match FluentResource::try_new((*text).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { lang, bundle }
    }

    /// The language of these words.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether there is a message with this key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// The message of a key without arguments. An unknown key is shown as itself, which is plainer than a crash.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &Args::new())
    }

    /// The message of a key with its arguments in place.
    #[must_use]
    pub fn say_with(&self, key: &str, args: &Args) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
        else {
            return key.to_owned();
        };
        let fluent_args = args.to_fluent();
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&fluent_args), &mut errors)
            .into_owned()
    }

    /// The message of a key, or the given text when there is none: for ids that may come from outside.
    #[must_use]
    pub fn say_or(&self, key: &str, otherwise: &str) -> String {
        if self.has(key) {
            self.say(key)
        } else {
            otherwise.to_owned()
        }
    }
}
