//! Reminders, and the window that they bring.

use std::time::Duration;

use serde_json::json;

use crate::bus::{Bus, Notifications, USUAL, wait_until};
use crate::shop::{SECRET, SOON, Shop};

#[test]
fn a_reminder_arrives_and_a_click_starts_the_window() {
    let bus = Bus::start();
    let service = Notifications::start(&bus, USUAL);
    let shop = Shop::with_a_check_due(Shop::one_till());
    let _agent = shop.agent(Some(&bus.address));
    wait_until("the reminder is there", SOON, || {
        service.received().len() == 1
    });
    let [toast] = service.received().try_into().unwrap();
    assert_eq!(toast.title, "该做开店前检查了");
    assert!(toast.body.starts_with("还有 "), "{}", toast.body);
    assert!(
        toast.body.contains(" 分钟开门。\n本该 "),
        "it comes late, and says so: {}",
        toast.body
    );
    assert_eq!(
        toast.actions,
        [
            "default",
            "现在开始",
            "start",
            "现在开始",
            "later",
            "10 分钟后提醒"
        ]
    );
    assert!(shop.windows().is_empty(), "nobody asked for the window");

    service.give_token(1, "令牌");
    service.press(1, "start");
    wait_until("the window is there", SOON, || shop.windows().len() == 5);
    let folder = shop.folder.display().to_string();
    assert_eq!(
        shop.windows()[..4],
        ["--data", &folder, "--today", "token 令牌"]
    );

    // A click on a new toast, without a token: the one that the agent was started with is not used again.
    shop.call("try_reminder", json!({}));
    wait_until("the try is there", SOON, || service.received().len() == 2);
    let toast = &service.received()[1];
    assert_eq!(toast.title, "试一试：提醒收到了");
    assert_eq!(toast.actions, ["default", "打开看看", "start", "打开看看"]);
    service.press(2, "default");
    wait_until("the second window is there", SOON, || {
        shop.windows().len() == 10
    });
    assert_eq!(shop.windows()[8], "token ");
    assert!(!shop.log().contains(SECRET));
}

#[test]
fn later_means_later_and_done_means_done() {
    let bus = Bus::start();
    let service = Notifications::start(&bus, USUAL);
    let shop = Shop::with_a_check_due(
        json!([{ "id": "till-1", "name": "" }, { "id": "till-2", "name": "外卖 <b>" }]),
    );
    let _agent = shop.agent(Some(&bus.address));
    wait_until("the reminder is there", SOON, || {
        service.received().len() == 1
    });
    let body = &service.received()[0].body;
    assert!(
        body.contains("还没查完的：1 号台和外卖 &lt;b&gt;。"),
        "{body}"
    );

    service.press(1, "later");
    wait_until("it is put off", SOON, || {
        shop.call("show_today", json!({}))["reminder"]["put_off_until"].is_string()
    });

    // Closed from the window or the prompt: a toast that is on the screen goes.
    shop.call("try_reminder", json!({}));
    wait_until("the try is there", SOON, || service.received().len() == 2);
    shop.call("plan_days", json!({ "plan": "closed" }));
    std::thread::sleep(Duration::from_secs(3));
    assert_eq!(
        service.taken_down(),
        0,
        "a try is nothing that can become untrue"
    );
}

#[test]
fn a_toast_goes_when_it_is_not_true_any_more() {
    let bus = Bus::start();
    let service = Notifications::start(&bus, USUAL);
    let shop = Shop::with_a_check_due(Shop::one_till());
    let _agent = shop.agent(Some(&bus.address));
    wait_until("the reminder is there", SOON, || {
        service.received().len() == 1
    });
    shop.call("plan_days", json!({ "plan": "closed" }));
    wait_until("the toast is gone", SOON, || service.taken_down() == 1);
}

#[test]
fn the_window_comes_by_itself_where_the_owner_wants_it() {
    let bus = Bus::start();
    let service = Notifications::start(&bus, USUAL);
    let shop = Shop::new();
    shop.call("keep_this_pc", json!({ "raise": true, "sound": false }));
    let _agent = shop.agent(Some(&bus.address));
    shop.call("try_reminder", json!({}));
    wait_until("the window is there", SOON, || !shop.windows().is_empty());
    let toast = &service.received()[0];
    assert!(
        toast.hints.contains(&"suppress-sound <true>".to_owned()),
        "{:?}",
        toast.hints
    );
}

#[test]
fn without_toasts_the_window_reminds() {
    let bus = Bus::start();
    // No service on this bus; then no bus at all.
    for address in [Some(bus.address.as_str()), None] {
        let shop = Shop::with_a_check_due(Shop::one_till());
        let mut agent = shop.agent(address);
        wait_until("the window is there", SOON, || !shop.windows().is_empty());
        assert!(shop.is_watched());
        agent.end();
        assert!(!shop.is_watched());
    }
}

#[test]
fn a_service_that_hangs_keeps_nobody_from_anything() {
    let bus = Bus::start();
    let service = Notifications::start(&bus, USUAL);
    service.process.signal("STOP");
    let shop = Shop::with_a_check_due(Shop::one_till());
    let mut agent = shop.agent(Some(&bus.address));
    wait_until("the window is there", SOON, || !shop.windows().is_empty());
    assert!(shop.is_watched());
    // In the middle of waiting for the service again.
    shop.call("try_reminder", json!({}));
    std::thread::sleep(Duration::from_millis(2500));
    agent.end();
    assert!(!shop.is_watched());
}

#[test]
fn a_window_that_is_not_installed_is_spoken_of() {
    let bus = Bus::start();
    let service = Notifications::start(&bus, USUAL);
    let shop = Shop::new();
    std::fs::remove_file(shop.programs.join("kaizhang-desktop")).unwrap();
    let _agent = shop.agent(Some(&bus.address));
    shop.call("try_reminder", json!({}));
    wait_until("the try is there", SOON, || service.received().len() == 1);
    service.press(1, "start");
    wait_until("it is said", SOON, || service.received().len() == 2);
    assert_eq!(service.received()[1].title, "开张的窗口没打开");
    assert!(shop.log().contains("the window's program is missing"));
}
