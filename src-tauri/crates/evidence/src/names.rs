//! Names of files: those that we write, and those that we are ready to read.

use unicode_normalization::UnicodeNormalization as _;

use crate::why::Why;

/// The longest name that is read, in bytes; no file system takes longer ones as a whole.
pub(crate) const LONGEST: usize = 4_096;
/// Folders within folders, at most.
const DEEPEST: usize = 64;

/// Whether this is a name as packs have them: ASCII letters, digits, `.`, `_` and `-` in short parts, so that neither
/// `sha256sum -c`, nor bagit-python, nor any file system has anything to escape.
pub(crate) fn is_plain(path: &str) -> bool {
    let plain = |part: &str| {
        let good = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
        (1..=64).contains(&part.len()) && !part.starts_with('.') && part.chars().all(good)
    };
    path.split('/').all(plain) && is_safe(path).is_ok()
}

/// Whether a name stays within its folder, with the reason why not.
pub(crate) fn is_inside(path: &str) -> Result<(), Why> {
    if path.is_empty() || path.len() > LONGEST {
        return unusable("its name is empty or too long");
    }
    if path.starts_with('/') || path.starts_with('~') {
        return outside("its name is an absolute path");
    }
    if path.split('/').count() > DEEPEST {
        return unusable("it lies in too many folders");
    }
    path.split('/').try_for_each(|part| match part {
        "" | "." => unusable("its name has an empty part"),
        ".." => outside("its name leads out of the pack"),
        _ => Ok(()),
    })
}

fn outside(why: &'static str) -> Result<(), Why> {
    Err(Why::new("name_outside", why))
}

fn unusable(why: &'static str) -> Result<(), Why> {
    Err(Why::new("name_unusable", why))
}

/// Whether a name can be a file below a folder on every system, with the reason why not: asked of names that no system
/// has let through yet.
pub(crate) fn is_safe(path: &str) -> Result<(), Why> {
    is_inside(path)?;
    if path.contains('\\') {
        return unusable(
            "its name has a backslash, which is a folder on Windows and not elsewhere",
        );
    }
    if path.chars().any(char::is_control) {
        return unusable("its name has control characters");
    }
    if path.contains(':') {
        return unusable("its name has a colon, which is a drive or a stream on Windows");
    }
    if path.split('/').any(is_device) {
        return unusable("its name is a device on Windows");
    }
    Ok(())
}

/// Names that Windows takes for devices, whatever follows the first dot; blanks and dots at the end do not count there.
fn is_device(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or("").trim_end_matches(' ');
    let stem = stem.to_ascii_uppercase();
    let numbered = |prefix: &str| {
        stem.strip_prefix(prefix).is_some_and(|rest| {
            matches!(
                rest,
                "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"
            )
        })
    };
    matches!(
        stem.as_str(),
        "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$"
    ) || numbered("COM")
        || numbered("LPT")
}

/// A name in one normal form (NFC): a Mac writes é as two characters where others write one.
pub(crate) fn composed(path: &str) -> String {
    path.nfc().collect()
}

/// What two names have in common that a system takes for one: letters without case, blanks and dots at the end of a
/// part (Windows), and what is one character or two (macOS).
pub(crate) fn folded(path: &str) -> String {
    let parts = path
        .split('/')
        .map(|part| part.trim_end_matches(['.', ' ']));
    composed(&parts.collect::<Vec<_>>().join("/").to_lowercase())
}

/// A name as a manifest spells it (RFC 8493 §2.1.3): line feed, carriage return and the per cent sign are escaped.
pub(crate) fn unescaped(name: &str) -> String {
    // In one pass, so that %250A is %0A and not a line feed.
    let mut plain = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(at) = rest.find('%') {
        plain.push_str(&rest[..at]);
        let code = rest.get(at + 1..at + 3).map(str::to_ascii_uppercase);
        let (c, length) = match code.as_deref() {
            Some("0A") => ('\n', 3),
            Some("0D") => ('\r', 3),
            Some("25") => ('%', 3),
            // Older programs did not escape the sign itself.
            _ => ('%', 1),
        };
        plain.push(c);
        rest = &rest[at + length..];
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_plain_and_what_is_safe() {
        for (name, plain, safe) in [
            ("data/report.pdf", true, true),
            ("data/attachments/0001-0a1b2c3d.jpg", true, true),
            ("data/小票.jpg", false, true),
            ("data/with blank.txt", false, true),
            (".hidden", false, true),
            ("", false, false),
            ("/etc/passwd", false, false),
            ("..", false, false),
            ("data/../x", false, false),
            ("data//x", false, false),
            ("data/./x", false, false),
            ("data\\x", false, false),
            ("C:/x", false, false),
            ("data/x:stream", false, false),
            ("data/NUL", false, false),
            ("data/nul.txt", false, false),
            ("data/com1.tar.gz", false, false),
            ("data/com.txt", true, true),
            ("data/x\ny", false, false),
        ] {
            assert_eq!(is_plain(name), plain, "{name:?}");
            assert_eq!(is_safe(name).is_ok(), safe, "{name:?}");
        }
    }

    #[test]
    fn names_are_unescaped_once() {
        for (written, meant) in [
            ("a%0Ab", "a\nb"),
            ("a%0d%0ab", "a\r\nb"),
            ("100%25", "100%"),
            ("%250A", "%0A"),
            ("100%", "100%"),
            ("%zz%2", "%zz%2"),
            ("%é", "%é"),
        ] {
            assert_eq!(unescaped(written), meant);
        }
    }
}
