use super::*;
use chrono_tz::Asia::Shanghai;

fn day() -> Day {
    "2026-11-23".parse().unwrap()
}

fn from(value: &str, from: Origin) -> Option<Sourced> {
    Some(Sourced {
        value: value.to_owned(),
        from,
        seen_on: day(),
    })
}

fn provider() -> Provider {
    Provider {
        id: "provider-1".to_owned(),
        name: "收单银行".to_owned(),
        kind: ProviderKind::Acquirer,
        hotline: None,
        site: None,
        branch: None,
        merchant_no: String::new(),
        licence: None,
        note: String::new(),
        retired: false,
    }
}

/// What a provider comes to after a change: all of it as JSON, or the refusal's code.
fn kept(change: impl FnOnce(&mut Provider)) -> Result<Provider, String> {
    let mut provider = provider();
    change(&mut provider);
    let checked = provider.checked(day());
    checked.map_err(|refusal| refusal.code().to_owned())
}

#[track_caller]
fn refused(change: impl FnOnce(&mut Provider), code: &str) {
    assert_eq!(kept(change).unwrap_err(), code);
}

#[test]
fn s13_a_hotline_is_kept_as_it_is_printed() {
    let hotline = |typed: &str| {
        let kept = kept(|one| one.hotline = from(typed, Origin::CardBack));
        kept.map(|one| one.hotline.map(|hotline| hotline.value))
    };
    let some = |text: &str| Ok(Some(text.to_owned()));
    assert_eq!(hotline("95516"), some("95516"));
    assert_eq!(hotline("４００－８２１－１２３４"), some("400-821-1234"));
    assert_eq!(
        hotline("021-95566 转 3"),
        Err("number_unreadable".to_owned())
    );
    assert_eq!(hotline("021-95566,3#"), some("021-95566,3#"));
    // A mobile number is how a local branch is called, so it is not masked here.
    assert_eq!(hotline("13812345678"), some("13812345678"));
    assert_eq!(hotline(" "), Ok(None));
    for wrong in [
        "ask at the desk",
        "12",
        "4111 1111 1111 1111",
        "6222021234567890128",
        "110105194912310021",
    ] {
        assert_eq!(
            hotline(wrong),
            Err("number_unreadable".to_owned()),
            "{wrong}"
        );
    }
    let read_out = |typed: &str| kept(|one| one.merchant_no = typed.to_owned());
    assert_eq!(
        read_out(" 8221 0005 8120 117 ").unwrap().merchant_no,
        "822100058120117"
    );
    assert_eq!(
        read_out("4111111111111111").unwrap_err(),
        "number_unreadable"
    );
    assert_eq!(read_out(&"8".repeat(21)).unwrap_err(), "number_unreadable");
}

#[test]
fn s14_the_official_site_is_an_address_in_words() {
    let kept_site = kept(|one| one.site = from(" https://www.95516.com ", Origin::Official));
    let site = kept_site.unwrap().site.unwrap();
    assert_eq!(
        (site.value.as_str(), site.from),
        ("https://www.95516.com", Origin::Official)
    );
    assert_eq!(
        kept(|one| one.site = from("", Origin::Told)).unwrap().site,
        None
    );
    refused(
        |one| one.site = from(&"x".repeat(201), Origin::Official),
        "note_too_long",
    );
    refused(
        |one| one.site = from("https://a\u{202e}moc.knab", Origin::Told),
        "text_has_control",
    );
}

#[test]
fn s15_the_branch_that_looks_after_the_shop() {
    let kept_branch = kept(|one| one.branch = from("人民路支行 2 号窗", Origin::Contract));
    let branch = kept_branch.unwrap().branch.unwrap();
    assert_eq!(
        (branch.value.as_str(), branch.from, branch.seen_on),
        ("人民路支行 2 号窗", Origin::Contract, day())
    );
    // Whoever answers there has a number of their own, and that stays theirs.
    let person = kept(|one| one.branch = from("找王经理 13812345678", Origin::Told));
    assert_eq!(
        person.unwrap().branch.unwrap().value,
        "找王经理 138****5678"
    );
    refused(
        |one| one.branch = from(&"长".repeat(201), Origin::Told),
        "note_too_long",
    );
}

