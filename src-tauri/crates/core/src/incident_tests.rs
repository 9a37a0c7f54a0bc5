use super::*;
use crate::contact::{GotFrom, ProviderKind};
use crate::guide::LaneEffect;
use crate::shop::Till;
use chrono_tz::Asia::Shanghai;

/// A shop with two tills.
fn shop() -> Shop {
    let till = |id: &str| Till {
        id: id.to_owned(),
        name: String::new(),
    };
    Shop {
        tills: vec![till("till-1"), till("till-2")],
        ..Shop::by_default(Shanghai)
    }
}

fn terminal(id: &str, till: &str, lanes: &[Lane], provider: &str) -> Terminal {
    Terminal {
        id: id.to_owned(),
        name: id.to_owned(),
        till: till.to_owned(),
        lanes: lanes.to_vec(),
        provider: provider.to_owned(),
        terminal_no: String::new(),
        model: String::new(),
        serial_no: String::new(),
        lights: String::new(),
        software: String::new(),
        got_from: GotFrom::Official,
        address: String::new(),
        retired: false,
    }
}

fn provider(id: &str, kind: ProviderKind) -> Provider {
    Provider {
        id: id.to_owned(),
        name: id.to_owned(),
        kind,
        hotline: None,
        site: None,
        branch: None,
        merchant_no: String::new(),
        licence: None,
        note: String::new(),
        retired: false,
    }
}

/// The first till has one terminal for cards and one for codes, the second two for cards and an old one.
fn terminals() -> Vec<Terminal> {
    let both = &[Lane::Card, Lane::Qr];
    vec![
        terminal("pos", "till-1", &[Lane::Card], "bank"),
        terminal("plate", "till-1", &[Lane::Qr], "wallet"),
        terminal("left", "till-2", &[Lane::Card], ""),
        terminal("right", "till-2", both, "gone"),
        Terminal {
            retired: true,
            ..terminal("old", "till-2", &[Lane::Qr], "bank")
        },
    ]
}

fn providers() -> Vec<Provider> {
    vec![
        provider("service", ProviderKind::Service),
        Provider {
            retired: true,
            ..provider("gone", ProviderKind::Acquirer)
        },
        provider("bank", ProviderKind::Acquirer),
        provider("wallet", ProviderKind::Wallet),
    ]
}

