//! `pack` and `verify`: the evidence goes out, and comes back to somebody who has nothing but the pack.

use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use kaizhang_it::stock::{commands, follow, shell, unpack};
use serde_json::json;

use crate::{PNG, Place, finish, program};

/// `verify` with no data folder anywhere: whoever got a pack has none.
fn verify(place: &Place, args: &[&str]) -> crate::Run {
    let nowhere = place.around.path().join("nowhere");
    let mut command = Command::new(program());
    command
        .arg("verify")
        .args(args)
        .env("LC_ALL", "C.UTF-8")
        .env("KAIZHANG_DATA", &nowhere)
        .env_remove("KAIZHANG_LANG");
    let run = finish(&mut command, b"");
    assert!(!nowhere.exists(), "a check made a data folder");
    run
}

fn packed(place: &Place) -> (String, serde_json::Value) {
    let photo = place.file("slip.png", PNG);
    let opened = place.done(&[
        "incident",
        "open",
        "--symptom",
        "network",
        "--attach",
        &photo,
    ]);
    let out = place.around.path().join("pack.zip");
    let out = out.to_str().unwrap().to_owned();
    let id = opened["id"].as_str().unwrap();
    let made = place.done(&["pack", "incident", id, "--out", &out]);
    assert_eq!(made["path"], json!(out));
    (out, made)
}

#[test]
fn a_pack_is_made_and_checked() {
    let place = Place::new();
    let (out, made) = packed(&place);
    let key = made["signed_by"].as_str().unwrap();
    for args in [vec![out.as_str()], vec![&out, "--key", key]] {
        let run = verify(&place, &[&args[..], &["--json"]].concat());
        assert_eq!(run.code, 0, "{run:?}");
        let report = run.json();
        assert_eq!(report["ok"], true);
        assert_eq!(report["defects"], json!([]));
        assert_eq!(report["entries"], made["entries"]);
        assert_eq!(report["signed_by"], json!(key));
        assert_eq!(report["anchored_until"], json!(null));
    }
    let told = verify(&place, &[&out, "--lang", "zh-CN"]);
    assert!(
        told.out.contains("完好") && told.out.contains(key),
        "{told:?}"
    );
    assert_eq!(told.code, 0);

    // A range, a case that is not there, a way without words.
    let out = place.around.path().join("range.zip");
    let out = out.to_str().unwrap();
    let day = place.done(&["today"])["day"].as_str().unwrap().to_owned();
    place.done(&["pack", "range", &day, &day, "--out", out]);
    assert_eq!(verify(&place, &[out]).code, 0);
    let next = place.around.path().join("next.zip");
    let out = next.to_str().unwrap();
    place.refused(
        &["pack", "dispute", "9", "--out", out],
        1,
        "dispute_unknown",
    );
    place.refused(
        &["pack", "range", &day, "2020-01-01", "--out", out],
        1,
        "pack_days_reversed",
    );
    let files = place.around.path().join("files");
    let files = files.to_str().unwrap();
    let upload = [
        "pack",
        "incident",
        "1",
        "--profile",
        "wechat",
        "--out",
        files,
    ];
    let told = place.run(&upload);
    assert_eq!(told.code, 0, "{told:?}");
    assert!(told.out.contains(files));
    assert!(
        std::path::Path::new(files)
            .join("00-what-was-done.txt")
            .is_file()
    );
    place.refused(&upload, 1, "pack_in_the_way");
    // One answer is enough here, and how many it takes is told.
    let again = format!("{files}-again");
    let mut upload = upload;
    upload[6] = &again;
    let made = place.run(&[&upload[..], &["--json"]].concat()).json();
    assert_eq!(made["sets"], 1);
    assert_eq!(made["list"], "00-what-was-done.txt");
    place.refused(
        &[
            "pack",
            "range",
            &day,
            &day,
            "--profile",
            "visa",
            "--out",
            out,
        ],
        1,
        "pack_profile_unknown",
    );
    assert_eq!(place.run(&["pack", "incident", "1"]).code, 2);
    assert_eq!(place.run(&["pack"]).code, 2);
}

