use std::collections::BTreeSet;

use super::*;

#[track_caller]
fn check(typed: &str, want: Option<&str>) {
    let got = code(typed).map(|code| code.code.as_str());
    assert_eq!(got, want, "{typed:?}");
}

#[test]
fn codes_are_read_as_people_type_them() {
    for typed in [
        "96",
        " 96 ",
        "９６",
        "代码96",
        "错误码:96",
        "错误码：９６",
        "code 96",
        "CODE96",
        "Error: 96",
        "RC=96",
        "(96)",
        "96\n",
        "交易失败，代码 96。",
    ] {
        check(typed, Some("96"));
    }
    for (typed, want) in [
        ("5", "05"),
        ("05", "05"),
        ("0", "00"),
        ("a2", "A2"),
        ("Ａ２", "A2"),
        ("代码a0", "A0"),
        ("z3", "Z3"),
        ("code 5", "05"),
    ] {
        check(typed, Some(want));
    }
    for typed in [
        "",
        "  ",
        "a",
        "a 0",
        "96 98",
        "¥96.00",
        "12:31",
        "096",
        "000",
        "Q3",
        "46",
        "卡",
        "card",
        "6222020000000000",
        "0\u{0}0",
        "A",
        "AA",
        "-",
    ] {
        check(typed, None);
    }
}

#[test]
fn the_table_is_whole() {
    let codes = codes();
    assert_eq!(codes.len(), 81);
    let ids: BTreeSet<_> = codes.iter().map(|code| code.code.as_str()).collect();
    assert_eq!(ids.len(), codes.len(), "a code stands twice");
    for code in codes {
        check(&code.code, Some(&code.code));
        assert_eq!(code.unverified, code.confirmations == 0, "{}", code.code);
        assert_eq!(code.unverified, code.source == Source::Emv, "{}", code.code);
        assert_eq!(
            code.cause.is_none(),
            code.outcome == Outcome::Approved,
            "{}",
            code.code
        );
        for text in [&code.meaning, &code.advice] {
            assert!(!text.zh.is_empty() && !text.en.is_empty(), "{}", code.code);
        }
    }
    let newer: Vec<_> = codes
        .iter()
        .filter(|code| code.meaning_newer.is_some())
        .map(|code| code.code.as_str())
        .collect();
    assert_eq!(newer, ["05", "21", "22"]);
}

#[test]
fn advice_is_at_most_two_sentences() {
    for code in codes() {
        let ends = |text: &str, marks: &[char]| text.matches(marks).count();
        let zh = ends(&code.advice.zh, &['。', '！', '？']);
        let en = ends(&code.advice.en, &['.', '!', '?']);
        assert!((1..=2).contains(&zh), "{}: {}", code.code, code.advice.zh);
        assert!((1..=2).contains(&en), "{}: {}", code.code, code.advice.en);
        assert!(code.advice.zh.chars().count() <= 60, "{}", code.code);
        assert!(code.advice.en.chars().count() <= 160, "{}", code.code);
    }
}

#[test]
fn s26_unknown_outcomes_are_looked_up_before_charging() {
    let unknown: Vec<_> = codes()
        .iter()
        .filter(|code| code.outcome == Outcome::Unknown)
        .map(|code| code.code.as_str())
        .collect();
    assert_eq!(unknown, ["09", "68", "96", "98", "A2", "A4", "A5", "A6"]);
    for code in codes() {
        let fits: &[Retry] = match code.outcome {
            Outcome::Unknown => &[Retry::AfterQuery],
            Outcome::Approved | Outcome::Partial => &[Retry::NotNeeded],
            Outcome::Declined => &[
                Retry::No,
                Retry::Once,
                Retry::OtherCard,
                Retry::AfterFix,
                Retry::AfterQuery,
            ],
        };
        assert!(fits.contains(&code.retry), "{}", code.code);
        if code.retry == Retry::AfterQuery {
            assert!(
                ["查", "确认"]
                    .iter()
                    .any(|word| code.advice.zh.contains(word)),
                "{}",
                code.code
            );
        }
    }
}

#[track_caller]
fn retry(codes: &[&str], want: Retry) {
    for typed in codes {
        assert_eq!(code(typed).unwrap().retry, want, "{typed}");
    }
}

#[test]
fn what_may_be_charged_again() {
    // Lost, stolen, to be picked up: neither a second try nor a quarrel.
    retry(&["04", "07", "34", "35", "37", "41", "43", "67"], Retry::No);
    // The shop's own set-up: no card will do.
    retry(&["03", "58", "97"], Retry::No);
    retry(&["06", "14", "19", "20", "30", "90"], Retry::Once);
    retry(
        &["01", "05", "38", "51", "54", "61", "65", "75"],
        Retry::OtherCard,
    );
    retry(
        &["13", "45", "55", "77", "79", "95", "99", "A0", "A7"],
        Retry::AfterFix,
    );
    // Declined as far as the table says, and yet the money may have moved.
    retry(&["91", "92", "94"], Retry::AfterQuery);
    retry(&["00", "10", "11", "16", "Y1", "Y3"], Retry::NotNeeded);
}

