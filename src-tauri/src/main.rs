//! The window of Kaizhang: one bridge to the app and the manners of a desktop program. It holds no rule of the shop.
//!
//! The window visits and leaves: closing it ends the process. It reminds while it is open and no agent does; nothing
//! that must outlive it stands here.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod age;
mod args;
mod bridge;
mod clock;
mod duty;
mod graphics;
mod journal;
mod manners;
mod start;
mod toasts;
mod watch;
#[cfg(target_os = "linux")]
mod webkit;

use std::process::ExitCode;
use std::sync::Arc;

use args::{Args, Wish};
use tauri::RunEvent;

fn main() -> ExitCode {
    let args = match args::read(std::env::args_os().skip(1)) {
        Ok(Wish::Open(args)) => args,
        Ok(Wish::Tell(text)) => {
            args::tell(&text);
            return ExitCode::SUCCESS;
        }
        Err(text) => {
            args::complain(&text);
            return ExitCode::from(2);
        }
    };
    graphics::settle(args.safe_graphics);
    journal::note_panics();
    match open(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(cause) => {
            args::complain(&format!(
                "无法打开窗口。 The window cannot be opened: {cause}"
            ));
            ExitCode::FAILURE
        }
    }
}

/// Runs the window until it is closed.
fn open(args: Args) -> Result<(), Box<dyn std::error::Error>> {
    let data = args.data.clone();
    let folder = std::path::absolute(data.unwrap_or_else(kaizhang_app::default_folder))?;
    let runtime = bridge::runtime()?;
    tauri::async_runtime::set(runtime.handle().clone());

    // A second start must be told apart from the first before anything else is done, so its plugin stands first.
    tauri::Builder::default()
        .plugin(manners::one_window_per_folder(&folder))
        .plugin(journal::plugin())
        .plugin(manners::remembered_place())
        .manage(Arc::new(bridge::Bridge::new(folder.clone())))
        .manage(duty::OnDuty::default())
        .register_asynchronous_uri_scheme_protocol(bridge::SCHEME, bridge::picture)
        .invoke_handler(tauri::generate_handler![
            bridge::call,
            bridge::attach,
            bridge::hand_over,
            bridge::show_in_folder,
            start::ready
        ])
        .setup(move |app| {
            bridge::open_ahead(app.handle());
            manners::build_window(app.handle(), &args)?;
            #[cfg(target_os = "linux")]
            webkit::leave_when_told(app.handle());
            watch::tell_of_changes(app.handle())?;
            watch::look_through_once(app.handle())?;
            duty::begin(app.handle(), folder, args.lang.as_deref())?;
            Ok(())
        })
        .build(tauri::generate_context!())?
        .run(|app, event| {
            if matches!(event, RunEvent::Exit) {
                duty::end(app);
            }
        });
    Ok(())
}
