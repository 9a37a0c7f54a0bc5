//! Compiles the shim into a shared library and tells the crate where it lies.

use std::env;
use std::path::PathBuf;
use std::process::{Command, exit};

fn main() {
    println!("cargo::rerun-if-changed=shim/shim.c");
    if env::var("CARGO_CFG_TARGET_OS").as_deref() != Ok("linux") {
        return;
    }
    let library =
        PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("kaizhang_faults_shim.so");
    // The build script of a crate may only be asked for static libraries; the compiler it found links shared ones too.
    let mut compile: Command = cc::Build::new().opt_level(1).get_compiler().to_command();
    compile
        .args([
            "-Wall",
            "-Wextra",
            "-Werror",
            "-fvisibility=hidden",
            "-shared",
            "-fPIC",
            "-pthread",
            "-o",
        ])
        .arg(&library)
        .arg("shim/shim.c");
    match compile.status() {
        Ok(status) if status.success() => {
            println!(
                "cargo::rustc-env=KAIZHANG_FAULTS_SHIM={}",
                library.display()
            );
        }
        outcome => {
            println!("cargo::error=the fault shim did not compile: {outcome:?}");
            exit(1);
        }
    }
}
