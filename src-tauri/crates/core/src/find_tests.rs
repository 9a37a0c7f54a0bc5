use super::*;
use crate::codes::OwnFrom;

fn titled(kind: FoundKind, id: &str, zh: &str, en: &str) -> Titled {
    Titled {
        kind,
        id: id.to_owned(),
        text: Both {
            zh: zh.to_owned(),
            en: en.to_owned(),
        },
    }
}

fn index() -> Index {
    Index::new(&[
        titled(
            FoundKind::Symptom,
            "wont-print",
            "打不出小票",
            "It won’t print",
        ),
        titled(FoundKind::Symptom, "network", "网络不通", "No network"),
        titled(FoundKind::Symptom, "unheard-of", "没听说过", "Unheard of"),
        titled(
            FoundKind::Step,
            "router",
            "重启路由器",
            "Restart the router",
        ),
        titled(
            FoundKind::Step,
            "hotspot",
            "改用手机热点",
            "Use a phone’s hotspot",
        ),
    ])
}

/// The first result of a query, as `kind id`.
#[track_caller]
fn first(query: &str, kind: FoundKind, id: &str) {
    let found = index().find(query, &[], Lang::ZhCn);
    let got = found.first().map(|one| (one.kind, one.id.as_str()));
    assert_eq!(got, Some((kind, id)), "{query:?}: {found:#?}");
    assert!(found.len() <= MOST);
}

#[test]
fn a_code_comes_first() {
    for query in ["96", " ９６", "代码96", "code 96", "错误码：96"] {
        first(query, FoundKind::Code, "96");
    }
    first("5", FoundKind::Code, "05");
    first("a2", FoundKind::Code, "A2");
}

#[test]
fn s02_the_text_on_the_screen_finds_its_row() {
    for (query, id) in [
        ("设备未找到", "device-not-found"),
        ("连接失败", "connection-failed"),
        ("请检查网络连接", "check-network"),
        ("暂停使用", "out-of-service"),
        ("请联系管理员", "contact-admin"),
        ("终端未登记", "terminal-unregistered"),
        ("out of paper", "no-paper"),
    ] {
        first(query, FoundKind::ScreenText, id);
    }
    let all = &guide::guide().screen_texts;
    for text in all {
        for wording in text.zh.iter().chain(&text.en) {
            let found = index().find(wording, &[], Lang::En);
            let own = found
                .iter()
                .find(|one| one.kind == FoundKind::ScreenText && one.id == text.id);
            assert!(
                own.is_some_and(|one| one.score == 1000),
                "{wording}: {found:#?}"
            );
        }
    }
}

#[test]
fn slips_of_the_finger_still_find() {
    for (query, id) in [
        ("设备末找到", "device-not-found"),
        ("设备为找到", "device-not-found"),
        ("systm error", "system-error"),
        ("SYSTEM  EROR!", "system-error"),
        ("conection failed", "connection-failed"),
        ("Connetcion Failed", "connection-failed"),
        ("打印机固障", "printer-fault"),
        ("密马错误", "wrong-pin"),
        ("通讯超石", "timed-out"),
        ("请签道", "sign-in"),
        ("ｐａｐｅｒ ｅｎｄ", "no-paper"),
        ("屏幕上写着请签到怎么办", "sign-in"),
    ] {
        first(query, FoundKind::ScreenText, id);
    }
}

#[test]
fn symptoms_and_steps_are_found_by_their_words() {
    first("路由器", FoundKind::Step, "router");
    first("hotspot", FoundKind::Step, "hotspot");
    first("小票", FoundKind::Symptom, "wont-print");
    first("wont print", FoundKind::Symptom, "wont-print");
    let found = index().find("没听说过", &[], Lang::ZhCn);
    assert!(found.iter().all(|one| one.id != "unheard-of"), "{found:?}");
}

