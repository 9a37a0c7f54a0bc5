//! What WebKitGTK needs to be told beyond Tauri's own settings.

use std::time::Duration;

use gtk::glib::{self, ControlFlow};
use tauri::{AppHandle, WebviewWindow};
use webkit2gtk::{HitTestResultExt, InputMethodContextExt, WebViewExt};

/// A web process that dies at every start must not spin.
const BREATH: Duration = Duration::from_secs(1);

/// Lets Chinese be typed in place, brings a dead page back, and leaves out the browser's own menu.
///
/// # Errors
/// When the window is already gone.
pub fn tame(window: &WebviewWindow) -> tauri::Result<()> {
    window.with_webview(|webview| {
        let view = webview.inner();
        // wry switches the preedit text off for the sake of an old fcitx (wry#1724). Without it a person who types
        // pinyin does not see the letters under the cursor, and the page is told of no composition at all.
        if let Some(input) = view.input_method_context() {
            input.set_enable_preedit(true);
        }
        // Half-written words are drafts in the database, so loading the page again loses nothing.
        view.connect_web_process_terminated(|view, reason| {
            log::error!("the web process ended: {reason:?}");
            let view = view.clone();
            glib::timeout_add_local_once(BREATH, move || view.reload());
        });
        // “Back” and “Reload” mean nothing here; cut, copy and paste do.
        view.connect_context_menu(|_, _, _, hit| {
            !hit.context_is_editable() && !hit.context_is_selection()
        });
    })
}

/// SIGHUP, SIGINT and SIGTERM, as signal(7) numbers them: the terminal closed, Ctrl-C, the session ends.
const FAREWELLS: [i32; 3] = [1, 2, 15];

/// Ends the way closing the window does, so that its place is remembered at log-out, too.
pub fn leave_when_told(app: &AppHandle) {
    for signal in FAREWELLS {
        let app = app.clone();
        glib::unix_signal_add_local(signal, move || {
            app.exit(0);
            ControlFlow::Continue
        });
    }
}
