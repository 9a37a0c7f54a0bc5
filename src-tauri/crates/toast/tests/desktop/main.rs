//! Toasts on a real bus with a real notification service, and with everything that can be wrong with the two.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs,
    reason = "a test fails by panicking, measures time and writes files of its own"
)]

mod bus;
mod child;

use std::time::Duration;

use bus::{Bus, Notifications, USUAL, wait_until};
use child::{Result, Shower};
use serde_json::json;

/// `show` gives up by itself after three seconds; a bus would let it wait for twenty-five. Nothing here measures how fast
/// this machine is: between the two there is room for a busy one.
const PROMISED: Duration = Duration::from_secs(10);
const AT_ONCE: Duration = Duration::from_secs(2);

#[track_caller]
fn assert_shown(result: &Result) {
    assert_eq!(result.said["shown"]["buttons"], true, "{}", result.said);
    assert!(result.took < PROMISED, "{:?}", result.took);
}

#[track_caller]
fn assert_none(result: &Result, why: &str, within: Duration) {
    let said = result.said["none"].as_str().unwrap_or("shown");
    assert!(said.starts_with(why), "{why} expected: {}", result.said);
    assert!(result.took < within, "{:?}", result.took);
}

#[test]
fn what_is_shown_arrives_as_it_was_meant() {
    let bus = Bus::start();
    let service = Notifications::start(&bus, USUAL);
    let mut shower = Shower::start(Some(&bus.address));
    let body = format!("<b>开门</b> & \"收款\" {}", "字".repeat(500));
    let shown = shower.show_with(json!({
        "title": "<i>早</i> & 店", "body": body, "buttons": [["start", "现在 & 开始"], ["later", "10 min"]], "sound": true, "urgent": true
    }));
    assert_shown(&shown);
    assert_eq!(shown.said["shown"]["sound"], true);

    let [got] = service.received().try_into().unwrap();
    assert_eq!(got.app, "开张");
    assert_eq!(got.icon, "kaizhang");
    assert_eq!(got.replaces, 0);
    assert_eq!(got.title, "<i>早</i> & 店", "a title is never markup");
    assert_eq!(
        got.body,
        format!(
            "&lt;b&gt;开门&lt;/b&gt; &amp; \"收款\" {}",
            "字".repeat(500)
        )
    );
    assert_eq!(
        got.actions,
        [
            "default",
            "现在 & 开始",
            "start",
            "现在 & 开始",
            "later",
            "10 min"
        ]
    );
    assert_eq!(
        got.hints,
        [
            "desktop-entry <\"kaizhang-desktop\">",
            "sound-name <\"message-new-instant\">",
            "urgency <byte 0x02>"
        ]
    );
    assert_eq!(got.expires, 0);

    assert_shown(&shower.show("静", "x"));
    let quiet = service.received().pop().unwrap();
    assert_eq!(
        quiet.hints,
        [
            "desktop-entry <\"kaizhang-desktop\">",
            "suppress-sound <true>",
            "urgency <byte 0x01>"
        ]
    );
    assert_eq!(quiet.expires, -1);
}

#[test]
fn a_simple_service_gets_what_it_can_show() {
    let bus = Bus::start();
    let mut shower = Shower::start(Some(&bus.address));
    {
        let service = Notifications::start(&bus, "body");
        let shown = shower.show("题", "<b>A&B</b>");
        assert_eq!(
            shown.said["shown"],
            json!({ "buttons": false, "sound": false })
        );
        let [got] = service.received().try_into().unwrap();
        assert_eq!(
            got.body, "<b>A&B</b>",
            "nothing is escaped where nothing is markup"
        );
        assert_eq!(got.actions, [""; 0]);
    }
    let service = Notifications::start(&bus, "icon-static");
    shower.show("题", "文");
    let [got] = service.received().try_into().unwrap();
    assert_eq!((got.title.as_str(), got.body.as_str()), ("题 文", ""));
}

