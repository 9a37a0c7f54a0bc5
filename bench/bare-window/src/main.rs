//! A bare window on a static page. It prints the line that the real window prints, so that the benchmark can put the
//! two side by side.

#[path = "../../../src-tauri/src/age.rs"]
mod age;
#[path = "../../../src-tauri/src/graphics.rs"]
mod graphics;

/// The page is there.
#[tauri::command]
fn ready() {
    age::report();
}

fn main() -> tauri::Result<()> {
    graphics::settle(false);
    tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![ready])
        .run(tauri::generate_context!())
}
