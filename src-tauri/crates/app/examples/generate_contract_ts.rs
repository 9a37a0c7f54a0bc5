//! Writes the screen's types from the command table: `make generate`.

#![allow(
    clippy::disallowed_methods,
    reason = "a file of the source tree, not of a shop"
)]

fn main() -> std::io::Result<()> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../ui/src/generated/contract.ts"
    );
    std::fs::write(path, kaizhang_app::typescript())
}
