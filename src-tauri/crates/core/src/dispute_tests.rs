use super::*;
use crate::fact::SaleLeftPending;
use crate::guide::LaneEffect;
use crate::incident::{self, Incident};
use crate::receipt::{Receipt, SlipKind};
use crate::sale::{PendingSale, Settlement};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

const TODAY: &str = "2026-11-23";

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn read(change: impl FnOnce(&mut DisputeForm)) -> Result<Details, Refusal> {
    let mut form = DisputeForm::default();
    change(&mut form);
    form.read(None, day(TODAY))
}

fn details(kind: Kind) -> Details {
    read(|form| form.kind = Some(kind)).unwrap()
}

fn case(state: State) -> Dispute {
    let ending = |outcome| Ending {
        outcome,
        note: String::new(),
    };
    Dispute {
        id: "dispute-1".to_owned(),
        no: 7,
        opened_at: String::new(),
        opened_by: String::new(),
        details: details(Kind::Retrieval),
        notice: Vec::new(),
        state,
        submission: (state != State::Open).then(submission),
        ending: match state {
            State::Open | State::Submitted => None,
            State::Won => Some(ending(Outcome::Won)),
            State::Lost => Some(ending(Outcome::Lost)),
            State::Withdrawn => Some(ending(Outcome::Withdrawn)),
        },
    }
}

fn submission() -> Submission {
    let form = SubmissionForm {
        way: some("银行商户平台"),
        ..SubmissionForm::default()
    };
    form.read(Vec::new(), Vec::new(), chrono_tz::Asia::Shanghai, now())
        .unwrap()
}

fn now() -> DateTime<Utc> {
    "2026-11-23T05:00:00Z".parse().unwrap()
}

const STATES: [State; 5] = [
    State::Open,
    State::Submitted,
    State::Won,
    State::Lost,
    State::Withdrawn,
];

fn link(to: &str) -> Link {
    let id = "id-1".to_owned();
    match to.split_once(' ') {
        Some(("file", piece)) => Link::File {
            id,
            piece: piece.to_owned(),
        },
        Some(("not", piece)) => Link::NotNeeded {
            piece: piece.to_owned(),
            why: "没有".to_owned(),
        },
        _ => match to {
            "receipt" => Link::Receipt { id },
            "incident" => Link::Incident { id },
            "sale" => Link::Sale { id },
            _ => Link::Opening {
                till: "till-1".to_owned(),
                day: day(TODAY),
            },
        },
    }
}

fn shown(link: Link) -> Shown {
    Shown {
        link,
        receipt: None,
        settled: None,
    }
}

fn slip(kind: SlipKind, picture: bool) -> Shown {
    Shown {
        receipt: Some((kind, picture)),
        ..shown(link("receipt"))
    }
}

#[test]
fn the_lists_are_whole() {
    let kinds = kinds();
    assert!(kinds.as_of > day("2026-01-01") && kinds.remind_days > 0);
    let pieces: Vec<&str> = kinds.piece_ids().collect();
    for kind in Kind::ALL {
        let asks: Vec<_> = kinds.asks(kind).collect();
        let mut ids: Vec<&str> = asks.iter().map(|(piece, _)| *piece).collect();
        assert!(ids.iter().all(|piece| pieces.contains(piece)), "{kind:?}");
        assert!(asks.iter().any(|(_, weight)| *weight == Weight::Needed));
        let many = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), many, "{kind:?} asks for a piece twice");
    }
    for piece in &pieces {
        let asked = |kind: &Kind| kinds.asks(*kind).any(|(id, _)| id == *piece);
        assert!(Kind::ALL.iter().any(asked), "nobody asks for {piece}");
    }
}

#[track_caller]
fn check_missing(kind: Kind, links: &[Shown], notice_files: usize, story: &str, want: &[&str]) {
    let details = Details {
        story: story.to_owned(),
        ..details(kind)
    };
    let held = Held {
        details: &details,
        notice_files,
        links,
    };
    assert_eq!(held.missing(), want, "{kind:?} {links:?}");
}

