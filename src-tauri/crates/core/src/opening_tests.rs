use super::*;
use crate::cash::Float;
use crate::fact::{Fact, ItemMarked};
use crate::template;

fn checklist() -> Checklist {
    Checklist {
        version: 1,
        items: template::items(Float::DEFAULT),
    }
}

fn fresh(checklist: &Checklist) -> Opening {
    Opening {
        day: "2026-11-22".parse().unwrap(),
        till: "till-1".to_owned(),
        due: checklist.items.iter().map(|item| item.id.clone()).collect(),
        marks: Vec::new(),
        finish: None,
    }
}

fn record(opening: &mut Opening, mark: ItemMarked) -> String {
    let id = format!("m{}", opening.marks.len());
    opening.marks.push(MarkRecord {
        id: id.clone(),
        item: mark.item,
        result: mark.result,
        value: mark.value,
        note: mark.note,
        attachments: mark.attachments,
        at: String::new(),
        actor: String::new(),
        withdrawn: false,
    });
    id
}

fn check(item: &str, result: Mark, value: Option<&str>, note: &str, expected: Result<(), &str>) {
    let checklist = checklist();
    let rules = Rules {
        troubles: &[],
        lanes: &Lane::ALL,
        checklist: &checklist,
    };
    let wish = MarkWish {
        item,
        value,
        note,
        attachments: &[],
    };
    let got = rules.mark(&fresh(&checklist), result, &wish);
    let case = format!("{item} {result:?} {value:?} {note:?}");
    match expected {
        Ok(()) => assert!(got.is_ok(), "{case}: {got:?}"),
        Err(code) => assert_eq!(got.unwrap_err().code(), code, "{case}"),
    }
}

#[test]
fn what_a_mark_demands() {
    use Mark::{Fail, Na, Pass};
    check("account-normal", Pass, None, "", Ok(()));
    check("account-normal", Pass, Some(""), "", Ok(()));
    check(
        "account-normal",
        Pass,
        Some("1"),
        "",
        Err("value_not_wanted"),
    );
    check("account-normal", Fail, None, "", Ok(()));
    check("network-internet", Fail, None, "不通", Ok(()));
    check("no-such-item", Pass, None, "", Err("item_unknown"));
    check("machine-untampered", Fail, None, "", Err("note_needed"));
    check("machine-untampered", Fail, None, " \n", Err("note_needed"));
    check("machine-untampered", Fail, None, "贴条翘起", Ok(()));
    check("machine-untampered", Na, None, "", Ok(()));
    check("machine-photo", Pass, None, "", Err("photo_needed"));
    check("machine-photo", Na, None, "", Ok(()));
    check("network-data-left", Pass, None, "", Err("value_needed"));
    check("network-data-left", Pass, Some("12"), "", Ok(()));
    check(
        "network-data-left",
        Pass,
        Some("1001"),
        "",
        Err("value_out_of_range"),
    );
    check(
        "network-data-left",
        Fail,
        Some("1001"),
        "",
        Err("value_out_of_range"),
    );
    check("network-data-left", Fail, None, "", Ok(()));
    check(
        "network-data-left",
        Na,
        Some("5"),
        "",
        Err("value_not_wanted"),
    );
    check("limits-qr-kind", Pass, None, "", Err("value_needed"));
    check(
        "limits-qr-kind",
        Pass,
        Some("other"),
        "",
        Err("choice_unknown"),
    );
    check("cash-float", Pass, None, "", Err("value_needed"));
    check("cash-float", Pass, Some("500"), "", Ok(()));
    check(
        "cash-float",
        Pass,
        Some("300"),
        "",
        Err("cash_off_target_needs_note"),
    );
    check("cash-float", Pass, Some("300"), "昨晚存了银行", Ok(()));
    check("cash-float", Fail, Some("300"), "", Ok(()));
    check(
        "account-normal",
        Fail,
        None,
        "a\0b",
        Err("text_has_control"),
    );
    check(
        "account-normal",
        Fail,
        None,
        &"字".repeat(100_000),
        Err("note_too_long"),
    );
}

#[test]
fn one_key_confirms_what_a_person_looked_at_and_nothing_else() {
    let checklist = checklist();
    let rules = Rules {
        troubles: &[],
        lanes: &Lane::ALL,
        checklist: &checklist,
    };
    let mut opening = fresh(&checklist);
    let failed = rules.mark(
        &opening,
        Mark::Fail,
        &MarkWish {
            item: "network-wifi",
            ..MarkWish::default()
        },
    );
    record(&mut opening, failed.unwrap());
    let confirmed = rules.confirm(&opening, "network").unwrap();
    let items: Vec<_> = confirmed.iter().map(|mark| mark.item.as_str()).collect();
    assert_eq!(items, ["network-internet", "network-hotspot"]);
    assert!(confirmed.iter().all(|mark| mark.result == Mark::Pass));
    for mark in confirmed {
        record(&mut opening, mark);
    }
    assert_eq!(
        rules.confirm(&opening, "network").unwrap_err().code(),
        "nothing_to_confirm"
    );
    assert_eq!(
        rules.confirm(&opening, "garden").unwrap_err().code(),
        "section_unknown"
    );
    assert_eq!(opening.current()["network-wifi"].result, Mark::Fail);
}

