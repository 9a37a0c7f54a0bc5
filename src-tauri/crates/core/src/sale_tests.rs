use super::*;
use crate::incident::State;
use crate::shop::Lane;

fn details(change: impl FnOnce(&mut Details)) -> Details {
    let mut details: Details = serde_json::from_str(r#"{"till":"till-1"}"#).unwrap();
    details.code = "96".to_owned();
    details.amount_fen = Some(crate::Fen(12_800));
    change(&mut details);
    details
}

fn incident() -> Incident {
    Incident {
        id: "incident-1".to_owned(),
        no: 1,
        day: "2026-11-23".parse().unwrap(),
        opened_at: "2026-11-23T04:31:05Z".parse().unwrap(),
        opened_by: "小李".to_owned(),
        details: details(|_| {}),
        state: State::Open,
        owner: String::new(),
        due: None,
        resolution: None,
    }
}

fn card(typed: &str) -> Option<CardMask> {
    CardMask::read(typed).unwrap()
}

/// A pending sale of 128.00 at half past twelve, at the counter's terminal.
fn pending(change: impl FnOnce(&mut SaleLeftPending)) -> PendingSale {
    let at_counter = details(|one| one.terminal = "counter".to_owned());
    let mut sale = left_pending(&incident(), &at_counter, &SaleForm::default()).unwrap();
    change(&mut sale);
    PendingSale {
        id: "sale-1".to_owned(),
        sale,
        noted_at: "2026-11-23T04:32:00.000Z".to_owned(),
        noted_by: "小李".to_owned(),
        settled: None,
    }
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn s26_what_is_left_pending_is_what_the_incident_knows() {
    let form = SaleForm {
        trace: some("123"),
        reference: some("1126１２３４５６７８"),
        note: some(" 卡 4111111111111111 "),
    };
    let known = details(|one| {
        one.terminal = "counter".to_owned();
        one.lane = Some(Lane::Card);
        one.card = card("6620");
    });
    let left = left_pending(&incident(), &known, &form).unwrap();
    let want = SaleLeftPending {
        till: "till-1".to_owned(),
        day: "2026-11-23".parse().unwrap(),
        incident: "incident-1".to_owned(),
        terminal: "counter".to_owned(),
        lane: Some(Lane::Card),
        amount_fen: Some(crate::Fen(12_800)),
        card: card("6620"),
        code: "96".to_owned(),
        trace: "000123".to_owned(),
        reference: "112612345678".to_owned(),
        at: incident().opened_at,
        note: "卡 411111******1111".to_owned(),
    };
    assert_eq!(left, want);
    let check = |change: fn(&mut SaleForm), code: &str| {
        let mut form = SaleForm::default();
        change(&mut form);
        let refused = left_pending(&incident(), &known, &form).unwrap_err();
        assert_eq!(refused.code(), code, "{form:?}");
        // The same is refused when it is written down later.
        assert_eq!(pending(|_| {}).amend(&form).unwrap_err().code(), code);
    };
    check(|form| form.trace = some("1234567"), "digits_needed");
    check(|form| form.trace = some("12a"), "digits_needed");
    check(|form| form.reference = some("123"), "digits_needed");
    check(
        |form| form.reference = some("4111111111111111"),
        "number_unreadable",
    );
    check(|form| form.note = some("CVV 123"), "card_secret");
    check(|form| form.note = some("a\0b"), "text_has_control");
}

/// Whether this much of word, receipt and files settles a sale in each of the three ways.
#[track_caller]
fn check_evidence(note: &str, receipt: &str, files: usize, enough: [bool; 3]) {
    let ways = [
        (Settlement::Settled, "settled"),
        (Settlement::Reversed, "reversed"),
        (Settlement::WrittenOff, "written_off"),
    ];
    for ((how, word), enough) in ways.into_iter().zip(enough) {
        let form = SettleForm {
            how,
            note: some(note),
            receipt: some(receipt),
            attachments: Some(vec!["file".to_owned(); files]),
        };
        let got = pending(|_| {}).settle(form.clone());
        if enough {
            let settled = got.unwrap();
            assert_eq!((settled.how, settled.sale.as_str()), (how, "sale-1"));
            assert_eq!(settled.attachments.len(), files);
        } else {
            let how = word.to_owned();
            assert_eq!(
                got.unwrap_err(),
                Refusal::EvidenceNeeded { how },
                "{form:?}"
            );
        }
    }
}

#[test]
fn s26_every_settlement_needs_what_shows_it() {
    check_evidence("", "", 0, [false, false, false]);
    check_evidence("  ", "", 0, [false, false, false]);
    check_evidence("账单上有", "", 0, [true, true, false]);
    check_evidence("", "receipt-1", 0, [true, true, false]);
    check_evidence("", "", 1, [true, true, false]);
    check_evidence("银行查不到", "", 1, [true, true, true]);
    check_evidence("银行查不到", "receipt-1", 0, [true, true, true]);
    check_evidence("银行查不到", "receipt-1", MOST_FILES, [true, true, true]);
}

#[test]
fn a_settlement_is_one_and_can_be_taken_up_again() {
    let form = |note: &str| SettleForm {
        how: Settlement::Settled,
        note: some(note),
        receipt: None,
        attachments: None,
    };
    let open = pending(|_| {});
    assert_eq!(open.reopen("").unwrap_err(), Refusal::SaleNotSettled {});
    let masked = open.settle(form("打 13812345678 问的")).unwrap();
    assert_eq!(masked.note, "打 138****5678 问的");
    assert_eq!(
        open.settle(form("密码 123456")).unwrap_err().code(),
        "card_secret"
    );
    let too_many = SettleForm {
        attachments: Some(vec![String::new(); MOST_FILES + 1]),
        ..form("有")
    };
    assert_eq!(open.settle(too_many).unwrap_err().code(), "too_many_files");
    let settled = PendingSale {
        settled: Some(Settled {
            how: Settlement::Settled,
            note: "有".to_owned(),
            receipt: String::new(),
            attachments: Vec::new(),
            at: "2026-11-24T01:00:00.000Z".to_owned(),
            actor: "小王".to_owned(),
        }),
        ..open
    };
    assert_eq!(
        settled.settle(form("有")).unwrap_err(),
        Refusal::SaleAlreadySettled {}
    );
    assert_eq!(settled.reopen(" 看错了一笔 ").unwrap().why, "看错了一笔");
    assert_eq!(settled.reopen("cvc 123").unwrap_err().code(), "card_secret");
}

/// A receipt of the same amount, five minutes later, on no terminal of the list.
fn receipt(change: impl FnOnce(&mut Receipt)) -> Receipt {
    let json = r#"{"kind":"sale","at":"2026-11-23T04:36:00.000Z","amount_fen":12800}"#;
    let mut receipt = serde_json::from_str(json).unwrap();
    change(&mut receipt);
    receipt
}

#[track_caller]
fn check_match(
    sale: impl FnOnce(&mut SaleLeftPending),
    slip: impl FnOnce(&mut Receipt),
    want: Option<MatchedBy>,
) {
    let (sale, slip) = (pending(sale), receipt(slip));
    assert_eq!(sale.matches(&slip), want, "{sale:?} {slip:?}");
}

#[test]
fn s26_a_reference_is_the_sale_and_another_never_is() {
    use MatchedBy::{Amount, Reference, Trace};
    let one = |text: &mut String| *text = "112612345678".to_owned();
    let other = |text: &mut String| *text = "112612345679".to_owned();
    check_match(
        |sale| one(&mut sale.reference),
        |slip| one(&mut slip.reference),
        Some(Reference),
    );
    // The reference stands above all that somebody may have mistyped.
    check_match(
        |sale| {
            one(&mut sale.reference);
            sale.trace = "000001".to_owned();
        },
        |slip| {
            one(&mut slip.reference);
            slip.trace = "000002".to_owned();
            slip.terminal = "other".to_owned();
            slip.amount_fen = crate::Fen(1);
            slip.at += TimeDelta::days(30);
        },
        Some(Reference),
    );
    // Another reference is another sale, though everything else is alike.
    check_match(
        |sale| {
            one(&mut sale.reference);
            sale.trace = "000001".to_owned();
        },
        |slip| {
            other(&mut slip.reference);
            slip.trace = "000001".to_owned();
        },
        None,
    );
    // One of them without a reference proves nothing either way.
    check_match(|_| {}, |slip| one(&mut slip.reference), Some(Amount));
    check_match(
        |sale| {
            one(&mut sale.reference);
            sale.trace = "000001".to_owned();
        },
        |slip| slip.trace = "000001".to_owned(),
        Some(Trace),
    );
}

#[test]
fn s26_a_trace_holds_two_days_on_one_terminal() {
    use MatchedBy::{Amount, Trace};
    let traced = |sale: &mut SaleLeftPending| sale.trace = "000123".to_owned();
    let later = |slip: &mut Receipt, time: TimeDelta| {
        slip.trace = "000123".to_owned();
        slip.amount_fen = crate::Fen(1);
        slip.at = incident().opened_at + time;
    };
    let (two_days, more) = (
        TimeDelta::days(2),
        TimeDelta::days(2) + TimeDelta::seconds(1),
    );
    check_match(traced, |slip| later(slip, two_days), Some(Trace));
    check_match(traced, |slip| later(slip, -two_days), Some(Trace));
    check_match(traced, |slip| later(slip, more), None);
    check_match(traced, |slip| later(slip, -more), None);
    // Each terminal counts by itself.
    let at = |terminal: &'static str| {
        move |slip: &mut Receipt| {
            later(slip, TimeDelta::zero());
            slip.terminal = terminal.to_owned();
        }
    };
    check_match(traced, at("counter"), Some(Trace));
    check_match(traced, at("terrace"), None);
    // The same amount at another terminal is another sale too.
    check_match(|_| {}, |slip| slip.terminal = "terrace".to_owned(), None);
    check_match(
        |_| {},
        |slip| slip.terminal = "counter".to_owned(),
        Some(Amount),
    );
}

#[test]
fn s26_the_amount_is_a_guess_within_a_day_and_of_one_card() {
    use MatchedBy::Amount;
    let nothing = |_: &mut SaleLeftPending| {};
    check_match(nothing, |_| {}, Some(Amount));
    check_match(nothing, |slip| slip.amount_fen = crate::Fen(12_801), None);
    check_match(|sale| sale.amount_fen = None, |_| {}, None);
    let at = |time: TimeDelta| move |slip: &mut Receipt| slip.at = incident().opened_at + time;
    let day = TimeDelta::days(1);
    check_match(nothing, at(day), Some(Amount));
    check_match(nothing, at(-day), Some(Amount));
    check_match(nothing, at(day + TimeDelta::seconds(1)), None);
    check_match(nothing, |slip| slip.kind = SlipKind::PreAuth, None);
    check_match(nothing, |slip| slip.kind = SlipKind::Query, Some(Amount));
    let with_card = |sale: &mut SaleLeftPending| sale.card = card("622202 0128");
    check_match(with_card, |slip| slip.card = card("0128"), Some(Amount));
    check_match(with_card, |slip| slip.card = card("0129"), None);
    check_match(with_card, |_| {}, Some(Amount));
    // Another trace number is another sale of the same amount.
    check_match(
        |sale| sale.trace = "000001".to_owned(),
        |slip| slip.trace = "000002".to_owned(),
        None,
    );
    check_match(
        nothing,
        |slip| slip.trace = "000002".to_owned(),
        Some(Amount),
    );
}

#[test]
fn a_sale_follows_what_is_learned_of_its_incident() {
    let sale = pending(|sale| sale.trace = "000123".to_owned());
    let known = details(|one| one.terminal = "counter".to_owned());
    assert_eq!(sale.follows(&known), None, "it knew that already");
    // What only the incident has is none of the sale's business.
    let noted = Details {
        note: "说明".to_owned(),
        screen: "系统异常".to_owned(),
        symptom: "network".to_owned(),
        ..known.clone()
    };
    assert_eq!(sale.follows(&noted), None);
    let changes: [fn(&mut Details); 6] = [
        |one| one.till = "till-2".to_owned(),
        |one| one.terminal = "terrace".to_owned(),
        |one| one.lane = Some(Lane::Qr),
        |one| one.amount_fen = Some(crate::Fen(1)),
        |one| one.card = CardMask::read("6620").unwrap(),
        |one| one.code = "98".to_owned(),
    ];
    for change in changes {
        let mut learned = known.clone();
        change(&mut learned);
        let amended = sale.follows(&learned).unwrap();
        assert_eq!(amended.id, "sale-1");
        let now = &amended.sale;
        assert_eq!(
            (&now.till, &now.terminal, now.lane, now.amount_fen),
            (
                &learned.till,
                &learned.terminal,
                learned.lane,
                learned.amount_fen
            )
        );
        assert_eq!((&now.card, &now.code), (&learned.card, &learned.code));
        // Its own numbers and its time stay.
        assert_eq!((now.trace.as_str(), now.at), ("000123", sale.sale.at));
        let followed = PendingSale {
            sale: amended.sale,
            ..sale.clone()
        };
        assert_eq!(followed.follows(&learned), None, "once is enough");
    }
}

#[test]
fn s26_the_list_comes_back_once_each_morning() {
    let day = |text: &str| -> Day { text.parse().unwrap() };
    let at = |text: &str| -> DateTime<Utc> { text.parse().unwrap() };
    let (today, due) = (day("2026-11-24"), at("2026-11-24T00:30:00Z"));
    let check = |oldest: Option<&str>, now: &str, came: bool, want: bool| {
        let got = follow_up_due(oldest.map(day), today, due, at(now), came);
        assert_eq!(got, want, "{oldest:?} {now} {came}");
    };
    let yesterday = Some("2026-11-23");
    check(yesterday, "2026-11-24T00:29:59Z", false, false);
    check(yesterday, "2026-11-24T00:30:00Z", false, true);
    check(yesterday, "2026-11-24T09:00:00Z", false, true);
    check(yesterday, "2026-11-24T09:00:00Z", true, false);
    check(Some("2025-01-01"), "2026-11-24T00:30:00Z", false, true);
    // Today's own sales are still in everybody's mind.
    check(Some("2026-11-24"), "2026-11-24T09:00:00Z", false, false);
    check(Some("2026-11-25"), "2026-11-24T09:00:00Z", false, false);
    check(None, "2026-11-24T09:00:00Z", false, false);
}