#[test]
fn clicks_come_back() {
    let bus = Bus::start();
    let service = Notifications::start(&bus, USUAL);
    let mut shower = Shower::start(Some(&bus.address));

    let toast = shower.show("一", "");
    service.press(99, "start");
    assert!(shower.is_silent(), "another program's toast");
    service.give_token(1, "令牌");
    service.press(1, "later");
    assert_eq!(
        shower.answer_of(&toast),
        json!({ "button": "later", "token": "令牌" })
    );
    service.close(1);
    assert!(shower.is_silent(), "one answer for one toast");

    let toast = shower.show("二", "");
    service.press(2, "default");
    assert_eq!(shower.answer_of(&toast), json!({ "clicked": null }));

    let toast = shower.show("三", "");
    service.close(3);
    assert_eq!(shower.answer_of(&toast), "closed");

    let toast = shower.show("四", "");
    shower.say(&json!("take down"));
    assert_eq!(shower.answer_of(&toast), "closed");
    assert_eq!(service.taken_down(), 1);
}

#[test]
fn nobody_else_can_answer_for_the_service() {
    let bus = Bus::start();
    let service = Notifications::start(&bus, USUAL);
    let mut shower = Shower::start(Some(&bus.address));
    let toast = shower.show("一", "");
    let stranger = bus.connect();
    let names = zbus::blocking::fdo::DBusProxy::new(&stranger)
        .unwrap()
        .list_names()
        .unwrap();
    for name in names.iter().filter(|name| name.starts_with(':')) {
        stranger
            .emit_signal(
                Some(name.as_str()),
                "/org/freedesktop/Notifications",
                "org.freedesktop.Notifications",
                "ActionInvoked",
                &(1_u32, "start"),
            )
            .unwrap();
    }
    assert!(shower.is_silent());
    service.press(1, "start");
    assert_eq!(shower.answer_of(&toast)["button"], "start");
}

#[test]
fn a_newer_toast_takes_the_place_of_the_older() {
    let bus = Bus::start();
    let service = Notifications::start(&bus, USUAL);
    let mut shower = Shower::start(Some(&bus.address));
    let first = shower.show("一", "");
    let second = shower.show("二", "");
    assert_eq!(shower.answer_of(&first), "replaced");
    let replaces: Vec<u32> = service
        .received()
        .iter()
        .map(|toast| toast.replaces)
        .collect();
    assert_eq!(replaces, [0, 1]);
    service.press(1, "start");
    assert_eq!(shower.answer_of(&second)["button"], "start");
    // What was answered is off the screen: nothing is left to replace.
    shower.show("三", "");
    assert_eq!(service.received()[2].replaces, 0);
}

#[test]
fn a_thousand_toasts_leave_no_thread_behind() {
    let bus = Bus::start();
    let service = Notifications::start(&bus, USUAL);
    let mut shower = Shower::start(Some(&bus.address));
    for _ in 0..20 {
        assert_shown(&shower.show("一", ""));
    }
    let early = shower.threads();
    for number in 20..1000 {
        let toast = shower.show("一", "");
        assert_shown(&toast);
        if number % 2 == 0 {
            service.press(1 + (number - 20) / 2, "start");
            assert_eq!(shower.answer_of(&toast)["button"], "start");
        }
    }
    assert_eq!(shower.threads(), early);
}

#[test]
fn without_a_service_it_is_said_at_once() {
    let bus = Bus::start();
    let mut shower = Shower::start(Some(&bus.address));
    assert_none(&shower.show("一", ""), "NoService", AT_ONCE);
    // One that is started later is found.
    let _service = Notifications::start(&bus, USUAL);
    assert_shown(&shower.show("二", ""));
}

#[test]
fn without_a_bus_it_is_said_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let dead = folder.path().join("bus");
    drop(std::os::unix::net::UnixListener::bind(&dead).unwrap());
    let dead = format!("unix:path={}", dead.display());
    for address in [
        None,
        Some(dead.as_str()),
        Some("unix:path=/nowhere"),
        Some("gibberish"),
        Some(""),
    ] {
        let mut shower = Shower::start(address);
        for _ in 0..3 {
            assert_none(&shower.show("一", ""), "NoBus", AT_ONCE);
        }
    }
}

