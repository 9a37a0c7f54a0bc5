//! The two languages, and how one is chosen from what a system says about itself.

/// A language that all words exist in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Chinese as written on the mainland.
    ZhCn,
    /// English.
    En,
}

impl Lang {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::ZhCn, Self::En];

    /// The BCP 47 tag, which is also the name of the folder under `words/`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::En => "en",
        }
    }

    /// Reads a language tag such as `zh`, `zh-Hans-CN`, `en-GB`; `None` when it is neither of the two.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        match primary.to_ascii_lowercase().as_str() {
            // Spoken Chinese languages share the written one.
            "zh" | "cmn" | "yue" | "wuu" | "nan" | "hak" => Some(Self::ZhCn),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// Reads one POSIX locale value such as `zh_CN.UTF-8`, `en_GB@euro`, `C.UTF-8` or a list `fr:en`.
    ///
    /// `C` and `POSIX` mean a script's plain surroundings and read as English. An empty value says nothing.
    #[must_use]
    pub fn from_locale(value: &str) -> Option<Self> {
        value.split(':').find_map(|one| {
            let name = one.split(['.', '@']).next().unwrap_or_default().trim();
            match name {
                "C" | "POSIX" => Some(Self::En),
                _ => Self::from_tag(name),
            }
        })
    }

    /// Chooses by the values of `LC_ALL`, `LC_MESSAGES` and `LANG`, the first that is set deciding, as POSIX says.
    ///
    /// A foreign language gets English. When nothing is set (Windows, a bare desktop) the shop's own language,
    /// Chinese, is the better guess.
    #[must_use]
    pub fn from_environment<'a>(values: impl IntoIterator<Item = Option<&'a str>>) -> Self {
        values
            .into_iter()
            .flatten()
            .find(|value| !value.trim().is_empty())
            .map_or(Self::ZhCn, |value| {
                Self::from_locale(value).unwrap_or(Self::En)
            })
    }

    /// What this process was told about its person's language: `KAIZHANG_LANG`, else the system's own settings.
    #[must_use]
    pub fn of_this_process() -> Self {
        // A value that is not UTF-8 names no language.
        let read = |name: &str| std::env::var(name).ok();
        let told = read("KAIZHANG_LANG").and_then(|tag| Self::from_locale(&tag));
        told.unwrap_or_else(|| {
            let values = ["LC_ALL", "LC_MESSAGES", "LANG"].map(read);
            Self::from_environment(values.iter().map(Option::as_deref))
        })
    }
}

impl std::fmt::Display for Lang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.tag())
    }
}

impl std::str::FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        Self::from_tag(tag).ok_or_else(|| UnknownLang(tag.to_owned()))
    }
}

/// A tag that names neither language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownLang(pub String);

impl std::fmt::Display for UnknownLang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: zh-CN | en", self.0)
    }
}

impl std::error::Error for UnknownLang {}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn tags_are_read_by_their_first_part() {
        assert_eq!(Lang::from_tag("zh-Hans-CN"), Some(Lang::ZhCn));
        assert_eq!(Lang::from_tag("ZH"), Some(Lang::ZhCn));
        assert_eq!(Lang::from_tag("en-GB"), Some(Lang::En));
        assert_eq!(Lang::from_tag("fr"), None);
        assert_eq!(Lang::from_tag(""), None);
    }

    #[test]
    fn the_first_variable_that_is_set_decides() {
        let choose = |values: [Option<&str>; 3]| Lang::from_environment(values);
        assert_eq!(choose([None, None, Some("zh_CN.UTF-8")]), Lang::ZhCn);
        assert_eq!(
            choose([Some("en_US.UTF-8"), None, Some("zh_CN.UTF-8")]),
            Lang::En
        );
        assert_eq!(choose([Some(""), None, Some("en_GB@euro")]), Lang::En);
        assert_eq!(choose([Some("C.UTF-8"), None, Some("zh_CN")]), Lang::En);
        assert_eq!(choose([None, None, Some("de_DE.UTF-8")]), Lang::En);
        assert_eq!(choose([None, None, Some("fr:zh_CN")]), Lang::ZhCn);
        assert_eq!(choose([None, None, None]), Lang::ZhCn);
    }
}
