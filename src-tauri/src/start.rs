//! The moment the screen can be used: the window is shown, and its start can be measured.

use tauri::{Runtime, WebviewWindow};

use crate::age;

/// The screen calls this when it can take the first finger. Whatever happened before, the window is seen now.
#[tauri::command]
pub fn ready<R: Runtime>(window: WebviewWindow<R>) {
    if let Err(cause) = window.show() {
        log::warn!("the window was not shown: {cause}");
    }
    match age::ms() {
        Some(age) => log::info!("interactive {age} ms after the start"),
        None => log::info!("interactive"),
    }
    if std::env::var_os("KAIZHANG_BENCH_START").is_some() {
        age::report();
    }
}