#[test]
fn s17_a_licence_is_kept_as_the_list_shows_it() {
    let licence = |change: fn(&mut Licence)| {
        let mut licence = Licence {
            holder: " 某支付有限公司 ".to_owned(),
            number: "z2004944000010".to_owned(),
            business: "银行卡收单（全国）".to_owned(),
            expires_on: "2027-06-26".parse().ok(),
            looked_up_on: day(),
        };
        change(&mut licence);
        kept(|one| one.licence = Some(licence)).map(|one| one.licence.unwrap())
    };
    let whole = licence(|_| {}).unwrap();
    assert_eq!(
        (whole.holder.as_str(), whole.number.as_str()),
        ("某支付有限公司", "Z2004944000010")
    );
    assert_eq!(
        (
            whole.business.as_str(),
            whole.expires_on.map(|day| day.to_string()),
            whole.looked_up_on
        ),
        ("银行卡收单（全国）", Some("2027-06-26".to_owned()), day())
    );
    let endless = licence(|one| one.expires_on = None).unwrap();
    assert_eq!(endless.expires_on, None);
    let refused = |change: fn(&mut Licence)| licence(change).unwrap_err();
    assert_eq!(refused(|one| one.holder = "长".repeat(81)), "note_too_long");
    assert_eq!(
        refused(|one| one.number = "Z2004/9440".to_owned()),
        "number_unreadable"
    );
    assert_eq!(
        refused(|one| one.business = "a\0b".to_owned()),
        "text_has_control"
    );
}

/// What a terminal comes to in a shop with one till and this one provider.
fn terminal(change: impl FnOnce(&mut Terminal)) -> Result<Terminal, String> {
    let mut terminal = Terminal {
        id: "terminal-1".to_owned(),
        name: "前台".to_owned(),
        till: "till-1".to_owned(),
        lanes: vec![Lane::Qr, Lane::Card, Lane::Card],
        provider: "provider-1".to_owned(),
        terminal_no: "8210 0117".to_owned(),
        model: "A920".to_owned(),
        serial_no: "sn-0821".to_owned(),
        lights: "绿灯常亮：正常".to_owned(),
        software: "V3.2.1".to_owned(),
        got_from: GotFrom::Official,
        address: "人民路 1 号".to_owned(),
        retired: false,
    };
    change(&mut terminal);
    let shop = Shop::by_default(Shanghai);
    let checked = terminal.checked(&shop, &[provider()]);
    checked.map_err(|refusal| refusal.code().to_owned())
}

#[test]
fn a_terminal_stands_at_a_till_and_takes_something() {
    let kept = terminal(|_| {}).unwrap();
    assert_eq!(kept.lanes, [Lane::Card, Lane::Qr]);
    assert_eq!(
        (kept.terminal_no.as_str(), kept.serial_no.as_str()),
        ("82100117", "SN-0821")
    );
    let check = |change: fn(&mut Terminal), code: &str| {
        assert_eq!(terminal(change).map(drop).err().as_deref(), Some(code));
    };
    assert!(terminal(|one| one.till = String::new()).is_ok());
    assert!(terminal(|one| one.provider = String::new()).is_ok());
    check(|one| one.till = "till-9".to_owned(), "till_unknown");
    check(|one| one.provider = "nobody".to_owned(), "provider_unknown");
    check(|one| one.lanes = Vec::new(), "lanes_needed");
    // The drawer is no terminal.
    check(|one| one.lanes = vec![Lane::Cash], "lanes_needed");
    check(|one| one.name = " ".to_owned(), "name_needed");
    check(|one| one.terminal_no = "1".repeat(16), "number_unreadable");
    check(
        |one| one.serial_no = "4111111111111111".to_owned(),
        "number_unreadable",
    );
    check(|one| one.lights = "长".repeat(4_001), "note_too_long");
    check(|one| one.model = "CVV 123".to_owned(), "card_secret");
}