#[test]
fn what_is_missing_follows_from_what_is_there() {
    use Kind::{AlipayComplaint, Chargeback, Other, Retrieval, WechatComplaint};
    let nothing: &[Shown] = &[];
    check_missing(
        Retrieval,
        nothing,
        0,
        "",
        &["signed-slip", "slip-numbers", "notice"],
    );
    check_missing(Retrieval, nothing, 1, "", &["signed-slip", "slip-numbers"]);
    check_missing(
        WechatComplaint,
        nothing,
        0,
        "",
        &["order", "customer-talk", "account"],
    );
    check_missing(
        AlipayComplaint,
        nothing,
        0,
        "给了货",
        &["order", "delivery"],
    );
    check_missing(Other, nothing, 0, "", &["account"]);
    check_missing(Other, nothing, 0, "已退款", &[]);
    // A receipt without a picture gives the numbers, and only its picture is the signed slip.
    let typed = [slip(SlipKind::Sale, false)];
    check_missing(Retrieval, &typed, 1, "", &["signed-slip"]);
    check_missing(Retrieval, &[slip(SlipKind::Sale, true)], 1, "", &[]);
    // The slip of money that went back is no proof of the sale.
    check_missing(
        Retrieval,
        &[slip(SlipKind::Refund, true)],
        1,
        "",
        &["signed-slip"],
    );
    let whole = [
        slip(SlipKind::Sale, true),
        shown(link("file order")),
        shown(link("file delivery")),
    ];
    check_missing(Chargeback, &whole, 1, "", &["account"]);
    check_missing(Chargeback, &whole, 1, "客人当场取走", &[]);
    let waived = [
        slip(SlipKind::Sale, true),
        shown(link("file order")),
        shown(link("not delivery")),
    ];
    check_missing(Chargeback, &waived, 1, "堂食", &[]);
    // A file is the piece that it was linked as, and no other.
    check_missing(
        Retrieval,
        &[shown(link("file order"))],
        1,
        "",
        &["signed-slip", "slip-numbers"],
    );
}

#[track_caller]
fn check_piece(links: &[Shown], piece: &str, state: PieceState, by: &[&str]) {
    let details = details(Kind::Chargeback);
    let held = Held {
        details: &details,
        notice_files: 0,
        links,
    };
    let found = asked(&held).into_iter().find(|one| one.piece == piece);
    let found = found.unwrap();
    assert_eq!(
        (found.state, found.by),
        (state, by.iter().map(ToString::to_string).collect())
    );
}

#[test]
fn each_piece_says_what_shows_it() {
    use PieceState::{Missing, NotNeeded, There};
    check_piece(&[], "terminal-state", Missing, &[]);
    check_piece(
        &[shown(link("opening"))],
        "terminal-state",
        There,
        &["opening:2026-11-23:till-1"],
    );
    check_piece(
        &[shown(link("incident"))],
        "what-failed",
        There,
        &["incident:id-1"],
    );
    check_piece(&[shown(link("sale"))], "what-failed", There, &["sale:id-1"]);
    check_piece(&[shown(link("sale"))], "refund", Missing, &[]);
    let settled = |how| Shown {
        settled: Some(how),
        ..shown(link("sale"))
    };
    check_piece(&[settled(Settlement::Settled)], "refund", Missing, &[]);
    check_piece(
        &[settled(Settlement::Reversed)],
        "refund",
        There,
        &["sale:id-1"],
    );
    check_piece(
        &[slip(SlipKind::Void, false)],
        "refund",
        There,
        &["receipt:id-1"],
    );
    check_piece(&[shown(link("not order"))], "order", NotNeeded, &[]);
    // What is there counts more than the word that it is not needed.
    check_piece(
        &[shown(link("not order")), shown(link("file order"))],
        "order",
        There,
        &["file:order:id-1"],
    );
}

/// Every set of links out of nine, for every kind: 2,560 cases.
#[test]
fn a_link_more_never_makes_a_piece_missing() {
    let all = [
        slip(SlipKind::Sale, true),
        slip(SlipKind::Refund, false),
        shown(link("incident")),
        shown(link("sale")),
        shown(link("opening")),
        shown(link("file order")),
        shown(link("file delivery")),
        shown(link("not customer-talk")),
        shown(link("not signed-slip")),
    ];
    let mut looked = 0;
    for kind in Kind::ALL {
        let details = details(kind);
        let missing = |chosen: u32| -> Vec<String> {
            let picked = all.iter().enumerate().filter(|(n, _)| chosen >> n & 1 == 1);
            let links: Vec<Shown> = picked.map(|(_, shown)| shown.clone()).collect();
            let held = Held {
                details: &details,
                notice_files: 0,
                links: &links,
            };
            held.missing()
        };
        for chosen in 0..1_u32 << all.len() {
            let before = missing(chosen);
            for n in 0..all.len() {
                let after = missing(chosen | 1 << n);
                assert!(
                    after.iter().all(|piece| before.contains(piece)),
                    "{kind:?} {chosen} {n}"
                );
            }
            looked += 1;
        }
    }
    assert_eq!(looked, 5 * 512);
}

