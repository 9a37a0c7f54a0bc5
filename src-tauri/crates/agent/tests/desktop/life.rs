//! From start to end: one agent for a folder, autostart, upgrades, the end of the session.

use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use serde_json::json;

use crate::bus::{Bus, PYTHON, wait_until};
use crate::shop::{SOON, Shop};

#[test]
fn an_agent_makes_the_folder_it_needs() {
    let shop = Shop::in_places("新", "x");
    let mut agent = shop.start(None);
    wait_until("the agent is at work", SOON, || {
        shop.log().contains("version")
    });
    agent.end();
    let mode = std::fs::metadata(&shop.folder).unwrap().mode();
    assert_eq!(mode & 0o777, 0o700);
    assert_eq!(shop.call("show_shop", json!({}))["by_default"], true);
}

#[test]
fn one_agent_for_a_folder() {
    let shop = Shop::new();
    let mut first = shop.agent(None);
    let mut second = shop.start(None);
    assert!(second.ended(SOON).success());
    assert!(first.runs());
    // Whatever ends the first, the next takes over.
    first.signal("KILL");
    first.ended(SOON);
    let mut third = shop.agent(None);
    // Another folder has an agent of its own.
    let other = Shop::new();
    let mut fourth = other.agent(None);
    assert!(third.runs());
    third.end();
    fourth.end();
}

#[test]
fn every_wish_to_end_is_followed() {
    for signal in ["TERM", "HUP", "INT"] {
        let shop = Shop::new();
        let mut agent = shop.agent(None);
        agent.signal(signal);
        assert!(agent.ended(SOON).success(), "{signal}");
        assert!(!shop.is_watched());
    }
}

#[test]
fn nothing_is_taken_from_the_person_without_a_yes() {
    let shop = Shop::new();
    let _agent = shop.agent(None);
    std::thread::sleep(Duration::from_secs(3));
    assert!(shop.autostart_entries().is_empty());
}

#[test]
fn autostart_comes_with_a_yes_and_goes_with_a_no() {
    // Every sign that means something to the desktop, to a shell or to the specification. GLib finds no program in whose
    // path there is a sign of percent.
    let shop = Shop::in_places("店 a'b\"c`d$e%f\\g;h&i", "程序 a'b\"c`d$e\\g;h&i").begun();
    let mut agent = shop.agent(None);
    shop.call("keep_this_pc", json!({ "agent": true }));
    wait_until("the entry is there", SOON, || {
        shop.autostart_entries().len() == 1
    });
    let entry = shop.autostart_entries().remove(0);

    agent.end();
    assert!(!shop.is_watched());
    launch(&shop, &entry);
    wait_until("the entry starts the agent", SOON, || shop.is_watched());

    shop.call("keep_this_pc", json!({ "agent": false }));
    wait_until("the entry is gone", SOON, || {
        shop.autostart_entries().is_empty()
    });
    wait_until("the agent has ended", SOON, || !shop.is_watched());
    // An agent that is started against the owner's wish goes at once.
    assert!(shop.start(None).ended(SOON).success());
}

/// Has GLib, which stands behind most desktops, read the entry and start it as at login.
fn launch(shop: &Shop, entry: &Path) {
    let script = "import sys\nfrom gi.repository import Gio\n\
                  entry = Gio.DesktopAppInfo.new_from_filename(sys.argv[1])\n\
                  assert entry and entry.launch([], None)";
    // Files, since the agent that is started keeps them open.
    let said = shop.home.join("launched");
    let status = shop
        .command(Path::new(PYTHON), None)
        .args(["-c", script])
        .arg(entry)
        .stdout(std::process::Stdio::null())
        .stderr(std::fs::File::create(&said).unwrap())
        .status()
        .unwrap();
    assert!(
        status.success(),
        "{}",
        std::fs::read_to_string(said).unwrap()
    );
    let validated = Command::new("desktop-file-validate").arg(entry).output();
    // Only where it is installed; GLib has read the file already.
    if let Ok(validated) = validated {
        assert!(
            validated.status.success(),
            "{}",
            String::from_utf8_lossy(&validated.stdout)
        );
    }
}

