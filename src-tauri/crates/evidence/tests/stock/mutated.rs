//! Timestamps and proofs that were changed in every way that their own form allows: sizes that still fit, parts twice,
//! left out, exchanged, put one into another. Whatever is made of them, it is never taken for something else.

use kaizhang_evidence::timestamp::{Timestamp, Wanted, request, roots_of_pem, token_of, verify};
use kaizhang_evidence::verify::{self, verify as check};
use serde_json::Value;

use crate::authority::{Authority, EC, RSA};
use crate::forged::Unpacked;
use crate::sample::{SEED, keep};
use crate::sweep::{Chance, signed_anew};

/// A value in DER: its tag, and either its bytes or the values in it.
#[derive(Clone)]
enum Der {
    Bytes(u8, Vec<u8>),
    Values(u8, Vec<Der>),
}

impl Der {
    /// One value, and what follows it.
    fn read(bytes: &[u8]) -> Option<(Self, &[u8])> {
        let (&tag, rest) = bytes.split_first()?;
        let (&first, mut rest) = rest.split_first()?;
        let mut length = usize::from(first);
        if first > 0x80 {
            length = 0;
            for _ in 0..first - 0x80 {
                let (&byte, more) = rest.split_first()?;
                (length, rest) = (length.checked_mul(256)? + usize::from(byte), more);
            }
        }
        let (body, rest) = rest.split_at_checked(length)?;
        let whole = || Some(Self::Values(tag, Self::all(body)?));
        // An OCTET STRING may hold another value.
        let read = match tag {
            _ if tag & 0x20 != 0 => whole(),
            0x04 if !body.is_empty() => whole(),
            _ => None,
        };
        Some((
            read.unwrap_or_else(|| Self::Bytes(tag, body.to_vec())),
            rest,
        ))
    }

    fn all(mut bytes: &[u8]) -> Option<Vec<Self>> {
        let mut values = Vec::new();
        while !bytes.is_empty() {
            let (value, rest) = Self::read(bytes)?;
            values.push(value);
            bytes = rest;
        }
        Some(values)
    }

    fn write(&self, out: &mut Vec<u8>) {
        let mut inside = Vec::new();
        let (tag, body) = match self {
            Self::Bytes(tag, body) => (tag, body),
            Self::Values(tag, values) => {
                values.iter().for_each(|value| value.write(&mut inside));
                (tag, &inside)
            }
        };
        out.push(*tag);
        match body.len() {
            short @ 0..0x80 => out.push(short as u8),
            long @ 0x80..0x100 => out.extend([0x81, long as u8]),
            long => out.extend([0x82, (long >> 8) as u8, long as u8]),
        }
        out.extend(body);
    }

    fn count(&self) -> usize {
        match self {
            Self::Bytes(..) => 1,
            Self::Values(_, values) => 1 + values.iter().map(Self::count).sum::<usize>(),
        }
    }

    /// The value at this place, counted from the outside and from the left.
    fn at(&mut self, place: &mut usize) -> Option<&mut Self> {
        if *place == 0 {
            return Some(self);
        }
        *place -= 1;
        match self {
            Self::Bytes(..) => None,
            Self::Values(_, values) => values.iter_mut().find_map(|value| value.at(place)),
        }
    }

    /// Something else in its own form.
    fn change(&mut self, other: Self, chance: &mut Chance) {
        let chosen = chance.below(100);
        match self {
            Self::Bytes(tag, body) => match chance.below(6) {
                0 => body.clear(),
                1 => body.insert(0, 0),
                2 => body.push(chance.below(256) as u8),
                3 => drop(body.pop()),
                4 => *tag = chance.below(256) as u8,
                _ => *self = other,
            },
            Self::Values(tag, values) if !values.is_empty() => {
                let (one, two) = (chosen % values.len(), chance.below(values.len()));
                match chance.below(6) {
                    0 => drop(values.remove(one)),
                    1 => values.insert(one, values[two].clone()),
                    2 => values.swap(one, two),
                    3 => values.insert(one, other),
                    4 => *tag = chance.below(256) as u8,
                    _ => *self = other,
                }
            }
            Self::Values(..) => *self = other,
        }
    }
}

