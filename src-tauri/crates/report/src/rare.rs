//! What happens to a character that no font has: a name with 𠮷 must not become an empty box, and must not keep the shop
//! from its report either. It is written as its number, `[U+20BB7]`, and the part says so at its end.

use crate::Fonts;

/// So many letters without a space are a word that no language has.
const LONGEST: usize = 40;
/// A place at which a line may end; draws nothing.
pub(crate) const MAY_BREAK: char = '\u{200B}';

/// Watches every text of a part on its way to the page.
pub(crate) struct Rare<'a> {
    fonts: &'a Fonts,
    seen: bool,
}

impl<'a> Rare<'a> {
    pub(crate) fn new(fonts: &'a Fonts) -> Self {
        Self { fonts, seen: false }
    }

    /// Whether something had to be written as its number.
    pub(crate) fn seen(&self) -> bool {
        self.seen
    }

    /// The text as it can be drawn. What draws nothing by nature (line breaks, joiners, the choice of a picture's
    /// variant) is left or left out, never turned into a number.
    pub(crate) fn drawable(&mut self, text: &str) -> String {
        if text.len() <= LONGEST && text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len());
        let mut run = 0;
        for character in text.chars() {
            // A word without an end would run over the paper's edge; nothing is seen of where it may be broken.
            run = if character.is_ascii_graphic() {
                run + 1
            } else {
                0
            };
            if run > LONGEST {
                out.push(MAY_BREAK);
                run = 1;
            }
            match character {
                '\n' => out.push('\n'),
                '\t' => out.push(' '),
                '\u{200B}'..='\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' => {}
                _ if self.fonts.has(character) && !character.is_control() => out.push(character),
                _ => {
                    self.seen = true;
                    out.push_str(&format!("[U+{:04X}]", u32::from(character)));
                }
            }
        }
        out
    }
}