#[test]
fn s05_s10_s12_s16_causes() {
    for (typed, cause) in [
        ("54", Cause::Card),
        ("41", Cause::Security),
        ("21", Cause::Card),
        ("51", Cause::Account),
        ("61", Cause::Limit),
        ("65", Cause::Limit),
        ("97", Cause::Machine),
        ("98", Cause::Network),
        ("03", Cause::Provider),
        ("91", Cause::Issuer),
        ("25", Cause::Transaction),
    ] {
        assert_eq!(code(typed).unwrap().cause, Some(cause), "{typed}");
    }
}

#[test]
fn s28_a_limit_is_never_got_round() {
    let limit = code("61").unwrap();
    assert!(limit.advice.zh.contains("别拆"));
    assert!(limit.advice.en.contains("Never split"));
}

#[test]
fn no_advice_asks_for_what_must_stay_secret() {
    for code in codes() {
        for secret in ["CVV", "安全码", "三位码", "security code", "身份证"] {
            let named = [&code.advice.zh, &code.advice.en];
            assert!(
                !named.iter().any(|text| text.contains(secret)),
                "{}",
                code.code
            );
        }
    }
}

fn own(code: &str, meaning: &str, advice: &str, from: OwnFrom) -> OwnText {
    OwnText {
        code: code.to_owned(),
        meaning: meaning.to_owned(),
        advice: advice.to_owned(),
        from,
        provider: None,
    }
}

#[track_caller]
fn says(typed: &str, texts: &[OwnText], meaning: (&str, ToldFrom), advice: (&str, ToldFrom)) {
    let got = told(typed, texts, Lang::En);
    assert_eq!((got.meaning.as_str(), got.from), meaning, "{typed}");
    assert_eq!((got.advice.as_str(), got.advice_from), advice, "{typed}");
}

#[test]
fn an_own_text_wins() {
    let ours = code("15").unwrap();
    let [meaning, advice] = [&ours.meaning.en, &ours.advice.en].map(|text| text.as_str());
    let (owner, acquirer) = (OwnFrom::Owner, OwnFrom::Acquirer);
    says(
        "15",
        &[],
        (meaning, ToldFrom::Ours),
        (advice, ToldFrom::Ours),
    );

    let theirs = own("15", "Card type closed", "Offer QR", acquirer);
    let mine = own("代码15", "We take no foreign cards", "", owner);
    says(
        "15",
        std::slice::from_ref(&theirs),
        ("Card type closed", ToldFrom::Acquirer),
        ("Offer QR", ToldFrom::Acquirer),
    );
    // Whatever the order; and an owner's meaning without advice leaves the company's advice standing.
    for texts in [
        [theirs.clone(), mine.clone()],
        [mine.clone(), theirs.clone()],
    ] {
        says(
            "1５",
            &texts,
            ("We take no foreign cards", ToldFrom::Owner),
            ("Offer QR", ToldFrom::Acquirer),
        );
    }
    says(
        "15",
        &[mine],
        ("We take no foreign cards", ToldFrom::Owner),
        (advice, ToldFrom::Ours),
    );
    says(
        "14",
        &[theirs],
        (&code("14").unwrap().meaning.en, ToldFrom::Ours),
        (&code("14").unwrap().advice.en, ToldFrom::Ours),
    );
}

#[test]
fn a_code_that_our_table_lacks() {
    let text = own("q3", "Terminal not opened yet", " ", OwnFrom::Acquirer);
    let nobody = ("", ToldFrom::Nobody);
    says(
        "Q3",
        std::slice::from_ref(&text),
        ("Terminal not opened yet", ToldFrom::Acquirer),
        nobody,
    );
    says("Q4", std::slice::from_ref(&text), nobody, nobody);
    assert_eq!(told("Q3", &[text], Lang::ZhCn).ours, None);
    // Longer than a code, as some apps print: compared as written.
    let long = own("ERR-1001", "Device busy", "Wait", OwnFrom::Owner);
    let told = told(" err-1001 ", &[long], Lang::ZhCn);
    assert_eq!(
        (told.code.as_str(), told.meaning.as_str()),
        ("ERR-1001", "Device busy")
    );
}

#[test]
fn both_languages_are_told_apart() {
    let told = |lang| told("96", &[], lang).meaning;
    assert_eq!(told(Lang::ZhCn), code("96").unwrap().meaning.zh);
    assert_eq!(told(Lang::En), "System malfunction");
    assert_eq!(serde_json::to_string(&Lang::ZhCn).unwrap(), "\"zh-CN\"");
}
