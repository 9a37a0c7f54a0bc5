//! How much is told on a page that must stay one page: a little less at each step, until it fits. What is left out is
//! counted, what is cut says so.

use std::cell::Cell;

use super::Subject;

/// What there is room for.
#[derive(Debug, Clone)]
pub(super) struct Room {
    /// Of each text that somebody wrote, in Chinese characters.
    signs: usize,
    /// Most incidents, and most receipts.
    pub(super) lines: usize,
    /// Most marks that say more than "as it should be".
    pub(super) marks: usize,
    /// Most tills.
    pub(super) tills: usize,
    /// Most things that show one piece of a case.
    pub(super) shown: usize,
    /// Some text was cut.
    cut: Cell<bool>,
}

/// A line of text is as long as so many Chinese characters.
const LINE: usize = 45;

const fn room(signs: usize, lines: usize, marks: usize, tills: usize, shown: usize) -> Room {
    Room {
        signs,
        lines,
        marks,
        tills,
        shown,
        cut: Cell::new(false),
    }
}

impl Room {
    /// Everything is told, on as many pages as it takes.
    pub(super) fn enough() -> Room {
        room(usize::MAX, usize::MAX, usize::MAX, usize::MAX, usize::MAX)
    }

    /// From the most to the least that a report tells; one that may take several pages has one step.
    pub(super) fn steps(subject: &Subject) -> Vec<Room> {
        match subject {
            Subject::Day { .. } | Subject::Dispute { .. } => vec![
                room(usize::MAX, 8, 40, 20, usize::MAX),
                room(600, 8, 16, 20, 12),
                room(360, 8, 10, 20, 8),
                room(240, 5, 8, 20, 6),
                room(140, 4, 6, 20, 4),
                room(80, 3, 4, 14, 3),
                room(40, 2, 3, 10, 2),
                room(30, 1, 3, 8, 1),
                room(20, 0, 3, 6, 1),
                room(20, 0, 0, 6, 1),
            ],
            _ => vec![Room::enough()],
        }
    }

    /// As much of a text as there is room for. A line break takes the rest of its line.
    pub(super) fn of(&self, text: &str) -> String {
        let mut left = self.signs.saturating_mul(2);
        for (at, sign) in text.char_indices() {
            let wide = match sign {
                '\n' => LINE * 2,
                sign if sign.is_ascii() => 1,
                _ => 2,
            };
            if wide > left {
                self.cut.set(true);
                return format!("{}…", text[..at].trim_end());
            }
            left -= wide;
        }
        text.to_owned()
    }

    /// Whether some text was cut since the room was made.
    pub(super) fn was_cut(&self) -> bool {
        self.cut.get()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_where_the_room_ends_and_the_room_knows() {
        let check = |signs: usize, text: &str, expected: &str| {
            let room = room(signs, 0, 0, 0, 0);
            assert_eq!(room.of(text), expected, "{signs} of {text}");
            assert_eq!(room.was_cut(), text != expected, "{signs} of {text}");
        };
        check(3, "三个字", "三个字");
        check(2, "三个字", "三个…");
        check(2, "abcd", "abcd");
        check(2, "abcde", "abcd…");
        check(3, "字 字字", "字 字…");
        check(45, "一\n二", "一…");
        check(60, "一\n二", "一\n二");
        check(usize::MAX, "一\n\n\n二", "一\n\n\n二");
        check(0, "", "");
    }
}
