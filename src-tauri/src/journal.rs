//! The window's log file, for the day when something went wrong. It never holds what a person typed.

use std::panic;
use std::thread;

use log::LevelFilter;
use tauri::Runtime;
use tauri::plugin::TauriPlugin;
use tauri_plugin_log::{Builder, RotationStrategy, Target, TargetKind};

/// Three files of this size say enough about the last weeks.
const FILE_BYTES: u128 = 512 * 1024;

/// The log in the user's folder for logs, turned over when it is full. Libraries are heard only when they warn.
pub fn plugin<R: Runtime>() -> TauriPlugin<R> {
    let mut builder = Builder::new()
        .clear_targets()
        .target(Target::new(TargetKind::LogDir {
            file_name: Some("window".to_owned()),
        }))
        .level(LevelFilter::Warn)
        .level_for("kaizhang_desktop", LevelFilter::Info)
        .max_file_size(FILE_BYTES)
        .rotation_strategy(RotationStrategy::KeepSome(3));
    if cfg!(debug_assertions) {
        builder = builder.target(Target::new(TargetKind::Stderr));
    }
    builder.build()
}

/// Notes where a panic happened. Its message is left out unless it is a fixed text, because a formatted one may carry
/// words of the shop.
pub fn note_panics() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        let place = panic
            .location()
            .map_or_else(String::new, ToString::to_string);
        let fixed = panic
            .payload()
            .downcast_ref::<&'static str>()
            .copied()
            .unwrap_or("");
        let thread = thread::current().name().unwrap_or("?").to_owned();
        log::error!("panicked in {thread} at {place} {fixed}");
        usual(panic);
    }));
}