/// The bytes with something done to a few of them, as a careless or a cunning hand would.
fn hacked(good: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = good.to_vec();
    let (at, length) = (chance.below(bytes.len()), 1 + chance.below(12));
    let end = (at + length).min(bytes.len());
    let run = bytes[at..end].to_vec();
    let elsewhere = chance.below(bytes.len());
    match chance.below(5) {
        0 => drop(bytes.drain(at..end)),
        1 => drop(bytes.splice(elsewhere..elsewhere, run)),
        2 => bytes[at..end].fill([0, 0x7F, 0x80, 0x84, 0xFF][chance.below(5)]),
        3 => bytes.truncate(at),
        _ => {
            let end = (elsewhere + run.len()).min(bytes.len());
            drop(bytes.splice(elsewhere..end, run));
        }
    }
    bytes
}

#[test]
fn a_token_says_what_it_said_or_nothing() {
    let digest = [7; 32];
    let mut chance = Chance(0xDE12);
    for plan in [&EC, &RSA] {
        let authority = Authority::new(plan);
        let answer = authority.answer(&request(&digest, &[9; 8]));
        let good = token_of(&answer).unwrap().to_vec();
        let roots = roots_of_pem(&authority.root_pem()).unwrap();
        let wanted = Wanted {
            digest: &digest,
            nonce: None,
            roots: &roots,
            now: None,
        };
        let stamp: Timestamp = verify(&good, &wanted).unwrap();
        let (whole, rest) = Der::read(&good).unwrap();
        assert!(rest.is_empty());
        let mut same = Vec::new();
        whole.write(&mut same);
        assert!(same == good, "the writer of this test writes what it read");
        let mut refused = 0;
        for round in 0..2_000 {
            let mut bytes = Vec::new();
            if round % 2 == 0 {
                let mut other = whole.clone();
                for _ in 0..1 + chance.below(2) {
                    let mut from = chance.below(whole.count());
                    let part = whole.clone().at(&mut from).unwrap().clone();
                    let mut place = chance.below(other.count());
                    other.at(&mut place).unwrap().change(part, &mut chance);
                }
                other.write(&mut bytes);
            } else {
                bytes = hacked(&good, &mut chance);
            }
            match verify(&bytes, &wanted) {
                Ok(other) => assert_eq!(other, stamp, "round {round}"),
                Err(_) => refused += 1,
            }
        }
        // Some changes are none, or touch only what nobody reads: parts that stand outside the signature.
        assert!(refused > 1_800, "only {refused} of 2,000 were refused");
    }
}

#[test]
fn proofs_prove_what_they_proved_or_nothing() {
    let pack = Unpacked::new();
    let good = pack.files["data/proofs.json"].clone();
    let meant: Value = serde_json::from_slice(&good).unwrap();
    let bag = pack.put(&signed_anew(&pack.files, SEED));
    let wanted = verify::Wanted::default();
    assert!(check(&bag, &wanted, &|_, _| true).unwrap().ok);
    let mut chance = Chance(0x9200F);
    let mut refused = 0;
    for round in 0..1_200 {
        let mut bytes = hacked(&good, &mut chance);
        if round % 2 == 0 {
            // What stays JSON more often: one sign for another of its kind.
            bytes.clone_from(&good);
            let at = chance.below(bytes.len());
            let kinds: &[u8] = match bytes[at] {
                b'0'..=b'9' | b'a'..=b'f' => b"0123456789abcdefABCDEF",
                b'[' | b']' | b'{' | b'}' | b',' | b':' => b"[]{},: ",
                _ => b"\"\\ xX-.+\n\0",
            };
            bytes[at] = kinds[chance.below(kinds.len())];
        }
        let same = serde_json::from_slice::<Value>(&bytes).is_ok_and(|value| value == meant);
        let mut files = pack.files.clone();
        files.insert("data/proofs.json".to_owned(), bytes);
        // Whoever holds the key signs it: nothing but the proofs themselves can be wrong.
        for (name, bytes) in signed_anew(&files, SEED) {
            if name == "data/proofs.json" || !name.starts_with("data/") {
                keep(&bag.join(name), &bytes);
            }
        }
        let report = check(&bag, &wanted, &|_, _| true).unwrap();
        assert_eq!(report.ok, same, "round {round}: {:?}", report.defects);
        refused += usize::from(!report.ok);
    }
    assert!(refused > 1_080, "only {refused} of 1,200 were refused");
}