#[test]
fn a_stopped_service_freezes_nobody_and_still_gets_the_toast() {
    let bus = Bus::start();
    let service = Notifications::start(&bus, USUAL);
    let mut shower = Shower::start(Some(&bus.address));
    shower.show("零", "");
    let threads = shower.threads();

    service.process.signal("STOP");
    let toast = shower.show("一", "");
    assert_none(&toast, "Slow", PROMISED);
    assert!(toast.took >= kaizhang_toast::PATIENCE);
    for _ in 0..5 {
        assert_none(&shower.show("二", ""), "Busy", AT_ONCE);
    }
    assert_eq!(shower.threads(), threads);

    service.process.signal("CONT");
    wait_until("the toast is there", Duration::from_secs(5), || {
        service.received().len() == 2
    });
    assert_eq!(service.received()[1].title, "一");
    // The first is still on the screen of this service, so the late one took its place.
    service.press(1, "start");
    assert_eq!(shower.answer_of(&toast)["button"], "start");
    assert_shown(&shower.show("三", ""));
}

#[test]
fn a_service_that_never_starts_freezes_nobody() {
    // Never comes to the bus, and ends when this process does.
    let bus = Bus::that_starts(&format!(
        "/usr/bin/tail --pid={} -f /dev/null",
        std::process::id()
    ));
    let mut shower = Shower::start(Some(&bus.address));
    assert_none(&shower.show("一", ""), "Slow", PROMISED);
    assert_none(&shower.show("二", ""), "Busy", AT_ONCE);
}

#[test]
fn a_service_that_the_bus_starts_gets_the_toast() {
    let bus = Bus::that_starts(&format!(
        "{} -m dbusmock --session --template notification_daemon --parameters '{{\"capabilities\": \"body actions\"}}'",
        bus::PYTHON
    ));
    let mut shower = Shower::start(Some(&bus.address));
    // Python may need longer for its start than a caller waits; then the toast comes late.
    let toast = shower.show("一", "");
    assert!(
        ["NoService", "NoBus", "Refused"]
            .iter()
            .all(|no| !toast.said.to_string().contains(no)),
        "{}",
        toast.said
    );
    wait_until(
        "the service takes toasts again",
        Duration::from_secs(20),
        || shower.show("二", "").said.get("shown").is_some(),
    );
}

#[test]
fn a_stopped_bus_freezes_nobody() {
    let bus = Bus::start();
    let _service = Notifications::start(&bus, USUAL);
    bus.signal("STOP");
    let mut shower = Shower::start(Some(&bus.address));
    assert_none(&shower.show("一", ""), "Slow", PROMISED);
    assert_none(&shower.show("二", ""), "Busy", AT_ONCE);
    bus.signal("CONT");
    wait_until("toasts are shown again", Duration::from_secs(10), || {
        shower.show("三", "").said.get("shown").is_some()
    });
}

#[test]
fn a_service_may_be_started_anew() {
    let bus = Bus::start();
    let service = Notifications::start(&bus, USUAL);
    let mut shower = Shower::start(Some(&bus.address));
    let first = shower.show("一", "");
    drop(service);
    assert_eq!(shower.answer_of(&first), "closed");
    assert_none(&shower.show("二", ""), "NoService", AT_ONCE);

    let service = Notifications::start(&bus, USUAL);
    let third = shower.show("三", "");
    assert_shown(&third);
    assert_eq!(
        service.received()[0].replaces,
        0,
        "the number belonged to another service"
    );
    service.press(1, "start");
    assert_eq!(shower.answer_of(&third)["button"], "start");
}

#[test]
fn a_bus_may_be_started_anew() {
    let mut bus = Bus::start();
    let service = Notifications::start(&bus, USUAL);
    let mut shower = Shower::start(Some(&bus.address));
    let first = shower.show("一", "");
    let threads = shower.threads();
    drop(service);
    bus.end();
    assert_eq!(shower.answer_of(&first), "closed");
    assert_none(&shower.show("二", ""), "NoBus", AT_ONCE);

    bus.begin();
    let _service = Notifications::start(&bus, USUAL);
    assert_shown(&shower.show("三", ""));
    assert_eq!(shower.threads(), threads);
}
