use super::*;

/// What is found of `typed` in `text`, as it stands there; `None` when it is not found.
fn found(typed: &str, text: &str) -> Option<Vec<String>> {
    let query = Query::read(typed).unwrap();
    let ranges = query.find(text, "")?;
    let cut = |range: &Range| {
        text.chars()
            .skip(range.from)
            .take(range.to - range.from)
            .collect()
    };
    // What is found in the text is found by its tokens, or nobody would ever look at the text.
    let kept = tokens(text);
    let any = |ways: &Vec<Vec<Token>>| {
        ways.iter()
            .any(|way| way.iter().all(|token| is_kept(&kept, token)))
    };
    assert!(
        query.wanted().iter().all(any),
        "{typed:?} is not among {kept:?}"
    );
    Some(ranges.iter().map(cut).collect())
}

fn is_kept(kept: &BTreeSet<String>, token: &Token) -> bool {
    kept.iter()
        .any(|one| one == &token.text || (token.beginning && one.starts_with(&token.text)))
}

fn check(typed: &str, text: &str, want: Option<&[&str]>) {
    let want = want.map(|want| want.iter().map(|part| (*part).to_owned()).collect());
    assert_eq!(found(typed, text), want, "{typed:?} in {text:?}");
}

#[test]
fn two_chinese_signs_are_a_word_and_one_is_found_too() {
    let text = "10:02 外网断开，重启路由器后恢复";
    check("外网", text, Some(&["外网"]));
    check("断开", text, Some(&["断开"]));
    check("网", text, Some(&["网"]));
    check("外网断开", text, Some(&["外网断开"]));
    check("路由器 外网", text, Some(&["外网", "路由器"]));
    check("网外", text, None);
    // A comma parts what stands side by side.
    check("开重", text, None);
    check("外网 打印", text, None);
    check("𠮷野", "在𠮷野家", Some(&["𠮷野"]));
}

#[test]
fn words_in_letters_and_digits_are_found_by_their_beginning() {
    let text = "POS-2 showed “System error 96”, card 622202******6620, ￥128.00";
    check("sys", text, Some(&["Sys"]));
    check("SYSTEM", text, Some(&["System"]));
    check("stem", text, None);
    check("6620", text, Some(&["6620"]));
    check("６６２０", text, Some(&["6620"]));
    check("128.00", text, Some(&["128", "00"]));
    check("pos 96", text, Some(&["POS", "96"]));
    check("incompatibility", "incompatible", None);
    check("incompatib", "incompatible", Some(&["incompatib"]));
    check(
        &"x".repeat(60),
        &"x".repeat(80),
        Some(&["x".repeat(60).as_str()]),
    );
}

#[test]
fn both_kinds_stand_in_one_query() {
    check("pos机", "换了一台 POS 机", Some(&["POS", "机"]));
    check("ｗｉｆｉ信号", "Wi-Fi 信号", None);
    check("wi fi信号", "Wi-Fi 信号弱", Some(&["Wi", "Fi", "信号"]));
    check("第3次", "这是第3次了", Some(&["第3次"]));
}

#[test]
fn initials_of_pinyin_find_chinese_with_every_reading() {
    check("dw", "上午断网十五分钟", Some(&["断网"]));
    check("wwdk", "外网断开", Some(&["外网断开"]));
    check("yh", "打电话给银行", Some(&["银行"]));
    check("yx", "打电话给银行", Some(&["银行"]));
    check("cq", "重启后好了", Some(&["重启"]));
    check("zq", "重启后好了", Some(&["重启"]));
    check("DW", "断网", Some(&["断网"]));
    check("d", "断网", None);
    check("dwx", "断网", None);
    check("d1", "断一", None);
}

#[test]
fn signs_of_a_query_language_are_nothing_but_signs() {
    for sign in [
        "\"", "*", "(", ")", ":", "^", "-", "'", ";", "%", "_", "{", "}", "+", "\\", "NEAR(",
    ] {
        let typed = format!("{sign}外网{sign}");
        let named = sign.starts_with('N');
        assert_eq!(found(&typed, "外网不通").is_some(), !named, "{typed}");
    }
    check("外\"网", "外网", Some(&["外网"]));
    check("外\"网", "外面", None);
    for typed in ["", "  ", "\"*\"", "，。", "🧾"] {
        let refusal = Query::read(typed).unwrap_err();
        assert_eq!(refusal.code(), "words_needed", "{typed:?}");
    }
    assert_eq!(
        Query::read(&"断".repeat(10_000)).unwrap_err().code(),
        "note_too_long"
    );
    assert!(Query::read(&"断 ".repeat(QUERY_LIMIT / 2)).is_ok());
}

#[test]
fn tokens_hold_nothing_that_an_index_could_read_otherwise() {
    let text = "外网\"断开* (NEAR) 622202******6620 a-b:c^d \u{0301}é ｆｕｌｌ";
    for token in tokens(text) {
        let good = |c: char| c.is_alphanumeric() || c == ':';
        assert!(token.chars().all(good), "{token:?}");
    }
}

#[test]
fn what_a_text_is_about_is_found_by_its_name() {
    let named = [
        ("外网通不通", "i:network-internet"),
        ("Internet", "i:network-internet"),
        ("外币", "i:other"),
    ];
    let check = |typed: &str, text: &str, about: &str, want: bool| {
        let mut query = Query::read(typed).unwrap();
        query.name(named.iter().copied());
        assert_eq!(
            query.find(text, about).is_some(),
            want,
            "{typed} in {text} about {about}"
        );
    };
    check("外网", "路由器坏了", "i:network-internet", true);
    check("internet", "路由器坏了", "i:network-internet c:96", true);
    check("inter 路由", "路由器坏了", "i:network-internet", true);
    check("ww", "路由器坏了", "i:network-internet", true);
    check("外网", "路由器坏了", "i:other", false);
    check("外", "路由器坏了", "i:network-internet", false);
    check("外网 打印", "路由器坏了", "i:network-internet", false);
}

#[test]
fn a_snippet_stands_around_the_first_hit() {
    let check = |text: &str, typed: &str, want: &str, hit: &str, cut: (bool, bool)| {
        let hits = Query::read(typed).unwrap().find(text, "").unwrap();
        let got = snippet(text, &hits);
        let first = got.hits[0];
        let part: String = got
            .text
            .chars()
            .skip(first.from)
            .take(first.to - first.from)
            .collect();
        assert_eq!((got.text.as_str(), part.as_str()), (want, hit));
        assert_eq!((got.cut_before, got.cut_after), cut);
    };
    check("外网断开", "断开", "外网断开", "断开", (false, false));
    let long = format!("{}断网{}", "好".repeat(500), "坏".repeat(500));
    let want = format!(
        "{}断网{}",
        "好".repeat(LEAD),
        "坏".repeat(SNIPPET - LEAD - 2)
    );
    check(&long, "断网", &want, "断网", (true, true));
    let at_the_end = format!("{}断网", "好".repeat(500));
    let want = format!("{}断网", "好".repeat(SNIPPET - 2));
    check(&at_the_end, "断网", &want, "断网", (true, false));
    assert_eq!(snippet("外网", &[]).hits, []);
}
