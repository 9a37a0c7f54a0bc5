//! How words stand on a terminal: columns, colours, and nothing that could play tricks.

use std::io::{self, IsTerminal};

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Lines of help end here.
pub(crate) const LINE: usize = 88;

/// Colours, where somebody can see them.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Paint {
    on: bool,
}

impl Paint {
    /// Colours for standard output: only on a terminal, and only if nobody asked for none.
    pub(crate) fn for_stdout() -> Paint {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        // Older consoles of Windows would show the codes as signs; its terminal says that it is there.
        let able = !cfg!(windows) || set("WT_SESSION");
        Paint {
            on: io::stdout().is_terminal() && able && !dumb && !set("NO_COLOR"),
        }
    }

    fn code(self, code: &str, text: &str) -> String {
        if self.on && !text.is_empty() {
            format!("\x1b[{code}m{text}\x1b[0m")
        } else {
            text.to_owned()
        }
    }

    /// What a glance should find.
    pub(crate) fn strong(self, text: &str) -> String {
        self.code("1", text)
    }

    /// What can be overlooked.
    pub(crate) fn quiet(self, text: &str) -> String {
        self.code("2", text)
    }

    /// In order.
    pub(crate) fn good(self, text: &str) -> String {
        self.code("32", text)
    }

    /// In order, with care.
    pub(crate) fn care(self, text: &str) -> String {
        self.code("33", text)
    }

    /// Out of order.
    pub(crate) fn bad(self, text: &str) -> String {
        self.code("31", text)
    }
}

/// Whether a sign could move the cursor, colour the screen or reorder the line.
fn plays_tricks(sign: char) -> bool {
    sign.is_control() || matches!(sign, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Text from people, as one line without signs that steer a terminal. The store takes none; what is
/// typed at the prompt or comes from elsewhere has not passed it yet.
pub(crate) fn plain(text: &str) -> String {
    text.chars()
        .map(|sign| match sign {
            '\n' | '\t' => ' ',
            sign if plays_tricks(sign) => '\u{FFFD}',
            sign => sign,
        })
        .collect()
}

/// The same for text of several lines.
pub(crate) fn lines(text: &str) -> String {
    text.lines().map(plain).collect::<Vec<_>>().join("\n")
}

/// How many columns a text takes.
pub(crate) fn width(text: &str) -> usize {
    text.width()
}

/// The text with spaces behind it up to so many columns.
pub(crate) fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(text.width())))
}

/// Breaks a text into lines of so many columns: between words, and between Chinese signs.
pub(crate) fn wrapped(text: &str, columns: usize) -> Vec<String> {
    let mut done = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let fits = line.width() + piece.trim_end().width() <= columns;
        if !fits && !line.is_empty() {
            done.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        line.push_str(&piece);
    }
    done.push(line.trim_end().to_owned());
    done
}

/// What must stay together: a word with the space behind it, or a wide sign with what may not begin a
/// line.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for sign in text.chars() {
        let wide = sign.width() == Some(2);
        let clings = "，。；：、？！”）》".contains(sign);
        match pieces.last_mut() {
            Some(last) if clings => last.push(sign),
            Some(last) if !wide && !last.ends_with(' ') && !ends_wide(last) => last.push(sign),
            // An opening mark stays with what it opens.
            Some(last) if last.ends_with(['“', '（', '《']) => last.push(sign),
            _ => pieces.push(sign.to_string()),
        }
    }
    pieces
}

fn ends_wide(text: &str) -> bool {
    text.chars()
        .next_back()
        .is_some_and(|sign| sign.width() == Some(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_with_chinese_and_latin() {
        let column = ["刷卡", "card", "扫码 QR", ""].map(|text| padded(text, 9) + "|");
        assert_eq!(
            column,
            ["刷卡     |", "card     |", "扫码 QR  |", "         |"]
        );
        for text in &column {
            assert_eq!(width(text), 10);
        }
        assert_eq!(padded("太长的一句话", 4), "太长的一句话");
    }

    #[test]
    fn nothing_that_steers_a_terminal_gets_through() {
        assert_eq!(
            plain("a\x1b[31mb\u{202E}c\0\u{9b}d"),
            "a\u{FFFD}[31mb\u{FFFD}c\u{FFFD}\u{FFFD}d"
        );
        assert_eq!(plain("一\n二\t三"), "一 二 三");
        assert_eq!(lines("一\n二\r\n三\x07"), "一\n二\n三\u{FFFD}");
        assert_eq!(plain("🧾 שלום"), "🧾 שלום");
    }

    #[test]
    fn colours_are_off_unless_asked_for() {
        assert_eq!(Paint { on: true }.bad("x"), "\x1b[31mx\x1b[0m");
        assert_eq!(Paint { on: true }.bad(""), "");
        assert_eq!(Paint::default().bad("x"), "x");
    }

    #[test]
    fn lines_break_between_words_and_between_signs() {
        assert_eq!(wrapped("one two three", 8), ["one two", "three"]);
        assert_eq!(
            wrapped("开门前看一遍，今天", 14),
            ["开门前看一遍，", "今天"]
        );
        assert_eq!(
            wrapped("记下 pass 正常，fail 有问题", 14),
            ["记下 pass 正", "常，fail 有问", "题"]
        );
        assert_eq!(wrapped("", 8), [""]);
        for columns in 4..40 {
            let text = "运行 kaizhang check 接着看：“外网”有问题（先用手机热点），还有 3 项没看。";
            let joined = wrapped(text, columns).concat().replace(' ', "");
            assert_eq!(joined, text.replace(' ', ""));
        }
    }
}
