//! Numbers of people, and the sentences in which a shop writes them down.

/// SplitMix64 (Steele, Lea, Flood 2014), so that a red run stays red.
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    pub fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    fn digits(&mut self, count: usize) -> String {
        (0..count)
            .map(|_| char::from(b'0' + self.below(10) as u8))
            .collect()
    }
}

/// A card number: 13 to 19 digits, the last by ISO/IEC 7812-1.
pub fn card(dice: &mut Dice) -> String {
    let length = 13 + dice.below(7);
    let begin = dice.one(&["6222", "4", "5", "62", "35", "37", "9"]);
    let body = format!("{begin}{}", dice.digits(length - 1 - begin.len()));
    let sum: u32 = body
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| match (place % 2, u32::from(byte - b'0')) {
            (0, digit) => digit / 5 + digit * 2 % 10,
            (_, digit) => digit,
        })
        .sum();
    format!("{body}{}", (10 - sum % 10) % 10)
}

/// A mobile number: 11 digits from 13 to 19.
pub fn mobile(dice: &mut Dice) -> String {
    format!("1{}{}", 3 + dice.below(7), dice.digits(9))
}

/// An identity number by GB 11643; every tenth ends in X.
pub fn identity(dice: &mut Dice) -> String {
    let place = 11 + dice.below(80);
    let (month, day) = (1 + dice.below(12), 1 + dice.below(28));
    let year = 1930 + dice.below(90);
    let order = dice.digits(3);
    let check = dice.one(&["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "X"]);
    format!(
        "{place}{}{year}{month:02}{day:02}{order}{check}",
        dice.digits(4)
    )
}

/// Marks that people, copied screens and phones put between the digits of one number.
const MARKS: [&str; 22] = [
    " ", "-", ".", "_", "·", "/", "\u{a0}", "\u{3000}", "\u{2009}", "\u{202f}", "－", "．", "＿",
    "／", "、", "\u{2013}", "\u{2014}", "\u{2212}", "~", "\t", "\u{200b}", "\u{feff}",
];

/// Writes a number as somebody might: in one piece, in groups, digit by digit, in wide digits.
pub fn dressed(dice: &mut Dice, number: &str) -> String {
    let (every, from) = match dice.below(4) {
        0 => (usize::MAX, 0),
        1 => (4, 0),
        2 => (3, number.len() % 4),
        _ => (1 + dice.below(6), dice.below(3)),
    };
    let mark = dice.one(&MARKS);
    let wide = [0x0, 0xFEE0, 0x0, 0x1D7CE - 0x30][dice.below(4)];
    let mut shown = String::new();
    for (at, c) in number.chars().enumerate() {
        if at > 0 && every != usize::MAX && (at + from).is_multiple_of(every) {
            shown.push_str(mark);
        }
        let widened = c.is_ascii_digit().then(|| char::from_u32(c as u32 + wide));
        shown.push(widened.flatten().unwrap_or(c));
    }
    shown
}

/// One sentence with one number, and the number in plain digits.
pub fn sentence(dice: &mut Dice) -> (String, String) {
    let number = match dice.below(6) {
        0 => mobile(dice),
        1 => identity(dice),
        _ => card(dice),
    };
    let shown = dressed(dice, &number);
    let before = dice.one(&[
        "",
        "卡号",
        "客人的卡 ",
        "card ",
        "刷了3次 ",
        "第 2 张：",
        "PAN:",
        "打给",
        "call ",
        "证件 ",
        "🧾",
        "שלום ",
    ]);
    let after = dice.one(&[
        "",
        "。",
        " 被拒",
        " declined",
        "，金额 12.50",
        "(3 次)",
        "?",
        " 没反应",
        "！",
        "」",
        "\u{1f4b3}",
    ]);
    (format!("{before}{shown}{after}"), number)
}

/// As many sentences as fit into so many characters, at least one, and at most forty.
pub fn note(dice: &mut Dice, limit: usize, numbers: &mut Vec<String>) -> String {
    let mut note = String::new();
    for _ in 0..40 {
        let (sentence, number) = sentence(dice);
        let end = dice.one(&["\n卡，", "；", "。又 ", ", b; "]);
        let longer = note.chars().count() + sentence.chars().count() + end.chars().count();
        if longer > limit {
            // A sentence too long for a short field is written into the next one.
            if note.is_empty() {
                continue;
            }
            break;
        }
        note.push_str(&sentence);
        note.push_str(end);
        numbers.push(number);
    }
    note
}