#[test]
fn s22_the_software_of_a_terminal_is_on_record() {
    let kept = terminal(|one| one.software = " V4.0（2026-11 更新） ".to_owned());
    assert_eq!(kept.unwrap().software, "V4.0（2026-11 更新）");
    assert!(terminal(|one| one.software = String::new()).is_ok());
    assert_eq!(
        terminal(|one| one.software = "V".repeat(81)).unwrap_err(),
        "note_too_long"
    );
}

#[test]
fn s31_how_a_terminal_was_got_and_where_it_is_registered() {
    for (got_from, written) in [
        (GotFrom::Official, "official"),
        (GotFrom::Agent, "agent"),
        (GotFrom::Unknown, "unknown"),
    ] {
        let kept = terminal(|one| one.got_from = got_from).unwrap();
        let json = serde_json::to_value(&kept).unwrap();
        assert_eq!(
            (&json["got_from"], &json["address"]),
            (&written.into(), &"人民路 1 号".into())
        );
        assert_eq!(serde_json::from_value::<Terminal>(json).unwrap(), kept);
    }
    assert_eq!(
        terminal(|one| one.address = "长".repeat(201)).unwrap_err(),
        "note_too_long"
    );
}

/// A number without its origin and the day on which somebody looked is not taken at all.
#[test]
fn s32_every_number_says_where_it_came_from_and_when() {
    for origin in [
        Origin::Contract,
        Origin::CardBack,
        Origin::Terminal,
        Origin::Slip,
        Origin::Official,
        Origin::Told,
    ] {
        let hotline = kept(|one| one.hotline = from("95516", origin));
        let hotline = hotline.unwrap().hotline.unwrap();
        assert_eq!((hotline.from, hotline.seen_on), (origin, day()));
    }
    let whole =
        serde_json::json!({ "value": "95516", "from": "contract", "seen_on": "2026-11-23" });
    assert!(serde_json::from_value::<Sourced>(whole.clone()).is_ok());
    for field in ["from", "seen_on"] {
        let mut short = whole.clone();
        short.as_object_mut().unwrap().remove(field);
        assert!(serde_json::from_value::<Sourced>(short).is_err(), "{field}");
    }
    // A search engine is no origin.
    let mut searched = whole;
    searched["from"] = "search".into();
    assert!(serde_json::from_value::<Sourced>(searched).is_err());
}

#[test]
fn ids_can_be_read_aloud_and_names_are_there() {
    let check = |id: &str, good: bool| {
        let staff = Staff {
            id: id.to_owned(),
            name: "小李".to_owned(),
            retired: false,
        };
        let got = staff.checked().map(|one| one.id);
        let want = if good { Ok(id) } else { Err("input_invalid") };
        assert_eq!(got.as_deref().map_err(Refusal::code), want);
    };
    check("staff-1", true);
    check(&"a".repeat(40), true);
    for id in ["", "Staff-1", "员工", "a b", "a\0", &"a".repeat(41)] {
        check(id, false);
    }
    // An id is seen by whoever looks into the folder, so it may not hold a number either.
    for id in [
        "4111111111111111",
        "card-6222021234567890128",
        "13812345678",
    ] {
        check(id, false);
    }
    refused(|one| one.name = " ".to_owned(), "name_needed");
    refused(|one| one.name = "长".repeat(81), "note_too_long");
    refused(|one| one.note = "密码 123456".to_owned(), "card_secret");
    let staff = Staff {
        id: "staff-1".to_owned(),
        name: String::new(),
        retired: false,
    };
    assert_eq!(staff.checked().unwrap_err().code(), "name_needed");
}
