//! The built prompt.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The program `kaizhang`. `KAIZHANG_BIN_DIR` says where it was built with everything else; a test that is run by itself
/// builds it, with its own profile and into its own target folder. Only then: cargo settles the features of what it
/// builds together, and alone the prompt would have most libraries built once more.
pub fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let file = format!("kaizhang{}", std::env::consts::EXE_SUFFIX);
        if let Some(folder) = std::env::var_os("KAIZHANG_BIN_DIR") {
            return Path::new(&folder).join(file);
        }
        // …/target/debug/deps/cli-0123456789abcdef
        let this = std::env::current_exe().unwrap();
        let profile = this.ancestors().nth(2).unwrap();
        let name = profile.file_name().unwrap().to_str().unwrap();
        let name = if name == "debug" { "dev" } else { name };
        let built = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "-p", "kaizhang-cli", "--profile", name])
            .arg("--target-dir")
            .arg(profile.parent().unwrap())
            .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
            .status();
        assert!(built.unwrap().success());
        profile.join(file)
    })
}