#[test]
fn what_people_say_finds_the_symptom() {
    let titles: Vec<_> = guide::guide()
        .symptoms
        .iter()
        .map(|one| titled(FoundKind::Symptom, &one.id, "", ""))
        .collect();
    let index = Index::new(&titles);
    for (query, id) in [
        ("小票打不出来", "wont-print"),
        ("没纸了怎么办", "wont-print"),
        ("刷不了卡", "card-refused"),
        ("刷不出卡来", "card-refused"),
        ("扫不出来", "qr-failed"),
        ("连不上网了", "network"),
        ("顾客说扣了钱", "charged-but-failed"),
        ("扣了俩次", "charged-but-failed"),
        ("死机", "no-response"),
        ("It's frozen", "no-response"),
        ("charged twise", "charged-but-failed"),
    ] {
        let found = index.find(query, &[], Lang::ZhCn);
        let got = found
            .iter()
            .find(|one| one.kind == FoundKind::Symptom)
            .map(|one| one.id.as_str());
        assert_eq!(got, Some(id), "{query}: {found:#?}");
    }
    // A symptom without words is not what everything is alike to.
    assert_eq!(index.find("zzzzqqqq", &[], Lang::En), []);
}

#[test]
fn both_languages_are_searched_whatever_is_shown() {
    for (lang, shown) in [(Lang::ZhCn, "余额不足"), (Lang::En, "Insufficient funds")] {
        for query in ["余额不足", "insufficient funds"] {
            let found = index().find(query, &[], lang);
            let text = found.iter().find(|one| one.id == "no-balance").unwrap();
            assert_eq!(
                (text.text.as_str(), text.step.as_str()),
                (shown, "other-card")
            );
        }
    }
    // The newer meaning of a code is searched too.
    first("持卡人认证失败", FoundKind::Code, "05");
}

#[test]
fn what_is_found_leads_to_a_step() {
    for query in ["96", "系统异常", "network", "超时", "card", "Q9"] {
        for one in index().find(query, &[], Lang::En) {
            assert!(guide::step(&one.step).is_some(), "{one:?}");
        }
    }
}

#[test]
fn own_texts_are_searched_and_shown() {
    let own = |code: &str, meaning: &str| OwnText {
        code: code.to_owned(),
        meaning: meaning.to_owned(),
        advice: String::new(),
        from: OwnFrom::Acquirer,
        provider: None,
    };
    let texts = [own("q3", "门店未开通分期"), own("15", "外卡未开通")];
    let index = index();
    for query in ["Q3", "门店未开通分期", "未开通分期"] {
        let found = index.find(query, &texts, Lang::En);
        assert_eq!(
            (found[0].id.as_str(), found[0].text.as_str()),
            ("Q3", "门店未开通分期")
        );
        assert_eq!(
            found[0].step,
            guide::LOOK_UP,
            "nobody knows what it did to the money"
        );
    }
    let found = index.find("15", &texts, Lang::En);
    assert_eq!(found[0].text, "外卡未开通");
    assert_eq!(found.iter().filter(|one| one.id == "15").count(), 1);
}

#[test]
fn nothing_is_found_in_nothing() {
    for query in ["", "   ", "！？。", "zzzzqqqq", "今天天气真好啊"] {
        assert_eq!(index().find(query, &[], Lang::ZhCn), [], "{query:?}");
    }
    // What is pasted is bounded, and does not upset anything.
    let found = index().find(&"系统".repeat(100_000), &[], Lang::ZhCn);
    assert!(found.len() <= MOST);
    let mixed = "\u{202E}系统\u{0}异常👩‍👩‍👧ﷺ";
    assert!(!index().find(mixed, &[], Lang::ZhCn).is_empty());
}

#[test]
fn the_best_comes_first_and_scores_fall() {
    for query in ["超时", "error", "卡", "网络", "sign in", "限额"] {
        let found = index().find(query, &[], Lang::En);
        assert!(
            found.is_sorted_by_key(|one| std::cmp::Reverse(one.score)),
            "{query}"
        );
        assert!(found.iter().all(|one| one.score >= ALIKE), "{query}");
        assert!(!found.is_empty(), "{query}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    /// Whatever is typed or pasted: a bounded answer, best first, every one with a step.
    #[test]
    fn anything_can_be_typed(query in "(?s).{0,80}|[0-9A-Za-z码错 :：]{0,12}") {
        let found = index().find(&query, &[], Lang::En);
        assert!(found.len() <= MOST);
        assert!(found.is_sorted_by_key(|one| std::cmp::Reverse(one.score)));
        assert!(found.iter().all(|one| guide::step(&one.step).is_some()));
        let code = codes::normalised(&query);
        assert!(code.is_none_or(|code| code.len() == 2 && code.is_ascii()));
    }
}
