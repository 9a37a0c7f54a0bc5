//! What the article asks of the guide, row by row; a test is named after its rows.

use std::collections::BTreeSet;

use super::walk_tests::Walk;
use super::*;

/// Where a symptom comes out when these answers are given.
fn follow(from: &str, answers: &[&str]) -> Next {
    let mut at = symptom(from).unwrap();
    for (n, id) in answers.iter().enumerate() {
        let answer = at
            .answer(id)
            .unwrap_or_else(|| panic!("{} has no answer {id}", at.id));
        match &answer.to {
            Next::Step(next) => at = step(next).unwrap(),
            Next::End(end) => {
                assert_eq!(n + 1, answers.len(), "{from} ended early at {end}");
                return answer.to.clone();
            }
        }
    }
    Next::Step(at.id.clone())
}

#[track_caller]
fn leads(from: &str, answers: &[&str], to: &str) {
    let want = match to.strip_prefix("end ") {
        Some(end) => Next::End(end.to_owned()),
        None => Next::Step(to.to_owned()),
    };
    assert_eq!(follow(from, answers), want, "{from} {answers:?}");
}

#[track_caller]
fn ends(id: &str, action: Action, cause: Option<Cause>, effect: LaneEffect) {
    let end = end(id).unwrap();
    assert_eq!(
        (end.action, end.cause, end.lane_effect),
        (action, cause, effect),
        "{id}"
    );
}

#[track_caller]
fn drawn(id: &str, picture: Picture) {
    assert_eq!(step(id).unwrap().picture, Some(picture), "{id}");
}

#[test]
fn s01_wont_start_begins_with_plug_and_cable() {
    drawn("power", Picture::Power);
    leads("wont-start", &[], "power");
    leads("wont-start", &["dark"], "power-again");
    leads("wont-start", &["dark", "on"], "standby");
    leads(
        "wont-start",
        &["dark", "no", "not-charged"],
        "end terminal-dead",
    );
    leads("wont-start", &["unsafe", "unplugged"], "dark-look-up");
}

#[test]
fn s02_texts_on_the_screen_find_their_branch() {
    let by = |wording: &str| {
        let text = guide()
            .screen_texts
            .iter()
            .find(|text| text.zh[0] == wording);
        text.unwrap_or_else(|| panic!("{wording}")).step.as_str()
    };
    assert_eq!(by("设备未找到"), "keys");
    assert_eq!(by("连接失败"), "net-look-up");
    assert_eq!(by("请检查网络连接"), "net-look-up");
    assert_eq!(by("暂停使用"), "hotline");
    assert_eq!(step("screen").unwrap().asks, Some(Asks::ScreenText));
    leads(
        "screen-text",
        &["not-ours", "not-charged"],
        "end not-our-name",
    );
    ends(
        "not-our-name",
        Action::Call,
        Some(Cause::Security),
        LaneEffect::Stopped,
    );
}

#[test]
fn s03_no_response_goes_from_keys_to_the_maker() {
    drawn("keys", Picture::Keypad);
    leads("no-response", &["idle"], "keys");
    leads("no-response", &["idle", "one-key"], "end key-dead");
    leads(
        "no-response",
        &["not-charged", "frozen"],
        "end terminal-dead",
    );
    let dead = end("key-dead").unwrap();
    assert!(dead.follow_up.contains(&FollowUp::ReplaceTerminal));
}

#[test]
fn s04_lights_are_read_before_the_terminal_is_given_up() {
    drawn("power-again", Picture::Lights);
    leads("wont-start", &["dark", "no"], "dark-look-up");
    ends(
        "terminal-dead",
        Action::OtherWay,
        Some(Cause::Machine),
        LaneEffect::Stopped,
    );
}

#[test]
fn s05_card_refused_looks_at_the_card() {
    drawn("card-look", Picture::Chip);
    leads(
        "card-refused",
        &["no-code", "no-other"],
        "end other-way-card",
    );
    leads(
        "card-refused",
        &["cant-read", "every-card"],
        "end reader-dead",
    );
    for code in ["33", "54", "41", "36", "62", "21"] {
        let id = next_after_code(code);
        assert!(["other-card", "stop-card"].contains(&id), "{code}");
    }
}