#[test]
fn the_clock_tells_how_pressing_an_answer_is() {
    let check = |state, reply_by: Option<&str>, urgency, days_left| {
        let clock = Clock::of(state, reply_by.map(day), day(TODAY));
        assert_eq!((clock.urgency, clock.days_left), (urgency, days_left));
        let pressing = [Urgency::Overdue, Urgency::Today, Urgency::Soon];
        assert_eq!(clock.presses(), pressing.contains(&urgency));
    };
    use State::{Lost, Open, Submitted};
    check(Open, None, Urgency::NoDay, None);
    check(Open, Some("2026-11-22"), Urgency::Overdue, Some(-1));
    check(Open, Some("2025-11-23"), Urgency::Overdue, Some(-365));
    check(Open, Some("2026-11-23"), Urgency::Today, Some(0));
    check(Open, Some("2026-11-24"), Urgency::Soon, Some(1));
    check(Open, Some("2026-11-28"), Urgency::Soon, Some(5));
    check(Open, Some("2026-11-29"), Urgency::Later, Some(6));
    check(Submitted, Some("2026-11-22"), Urgency::Done, Some(-1));
    check(Lost, Some("2026-11-29"), Urgency::Done, Some(6));
    check(Submitted, None, Urgency::Done, None);
}

#[test]
fn before_a_holiday_that_outlasts_the_deadline_it_presses_earlier() {
    let check = |reply_by: &str, open: &[i64], expected: bool| {
        let clock = Clock::of(State::Open, Some(day(reply_by)), day(TODAY));
        let is_last = clock.is_last_chance(|ahead| open.contains(&ahead));
        assert_eq!(is_last, expected, "{reply_by} {open:?}");
    };
    check("2026-11-30", &[], true);
    check("2026-11-30", &[8, 9], true);
    check("2026-11-30", &[7], false);
    check("2026-11-30", &[1, 2, 3], false);
    // Near enough it presses by itself, and what is over has no chance left.
    check("2026-11-28", &[], false);
    check("2026-11-20", &[], false);
}

#[test]
fn the_reminder_comes_once_a_day_when_it_is_time() {
    let due = now();
    let later = now() + chrono::TimeDelta::minutes(1);
    let sooner = now() - chrono::TimeDelta::minutes(1);
    assert!(reply_due(true, due, due, false) && reply_due(true, due, later, false));
    assert!(!reply_due(true, due, sooner, false));
    assert!(!reply_due(true, due, later, true));
    assert!(!reply_due(false, due, later, false));
}

#[test]
fn a_notice_is_read_as_typed() {
    let read = read(|form| {
        form.kind = Some(Kind::Chargeback);
        form.channel = some("  银行短信 ");
        form.amount = some("￥１２８.5");
        form.notice_on = some("2026/11/20");
        form.reply_by = some("２０２６-12-04");
        form.notice_no = some("cb 2026 1120-07");
        form.sold_on = some("2026-11-03");
        form.reference = some("110312345678");
        form.trace = some("123");
        form.card = some("6222021234560128");
        form.story = some("客人打 13812345678 来问过");
    })
    .unwrap();
    assert_eq!(read.channel, "银行短信");
    assert_eq!(read.amount_fen, Some(Fen(12_850)));
    assert_eq!(
        (read.notice_on, read.reply_by),
        (day("2026-11-20"), Some(day("2026-12-04")))
    );
    assert_eq!(
        (read.notice_no.as_str(), read.trace.as_str()),
        ("CB20261120-07", "000123")
    );
    assert_eq!(read.card.unwrap().as_str(), "622202******0128");
    assert_eq!(read.story, "客人打 138****5678 来问过");
}

