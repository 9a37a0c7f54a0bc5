use super::*;

fn now() -> DateTime<Utc> {
    "2026-11-23T05:00:00Z".parse().unwrap()
}

fn check(change: impl FnOnce(&mut ReceiptForm), want: Result<&str, &str>) {
    let mut form = ReceiptForm {
        amount: "128".to_owned(),
        ..ReceiptForm::default()
    };
    change(&mut form);
    let got = form.read(chrono_tz::Asia::Shanghai, now());
    let shown = got.as_ref().map(|receipt| {
        format!(
            "{} {} {} {} {} {}",
            receipt
                .at
                .to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
            receipt.amount_fen.to_major(),
            receipt.card.as_ref().map_or("-", CardMask::as_str),
            receipt.trace,
            receipt.reference,
            receipt.auth
        )
    });
    assert_eq!(
        shown
            .as_deref()
            .map(str::trim_end)
            .map_err(|refusal| refusal.code()),
        want,
        "{form:?}"
    );
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn s25_a_receipt_keeps_what_the_slip_says() {
    check(|_| {}, Ok("2026-11-23T05:00:00Z 128.00 -"));
    check(
        |form| {
            form.at = some("2026-11-23 12:31:05");
            form.amount = "１２.５０".to_owned();
            form.card = some("622202******0128");
            form.trace = some("123");
            form.reference = some("112612345678");
            form.auth = some("a1b2c3");
        },
        Ok("2026-11-23T04:31:05Z 12.50 622202******0128 000123 112612345678 A1B2C3"),
    );
    check(
        |form| form.reference = some("4200001234202611234111111111"),
        Ok("2026-11-23T05:00:00Z 128.00 -  4200001234202611234111111111"),
    );
}

#[test]
fn what_no_slip_says_is_refused() {
    for amount in ["", "0", "-1", "1e308", "NaN", "99999999999"] {
        let code = if amount == "0" {
            "amount_not_positive"
        } else {
            "amount_unreadable"
        };
        check(|form| form.amount = amount.to_owned(), Err(code));
    }
    check(|form| form.trace = some("1234567"), Err("digits_needed"));
    check(|form| form.trace = some("12a"), Err("digits_needed"));
    check(|form| form.batch = some("1234567"), Err("digits_needed"));
    check(
        |form| form.reference = some("12345678901"),
        Err("digits_needed"),
    );
    check(|form| form.auth = some("12345"), Err("digits_needed"));
    check(|form| form.card = some("12345"), Err("card_unreadable"));
    check(
        |form| form.at = some("2026-13-01 12:00"),
        Err("time_unreadable"),
    );
    check(|form| form.at = some("yesterday"), Err("time_unreadable"));
    check(
        |form| form.at = some("2026-11-25 12:00"),
        Err("time_out_of_range"),
    );
    check(
        |form| form.at = some("1999-12-31 12:00"),
        Err("time_out_of_range"),
    );
    check(
        |form| form.merchant_no = some("4111111111111111"),
        Err("number_unreadable"),
    );
    check(|form| form.note = some("CVV 123"), Err("card_secret"));
    check(
        |form| form.attachments = Some(vec![String::new(); 21]),
        Err("too_many_files"),
    );
}

#[test]
fn a_time_that_was_skipped_or_came_twice_is_still_a_time() {
    let read = |typed: &str| {
        slip_time(typed, chrono_tz::Europe::Berlin, now())
            .unwrap()
            .to_rfc3339()
    };
    assert_eq!(read("2026-03-29 02:30"), "2026-03-29T00:30:00+00:00");
    assert_eq!(read("2026-10-25 02:30"), "2026-10-25T00:30:00+00:00");
    assert_eq!(read("2026/10/25 12:30"), "2026-10-25T11:30:00+00:00");
    assert_eq!(
        read("2026-10-25T12:30:00+08:00"),
        "2026-10-25T04:30:00+00:00"
    );
}
