//! What is said along with a report and means nothing for it.

use serde_json::json;

use crate::shop::Shop;

#[test]
fn what_a_report_cannot_use_is_refused() {
    let shop = Shop::with_a_case();
    let out = shop.out.path().join("x.pdf");
    let check = |mut input: serde_json::Value, code: &str| {
        input["out"] = json!(out);
        assert_eq!(shop.refused(input.clone()), code, "{input}");
    };
    for (what, which) in [
        ("day", "2026-11-23"),
        ("month", "2026-11"),
        ("incident", "1"),
        ("dispute", "1"),
        ("key", ""),
        // A list of the days that were named already.
        ("receipts", "2026-11"),
        ("range", "2026-11-23"),
    ] {
        for end in ["from", "to"] {
            let mut input = json!({ "what": what, "which": which });
            input[end] = json!("2026-11-23");
            check(input, "report_days_unused");
        }
    }
    for (what, which) in [
        ("month", "2026-11"),
        ("incident", "1"),
        ("dispute", "1"),
        ("key", ""),
        ("range", ""),
        ("openings", ""),
        ("incidents", ""),
        ("receipts", "2026-11"),
        ("disputes", ""),
    ] {
        let input = json!({ "what": what, "which": which, "till": "till-1" });
        check(input, "report_till_unused");
    }
    check(
        json!({ "what": "key", "which": "1" }),
        "report_which_unused",
    );
    for which in ["2026-13", "2026-11-31", "1", "十月份", "../../x.pdf"] {
        let code = match which.len() {
            10 => "day_unreadable",
            _ => "month_unreadable",
        };
        check(json!({ "what": "receipts", "which": which }), code);
    }
}