#[test]
fn what_no_notice_says_is_refused() {
    type Change = fn(&mut DisputeForm, &str);
    let table: [(Change, &str, &str); 22] = [
        (|f, t| f.amount = some(t), "much", "amount_unreadable"),
        (|f, t| f.amount = some(t), "0", "amount_not_positive"),
        (|f, t| f.amount = some(t), "-5", "amount_unreadable"),
        (
            |f, t| f.amount = some(t),
            "10000000.01",
            "amount_unreadable",
        ),
        (|f, t| f.notice_on = some(t), "2026-02-30", "day_unreadable"),
        (|f, t| f.notice_on = some(t), "2026-2-3", "day_unreadable"),
        (|f, t| f.notice_on = some(t), "下周五", "day_unreadable"),
        (
            |f, t| f.notice_on = some(t),
            "+12026-01-01",
            "day_unreadable",
        ),
        (|f, t| f.notice_on = some(t), "2026-11-25", "notice_to_come"),
        (|f, t| f.reply_by = some(t), "2027-02-29", "day_unreadable"),
        (
            |f, t| f.reply_by = some(t),
            "2026-11-22",
            "reply_by_out_of_range",
        ),
        (
            |f, t| f.reply_by = some(t),
            "2062-12-04",
            "reply_by_out_of_range",
        ),
        (
            |f, t| f.sold_on = some(t),
            "2026-11-24",
            "sold_after_notice",
        ),
        (|f, t| f.sold_on = some(t), "11-03", "day_unreadable"),
        (
            |f, t| f.notice_no = some(t),
            "4111111111111111",
            "number_unreadable",
        ),
        (|f, t| f.notice_no = some(t), "a/b", "number_unreadable"),
        (|f, t| f.reference = some(t), "12345", "digits_needed"),
        (|f, t| f.trace = some(t), "1234567", "digits_needed"),
        (|f, t| f.card = some(t), "12345", "card_unreadable"),
        (|f, t| f.channel = some(t), "a\u{202E}b", "text_has_control"),
        (|f, t| f.said = some(t), "CVV 123", "card_secret"),
        (|f, t| f.story = some(t), "密码 123456", "card_secret"),
    ];
    for (change, typed, code) in table {
        let got = read(|form| change(form, typed));
        assert_eq!(got.unwrap_err().code(), code, "{typed:?}");
    }
    assert_eq!(
        read(|form| form.said = Some("字".repeat(4_001)))
            .unwrap_err()
            .code(),
        "note_too_long"
    );
}

#[test]
fn an_amendment_changes_what_it_names_and_can_take_away() {
    let mut known = case(State::Lost);
    known.details = read(|form| {
        form.kind = Some(Kind::Chargeback);
        form.amount = some("128");
        form.reply_by = some("2026-11-30");
        form.channel = some("银行");
        form.card = some("0128");
    })
    .unwrap();
    let amend = |form: DisputeForm| known.amend(form, None, day("2026-12-20")).unwrap().details;
    assert_eq!(amend(DisputeForm::default()), known.details);
    let gone = amend(DisputeForm {
        amount: some(""),
        reply_by: some(""),
        card: some(""),
        channel: some("微信支付"),
        ..DisputeForm::default()
    });
    assert_eq!(
        (gone.amount_fen, gone.reply_by, gone.card),
        (None, None, None)
    );
    assert_eq!(
        (gone.kind, gone.channel.as_str()),
        (Kind::Chargeback, "微信支付")
    );
    let many = vec![String::new(); 21];
    let refused = known.amend(DisputeForm::default(), Some(many), day(TODAY));
    assert_eq!(refused.unwrap_err().code(), "too_many_files");
}

#[test]
fn only_what_can_happen_next_happens() {
    for state in STATES {
        let case = case(state);
        let check = |got: Result<(), Refusal>, want: Result<(), &str>, what: &str| {
            assert_eq!(
                got.as_ref().map_err(Refusal::code).copied(),
                want,
                "{state:?} {what}"
            );
        };
        let over = matches!(state, State::Won | State::Lost | State::Withdrawn);
        check(
            case.submit(submission()).map(drop),
            match state {
                State::Open => Ok(()),
                State::Submitted => Err("already_submitted"),
                _ => Err("dispute_closed"),
            },
            "submit",
        );
        for outcome in [Outcome::Won, Outcome::Lost, Outcome::Withdrawn] {
            let said = if over { Err("dispute_closed") } else { Ok(()) };
            check(case.close(outcome, "撤了").map(drop), said, "close");
            let silent = match state {
                State::Open => Err("reason_needed"),
                State::Submitted => Ok(()),
                _ => Err("dispute_closed"),
            };
            check(
                case.close(outcome, " ").map(drop),
                silent,
                "close without a word",
            );
        }
        let opens = match state {
            State::Open => Err("dispute_open"),
            _ => Ok(()),
        };
        check(case.reopen("").map(drop), opens, "reopen");
        // What comes to light later is written down in any state.
        check(
            case.amend(DisputeForm::default(), None, day(TODAY))
                .map(drop),
            Ok(()),
            "amend",
        );
        check(case.link(link("incident"), &[]).map(drop), Ok(()), "link");
    }
}

