use super::*;

/// A digest of our own making: no two bytes alike.
fn digest(first: u8) -> [u8; 32] {
    std::array::from_fn(|n| {
        first
            .wrapping_mul(31)
            .wrapping_add((n as u8).wrapping_mul(73))
    })
}

fn symbols(code: &str) -> Vec<char> {
    code.chars().filter(|c| *c != '-').collect()
}

#[test]
fn the_code_is_the_digest_in_seven_groups() {
    let code = code(&digest(7));
    assert_eq!(code.len(), 34);
    assert!(code.split('-').all(|group| group.len() == 4), "{code}");
    // The bits themselves, written by hand: 0xFF 0x80 is 11111 11110 00000 0…
    let mut plain = [0; 32];
    (plain[0], plain[1]) = (0xFF, 0x80);
    assert!(
        super::code(&plain).starts_with("ZY00-0000-"),
        "{}",
        super::code(&plain)
    );
    assert_eq!(super::code(&[0; 32]), "0000-0000-0000-0000-0000-0000-0000");
}

#[test]
fn a_code_is_read_however_it_was_typed() {
    let code = code(&digest(3));
    let check = |typed: String| assert_eq!(read(&typed).as_deref(), Ok(code.as_str()), "{typed}");
    check(code.clone());
    check(code.to_lowercase());
    check(code.replace('-', ""));
    check(code.replace('-', " "));
    check(code.replace('-', "—"));
    check(format!("  {} ", code.replace('1', "l").replace('0', "o")));
    check(code.replace('1', "I"));
}

#[test]
fn what_is_no_code_is_told_apart_from_a_mistake() {
    let code = code(&digest(3));
    let check = |typed: &str, error| assert_eq!(read(typed), Err(error), "{typed}");
    check("", CodeError::Shape);
    check("你好", CodeError::Shape);
    check(&code[..33], CodeError::Shape);
    check(&format!("{code}0"), CodeError::Shape);
    check(&code.replacen(symbols(&code)[0], "U", 1), CodeError::Shape);
}

/// Every single wrong character, every two that changed places, and every two wrong ones of one code are seen.
#[test]
fn mistakes_are_seen() {
    let code = code(&digest(11));
    let right = symbols(&code);
    let seen = |wrong: &[char]| {
        let typed: String = wrong.iter().collect();
        assert_eq!(read(&typed), Err(CodeError::Mistyped), "{typed}");
    };
    let mut tried = 0;
    for at in 0..right.len() {
        for &letter in ALPHABET
            .iter()
            .filter(|letter| char::from(**letter) != right[at])
        {
            let mut wrong = right.clone();
            wrong[at] = char::from(letter);
            seen(&wrong);
            tried += 1;
            for second in at + 1..right.len() {
                // One other letter for the second place is enough: the code is linear.
                let mut both = wrong.clone();
                both[second] = if both[second] == '7' { '8' } else { '7' };
                seen(&both);
                tried += 1;
            }
        }
        for other in at + 1..right.len() {
            if right[at] != right[other] {
                let mut wrong = right.clone();
                wrong.swap(at, other);
                seen(&wrong);
                tried += 1;
            }
        }
    }
    assert!(tried > 12_000, "{tried}");
}
