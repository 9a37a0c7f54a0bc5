//! Autostart by the Desktop Application Autostart Specification, in a file by the Desktop Entry Specification, 1.5.

use std::io;
use std::path::PathBuf;

use kaizhang_words::{Lang, Words};

use crate::files;

/// Writes the entry, unless it is right or was switched off.
pub(super) fn write(name: &str, program: &str, folder: &str) -> io::Result<()> {
    let path = path(name)?;
    let entry = entry(program, folder);
    match std::fs::read_to_string(&path) {
        Ok(there) if there == entry || is_off(&there) => Ok(()),
        _ => files::put(&path, entry.as_bytes()),
    }
}

/// Takes the entry away.
pub(super) fn remove(name: &str) -> io::Result<()> {
    files::take_away(&path(name)?)
}

fn path(name: &str) -> io::Result<PathBuf> {
    let from = |name: &str| {
        // The specification has a path that is not absolute ignored.
        let value = std::env::var_os(name).map(PathBuf::from);
        value.filter(|path| path.is_absolute())
    };
    let config = from("XDG_CONFIG_HOME").or_else(|| Some(from("HOME")?.join(".config")));
    config
        .map(|config| config.join("autostart").join(format!("{name}.desktop")))
        .ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "this user has no home"))
}

/// Whether somebody switched the entry off, by the desktop's settings or by hand.
fn is_off(entry: &str) -> bool {
    let mut lines = entry.lines().map(|line| line.replace(' ', ""));
    lines.any(|line| line == "Hidden=true" || line == "X-GNOME-Autostart-enabled=false")
}

fn entry(program: &str, folder: &str) -> String {
    let (zh, en) = (Words::new(Lang::ZhCn), Words::new(Lang::En));
    let name = |words: &Words| words.say("agent-autostart-name");
    let about = |words: &Words| words.say("agent-autostart-about");
    let command = [program, "--data", folder].map(argument).join(" ");
    format!(
        "[Desktop Entry]\n\
         Type=Application\n\
         Version=1.5\n\
         Name={}\n\
         Name[zh_CN]={}\n\
         Comment={}\n\
         Comment[zh_CN]={}\n\
         TryExec={}\n\
         Exec={}\n\
         Icon=kaizhang\n\
         Terminal=false\n\
         StartupNotify=false\n\
         X-GNOME-Autostart-enabled=true\n",
        name(&en),
        name(&zh),
        about(&en),
        about(&zh),
        value(program),
        value(&command),
    )
}

/// One argument of `Exec`: quoted, with the four signs escaped that mean something between quotation marks, and with the
/// sign of field codes doubled.
fn argument(text: &str) -> String {
    let mut quoted = String::from("\"");
    for sign in text.chars() {
        if matches!(sign, '"' | '`' | '$' | '\\') {
            quoted.push('\\');
        }
        quoted.push(sign);
        if sign == '%' {
            quoted.push('%');
        }
    }
    quoted.push('"');
    quoted
}

/// A value of the file, in which a backslash begins an escape of its own.
fn value(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('\n', "\\n")
        .replace('\t', "\\t")
        .replace('\r', "\\r")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_quoted_twice_over() {
        assert_eq!(argument("/a b/店"), "\"/a b/店\"");
        assert_eq!(argument("100%$`\"\\"), "\"100%%\\$\\`\\\"\\\\\"");
        assert_eq!(value(&argument("a\\b\nc")), "\"a\\\\\\\\b\\nc\"");
    }

    #[test]
    fn what_somebody_switched_off_is_seen() {
        assert!(is_off("[Desktop Entry]\nHidden = true\n"));
        assert!(is_off("X-GNOME-Autostart-enabled=false\n"));
        assert!(!is_off(&entry(
            "/usr/bin/kaizhang-agent",
            "/home/x/Hidden=true"
        )));
    }
}