#[test]
fn a_link_is_there_once() {
    let case = case(State::Open);
    let known = [link("receipt"), link("file order")];
    let check = |link: Link, want: Result<(), &str>| {
        let got = case.link(link, &known).map(drop);
        assert_eq!(got.as_ref().map_err(Refusal::code).copied(), want);
    };
    check(link("receipt"), Err("already_linked"));
    check(link("incident"), Ok(()));
    check(link("file order"), Err("already_linked"));
    // One file may be two pieces.
    check(link("file delivery"), Ok(()));
    check(link("file passport"), Err("piece_unknown"));
    check(link("not passport"), Err("piece_unknown"));
    let why = |why: &str| Link::NotNeeded {
        piece: "order".to_owned(),
        why: why.to_owned(),
    };
    check(why(" "), Err("reason_needed"));
    check(why("CVV 123"), Err("card_secret"));
    let full: Vec<Link> = (0..MOST_LINKS)
        .map(|n| Link::Receipt { id: n.to_string() })
        .collect();
    assert_eq!(
        case.link(link("incident"), &full).unwrap_err().code(),
        "too_many_links"
    );
    let off = |key| case.unlink(key, "弄错了", &known).map(|one| one.link);
    assert_eq!(off("receipt:id-1").unwrap(), link("receipt"));
    assert_eq!(off("receipt:id-2").unwrap_err().code(), "not_linked");
}

#[test]
fn an_answer_says_which_way_it_went() {
    let check = |change: fn(&mut SubmissionForm), want: Result<&str, &str>| {
        let mut form = SubmissionForm {
            way: some("网站"),
            ..SubmissionForm::default()
        };
        change(&mut form);
        let zone = chrono_tz::Asia::Shanghai;
        let got = form.read(Vec::new(), Vec::new(), zone, now());
        let at = got.as_ref().map(|one| crate::time::rfc3339(one.sent_at));
        assert_eq!(at.as_deref().map_err(|no| no.code()), want, "{form:?}");
    };
    check(|_| {}, Ok("2026-11-23T05:00:00.000Z"));
    check(
        |f| f.sent_at = some("2026-11-22 20:15"),
        Ok("2026-11-22T12:15:00.000Z"),
    );
    check(
        |f| f.sent_at = some("2026-11-23 13:01"),
        Err("sent_to_come"),
    );
    check(|f| f.sent_at = some("昨天"), Err("time_unreadable"));
    check(|f| f.way = None, Err("way_needed"));
    check(|f| f.way = some(" "), Err("way_needed"));
    check(|f| f.note = some("PIN 1234"), Err("card_secret"));
    let file = SentFile {
        id: String::new(),
        name: String::new(),
        sha256: String::new(),
        bytes: 0,
    };
    let many = Submission {
        files: vec![file; MOST_SENT + 1],
        ..submission()
    };
    assert_eq!(
        case(State::Open).submit(many).unwrap_err().code(),
        "too_many_files"
    );
}

fn receipt(change: impl FnOnce(&mut crate::receipt::ReceiptForm)) -> Receipt {
    let mut form = crate::receipt::ReceiptForm {
        amount: "128".to_owned(),
        at: some("2026-11-03 12:31"),
        ..Default::default()
    };
    change(&mut form);
    form.read(chrono_tz::Asia::Shanghai, now()).unwrap()
}