#[test]
fn a_defect_ends_with_one_and_what_is_no_pack_with_two() {
    let place = Place::new();
    let (out, _) = packed(&place);
    let other_key = verify(&place, &[&out, "--key", "SHA256:somebody", "--json"]);
    assert_eq!(other_key.code, 1);
    assert_eq!(other_key.json()["defects"][0]["kind"], "unknown_key");

    let mut bytes = fs::read(&out).unwrap();
    let photo = bytes.windows(PNG.len()).position(|window| window == PNG);
    bytes[photo.unwrap() + 9] ^= 1;
    let bad = place.file("bad.zip", &bytes);
    let run = verify(&place, &[&bad, "--json"]);
    assert_eq!(run.code, 1);
    let report = run.json();
    assert_eq!(report["ok"], false);
    let defect = &report["defects"][0];
    assert_eq!(defect["kind"], "altered");
    assert!(
        defect["path"]
            .as_str()
            .unwrap()
            .starts_with("data/attachments/0001-")
    );
    let said = verify(&place, &[&bad]).out;
    assert!(
        said.contains("Altered") && said.contains("it is not what the zip says of it"),
        "{said}"
    );
    let said = place.run(&["--lang", "zh-CN", "verify", &bad]).out;
    assert!(
        said.contains("改过") && said.contains("和压缩包里登记的不一样"),
        "{said}"
    );
    assert!(!said.contains("zip says"), "{said}");
    assert_eq!(defect["why"], "not_as_the_zip_says");

    let noise = place.file("noise.zip", b"not a pack");
    for args in [vec![noise.as_str()], vec!["/nowhere/pack.zip"], vec![]] {
        let run = verify(&place, &[&args[..], &["--json"]].concat());
        assert_eq!(run.code, 2, "{run:?}");
        assert_eq!(run.out, "");
    }
    let run = verify(&place, &[&noise, "--json"]);
    assert_eq!(run.refusal()["code"], "not_a_pack");
}

#[test]
fn another_programs_bag_is_said_to_be_that() {
    let place = Place::new();
    let bag = place.around.path().join("bag");
    fs::create_dir_all(bag.join("data")).unwrap();
    let hash = "87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7";
    let declared = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    fs::write(bag.join("bagit.txt"), declared).unwrap();
    fs::write(
        bag.join("manifest-sha256.txt"),
        format!("{hash}  data/a.txt\n"),
    )
    .unwrap();
    fs::write(bag.join("data/a.txt"), "a\n").unwrap();
    let bag = bag.to_str().unwrap();
    let run = verify(&place, &[bag]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.out.contains("another program’s BagIt bag"), "{run:?}");
    assert!(run.out.contains("1 file") && run.out.contains("nobody signed it"));
    // Nothing of ours is in it, so nothing of ours is counted.
    assert!(!run.out.contains("entries"), "{run:?}");
    fs::write(std::path::Path::new(bag).join("data/a.txt"), "b\n").unwrap();
    let run = place.run(&["--lang", "zh-CN", "verify", bag]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.out.contains("别的程序做的 BagIt 包"), "{run:?}");
    assert!(run.out.contains("改过"), "{run:?}");
}

