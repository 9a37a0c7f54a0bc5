//! The tray, as somebody sees and uses it who has one.

use serde_json::json;

use crate::bus::{Bus, wait_until};
use crate::shop::{SOON, Shop};
use crate::watcher::Watcher;

#[test]
fn the_tray_tells_the_day_and_takes_wishes() {
    let bus = Bus::start();
    let watcher = Watcher::start(&bus);
    let shop = Shop::with_a_check_due(Shop::one_till());
    let mut agent = shop.agent(Some(&bus.address));
    let item = watcher.item();
    wait_until("the tray knows the day", SOON, || {
        item.labels()[0] == "今天还没查"
    });
    assert!(item.menu()[0].label.starts_with("今天") && !item.menu()[0].enabled);
    wait_until("the reminder stands", SOON, || {
        item.labels().contains(&"10 分钟后再提醒".to_owned())
    });
    assert_eq!(
        item.labels()[2..],
        [
            "",
            "打开开张",
            "10 分钟后再提醒",
            "今天不开门",
            "",
            "退出，下次登录再来"
        ]
    );
    assert!(item.labels()[1].starts_with("下次提醒："));
    let sides: Vec<i32> = item.pictures().iter().map(|(width, _, _)| *width).collect();
    assert_eq!(sides, [16, 22, 32, 48]);
    let open = item.pictures();

    let windows = shop.windows().len();
    item.click();
    wait_until("a click brings the window", SOON, || {
        shop.windows().len() == windows + 5
    });
    item.choose_until("打开开张", || shop.windows().len() >= windows + 10);

    item.choose_until("10 分钟后再提醒", || {
        shop.call("show_today", json!({}))["reminder"]["put_off_until"].is_string()
    });
    item.choose_until("今天不开门", || item.labels()[0] == "今天休息");
    assert_eq!(shop.call("show_today", json!({}))["state"], "closed");
    assert_ne!(item.pictures(), open);
    item.choose_until("今天还是开门", || item.labels()[0] == "今天还没查");
    assert_eq!(item.pictures(), open);

    shop.call(
        "mark_item",
        json!({ "item": "network-internet", "result": "pass" }),
    );
    wait_until("work has begun", SOON, || {
        item.labels()[0].starts_with("还差 ")
    });
    assert!(!item.labels().contains(&"今天不开门".to_owned()));

    item.choose("退出，下次登录再来");
    assert!(agent.ended(SOON).success());
}

#[test]
fn a_tray_that_appears_later_is_used() {
    let bus = Bus::start();
    let shop = Shop::new();
    let _agent = shop.agent(Some(&bus.address));
    let watcher = Watcher::start(&bus);
    let first = watcher.item();
    assert_eq!(first.status(), "Active");
    // The panel is started anew.
    drop(watcher);
    let watcher = Watcher::start(&bus);
    assert_eq!(watcher.item().status(), "Active");
}

#[test]
fn a_tray_that_hangs_holds_up_nothing() {
    let bus = Bus::start();
    let watcher = Watcher::start(&bus);
    watcher.process.signal("STOP");
    let shop = Shop::with_a_check_due(Shop::one_till());
    let mut agent = shop.agent(Some(&bus.address));
    wait_until("the window reminds", SOON, || !shop.windows().is_empty());
    agent.end();
    assert!(!shop.is_watched());
}

#[test]
fn several_tills_have_a_line_each_in_the_language_of_the_window() {
    let bus = Bus::start();
    let watcher = Watcher::start(&bus);
    let shop = Shop::with_a_check_due(
        json!([{ "id": "till-1", "name": "" }, { "id": "till-2", "name": "a_b" }]),
    );
    shop.call("keep_place", json!({ "place": { "language": "en" } }));
    let _agent = shop.agent(Some(&bus.address));
    let item = watcher.item();
    wait_until("the tray knows the day", SOON, || {
        item.labels()[..2]
            == [
                "Till 1: Not checked yet today",
                "a__b: Not checked yet today",
            ]
    });
}