#[test]
fn what_was_switched_off_in_the_desktops_settings_stays_off() {
    let shop = Shop::new();
    shop.call("keep_this_pc", json!({ "agent": true }));
    let mut agent = shop.agent(None);
    wait_until("the entry is there", SOON, || {
        shop.autostart_entries().len() == 1
    });
    agent.end();
    let entry = shop.autostart_entries().remove(0);
    let text = std::fs::read_to_string(&entry).unwrap();
    let off = text.replace(
        "X-GNOME-Autostart-enabled=true",
        "X-GNOME-Autostart-enabled=false",
    );
    std::fs::write(&entry, &off).unwrap();
    let _agent = shop.agent(None);
    std::thread::sleep(Duration::from_secs(3));
    assert_eq!(std::fs::read_to_string(&entry).unwrap(), off);
}

#[test]
fn an_upgrade_is_taken_up_without_a_gap() {
    let shop = Shop::new();
    let mut agent = shop.agent(None);
    let running = |pid: u32| std::fs::metadata(format!("/proc/{pid}/exe")).unwrap().ino();
    let before = running(agent.pid());

    // What does not run is not taken up.
    shop.install_script("kaizhang-agent", "exit 1");
    std::thread::sleep(Duration::from_secs(8));
    assert_eq!(running(agent.pid()), before);

    shop.install(
        "kaizhang-agent",
        Path::new(env!("CARGO_BIN_EXE_kaizhang-agent")),
    );
    let new = std::fs::metadata(shop.program()).unwrap().ino();
    wait_until("the new program runs", Duration::from_secs(12), || {
        running(agent.pid()) == new
    });
    wait_until("it is on duty", SOON, || shop.is_watched());
    assert!(shop.start(None).ended(SOON).success(), "its seat is taken");
    agent.end();
}

#[test]
fn windows_leave_no_trace_and_outlive_the_agent() {
    let bus = Bus::start();
    let service = crate::bus::Notifications::start(&bus, crate::bus::USUAL);
    let shop = Shop::new();
    shop.call("keep_this_pc", json!({ "raise": true }));
    let mut agent = shop.agent(Some(&bus.address));
    shop.call("try_reminder", json!({}));
    wait_until("the window has come", SOON, || !shop.windows().is_empty());
    let pid = shop.windows()[4].replace("pid ", "");
    let state = move || std::fs::read_to_string(format!("/proc/{pid}/stat")).ok();
    assert!(state().is_some());
    wait_until("the window that ended is forgotten", SOON, || {
        state().is_none()
    });

    // One that stays.
    let script = format!("echo $$ >\"{}/stays\"\nexec sleep 60", shop.home.display());
    shop.install_script("kaizhang-desktop", &script);
    shop.call("try_reminder", json!({}));
    let stays = shop.home.join("stays");
    let pid = || {
        std::fs::read_to_string(&stays)
            .ok()
            .and_then(|pid| pid.trim().parse::<u32>().ok())
    };
    wait_until("the second window has come", SOON, || pid().is_some());
    agent.end();
    let pid = pid().unwrap();
    assert!(Path::new(&format!("/proc/{pid}")).exists());
    assert!(
        Command::new("kill")
            .arg(pid.to_string())
            .status()
            .unwrap()
            .success()
    );
    drop(service);
}

#[test]
fn the_end_of_the_session_is_the_end_of_the_agent() {
    let mut bus = Bus::start();
    let shop = Shop::new();
    let mut agent = shop.agent(Some(&bus.address));
    // The tray's connection and the one that watches the session.
    wait_until("the agent is on the bus", SOON, || {
        bus.connections_of(agent.pid()) == 2
    });
    bus.end();
    assert!(agent.ended(SOON).success());
    assert!(!shop.is_watched());
}

#[test]
fn a_stopped_bus_freezes_nothing() {
    let bus = Bus::start();
    bus.signal("STOP");
    let shop = Shop::with_a_check_due(Shop::one_till());
    let mut agent = shop.agent(Some(&bus.address));
    wait_until("the window reminds", SOON, || !shop.windows().is_empty());
    agent.end();
}

#[test]
fn what_is_wrong_is_said_in_both_languages_and_by_the_code() {
    let shop = Shop::new();
    let run = |words: &[&str]| {
        shop.command(&shop.program(), None)
            .args(words)
            .output()
            .unwrap()
    };
    let wrong = run(&["--colour"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("--colour is not known"));
    let help = run(&["--help"]);
    assert_eq!(help.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&help.stdout).contains("--write-units DIR"));
    let nowhere = run(&["--data", "/proc/nowhere"]);
    assert_eq!(nowhere.status.code(), Some(3));
    assert!(!nowhere.stderr.is_empty());
    std::fs::write(shop.home.join("file"), "").unwrap();
    let file = run(&["--data", shop.home.join("file").to_str().unwrap()]);
    assert_eq!(file.status.code(), Some(3));
}
