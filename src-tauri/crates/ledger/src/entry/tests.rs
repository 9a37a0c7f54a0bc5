#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

use serde_json::{Value, json};

use super::*;

mod shape;

fn entry(body: Value) -> Entry {
    EntryOf {
        v: 1,
        id: "01935c1e-7b9a-7c4e-8f21-5d6a0b3c9e10".into(),
        shop: "01935c1e-0000-7000-8000-000000000001".into(),
        device: "01935c1e-0000-7000-8000-000000000002".into(),
        epoch: 1,
        seq: 0,
        at: "2026-11-22T08:41:07.123Z".into(),
        zone: "Asia/Shanghai".into(),
        day: "2026-11-22".into(),
        actor: "小林".into(),
        kind: "item_marked".into(),
        body,
    }
}

/// The canonical spelling of an entry whose body is spelled like this, fields in their sorted order.
fn spelled(body: &str) -> String {
    format!(
        "{{\"actor\":\"小林\",\"at\":\"2026-11-22T08:41:07.123Z\",\"body\":{body},\"day\":\"2026-11-22\",\
         \"device\":\"01935c1e-0000-7000-8000-000000000002\",\"epoch\":1,\
         \"id\":\"01935c1e-7b9a-7c4e-8f21-5d6a0b3c9e10\",\"kind\":\"item_marked\",\"seq\":0,\
         \"shop\":\"01935c1e-0000-7000-8000-000000000001\",\"v\":1,\"zone\":\"Asia/Shanghai\"}}"
    )
}

/// A body, and how RFC 8785 spells it; the spelling must read back as an entry.
#[test]
fn bodies_are_spelled_as_rfc_8785_says() {
    fn check(body: &str, canonical: &str) {
        let written = entry(serde_json::from_str(body).unwrap()).canonical();
        assert_eq!(written.as_deref(), Ok(spelled(canonical).as_str()));
        let again = Entry::parse(&written.unwrap()).unwrap();
        assert_eq!(again.canonical(), Ok(spelled(canonical)));
    }
    // The example of RFC 8785 §3.2.2 and its output in §3.2.3.
    check(
        r#"{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],
            "string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
            "literals":[null,true,false]}"#,
        "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],\
         \"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
    );
    // The sorting example of RFC 8785 §3.2.3: by UTF-16 code units, so the emoji stands before U+FB33.
    check(
        r#"{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh",
            "1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control",
            "\u00f6":"Latin Small Letter O With Diaeresis"}"#,
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\",\
         \"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\
         \"😀\":\"Emoji: Grinning Face\",\"\u{fb33}\":\"Hebrew Letter Dalet With Dagesh\"}",
    );
    // Nothing is normalised, and nothing beyond the control characters is escaped (RFC 8785 §3.2.2.2).
    check(
        r#""\b\t\n\f\r\u0000\u001f\u007f\u2028é e\u0301""#,
        "\"\\b\\t\\n\\f\\r\\u0000\\u001f\u{7f}\u{2028}é e\u{301}\"",
    );
    check("9007199254740991", "9007199254740991");
    check("-9007199254740991", "-9007199254740991");
    check("1e21", "1e+21");
    check("[ {} , [ ] , -0.0 ]", "[{},[],0]");
}

