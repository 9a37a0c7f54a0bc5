//! Packs and a real timestamp authority made of `openssl ts`: there, not there, and not to be trusted.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use kaizhang_app::Outside;
use kaizhang_app::duty::{Duty, Holder};
use kaizhang_it::stock::{commands, follow, shell, unpack};
use serde_json::{Value, json};

use crate::authority::{Authority, EC};
use crate::server::{Server, http};
use crate::shop::{Shop, check, names};

/// The authority, one question at a time.
type Tower = Arc<Mutex<Authority>>;

/// What a server sends back for the body of a request.
type Answer = Box<dyn Fn(&[u8]) -> Vec<u8> + Send>;

fn tower() -> Tower {
    Arc::new(Mutex::new(Authority::new(&EC)))
}

fn stamps(tower: &Tower) -> Answer {
    let tower = Arc::clone(tower);
    Box::new(move |question| http("200 OK", &tower.lock().unwrap().answer(question)))
}

/// A case on a shop whose clock shows the real now and a minute more: the authority's certificates began just before.
fn case() -> (Shop, Value) {
    let now = chrono::Utc::now() + chrono::TimeDelta::minutes(1);
    let shop = Shop::at(&now.to_rfc3339_opts(chrono::SecondsFormat::Millis, true));
    let (incident, _) = shop.incident();
    let links = json!([{ "to": "incident", "id": incident }]);
    shop.done(
        "open_dispute",
        json!({ "form": { "amount": "128" }, "links": links }),
    );
    (shop, json!({ "about": "dispute", "which": "1" }))
}

fn trust(shop: &Shop, url: &str, tower: &Tower) {
    let root = tower.lock().unwrap().root_pem();
    shop.done("set_timestamps", json!({ "url": url, "root": root }));
}

fn is_stamped(shop: &Shop) -> bool {
    let names = names(&shop.out());
    names
        .iter()
        .any(|name| name.ends_with("/tagmanifest-sha256.txt.tsr"))
}

#[test]
fn a_stamp_on_a_case_satisfies_the_stock_tool() {
    let tower = tower();
    let (shop, wish) = case();
    let server = Server::start(stamps(&tower));
    trust(&shop, &server.url(), &tower);
    let made = shop.pack(wish).unwrap();
    assert_eq!(made["timestamped"], true);
    assert_eq!(shop.done("list_packs", json!({}))[0]["timestamped"], true);
    let report = check(&shop.out());
    assert_eq!(report.defects, []);
    assert!(report.anchored_until.is_some());

    let desk = tempfile::tempdir().unwrap();
    let bag = unpack(&shop.out(), desk.path());
    assert_eq!(follow(&bag), Ok(()));
    // The root that went along is the authority's own, and the tool says no to whatever is not its stamp on this pack.
    let root = tower.lock().unwrap().path().join("root.pem");
    let ask = |root: &str| {
        let parts = [
            "-data tagmanifest-sha256.txt",
            "-in tagmanifest-sha256.txt.tsr",
        ];
        shell(
            &bag,
            &format!("openssl ts -verify {} -CAfile '{root}'", parts.join(" ")),
        )
    };
    assert!(ask(root.to_str().unwrap()).0);
    let stranger = Authority::new(&EC);
    assert!(!ask(stranger.path().join("root.pem").to_str().unwrap()).0);
    let last = commands(&bag, "LINUX").pop().unwrap();
    for (name, from_end) in [
        ("tagmanifest-sha256.txt.tsr", 3),
        ("tagmanifest-sha256.txt", 9),
    ] {
        let path = bag.join(name);
        let whole = std::fs::read(&path).unwrap();
        let mut other = whole.clone();
        let at = other.len() - from_end;
        other[at] ^= 1;
        std::fs::write(&path, other).unwrap();
        assert!(!shell(&bag, &last).0, "{name}");
        std::fs::write(&path, whole).unwrap();
    }
    assert!(shell(&bag, &last).0);
}

