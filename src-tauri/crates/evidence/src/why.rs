//! What exactly was found in a pack: said by a code, so that each person hears it in his own language.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::{fmt, io};

/// What exactly was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// Its words are the message `check-why-` and this, with dashes.
    pub code: &'static str,
    /// What fills them.
    pub params: BTreeMap<&'static str, String>,
    /// The same in English, more exactly where a library knows more. A fixed text is not copied: there may be millions of
    /// bad lines, of which most are only counted.
    english: Cow<'static, str>,
}

impl Why {
    pub(crate) fn new(code: &'static str, english: impl Into<Cow<'static, str>>) -> Self {
        Self {
            code,
            params: BTreeMap::new(),
            english: english.into(),
        }
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.params.insert(name, value.into());
        self
    }

    /// Where a reader has to say it.
    pub(crate) fn into_io(self) -> io::Error {
        io::Error::other(self)
    }
}

impl From<io::Error> for Why {
    fn from(error: io::Error) -> Self {
        let told = error.get_ref().and_then(|inner| inner.downcast_ref());
        let known = told.cloned();
        known.unwrap_or_else(|| Self::new("unreadable", error.to_string()))
    }
}

impl fmt::Display for Why {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.english)
    }
}

impl std::error::Error for Why {}