#[test]
fn s06_the_card_stays_with_the_customer() {
    let refused = symptom("card-refused").unwrap();
    assert_eq!((refused.asks, refused.warn), (Some(Asks::Code), true));
    assert_eq!(step("card-look").unwrap().kind, StepKind::Say);
    assert_eq!(step("pin").unwrap().kind, StepKind::Say);
}

#[test]
fn s07_wifi_steps() {
    leads("network", &["idle"], "net-where");
    leads("network", &["idle", "all-down"], "router");
    leads("network", &["idle", "terminal-only"], "pos-wifi");
    leads("network", &["idle", "all-down", "back"], "end net-back");
    drawn("router", Picture::Router);
    ends(
        "net-back",
        Action::Fixed,
        Some(Cause::Network),
        LaneEffect::None,
    );
}

#[test]
fn s08_mobile_data_then_hotspot() {
    leads("network", &["idle", "sim"], "sim");
    leads("network", &["idle", "sim", "still"], "hotspot");
    leads(
        "network",
        &["idle", "sim", "still", "no"],
        "end net-other-way",
    );
    drawn("sim", Picture::Signal);
    drawn("hotspot", Picture::Hotspot);
    ends(
        "hotspot-works",
        Action::Fixed,
        Some(Cause::Network),
        LaneEffect::Slowed,
    );
}

#[test]
fn s09_the_banks_server_is_told_apart_from_our_network() {
    leads(
        "network",
        &["idle", "all-fine", "theirs"],
        "end provider-down",
    );
    leads(
        "network",
        &["idle", "all-fine", "one-bank"],
        "end one-bank-down",
    );
    ends(
        "provider-down",
        Action::OtherWay,
        Some(Cause::Provider),
        LaneEffect::Stopped,
    );
    ends(
        "one-bank-down",
        Action::OtherWay,
        Some(Cause::Issuer),
        LaneEffect::Slowed,
    );
}

#[test]
fn s10_limit_per_sale() {
    leads("over-limit", &["card"], "card-limit");
    leads("over-limit", &["card", "no"], "end limit-other-way");
    assert_eq!(next_after_code("61"), "card-limit");
    ends(
        "limit-other-way",
        Action::OtherWay,
        Some(Cause::Limit),
        LaneEffect::None,
    );
}

#[test]
fn s11_limit_per_day_of_the_shop() {
    leads("over-limit", &["shop"], "shop-limit");
    leads("over-limit", &["shop", "raised"], "end limit-raised");
    leads("over-limit", &["shop", "not-today"], "end limit-stopped");
    ends(
        "limit-raised",
        Action::Fixed,
        Some(Cause::Limit),
        LaneEffect::None,
    );
    ends(
        "limit-stopped",
        Action::OtherWay,
        Some(Cause::Limit),
        LaneEffect::Slowed,
    );
}

#[test]
fn s12_limit_of_count() {
    leads("over-limit", &["count"], "count-limit");
    leads("over-limit", &["count", "no"], "end limit-other-way");
    assert_eq!(next_after_code("65"), "count-limit");
}

#[test]
fn s13_the_hotline_is_called() {
    for id in ["hotline", "not-us", "stop-card", "shop-limit"] {
        assert_eq!(step(id).unwrap().kind, StepKind::Call, "{id}");
        drawn(id, Picture::Phone);
    }
    for code in ["03", "58", "97"] {
        assert_eq!(next_after_code(code), "hotline", "{code}");
    }
}

/// Official site and app, then the branch (S15): both stand in one step, a line each.
#[test]
fn s14_official_site_when_nobody_answers() {
    for id in ["hotline", "not-us"] {
        let next = &step(id).unwrap().answer("no-answer").unwrap().to;
        assert_eq!(*next, Next::Step("other-contact".to_owned()), "{id}");
    }
    assert_eq!(step("other-contact").unwrap().lines, 3);
}

#[test]
fn s16_every_cause_has_an_end() {
    let named: BTreeSet<_> = guide().ends.iter().filter_map(|end| end.cause).collect();
    for cause in [
        Cause::Account,
        Cause::Machine,
        Cause::Network,
        Cause::Card,
        Cause::Limit,
        Cause::Issuer,
        Cause::Provider,
        Cause::Security,
        Cause::Transaction,
    ] {
        assert!(named.contains(&cause), "{cause:?}");
    }
}