#[test]
fn without_the_service_a_pack_says_so_and_the_wish_is_kept() {
    let tower = tower();
    let (shop, wish) = case();
    let (port, url) = Server::nobody();
    trust(&shop, &url, &tower);
    let made = shop.pack(wish.clone()).unwrap();
    assert_eq!(made["timestamped"], false);
    assert!(!is_stamped(&shop));
    let first = shop.desk.path().join("first.zip");
    std::fs::rename(shop.out(), &first).unwrap();
    let report = check(&first);
    assert_eq!((report.defects.len(), report.anchored_until), (0, None));
    // A stranger finds it as sound as any other, and nothing in it claims a time.
    let desk = tempfile::tempdir().unwrap();
    assert_eq!(follow(&unpack(&first, desk.path())), Ok(()));

    // The service is back; nobody does anything.
    let service = || shop.done("show_anchors", json!({}))["service"].clone();
    assert_eq!(
        service()["waiting"],
        true,
        "what left is to be stamped once it can be"
    );
    let _server = Server::at(port, stamps(&tower));
    let outside = Arc::clone(&shop.clock) as Arc<dyn Outside>;
    let duty = Duty::start_with(shop.folder.path(), Holder::Window, outside, |_| ()).unwrap();
    let begun = Instant::now();
    while service()["waiting"] == true {
        assert!(begun.elapsed() < Duration::from_secs(60), "{}", service());
        shop.clock.pass(Duration::from_secs(31));
        duty.look();
        std::thread::sleep(Duration::from_millis(10));
    }
    drop(duty);
    let page = shop.done("show_anchors", json!({}));
    assert_eq!(page["anchors"].as_array().unwrap().len(), 1);
    // The stamp that came late goes along with the next pack as its anchor.
    assert_eq!(shop.pack(wish).unwrap()["timestamped"], true);
    let report = check(&shop.out());
    assert_eq!((report.defects.len(), report.timestamps.len()), (0, 2));
    assert_eq!(check(&first).defects, []);
}

/// What a service can do wrong while a pack is made: the pack is whole, and claims no time.
#[test]
fn a_stamp_that_cannot_be_trusted_does_not_go_along() {
    let tower = tower();
    let somebody = self::tower();
    // A good stamp, on something else.
    let foreign = {
        let tower = tower.lock().unwrap();
        tower.keep("other.txt", b"something else");
        let ask = [
            "ts",
            "-query",
            "-data",
            "other.txt",
            "-sha256",
            "-cert",
            "-out",
            "other.tsq",
        ];
        tower.openssl(&ask);
        tower.answer(&std::fs::read(tower.path().join("other.tsq")).unwrap())
    };
    let broken = |answer: Answer, years: u64, what: &str| {
        let (shop, wish) = case();
        let server = Server::start(answer);
        trust(&shop, &server.url(), &tower);
        shop.clock.pass(Duration::from_secs(years * 366 * 86_400));
        let made = shop.pack(wish).unwrap();
        assert_eq!(made["timestamped"], false, "{what}");
        assert!(!is_stamped(&shop), "{what}");
        let report = check(&shop.out());
        assert_eq!(
            (report.defects.len(), report.anchored_until),
            (0, None),
            "{what}"
        );
        let desk = tempfile::tempdir().unwrap();
        assert_eq!(follow(&unpack(&shop.out(), desk.path())), Ok(()), "{what}");
    };
    broken(stamps(&tower), 11, "a certificate that has ended");
    broken(
        Box::new(|_| http("200 OK", b"<html>sign in</html>")),
        0,
        "garbage",
    );
    broken(
        Box::new(move |_| http("200 OK", &foreign)),
        0,
        "a stamp on something else",
    );
    broken(stamps(&somebody), 0, "somebody else's stamp");
    // It answers once, about the checkpoint, and is gone when it is asked about the pack.
    let (whole, asked) = (stamps(&tower), AtomicUsize::new(0));
    let once: Answer = Box::new(
        move |question| match asked.fetch_add(1, Ordering::Relaxed) {
            0 => whole(question),
            _ => Vec::new(),
        },
    );
    broken(once, 0, "a service that goes away");
}