/// The number samples of RFC 8785 Appendix B, as bits of a double. Those that are written like a whole
/// number beyond 2^53 − 1 are spelled right by the canonicalizer and refused by us.
#[test]
fn numbers_are_spelled_as_rfc_8785_says() {
    fn check(bits: u64, canonical: &str, kept: bool) {
        let number = f64::from_bits(bits);
        let spelling = serde_json_canonicalizer::to_string(&number).unwrap();
        assert_eq!(spelling, canonical, "{bits:016x}");
        let expected = kept.then(|| spelled(canonical));
        assert_eq!(
            entry(json!(number)).canonical().ok(),
            expected,
            "{bits:016x}"
        );
        let parsed = Entry::parse(&spelled(canonical));
        assert_eq!(parsed.is_ok(), kept, "{parsed:?}");
    }
    check(0x0000_0000_0000_0000, "0", true);
    check(0x8000_0000_0000_0000, "0", true);
    check(0x0000_0000_0000_0001, "5e-324", true);
    check(0x8000_0000_0000_0001, "-5e-324", true);
    check(0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308", true);
    check(0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308", true);
    check(0x4340_0000_0000_0000, "9007199254740992", false);
    check(0xc340_0000_0000_0000, "-9007199254740992", false);
    check(0x4430_0000_0000_0000, "295147905179352830000", false);
    check(0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22", true);
    check(0x44b5_2d02_c7e1_4af6, "1e+23", true);
    check(0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23", true);
    check(0x444b_1ae4_d6e2_ef4e, "999999999999999700000", false);
    check(0x444b_1ae4_d6e2_ef4f, "999999999999999900000", false);
    check(0x444b_1ae4_d6e2_ef50, "1e+21", true);
    check(0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7", true);
    check(0x3eb0_c6f7_a0b5_ed8d, "0.000001", true);
    check(0x41b3_de43_5555_5553, "333333333.3333332", true);
    check(0x41b3_de43_5555_5554, "333333333.33333325", true);
    check(0x41b3_de43_5555_5555, "333333333.3333333", true);
    check(0x41b3_de43_5555_5556, "333333333.3333334", true);
    check(0x41b3_de43_5555_5557, "333333333.33333343", true);
    check(0xbecb_f647_612f_3696, "-0.0000033333333333333333", true);
    check(0x4314_3ff3_c1cb_0959, "1424953923781206.2", true);
}

/// A field, a value it must not have, and that both writing and reading refuse it.
#[test]
fn unfit_fields_are_refused() {
    fn check(field: &'static str, value: &str) {
        let mut value_of = serde_json::to_value(entry(json!({}))).unwrap();
        value_of[field] = json!(value);
        let unfit: Entry = serde_json::from_value(value_of.clone()).unwrap();
        let value = value.into();
        let expected = LedgerError::EntryField { field, value };
        assert_eq!(unfit.canonical(), Err(expected.clone()));
        let text = serde_json_canonicalizer::to_string(&value_of).unwrap();
        assert_eq!(Entry::parse(&text), Err(expected));
    }
    check("id", "");
    check("id", "01935C1E-7b9a-7c4e-8f21-5d6a0b3c9e10");
    check("id", "01935c1e7b9a7c4e8f215d6a0b3c9e10");
    check("shop", "");
    check("shop", "a/b");
    check("shop", "a b");
    check("device", "a+b");
    check("device", "a\nb");
    check("at", "2026-11-22T08:41:07Z");
    check("at", "2026-11-22T08:41:07.123456Z");
    check("at", "2026-11-22T16:41:07.123+08:00");
    check("at", "2026-11-22 08:41:07.123Z");
    check("at", "2026-02-29T08:41:07.123Z");
    check("zone", "");
    check("day", "2026-2-3");
    check("day", "2026-02-30");
    check("kind", "");
}

/// A text near an entry, and why it is refused.
#[test]
fn near_misses_are_refused() {
    fn check(change: impl Fn(&str) -> String, expected: &str) {
        let text = change(&spelled("{\"a\":1,\"b\":[true]}"));
        let found = Entry::parse(&text).expect_err(&text).to_string();
        assert!(found.starts_with(expected), "{found} for {text}");
    }
    const SPELLING: &str = "the entry is not in canonical JSON";
    check(|text| format!(" {text}"), SPELLING);
    check(|text| format!("{text}\n"), SPELLING);
    check(|text| text.replace(":1,", ": 1,"), SPELLING);
    check(|text| text.replace("\"a\":1,", "\"a\":1.0,"), SPELLING);
    check(
        |text| text.replace("\"a\":1,", "\"a\":1,\"a\":1,"),
        SPELLING,
    );
    check(|text| text.replace("item", "it\\u0065m"), SPELLING);
    check(
        |text| text.replace("{\"a\":1,\"b\":[true]}", "{\"b\":[true],\"a\":1}"),
        SPELLING,
    );
    check(
        |text| text.replace("\"v\":1", "\"u\":0,\"v\":1"),
        "the entry cannot be read: unknown field `u`",
    );
    check(
        |text| text.replace("\"v\":1", "\"v\":1,\"v\":1"),
        "the entry cannot be read: duplicate field `v`",
    );
    check(
        |text| text.replace("\"epoch\":1,", ""),
        "the entry cannot be read: missing field `epoch`",
    );
    check(
        |text| text.replace("\"seq\":0", "\"seq\":-1"),
        "the entry cannot be read",
    );
    check(
        |text| text.replace("\"v\":1", "\"v\":2"),
        "the entry has version 2, this program reads version 1",
    );
    check(
        |text| text.replace("\"v\":1", "\"new\":[],\"v\":7"),
        "the entry has version 7, this program reads version 1",
    );
    check(
        |text| text.replace("\"a\":1,", "\"a\":9007199254740993,"),
        "the number 9007199254740993 is too large",
    );
    check(
        |text| text.replace("\"seq\":0", "\"seq\":9007199254740992"),
        "the number 9007199254740992 is too large",
    );
    check(|text| format!("{text}{text}"), "the entry cannot be read");
    check(|_| String::new(), "the entry cannot be read");
}

#[test]
fn a_body_can_be_read_straight_into_its_type() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Mark<'a> {
        item: &'a str,
    }
    let text = entry(json!({"item": "network-wifi"})).canonical().unwrap();
    let read: EntryOf<Mark<'_>> = EntryOf::read(&text).unwrap();
    assert_eq!(
        read.body,
        Mark {
            item: "network-wifi"
        }
    );
    assert_eq!(
        read.origin().unwrap(),
        "kaizhang/01935c1e-0000-7000-8000-000000000001/01935c1e-0000-7000-8000-000000000002/1"
    );
    let unfit: Result<EntryOf<u8>, _> = EntryOf::read(&text);
    assert!(matches!(unfit, Err(LedgerError::EntryUnreadable { .. })));
}
