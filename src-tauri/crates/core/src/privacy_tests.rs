use super::*;
use proptest::prelude::*;

fn check(text: &str, kept: &str) {
    assert_eq!(mask(text), kept, "{text:?}");
    assert_eq!(mask(kept), kept, "masking twice changes nothing: {kept:?}");
}

#[test]
fn s27_card_numbers_keep_six_and_four() {
    check(
        "卡号 6222021234567890128 被拒",
        "卡号 622202*********0128 被拒",
    );
    check("4111111111111111", "411111******1111");
    check("4111 1111 1111 1111", "4111 11** **** 1111");
    check("4111-1111-1111-1111。", "4111-11**-****-1111。");
    check(
        "３７８２８２２４６３１０００５",
        "３７８２８２*****０００５",
    );
    check(
        "4111\u{3000}1111\u{a0}1111 － 1111",
        "4111\u{3000}11**\u{a0}**** － 1111",
    );
    check("4\u{200b}111111111111111", "4\u{200b}11111******1111");
    check("4111\u{fe0f}111111111111", "4111\u{fe0f}11******1111");
    check("4111111111111112", "4111111111111112");
    check(
        "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
        "4 1 1 1 1 1 * * * * * * 1 1 1 1",
    );
    check(
        "金额12.50,卡4111111111111111",
        "金额12.50,卡411111******1111",
    );
    // Thirteen digits are the shortest card number, twelve a reference number.
    check("4222222222222", "422222***2222");
    check("422222222222", "422222222222");
    // The order number of a wallet: 28 digits, though some stretch of it would pass.
    check(
        "4200001234202611234111111111",
        "4200001234202611234111111111",
    );
}

#[test]
fn s27_phone_and_identity_numbers_are_masked() {
    check("电话13812345678", "电话138****5678");
    check("+86 138-1234-5678", "+86 138-****-5678");
    check("008613812345678", "0086138****5678");
    check("12812345678", "12812345678");
    check("138123456789", "138123456789");
    check("11010519491231002X", "110105********002X");
    check("110105194912310021", "110105********0021");
    check("110105 19491231 002x", "110105 ******** 002x");
    check("110105-19491231-002-X", "110105-********-002-X");
    check("110105194912310029 x 2", "110105********0029 x 2");
    check("4111 1111 1111 1111 x 2", "4111 11** **** 1111 x 2");
    check("110105194913310021", "110105194913310021");
    check("010-62345678", "010-****5678");
    check("0571 81234567", "0571 ****4567");
    check("参考号 012345678901", "参考号 012345678901");
    check("95516 拨通", "95516 拨通");
    check("400-821-1234", "400-821-1234");
    check("2026-11-23 12:31 第 3 次", "2026-11-23 12:31 第 3 次");
}

fn check_secret(text: &str, what: Option<&str>) {
    assert_eq!(secret(text), what, "{text:?}");
}

#[test]
fn s27_secrets_are_refused() {
    check_secret("CVV 123", Some("security_code"));
    check_secret("cvv2：１２３", Some("security_code"));
    check_secret("安全码是 1234", Some("security_code"));
    check_secret("背面三位 901", Some("security_code"));
    check_secret("CVC code is 123", Some("security_code"));
    check_secret("cvv 失败", None);
    check_secret("安全码不对", None);
    check_secret("密码 123456", Some("pin"));
    check_secret("PIN: 4821", Some("pin"));
    check_secret("pin码=1234", Some("pin"));
    check_secret("shipping 1234", None);
    check_secret("密码错误 3 次", None);
    check_secret("密码错 55", None);
    check_secret("PIN tries exceeded (75)", None);
    check_secret(";6222021234567890128=2512101", Some("track"));
    check_secret("6222021234567890128D25121010000", Some("track"));
    check_secret("%B4111111111111111^LI/SI^2512", Some("track"));
    check_secret("4111111111111111 = 4 张", None);
    assert_eq!(kept("note", "cvv 123").unwrap_err().code(), "card_secret");
}

#[test]
fn what_is_still_being_typed_is_blotted() {
    for (typed, kept) in [
        ("62220212345", "622202*****"),
        ("卡 6222 0212 3456 78", "卡 6222 02** **** **"),
        ("4111111111111111", "411111******1111"),
        ("密码 1234", "密码 ****"),
        ("参考号 0123456789", "参考号 0123456789"),
        ("12.50", "12.50"),
    ] {
        assert_eq!(blot(typed), kept, "{typed:?}");
    }
}

/// A number that passes Luhn, written with marks and widths of all kinds.
fn dressed() -> impl Strategy<Value = (String, String)> {
    let digits = (13usize..=19).prop_flat_map(|n| proptest::collection::vec(0u32..10, n - 1));
    let marks = proptest::collection::vec(
        proptest::sample::select(vec![
            "", "", " ", "-", "－", "\u{3000}", " - ", "\u{200b}", "．",
        ]),
        19,
    );
    let wide = proptest::collection::vec(any::<bool>(), 19);
    (digits, marks, wide).prop_map(|(digits, marks, wide)| {
        let body: String = digits
            .iter()
            .filter_map(|d| char::from_digit(*d, 10))
            .collect();
        let number = (0..10)
            .map(|last| format!("{body}{last}"))
            .find(|number| luhn(number))
            .unwrap();
        let mut shown = String::new();
        for ((c, mark), wide) in number.chars().zip(marks).zip(wide) {
            if !shown.is_empty() {
                shown.push_str(mark);
            }
            let value = c as u32 - '0' as u32;
            shown.push(if wide {
                char::from_u32('０' as u32 + value).unwrap()
            } else {
                c
            });
        }
        (number, shown)
    })
}

fn plain_digits(text: &str) -> String {
    text.chars().filter_map(digit).collect()
}

proptest! {
    #[test]
    fn no_card_number_comes_through((number, shown) in dressed(), before in "[一-龥a-z，。]{0,5}", after in "[一-龥a-z，。]{0,5}") {
        let kept = mask(&format!("{before}{shown}{after}"));
        prop_assert!(!plain_digits(&kept).contains(&number), "{shown} -> {kept}");
        // Thirteen digits can also be a mobile number behind 86, and 17 an identity number with an X behind: then
        // fewer stay, and never more.
        let hidden = kept.matches('*').count();
        prop_assert!(hidden + 10 >= number.len(), "{shown} -> {kept}");
    }

    #[test]
    fn masking_is_idempotent_and_keeps_everything_but_digits(text in "\\PC{0,60}") {
        let kept = mask(&text);
        prop_assert_eq!(mask(&kept), kept.clone());
        prop_assert_eq!(kept.chars().count(), text.chars().count());
    }
}