#[test]
fn a_stranger_follows_verify_txt_to_its_last_line() {
    let place = Place::new();
    packed(&place);
    // The name that a pack has by itself: VERIFY.txt speaks of it.
    let folder = place.around.path().join("给 银行");
    fs::create_dir(&folder).unwrap();
    let first = unpack(&place.around.path().join("pack.zip"), &folder);
    let called = first.file_name().unwrap().to_str().unwrap();
    let out = folder.join(format!("{called}.zip"));
    let out = out.to_str().unwrap();
    place.done(&["pack", "incident", "1", "--out", out]);
    let bag = unpack(out.as_ref(), &folder);
    assert_eq!(follow(&bag), Ok(()));
    let others = commands(&bag, "其他工具 / OTHER TOOLS");
    let line = others.last().unwrap();
    assert!(line.starts_with("kaizhang verify "), "{others:#?}");
    let path = program().parent().unwrap().to_str().unwrap();
    let run = || {
        shell(
            &folder,
            &format!("PATH='{path}':$PATH; unset KAIZHANG_DATA; {line}"),
        )
    };
    let (good, said) = run();
    assert!(good, "{said}");
    let mut bytes = fs::read(out).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(out, bytes).unwrap();
    assert!(!run().0, "one byte was another");
}

#[test]
fn what_cannot_leave_is_named_and_nothing_is_left() {
    let place = Place::new();
    packed(&place);
    let folder = place.around.path().join("给 银行");
    fs::create_dir(&folder).unwrap();
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    // What is there stays as it is.
    fs::write(folder.join("mine.zip"), b"mine").unwrap();
    let pack = |out: &str| ["pack", "incident", "1", "--out", out].map(str::to_owned);
    let refused = |out: &str, code: &str| {
        let args = pack(out);
        place.refused(&args.each_ref().map(String::as_str), 1, code)
    };
    refused(&at("mine.zip"), "pack_in_the_way");
    assert_eq!(fs::read(folder.join("mine.zip")).unwrap(), b"mine");
    refused(&at("gone/pack.zip"), "pack_not_written");
    refused(&at("mine.zip/pack.zip"), "pack_not_written");
    refused(folder.to_str().unwrap(), "pack_not_written");
    // A file of the case is gone: which one, by the name that the shop knows.
    let shown = place.done(&["incident", "show", "1"]);
    let sha = shown["attachments"][0]["sha256"].as_str().unwrap();
    fs::remove_file(place.data().join("blobs").join(&sha[..2]).join(sha)).unwrap();
    let told = refused(&at("pack.zip"), "attachment_damaged");
    assert_eq!(
        (&told["name"], &told["what"]),
        (&json!("slip.png"), &json!("missing"))
    );
    let left = fs::read_dir(&folder).unwrap().count();
    assert_eq!(left, 1, "nothing but what was there");
    assert_eq!(
        place
            .done(&["call", "list_packs", "{}"])
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

/// Whether the process has begun its long work, which is done on a thread of this name.
fn is_packing(id: u32) -> bool {
    let threads = fs::read_dir(format!("/proc/{id}/task"));
    threads.into_iter().flatten().flatten().any(|thread| {
        let name = fs::read_to_string(thread.path().join("comm"));
        name.is_ok_and(|name| name.trim() == "kaizhang-work")
    })
}

#[test]
fn whoever_presses_ctrl_c_finds_nothing_half_made() {
    let place = Place::new();
    packed(&place);
    let folder = place.around.path().join("papers");
    fs::create_dir(&folder).unwrap();
    let out = folder.join("stopped.zip");
    for signal in ["INT", "TERM"] {
        let mut command = place.command(&["pack", "incident", "1", "--out", out.to_str().unwrap()]);
        let child = command
            .arg("--json")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let until = Instant::now() + Duration::from_secs(60);
        while !is_packing(child.id()) {
            assert!(Instant::now() < until, "it never began");
            thread::sleep(Duration::from_millis(1));
        }
        let told = Command::new("kill")
            .args(["-s", signal, &child.id().to_string()])
            .status();
        assert!(told.unwrap().success());
        let ended = child.wait_with_output().unwrap();
        assert_eq!(ended.status.code(), Some(1), "{ended:?}");
        let refusal: serde_json::Value = serde_json::from_slice(&ended.stderr).unwrap();
        assert_eq!(refusal["code"], "work_stopped");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
    }
    let packs = place.done(&["call", "list_packs", "{}"]);
    assert_eq!(packs.as_array().unwrap().len(), 1, "the one before");
}
