//! How the web view draws, settled before GTK starts, because WebKit reads its environment once.

/// Switches off the drawing paths that leave a window blank.
///
/// WebKitGTK's DMABUF renderer shows nothing on many NVIDIA drivers, and a checklist gains nothing from it. Whoever set
/// the variable keeps the choice. `safe` also gives up compositing: slower, but it draws on every machine.
pub fn settle(safe: bool) {
    prefer("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    if safe {
        prefer("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
    }
}

#[cfg(target_os = "linux")]
#[expect(
    unsafe_code,
    clippy::disallowed_methods,
    reason = "an environment variable cannot be set any other way, and no other thread runs yet"
)]
fn prefer(name: &str, value: &str) {
    if std::env::var_os(name).is_none() {
        // SAFETY: `main` calls this before it starts a thread, so nobody can read the environment at the same time.
        unsafe { std::env::set_var(name, value) };
    }
}

#[cfg(not(target_os = "linux"))]
fn prefer(_name: &str, _value: &str) {}