#[test]
fn s18_account_before_machine_before_network_before_the_company() {
    leads("card-refused", &["every-card"], "account-look");
    let answers: Vec<_> = step("account-look").unwrap().answers.iter().collect();
    let order: Vec<_> = answers.iter().map(|answer| answer.id.as_str()).collect();
    assert_eq!(order, ["fine", "held", "sign-in", "offline"]);
    leads("card-refused", &["every-card", "held"], "end account-held");
    leads("card-refused", &["every-card", "fine"], "not-us");
}

#[test]
fn s20_every_lane_that_stops_has_another_way_or_a_call() {
    for end in &guide().ends {
        if end.lane_effect == LaneEffect::Stopped {
            let stands = [Action::OtherWay, Action::Call, Action::Unknown].contains(&end.action);
            assert!(stands, "{}", end.id);
            assert!(
                end.follow_up.contains(&FollowUp::ProviderCall)
                    || end.cause == Some(Cause::Network)
            );
        }
    }
    let fallbacks = guide().ends.iter().filter(|e| e.action == Action::OtherWay);
    assert!(fallbacks.count() >= 10);
}

#[test]
fn s21_a_word_for_the_customer_beside_every_step_and_end() {
    let words: BTreeSet<_> = guide().words().into_iter().collect();
    for step in &guide().steps {
        assert!(words.contains(&format!("guide-{}-say", step.id)));
    }
    for end in &guide().ends {
        assert!(words.contains(&format!("guide-end-{}-say", end.id)));
    }
}

#[test]
fn s23_what_the_customer_can_check() {
    assert!((3..=4).contains(&guide().customer.checks));
}

#[test]
fn s24_what_the_shop_will_do() {
    assert!((2..=4).contains(&guide().customer.promises));
}

#[test]
fn s26_what_is_unknown_is_watched_until_settled() {
    let unknown: Vec<_> = guide().ends.iter().filter(|e| e.outcome_unknown).collect();
    assert_eq!(unknown.len(), 2);
    for end in unknown {
        assert_eq!(end.action, Action::Unknown, "{}", end.id);
        assert!(
            end.follow_up.contains(&FollowUp::WatchAccount),
            "{}",
            end.id
        );
        assert!(
            end.follow_up.contains(&FollowUp::ProviderCall),
            "{}",
            end.id
        );
    }
    let first = symptom("charged-but-failed").unwrap();
    assert!(first.look_up && first.warn && first.id == LOOK_UP);
}

#[test]
fn s27_security_code_and_pin_are_warned_of() {
    for id in ["refused", "card-look", "pin"] {
        assert!(step(id).unwrap().warn, "{id}");
    }
}

#[test]
fn s28_no_limit_is_got_round() {
    for id in [
        "limit-which",
        "card-limit",
        "shop-limit",
        "count-limit",
        "qr-limit",
    ] {
        assert!(step(id).unwrap().warn, "{id}");
    }
    // Whatever leads to a limit's end has passed one of those warnings.
    for path in Walk::of(guide()).paths {
        if end(&path.end).unwrap().cause == Some(Cause::Limit) {
            let limit = |one: &String| one.split(':').next().is_some_and(|id| id.contains("limit"));
            assert!(path.way.iter().any(limit), "{path:?}");
        }
    }
}

#[test]
fn s31_replacing_is_for_a_broken_machine_and_by_the_payment_company() {
    let replacing: Vec<_> = guide()
        .ends
        .iter()
        .filter(|end| end.follow_up.contains(&FollowUp::ReplaceTerminal))
        .collect();
    assert_eq!(replacing.len(), 3);
    for end in replacing {
        assert_eq!(end.cause, Some(Cause::Machine), "{}", end.id);
        assert_eq!(end.follow_up[0], FollowUp::ProviderCall, "{}", end.id);
    }
}

#[test]
fn s32_contacts_come_with_a_warning() {
    assert!(step("other-contact").unwrap().warn);
}
