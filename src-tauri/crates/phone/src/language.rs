//! Which of the two languages a phone reads.

/// A language of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Chinese as written in mainland China.
    Chinese,
    /// English.
    English,
}

impl Language {
    /// The first of the two that the phone's browser asks for.
    ///
    /// `accept` is an `Accept-Language` header; browsers write it in order of preference, so weights are compared only
    /// where they are written.
    pub(crate) fn asked(accept: &str) -> Option<Self> {
        let wish = |part: &str| {
            let mut fields = part.split(';').map(str::trim);
            let language = Self::named(fields.next()?)?;
            let weight = fields.find_map(|field| field.strip_prefix("q="));
            let weight: f32 = weight.map_or(Some(1.0), |weight| weight.parse().ok())?;
            (weight > 0.0).then_some((language, weight))
        };
        let mut best: Option<(Self, f32)> = None;
        for (language, weight) in accept.split(',').filter_map(wish) {
            if best.is_none_or(|(_, before)| weight > before) {
                best = Some((language, weight));
            }
        }
        best.map(|(language, _)| language)
    }

    /// The language of a tag such as `zh-Hant-TW` or `en-GB`.
    pub(crate) fn named(tag: &str) -> Option<Self> {
        let main = tag.split(['-', '_']).next()?;
        if main.eq_ignore_ascii_case("zh") {
            Some(Self::Chinese)
        } else if main.eq_ignore_ascii_case("en") {
            Some(Self::English)
        } else {
            None
        }
    }

    /// As in `lang=`.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en",
        }
    }

    pub(crate) fn other(self) -> Self {
        match self {
            Self::Chinese => Self::English,
            Self::English => Self::Chinese,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(accept: &str, language: Option<Language>) {
        assert_eq!(Language::asked(accept), language, "{accept}");
    }

    #[test]
    fn the_phones_wish_is_heard() {
        let (zh, en) = (Some(Language::Chinese), Some(Language::English));
        check("zh-CN,zh;q=0.9,en;q=0.8", zh);
        check("en-GB,en;q=0.9,zh-CN;q=0.8", en);
        check("zh_CN", zh);
        check("ZH-hant-HK", zh);
        check("de-DE,de;q=0.9,en;q=0.5,zh;q=0.7", zh);
        check("en;q=0, zh", zh);
        check("de,fr;q=0.9,*;q=0.1", None);
        check("", None);
        check("english", None);
        check(";;q=,,q=1;", None);
        check("zh;q=much,en;q=0.1", en);
    }
}
