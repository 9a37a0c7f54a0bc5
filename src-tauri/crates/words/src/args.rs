//! The values that stand inside a sentence.

use fluent_bundle::{FluentArgs, FluentValue};

/// One value inside a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArgValue {
    /// Text that is put in as it is. It is never read as Fluent, whatever it contains.
    Text(String),
    /// A count; plural forms are chosen by it.
    Count(i64),
}

impl From<&str> for ArgValue {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for ArgValue {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for ArgValue {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<i64> for ArgValue {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<i32> for ArgValue {
    fn from(count: i32) -> Self {
        Self::Count(i64::from(count))
    }
}

impl From<u32> for ArgValue {
    fn from(count: u32) -> Self {
        Self::Count(i64::from(count))
    }
}

impl From<u64> for ArgValue {
    fn from(count: u64) -> Self {
        // A count above i64 has the plural form of any large number; nobody counts that far.
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<usize> for ArgValue {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

/// The named values of one sentence. Build it with [`args!`](crate::args!).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Args {
    named: Vec<(String, ArgValue)>,
}

impl Args {
    /// No values yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a value; a second one of the same name replaces the first.
    pub fn set(&mut self, name: &str, value: impl Into<ArgValue>) {
        let value = value.into();
        match self.named.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = value,
            None => self.named.push((name.to_owned(), value)),
        }
    }

    /// The same with one more value, for chaining.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<ArgValue>) -> Self {
        self.set(name, value);
        self
    }

    pub(crate) fn to_fluent(&self) -> FluentArgs<'_> {
        let mut fluent = FluentArgs::with_capacity(self.named.len());
        for (name, value) in &self.named {
            match value {
                ArgValue::Text(text) => {
                    fluent.set(name.as_str(), FluentValue::from(text.as_str()));
                }
                ArgValue::Count(count) => fluent.set(name.as_str(), *count),
            }
        }
        fluent
    }
}

/// Names the values of a sentence: `args!["count" => 3, "item" => title]`.
#[macro_export]
macro_rules! args {
    ($($name:literal => $value:expr),* $(,)?) => {{
        #[allow(unused_mut)]
        let mut args = $crate::Args::new();
        $(args.set($name, $value);)*
        args
    }};
}
