//! The built `kaizhang` with its reports, on a folder for papers that is full, read-only, or where it is killed: only
//! that folder fails, the records are on a sound disk.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use kaizhang_faults::program::{Ending, Fault, Place, Refusal};
use kaizhang_faults::sweep::steps;
use kaizhang_faults::trial::{Failure, Outcome, scratch};
use serde_json::Value;
use tempfile::TempDir;

use crate::built::program;
use crate::packs::{is_temporary, on};

/// What the prompt ends with when it refuses.
const REFUSED: i32 = 1;

/// Records with an incident, a photo and a slip.
struct Shop {
    around: TempDir,
}

impl Shop {
    fn new() -> Shop {
        let shop = Shop {
            around: scratch().unwrap(),
        };
        let photo = shop.around.path().join("小票.jpg");
        let sample = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../src-tauri/crates/picture/samples/progressive.jpg"
        );
        fs::copy(sample, &photo).unwrap();
        let photo = photo.to_str().unwrap();
        shop.done(&[
            "incident",
            "open",
            "--symptom",
            "network",
            "--attach",
            photo,
        ]);
        shop.done(&["receipt", "add", "--amount", "12.50", "--attach", photo]);
        shop
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(program());
        command
            .args(["--json", "--data"])
            .arg(self.around.path().join("data"))
            .args(args)
            .env("LC_ALL", "C.UTF-8")
            .env_remove("KAIZHANG_LANG")
            .env_remove("KAIZHANG_DATA")
            .stdin(Stdio::null());
        command
    }

    fn done(&self, args: &[&str]) -> Value {
        let out = self.command(args).output().unwrap();
        assert!(out.status.success(), "{args:?}: {out:?}");
        serde_json::from_slice(&out.stdout).unwrap()
    }

    /// How many packs the ledger says were made.
    fn packs(&self) -> usize {
        let listed = self.done(&["call", "list_packs", "{}"]);
        listed.as_array().unwrap().len()
    }

    /// Whether another program takes a file for what its name says.
    fn is_whole(&self, path: &Path) -> bool {
        let ending = path
            .extension()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let mut command = match ending.as_str() {
            "zip" => self.command(&["verify"]),
            "pdf" => {
                let mut command = Command::new("qpdf");
                command.arg("--check");
                command
            }
            _ => return fs::read(path).is_ok_and(|bytes| bytes.ends_with(b"\r\n")),
        };
        command.arg(path).output().unwrap().status.success()
    }

    /// What became of the papers, and of what the ledger says about them.
    fn judge(
        &self,
        place: &Place,
        out: &Path,
        ending: Ending,
        told_before: usize,
    ) -> Result<(), Failure> {
        let words = fs::read_to_string(&place.words).unwrap();
        for path in on(&place.folder).iter().filter(|path| !is_temporary(path)) {
            if !self.is_whole(path) {
                return Err(Failure::Half(path.display().to_string()));
            }
        }
        let is_pack = out.extension().is_some_and(|ending| ending == "zip");
        let told = self.packs() - told_before;
        match ending {
            Ending::Exited(0) if !out.exists() || told != usize::from(is_pack) => {
                return Err(Failure::Lost(words));
            }
            Ending::Exited(REFUSED) => {
                let refusal: Value = serde_json::from_str(&words).unwrap_or_default();
                let code = refusal["code"].as_str().unwrap_or_default();
                if !["pack_no_room", "pack_not_written", "report_not_written"].contains(&code) {
                    return Err(Failure::Defect(format!("refused otherwise: {words}")));
                }
            }
            Ending::Exited(0) | Ending::Killed => {}
            Ending::Exited(_) => return Err(Failure::Defect(words)),
        }
        if told > 0 && !out.exists() {
            return Err(Failure::FileMissing(
                "the ledger says a pack that is not there".to_owned(),
            ));
        }
        // With room again the next paper is written, and nothing half-made is left beside it.
        self.done(&[
            "report",
            "receipts",
            "--out",
            place.folder.join("next.csv").to_str().unwrap(),
        ]);
        match on(&place.folder).iter().find(|path| is_temporary(path)) {
            Some(left) => Err(Failure::Half(format!("{} was left", left.display()))),
            None => Ok(()),
        }
    }

    /// One fault at every `stride`th step in the folder for papers.
    fn sweep(
        &self,
        args: &[&str],
        name: &str,
        stride: usize,
        fault: &dyn Fn(usize) -> Fault,
    ) -> Outcome {
        let mut outcome = Outcome::default();
        for step in (1..).step_by(stride) {
            let parent = scratch().unwrap();
            let place = Place::new(parent.path()).unwrap();
            let out = place.folder.join(name);
            let told = self.packs();
            let mut command = self.command(args);
            command.arg("--out").arg(&out);
            let ending = place.run(&mut command, fault(step)).unwrap();
            let label = || format!("{args:?}, {:?}, {ending:?}", fault(step));
            outcome.add(label, self.judge(&place, &out, ending, told));
            if ending != Ending::Killed && steps(&place).unwrap() < step {
                break;
            }
        }
        eprintln!(
            "{args:?} with {:?} at every {stride}. step: {outcome}",
            fault(1)
        );
        outcome
    }
}

#[test]
fn packs_and_reports_of_the_prompt_are_whole_or_not_there() {
    let shop = Shop::new();
    let full = |step| Fault::RefusedFrom(step, Refusal::DiskFull);
    let read_only = |step| Fault::RefusedFrom(step, Refusal::ReadOnly);
    let no_sync = |step| Fault::RefusedOnce(step, Refusal::SyncFails);
    let faults: [&dyn Fn(usize) -> Fault; 4] = [&Fault::KilledWithin, &full, &read_only, &no_sync];
    for (args, name, stride) in [
        (&["pack", "incident", "1"][..], "证据 包.zip", 7),
        (&["report", "incident", "1"], "故障.pdf", 3),
        (&["report", "receipts"], "小票.csv", 1),
    ] {
        for fault in faults {
            let outcome = shop.sweep(args, name, stride, fault);
            assert!(
                outcome.failures.is_empty() && outcome.states > 2,
                "{outcome}"
            );
        }
    }
}