#[test]
fn a_receipt_of_the_sale_is_found() {
    let case = |sold_on: Option<&str>| {
        read(|form| {
            form.amount = some("128");
            form.card = some("622202******0128");
            form.trace = some("123");
            form.reference = some("110312345678");
            form.sold_on = sold_on.map(str::to_owned);
        })
        .unwrap()
    };
    let known = case(Some("2026-11-03"));
    let check = |known: &Details, receipt: &Receipt, on: &str, want: Option<FoundBy>| {
        assert_eq!(
            known.finds_receipt(receipt, day(on)),
            want,
            "{receipt:?} {on}"
        );
    };
    let reference = receipt(|r| r.reference = some("110312345678"));
    check(&known, &reference, "2026-11-03", Some(FoundBy::Reference));
    // The same reference counts however the rest looks; another one never does.
    let odd = receipt(|r| {
        r.reference = some("110312345678");
        r.amount = "1".to_owned();
    });
    check(&known, &odd, "2026-05-01", Some(FoundBy::Reference));
    let other = receipt(|r| {
        r.reference = some("999912345678");
        r.trace = some("123");
    });
    check(&known, &other, "2026-11-03", None);
    let trace = receipt(|r| r.trace = some("123"));
    check(&known, &trace, "2026-11-05", Some(FoundBy::Trace));
    check(&known, &trace, "2026-11-06", None);
    let card = receipt(|r| r.card = some("0128"));
    check(&known, &card, "2026-11-01", Some(FoundBy::Card));
    check(
        &known,
        &receipt(|r| r.card = some("6620")),
        "2026-11-03",
        None,
    );
    check(
        &known,
        &receipt(|_| {}),
        "2026-11-04",
        Some(FoundBy::Amount),
    );
    check(&known, &receipt(|_| {}), "2026-11-05", None);
    check(
        &known,
        &receipt(|r| r.amount = "12.8".to_owned()),
        "2026-11-03",
        None,
    );
    check(
        &known,
        &receipt(|r| r.trace = some("124")),
        "2026-11-03",
        None,
    );
    // Without a day of the sale the amount alone says nothing; with the card it does, within half a year.
    let undated = case(None);
    check(&undated, &receipt(|_| {}), "2026-11-03", None);
    check(&undated, &card, "2026-06-01", Some(FoundBy::Card));
    check(&undated, &card, "2026-05-01", None);
}

#[test]
fn what_did_not_work_that_day_is_found() {
    let known = read(|form| {
        form.amount = some("128");
        form.sold_on = some("2026-11-03");
    })
    .unwrap();
    let incident = |effect, amount: Option<i64>, on: &str| Incident {
        id: "incident-1".to_owned(),
        no: 1,
        day: day(on),
        opened_at: now(),
        opened_by: String::new(),
        details: incident::Details {
            till: "till-1".to_owned(),
            terminal: String::new(),
            lane: None,
            symptom: String::new(),
            code: "96".to_owned(),
            screen: String::new(),
            amount_fen: amount.map(Fen),
            card: None,
            item: String::new(),
            cause: None,
            lane_effect: effect,
            note: String::new(),
        },
        state: incident::State::Open,
        owner: String::new(),
        due: None,
        resolution: None,
    };
    let check = |effect, amount, on, want| {
        assert_eq!(known.finds_incident(&incident(effect, amount, on)), want);
    };
    check(
        LaneEffect::None,
        Some(12_800),
        "2026-11-03",
        Some(FoundBy::Amount),
    );
    check(LaneEffect::None, Some(12_801), "2026-11-03", None);
    check(LaneEffect::None, None, "2026-11-03", None);
    check(LaneEffect::Stopped, None, "2026-11-03", Some(FoundBy::Day));
    check(
        LaneEffect::Slowed,
        Some(500),
        "2026-11-03",
        Some(FoundBy::Day),
    );
    check(LaneEffect::Stopped, None, "2026-11-04", None);
    let pending = PendingSale {
        id: "sale-1".to_owned(),
        sale: SaleLeftPending {
            till: "till-1".to_owned(),
            day: day("2026-11-03"),
            incident: "incident-1".to_owned(),
            terminal: String::new(),
            lane: None,
            amount_fen: Some(Fen(12_800)),
            card: None,
            code: String::new(),
            trace: String::new(),
            reference: String::new(),
            at: now(),
            note: String::new(),
        },
        noted_at: String::new(),
        noted_by: String::new(),
        settled: None,
    };
    assert_eq!(known.finds_sale(&pending), Some(FoundBy::Amount));
}

#[test]
fn names_in_the_ledger_stay() {
    for (kind, name) in Kind::ALL.map(|kind| (kind, kind.name())) {
        assert_eq!(serde_json::to_value(kind).unwrap(), name);
    }
    for state in STATES {
        assert_eq!(serde_json::to_value(state).unwrap(), state.name());
    }
    let keys = [
        "receipt",
        "incident",
        "sale",
        "opening",
        "file order",
        "not order",
    ];
    assert_eq!(
        keys.map(|to| link(to).key()),
        [
            "receipt:id-1",
            "incident:id-1",
            "sale:id-1",
            "opening:2026-11-23:till-1",
            "file:order:id-1",
            "not_needed:order"
        ]
    );
}