fn read(form: IncidentForm, known: Option<&Details>) -> Result<Details, Refusal> {
    let (shop, terminals, providers) = (shop(), terminals(), providers());
    let has = Equipment {
        shop: &shop,
        terminals: &terminals,
        providers: &providers,
    };
    form.read(known, &has)
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn form(change: impl FnOnce(&mut IncidentForm)) -> IncidentForm {
    let mut form = IncidentForm::default();
    change(&mut form);
    form
}

/// What a form comes to: till, terminal, lane, symptom, code and cause, with `-` for what is not known.
#[track_caller]
fn check(change: impl FnOnce(&mut IncidentForm), want: Result<&str, &str>) {
    let form = form(change);
    let got = read(form.clone(), None).map(|details| {
        let word = |text: &str| match text {
            "" => "-".to_owned(),
            text => text.to_owned(),
        };
        let lane = details.lane.map(|lane| format!("{lane:?}"));
        let cause = details.cause.map(|cause| format!("{cause:?}"));
        [
            word(&details.till),
            word(&details.terminal),
            word(&lane.unwrap_or_default()),
            word(&details.symptom),
            word(&details.code),
            word(&cause.unwrap_or_default()),
        ]
        .join(" ")
    });
    let got = got.as_deref().map_err(Refusal::code);
    assert_eq!(got, want, "{form:?}");
}

#[test]
fn a_form_is_completed_by_what_the_shop_has() {
    check(|_| {}, Ok("till-1 - - - - -"));
    check(|f| f.lane = Some(Lane::Card), Ok("till-1 pos Card - - -"));
    check(|f| f.lane = Some(Lane::Qr), Ok("till-1 plate Qr - - -"));
    check(|f| f.lane = Some(Lane::Cash), Ok("till-1 - Cash - - -"));
    // The symptom tells the lane where it can be about one alone, and the lane the terminal.
    check(
        |f| f.symptom = some("qr-failed"),
        Ok("till-1 plate Qr qr-failed - -"),
    );
    check(
        |f| f.symptom = some("card-refused"),
        Ok("till-1 pos Card card-refused - -"),
    );
    check(
        |f| f.symptom = some("network"),
        Ok("till-1 - - network - -"),
    );
    // What was said stands above what follows from the symptom.
    check(
        |f| {
            f.symptom = some("qr-failed");
            f.lane = Some(Lane::Card);
        },
        Ok("till-1 pos Card qr-failed - -"),
    );
    // Of two that take cards none is guessed; of those that take codes one is retired.
    check(
        |f| {
            f.till = some("till-2");
            f.lane = Some(Lane::Card);
        },
        Ok("till-2 - Card - - -"),
    );
    check(
        |f| {
            f.till = some("till-2");
            f.lane = Some(Lane::Qr);
        },
        Ok("till-2 right Qr - - -"),
    );
    check(
        |f| {
            f.lane = Some(Lane::Card);
            f.terminal = some("");
        },
        Ok("till-1 - Card - - -"),
    );
    check(|f| f.terminal = some("old"), Ok("till-1 old - - - -"));
}

#[test]
fn a_code_is_read_as_people_say_it_and_tells_the_cause() {
    check(|f| f.code = some("code 96"), Ok("till-1 - - - 96 Provider"));
    check(|f| f.code = some("96!"), Ok("till-1 - - - 96 Provider"));
    check(|f| f.code = some("５"), Ok("till-1 - - - 05 Issuer"));
    check(|f| f.code = some("ａ２"), Ok("till-1 - - - A2 Issuer"));
    check(|f| f.code = some("00"), Ok("till-1 - - - 00 -"));
    // A code that only this acquirer uses is kept as it is shown.
    check(|f| f.code = some(" n7 "), Ok("till-1 - - - N7 -"));
    check(
        |f| {
            f.code = some("96");
            f.cause = Some(Cause::Network);
        },
        Ok("till-1 - - - 96 Network"),
    );
    for typed in ["12345", "no code", "96 or 98", "代码"] {
        check(|f| f.code = some(typed), Err("code_unreadable"));
    }
}

#[test]
fn what_a_form_cannot_mean_is_refused() {
    check(|f| f.till = some("till-9"), Err("till_unknown"));
    check(|f| f.terminal = some("pos-9"), Err("terminal_unknown"));
    check(|f| f.symptom = some("haunted"), Err("symptom_unknown"));
    check(|f| f.amount = some("12,50"), Err("amount_unreadable"));
    check(|f| f.amount = some("0"), Err("amount_not_positive"));
    check(|f| f.card = some("12345"), Err("card_unreadable"));
    check(|f| f.note = some("密码 123456"), Err("card_secret"));
    check(|f| f.note = some("a\u{202e}b"), Err("text_has_control"));
    check(|f| f.note = Some("长".repeat(4_001)), Err("note_too_long"));
    check(|f| f.screen = Some("长".repeat(81)), Err("note_too_long"));
    check(|f| f.screen = some("CVV 123"), Err("card_secret"));
    check(|f| f.item = some("a\0b"), Err("text_has_control"));
}

#[test]
fn s27_a_form_keeps_no_whole_card() {
    let details = read(
        form(|f| {
            f.card = some("6222 0212 3456 7890 128");
            f.note = some("卡 4111-1111-1111-1111 两次");
            f.screen = some("PAN 4111111111111111");
        }),
        None,
    )
    .unwrap();
    assert_eq!(details.card.unwrap().as_str(), "622202******0128");
    assert_eq!(details.note, "卡 4111-11**-****-1111 两次");
    assert_eq!(details.screen, "PAN 411111******1111");
}

#[test]
fn what_a_later_form_leaves_out_stays_and_what_it_empties_goes() {
    let known = read(
        form(|f| {
            f.code = some("96");
            f.lane = Some(Lane::Card);
            f.amount = some("¥128");
            f.card = some("6620");
            f.screen = some("系统异常");
            f.lane_effect = Some(LaneEffect::Slowed);
        }),
        None,
    )
    .unwrap();
    assert_eq!(read(form(|_| {}), Some(&known)).unwrap(), known);
    let emptied = form(|f| {
        f.amount = some(" ");
        f.card = some("");
        f.screen = some("");
        f.terminal = some("");
        f.code = some("");
    });
    let emptied = read(emptied, Some(&known)).unwrap();
    assert_eq!((emptied.amount_fen, &emptied.card), (None, &None));
    assert_eq!(
        (
            emptied.screen.as_str(),
            emptied.terminal.as_str(),
            emptied.code.as_str()
        ),
        ("", "", "")
    );
    // What was learned by the code that was wrong is not taken back by itself.
    assert_eq!(emptied.cause, Some(Cause::Provider));
    assert_eq!(emptied.lane_effect, LaneEffect::Slowed);
    // A terminal is never put in by an amendment: somebody may have said that it is none of them.
    let more = form(|f| f.lane = Some(Lane::Qr));
    assert_eq!(read(more, Some(&emptied)).unwrap().terminal, "");
}

#[test]
fn the_same_fault_is_the_code_else_the_symptom_else_the_item() {
    let check = |code: &str, symptom: &str, item: &str, want: Option<&str>| {
        let details = read(
            form(|f| {
                f.code = some(code);
                f.symptom = some(symptom);
                f.item = some(item);
            }),
            None,
        );
        assert_eq!(
            details.unwrap().fault().as_deref(),
            want,
            "{code} {symptom} {item}"
        );
    };
    check("96", "network", "network-wifi", Some("96"));
    check("", "network", "network-wifi", Some("network"));
    check("", "", "network-wifi", Some("network-wifi"));
    check("", "", "", None);
}

#[test]
fn an_incident_says_something_and_an_amount_alone_is_nothing() {
    let check = |change: fn(&mut IncidentForm), nothing: bool| {
        let details = read(form(change), None).unwrap();
        assert_eq!(details.says_nothing(), nothing, "{details:?}");
    };
    check(|_| {}, true);
    check(|f| f.amount = some("128"), true);
    check(|f| f.lane = Some(Lane::Card), true);
    check(|f| f.note = some("  "), true);
    check(|f| f.note = some("打不出"), false);
    check(|f| f.screen = some("系统异常"), false);
    check(|f| f.code = some("05"), false);
    check(|f| f.symptom = some("network"), false);
    check(|f| f.item = some("cash-float"), false);
}

#[test]
fn s26_what_the_guide_looks_up_is_in_doubt() {
    let check = |change: fn(&mut IncidentForm), doubt: bool| {
        let details = read(form(change), None).unwrap();
        assert_eq!(details.outcome_unknown(), doubt, "{details:?}");
    };
    check(|f| f.code = some("96"), true);
    check(|f| f.code = some("98"), true);
    check(|f| f.code = some("A2"), true);
    check(|f| f.code = some("51"), false);
    check(|f| f.code = some("00"), false);
    // Turned down as far as the bank says, and to be looked up before anybody charges again.
    check(|f| f.code = some("91"), true);
    // A code that nobody knows may hide a charge.
    check(|f| f.code = some("N7"), true);
    check(|f| f.symptom = some("charged-but-failed"), true);
    // A terminal that is dead before the door opens leaves no sale in doubt, one that dies in a sale does.
    check(|f| f.symptom = some("wont-start"), false);
    check(
        |f| {
            f.symptom = some("wont-start");
            f.amount = some("128");
        },
        true,
    );
    check(
        |f| {
            f.symptom = some("network");
            f.card = some("6620");
        },
        true,
    );
    check(
        |f| {
            f.symptom = some("card-refused");
            f.amount = some("128");
        },
        false,
    );
    check(|f| f.note = some("96"), false);
    // Whatever code the guide sends to the look-up is on the list before anybody looks, and no other.
    for known in codes::codes() {
        let details = Details {
            code: known.code.clone(),
            ..read(form(|_| {}), None).unwrap()
        };
        let looked_up = guide::next_after_code(&known.code) == guide::LOOK_UP;
        assert_eq!(details.outcome_unknown(), looked_up, "{}", known.code);
    }
}

/// Whom `to_call` names among these providers, for this terminal and lane.
#[track_caller]
fn check_to_call(kept: &[&str], terminal: &str, lane: Option<Lane>, want: Option<&str>) {
    let (shop, terminals) = (shop(), terminals());
    let mut providers = providers();
    providers.retain(|one| kept.contains(&one.id.as_str()));
    let has = Equipment {
        shop: &shop,
        terminals: &terminals,
        providers: &providers,
    };
    let got = has.to_call(terminal, lane).map(|one| one.id.as_str());
    assert_eq!(got, want, "{kept:?} {terminal} {lane:?}");
}

#[test]
fn s13_the_terminals_own_provider_is_called_before_any_other() {
    let all = ["service", "gone", "bank", "wallet"];
    let (card, qr) = (Some(Lane::Card), Some(Lane::Qr));
    check_to_call(&all, "pos", card, Some("bank"));
    check_to_call(&all, "pos", qr, Some("bank"));
    check_to_call(&all, "plate", card, Some("wallet"));
    // An old terminal still has somebody who knows it.
    check_to_call(&all, "old", None, Some("bank"));
    // Without a terminal: whoever settles the lane.
    check_to_call(&all, "", card, Some("bank"));
    check_to_call(&all, "", None, Some("bank"));
    check_to_call(&all, "", qr, Some("wallet"));
    check_to_call(&all, "left", card, Some("bank"));
    // Who is retired is never called.
    check_to_call(&all, "right", card, Some("bank"));
    check_to_call(&["gone"], "right", card, None);
    // Then the bank, then anybody at all.
    check_to_call(&["service", "bank"], "", qr, Some("bank"));
    check_to_call(&["service", "wallet"], "", card, Some("service"));
    check_to_call(&[], "pos", card, None);
}

fn incident(state: State) -> Incident {
    let symptom = form(|f| f.symptom = some("network"));
    Incident {
        id: "incident-1".to_owned(),
        no: 7,
        day: "2026-11-23".parse().unwrap(),
        opened_at: "2026-11-23T03:00:00Z".parse().unwrap(),
        opened_by: "小李".to_owned(),
        details: read(symptom, None).unwrap(),
        state,
        owner: String::new(),
        due: None,
        resolution: None,
    }
}

#[test]
fn notes_are_words_calls_and_files() {
    let check = |note: Note, want: Result<Note, &str>| {
        // What happened afterwards can still be added: the bank calls back a day later.
        for state in [State::Open, State::Waiting, State::Resolved] {
            let (shop, providers) = (shop(), providers());
            let has = Equipment {
                shop: &shop,
                terminals: &[],
                providers: &providers,
            };
            let got = incident(state).note(note.clone(), &has);
            let got = got.map(|noted| noted.note);
            assert_eq!(
                got.as_ref().map_err(Refusal::code),
                want.as_ref().map_err(|code| *code)
            );
        }
    };
    let said = |text: &str| Note::Said {
        text: text.to_owned(),
    };
    check(said(" 换了网线 "), Ok(said("换了网线")));
    check(said("卡 4111111111111111"), Ok(said("卡 411111******1111")));
    check(said(" \n "), Err("text_needed"));
    check(said("CVV 123"), Err("card_secret"));
    check(said(&"长".repeat(4_001)), Err("note_too_long"));
    let files = |count: usize| Note::Attached {
        attachments: vec!["a".to_owned(); count],
    };
    check(files(1), Ok(files(1)));
    check(files(MOST_FILES), Ok(files(MOST_FILES)));
    check(files(0), Err("too_many_files"));
    check(files(MOST_FILES + 1), Err("too_many_files"));
    let call = Call {
        provider: "bank".to_owned(),
        hotline: "９５５１６".to_owned(),
        answered_by: " 工号 8021 ".to_owned(),
        ticket: "T-1".to_owned(),
        waited_s: 900,
        lasted_s: 300,
        said: "明天派人".to_owned(),
    };
    let kept = Call {
        hotline: "95516".to_owned(),
        answered_by: "工号 8021".to_owned(),
        // Nobody waits longer than the whole call lasted.
        waited_s: 300,
        ..call.clone()
    };
    check(Note::Call(call.clone()), Ok(Note::Call(kept)));
    let with = |change: fn(&mut Call)| {
        let mut call = call.clone();
        change(&mut call);
        Note::Call(call)
    };
    check(
        with(|call| call.hotline = "call me".to_owned()),
        Err("number_unreadable"),
    );
    check(
        with(|call| call.hotline = "4111 1111 1111 1111".to_owned()),
        Err("number_unreadable"),
    );
    check(
        with(|call| call.answered_by = "长".repeat(81)),
        Err("note_too_long"),
    );
    check(
        with(|call| call.ticket = "pin 1234".to_owned()),
        Err("card_secret"),
    );
    check(
        with(|call| call.said = "a\0b".to_owned()),
        Err("text_has_control"),
    );
    check(
        with(|call| call.provider = "卡 4111111111111111".to_owned()),
        Err("provider_unknown"),
    );
    check(
        with(|call| (call.waited_s, call.lasted_s) = (u32::MAX, u32::MAX)),
        Ok(with(|call| {
            call.hotline = "95516".to_owned();
            call.answered_by = "工号 8021".to_owned();
            (call.waited_s, call.lasted_s) = (86_400, 86_400);
        })),
    );
}

#[test]
fn an_incident_moves_only_where_it_can() {
    let (open, waiting, resolved) = (
        incident(State::Open),
        incident(State::Waiting),
        incident(State::Resolved),
    );
    let due = "2026-11-25".parse().ok();
    for going_on in [&open, &waiting] {
        let assigned = going_on.assign(" 小王 ", due, true).unwrap();
        assert_eq!(
            (assigned.owner.as_str(), assigned.due, assigned.waiting),
            ("小王", due, true)
        );
        // Nobody in particular is an answer too.
        assert_eq!(going_on.assign("", None, false).unwrap().owner, "");
        let refused = going_on.assign("a\0b", due, true).unwrap_err();
        assert_eq!(refused.code(), "text_has_control");
        assert_eq!(
            going_on.reopen("").unwrap_err(),
            Refusal::NotResolved { incident: 7 }
        );
        assert!(going_on.resolve("", Vec::new(), None).is_ok());
    }
    let over = Refusal::AlreadyResolved { incident: 7 };
    assert_eq!(resolved.assign("小王", None, false).unwrap_err(), over);
    assert_eq!(resolved.resolve("", Vec::new(), None).unwrap_err(), over);
    assert_eq!(resolved.reopen(" 又来了 ").unwrap().why, "又来了");
    assert_eq!(
        resolved.reopen("cvv 123").unwrap_err().code(),
        "card_secret"
    );
}

#[test]
fn a_resolution_has_an_estimate_or_none() {
    let check = |loss: Option<&str>, want: Result<Option<i64>, &str>| {
        let got = incident(State::Open).resolve("换了纸", Vec::new(), loss);
        let got = got.map(|resolved| resolved.resolution.loss_fen.map(|fen| fen.0));
        assert_eq!(
            got.as_ref().map_err(Refusal::code),
            want.as_ref().map_err(|c| *c)
        );
    };
    check(None, Ok(None));
    check(Some(" "), Ok(None));
    check(Some("0"), Ok(Some(0)));
    check(Some("0.00"), Ok(Some(0)));
    check(Some("０．０"), Ok(Some(0)));
    check(Some("¥128.5"), Ok(Some(12_850)));
    check(Some("-5"), Err("amount_unreadable"));
    check(Some("much"), Err("amount_unreadable"));
    check(Some("."), Err("amount_unreadable"));
    let files = |count: usize| {
        let proof = vec!["a".to_owned(); count];
        incident(State::Open).resolve("", proof, None)
    };
    assert!(files(MOST_FILES).is_ok());
    assert_eq!(files(MOST_FILES + 1).unwrap_err().code(), "too_many_files");
    let masked = incident(State::Open).resolve("打给 13812345678", Vec::new(), None);
    assert_eq!(masked.unwrap().resolution.how, "打给 138****5678");
}

#[test]
fn an_amendment_may_not_leave_nothing() {
    let (shop, terminals, providers) = (shop(), terminals(), providers());
    let has = Equipment {
        shop: &shop,
        terminals: &terminals,
        providers: &providers,
    };
    let incident = incident(State::Resolved);
    let emptied = incident.amend(form(|f| f.symptom = some("")), &has);
    assert_eq!(emptied.unwrap_err().code(), "text_needed");
    // What comes to light later is written down all the same.
    let learned = incident.amend(form(|f| f.code = some("98")), &has).unwrap();
    assert_eq!(
        (
            learned.details.code.as_str(),
            learned.details.symptom.as_str()
        ),
        ("98", "network")
    );
    assert_eq!(learned.incident, "incident-1");
}
