//! Turns `tauri.conf.json` and `capabilities/` into the window's rights. Only the commands named here may be granted.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let commands = tauri_build::AppManifest::new().commands(&[
        "call",
        "attach",
        "hand_over",
        "show_in_folder",
        "ready",
    ]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands))?;
    Ok(())
}
