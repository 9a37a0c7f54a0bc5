//! The checklist of the first minute: complete and sensible for a shop with one POS terminal, one
//! QR plate and one drawer, without any set-up. Its words stand in `words/*/items.ftl`.

use crate::cadence::Cadence::{self, Daily, Days, Monthly, Weekly};
use crate::cash::Float;
use crate::checklist::{
    Item, Kind,
    Weight::{self, Advisory, Blocking, Degrading},
};
use crate::shop::{
    Lane::{self, Card, Cash, Qr},
    Shop,
};

fn item(id: &str, kind: Kind, lanes: &[Lane], weight: Weight, cadence: Cadence) -> Item {
    let section = id.split('-').next().unwrap_or_default();
    Item {
        id: id.to_owned(),
        section: section.to_owned(),
        kind,
        lanes: lanes.to_vec(),
        weight,
        cadence,
        fallback: None,
        fail_needs_note: false,
    }
}

fn with_fallback(item: Item, fallback: &str) -> Item {
    Item {
        fallback: Some(fallback.to_owned()),
        ..item
    }
}

/// All items of the template.
pub fn items(float: Float) -> Vec<Item> {
    let check = |id, lanes: &[Lane], weight, cadence| item(id, Kind::Check, lanes, weight, cadence);
    let both = &[Card, Qr];
    let data_left = Kind::Number {
        min: 0.0,
        max: 1000.0,
        unit: "GB".to_owned(),
        low_below: Some(1.0),
    };
    let qr_kind = Kind::Choice {
        choices: ["shop-static", "shop-dynamic", "personal"]
            .map(str::to_owned)
            .to_vec(),
        weak: vec!["personal".to_owned()],
    };
    let probe = |id, weight| {
        with_fallback(
            item(id, Kind::Probe, both, weight, Daily),
            "network-hotspot",
        )
    };
    vec![
        check("account-normal", both, Blocking, Daily),
        check("account-settled", both, Advisory, Daily),
        check("account-enabled", both, Blocking, Weekly),
        check("machine-screen", &[Card], Blocking, Daily),
        check("machine-keys-lights", &[Card], Degrading, Daily),
        check("machine-test-slip", &[Card], Degrading, Daily),
        check("machine-qr-plate", &[Qr], Blocking, Daily),
        check("machine-speaker", &[Qr], Degrading, Daily),
        Item {
            fail_needs_note: true,
            ..check("machine-untampered", &[Card], Blocking, Weekly)
        },
        item("machine-photo", Kind::Photo, &[Card], Advisory, Monthly),
        probe("network-wifi", Degrading),
        probe("network-internet", Blocking),
        check("network-hotspot", both, Advisory, Daily),
        item("network-data-left", data_left, both, Advisory, Weekly),
        check("limits-enough", both, Degrading, Daily),
        item("limits-qr-kind", qr_kind, &[Qr], Advisory, Monthly),
        item("cash-float", Kind::Cash { float }, &[Cash], Blocking, Daily),
        check("cash-detector", &[Cash], Advisory, Weekly),
        check("upkeep-paper", &[Card], Degrading, Daily),
        item("upkeep-software", Kind::Text, &[Card], Advisory, Monthly),
        check("upkeep-licence", &[], Advisory, Days(90)),
        check("upkeep-contacts", &[], Advisory, Monthly),
    ]
}

/// The ids of all its items.
pub fn ids() -> Vec<String> {
    let items = items(Float::DEFAULT).into_iter();
    items.map(|item| item.id).collect()
}

/// The template for what a shop takes: items that touch only lanes it does not take are left out,
/// and the others keep only the lanes it takes.
pub fn for_shop(shop: &Shop) -> Vec<Item> {
    let mut kept = items(shop.float);
    kept.retain(|item| item.lanes.is_empty() || item.lanes.iter().any(|l| shop.lanes.contains(l)));
    for item in &mut kept {
        item.lanes.retain(|lane| shop.lanes.contains(lane));
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklist::SECTIONS;
    use std::collections::BTreeSet;

    #[test]
    fn the_template_is_whole() {
        let items = items(Float::DEFAULT);
        let ids: BTreeSet<_> = items.iter().map(|item| item.id.as_str()).collect();
        assert_eq!(ids.len(), items.len(), "an id stands twice");
        assert!((18..=24).contains(&items.len()));
        let order = |s: &str| SECTIONS.iter().position(|known| *known == s).unwrap();
        assert!(items.is_sorted_by_key(|item| order(&item.section)));
        for fallback in items.iter().filter_map(|item| item.fallback.as_deref()) {
            assert!(ids.contains(fallback), "{fallback}");
        }
    }

    #[test]
    fn every_lane_has_something_blocking_every_day() {
        for lanes in [
            vec![Card],
            vec![Qr],
            vec![Cash],
            vec![Card, Cash],
            Lane::ALL.to_vec(),
        ] {
            let mut shop = Shop::by_default(chrono_tz::Asia::Shanghai);
            shop.lanes = lanes.clone();
            let items = for_shop(&shop);
            for lane in lanes {
                let holds = |i: &Item| {
                    i.lanes.contains(&lane) && i.weight == Blocking && i.cadence == Daily
                };
                assert!(items.iter().any(holds), "{lane:?}");
            }
            let foreign = |l: &Lane| !shop.lanes.contains(l);
            assert!(!items.iter().any(|item| item.lanes.iter().any(foreign)));
        }
    }
}
