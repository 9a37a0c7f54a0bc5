//! What holds for entries of any body.

use proptest::prelude::*;

use super::*;

/// JSON of every kind, with keys and strings of any characters.
fn any_body() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-9_007_199_254_740_991i64..=9_007_199_254_740_991).prop_map(Value::from),
        (-1e9..1e9f64).prop_map(Value::from),
        ".*".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(".*", inner, 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_reads_back_and_spells_the_same(body in any_body()) {
        let text = entry(body).canonical().unwrap();
        let again = Entry::parse(&text).unwrap();
        prop_assert_eq!(again.canonical().unwrap(), text);
    }
}
