//! How the window behaves on a desktop: one per folder, where it was left, no white flash, never lost.

use std::path::Path;
use std::thread;
use std::time::Duration;

use kaizhang_app::folder_digest;
use tauri::plugin::TauriPlugin;
use tauri::utils::config::Color;
use tauri::webview::{DownloadEvent, NewWindowResponse, PageLoadEvent, PermissionResponse};
use tauri::{
    AppHandle, Emitter, LogicalSize, Manager, Theme, WebviewUrl, WebviewWindow,
    WebviewWindowBuilder,
};
use tauri_plugin_window_state::StateFlags;

use crate::args::{self, Args};

const LABEL: &str = "main";
const TITLE: &str = "开张 Kaizhang";
/// The size of the cheap till PC this is drawn for, and the smallest on which everything still has its place.
const USUAL: LogicalSize<f64> = LogicalSize::new(1366.0, 768.0);
const SMALLEST: LogicalSize<f64> = LogicalSize::new(900.0, 600.0);
/// The paper of the screen's two themes (`--paper` in the screen's tokens), so nothing white shows before the page.
const PAPER: Color = Color(0xfa, 0xf7, 0xf1, 0xff);
const PAPER_DARK: Color = Color(0x1b, 0x19, 0x17, 0xff);
/// A page that has not arrived by now is shown as it is: an empty window can be closed, an unseen one cannot.
const PATIENCE: Duration = Duration::from_secs(4);

/// Raises the window that already shows this folder and ends the second start.
///
/// The name on the session bus carries the folder, so two shops on one PC have a window each. Without a bus every start
/// opens a window; the folder's own locks keep their writes in order.
pub fn one_window_per_folder(folder: &Path) -> TauriPlugin<tauri::Wry> {
    let id = folder_digest(folder);
    tauri_plugin_single_instance::Builder::new()
        .dbus_id(format!("app.kaizhang.desktop.d{id}"))
        .callback(|app, words, _folder| {
            raise(app);
            if words.iter().any(|word| word == args::TODAY) {
                show_today(app);
            }
        })
        .build()
}

/// Has the screen show today's checklist.
pub fn show_today(app: &AppHandle) {
    if let Err(cause) = app.emit("show-today", ()) {
        log::warn!("the screen was not told to show today: {cause}");
    }
}

/// Brings the window up in front of the others.
pub fn raise(app: &AppHandle) {
    let Some(window) = app.get_webview_window(LABEL) else {
        return;
    };
    let raised = window
        .unminimize()
        .and_then(|()| window.show())
        .and_then(|()| window.set_focus());
    if let Err(cause) = raised {
        log::warn!("the window was not raised: {cause}");
    }
}

/// Keeps size, place and whether the window filled the screen.
pub fn remembered_place() -> TauriPlugin<tauri::Wry> {
    tauri_plugin_window_state::Builder::new()
        .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
        .with_filename("window-place.json")
        .build()
}

/// Builds the window unseen and shows it with its first page.
///
/// # Errors
/// When the system gives no window.
pub fn build_window(app: &AppHandle, args: &Args) -> tauri::Result<()> {
    let lang = args.lang.as_ref().map(|lang| format!("lang={lang}"));
    let asked = [lang, args.today.then(|| "today".to_owned())];
    let asked: Vec<String> = asked.into_iter().flatten().collect();
    let page = format!("index.html?{}", asked.join("&"));
    let page = page.trim_end_matches('?');
    let smallest = smallest_on(app);
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App(page.into()))
        .title(TITLE)
        .inner_size(USUAL.width, USUAL.height)
        .min_inner_size(smallest.width, smallest.height)
        .prevent_overflow()
        .center()
        .visible(false)
        .background_color(PAPER)
        .devtools(cfg!(debug_assertions))
        .disable_drag_drop_handler()
        .on_navigation(|url| {
            matches!(url.scheme(), "tauri") || url.host_str() == Some("tauri.localhost")
        })
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, event| !matches!(event, DownloadEvent::Requested { .. }))
        .on_permission_request(|_, _| PermissionResponse::Deny)
        .on_page_load(|window, page| {
            if page.event() == PageLoadEvent::Finished {
                show(&window);
            }
        })
        .build()?;
    if window.theme().is_ok_and(|theme| theme == Theme::Dark) {
        window.set_background_color(Some(PAPER_DARK))?;
    }
    fit_on_screen(&window)?;
    #[cfg(target_os = "linux")]
    crate::webkit::tame(&window)?;
    show_late(window)?;
    Ok(())
}

fn show(window: &WebviewWindow) {
    if let Err(cause) = window.show() {
        log::warn!("the window was not shown: {cause}");
    }
}

fn show_late(window: WebviewWindow) -> std::io::Result<()> {
    thread::Builder::new()
        .name("kaizhang-show".to_owned())
        .spawn(move || {
            thread::sleep(PATIENCE);
            if window.is_visible().is_ok_and(|seen| !seen) {
                log::warn!("the page did not load in time");
                show(&window);
            }
        })?;
    Ok(())
}

/// On a screen smaller than the smallest window the window may be as small as the screen.
fn smallest_on(app: &AppHandle) -> LogicalSize<f64> {
    let Ok(Some(screen)) = app.primary_monitor() else {
        return SMALLEST;
    };
    let size = screen
        .work_area()
        .size
        .to_logical::<f64>(screen.scale_factor());
    LogicalSize::new(
        SMALLEST.width.min(size.width),
        SMALLEST.height.min(size.height),
    )
}

/// A remembered size may come from a larger screen that is no longer plugged in.
fn fit_on_screen(window: &WebviewWindow) -> tauri::Result<()> {
    let Some(screen) = window.current_monitor()?.or(window.primary_monitor()?) else {
        return Ok(());
    };
    let (size, room) = (window.inner_size()?, screen.work_area().size);
    if size.width > room.width || size.height > room.height {
        window.set_size(tauri::PhysicalSize::new(
            size.width.min(room.width),
            size.height.min(room.height),
        ))?;
    }
    Ok(())
}