#[test]
fn only_the_mark_that_counts_is_taken_back() {
    let checklist = checklist();
    let rules = Rules {
        troubles: &[],
        lanes: &Lane::ALL,
        checklist: &checklist,
    };
    let mut opening = fresh(&checklist);
    let wish = MarkWish {
        item: "account-normal",
        ..MarkWish::default()
    };
    let first = rules.mark(&opening, Mark::Pass, &wish).unwrap();
    let first = record(&mut opening, first);
    let second = rules.mark(&opening, Mark::Fail, &wish).unwrap();
    let second = record(&mut opening, second);
    let withdraw = |opening: &Opening, id: &str| rules.withdraw(opening, &[id.to_owned()]);
    assert_eq!(
        withdraw(&opening, &first).unwrap_err().code(),
        "mark_not_current"
    );
    assert_eq!(withdraw(&opening, "m9").unwrap_err().code(), "mark_unknown");
    assert!(withdraw(&opening, &second).is_ok());
    opening.marks[1].withdrawn = true;
    assert_eq!(opening.current()["account-normal"].id, first);
    assert_eq!(
        withdraw(&opening, &second).unwrap_err().code(),
        "mark_not_current"
    );
}

#[test]
fn finishing_with_items_left_takes_a_reason() {
    let checklist = checklist();
    let rules = Rules {
        troubles: &[],
        lanes: &Lane::ALL,
        checklist: &checklist,
    };
    let mut opening = fresh(&checklist);
    let refusal = rules.finish(&opening, " ").unwrap_err();
    assert_eq!(refusal.code(), "items_left");
    assert!(rules.finish(&opening, "停电，先开门").is_ok());
    for item in must_left(&checklist, &opening) {
        let value = matches!(item.kind, Kind::Cash { .. }).then_some("500");
        let wish = MarkWish {
            item: &item.id,
            value,
            ..MarkWish::default()
        };
        let mark = rules.mark(&opening, Mark::Pass, &wish).unwrap();
        record(&mut opening, mark);
    }
    assert!(
        !left(&checklist, &opening).is_empty(),
        "advisory items may wait"
    );
    let finished = rules.finish(&opening, "").unwrap();
    assert_eq!(
        finished.outcome.headline.kind,
        verdict::HeadlineKind::AllReady
    );
    opening.finish = Some(Finish {
        at: String::new(),
        actor: String::new(),
        note: String::new(),
    });
    assert_eq!(
        rules.finish(&opening, "").unwrap_err().code(),
        "already_finished"
    );
}

#[test]
fn an_item_that_is_not_due_may_be_marked_all_the_same() {
    let checklist = checklist();
    let rules = Rules {
        troubles: &[],
        lanes: &Lane::ALL,
        checklist: &checklist,
    };
    let mut opening = fresh(&checklist);
    opening.due.retain(|id| id != "upkeep-contacts");
    assert!(
        !opening
            .items(&checklist)
            .iter()
            .any(|item| item.id == "upkeep-contacts")
    );
    let wish = MarkWish {
        item: "upkeep-contacts",
        ..MarkWish::default()
    };
    let mark = rules.mark(&opening, Mark::Pass, &wish).unwrap();
    record(&mut opening, mark);
    assert!(
        opening
            .items(&checklist)
            .iter()
            .any(|item| item.id == "upkeep-contacts")
    );
}

#[test]
fn facts_come_back_as_they_were_written() {
    let checklist = checklist();
    let rules = Rules {
        troubles: &[],
        lanes: &Lane::ALL,
        checklist: &checklist,
    };
    let opening = fresh(&checklist);
    let cash = MarkWish {
        item: "cash-float",
        value: Some("100x5 0.5x2"),
        note: "数了两遍",
        attachments: &[],
    };
    let facts: Vec<Fact> = vec![
        rules.mark(&opening, Mark::Pass, &cash).unwrap().into(),
        rules.finish(&opening, "先开门").unwrap().into(),
        crate::shop::Shop::by_default(chrono_tz::Asia::Shanghai).into(),
        crate::fact::ChecklistPublished {
            version: 1,
            items: checklist.items.clone(),
        }
        .into(),
    ];
    for fact in facts {
        let text = serde_json::to_string(&fact.body().unwrap()).unwrap();
        let raw = serde_json::value::RawValue::from_string(text).unwrap();
        assert_eq!(Fact::read(fact.kind(), &raw).unwrap(), Some(fact));
    }
    let unknown = serde_json::value::RawValue::from_string("{}".to_owned()).unwrap();
    assert_eq!(Fact::read("from_the_future", &unknown).unwrap(), None);
}
