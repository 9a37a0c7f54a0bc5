//! Files dropped on the terminal.

use std::path::Path;

/// A path as terminals write it when a file is dropped on them: in quotes, or with its spaces escaped.
pub(super) fn dropped(typed: &str) -> String {
    let quoted = ['\'', '"'].iter().find_map(|mark| {
        typed
            .strip_prefix(*mark)
            .and_then(|rest| rest.strip_suffix(*mark))
    });
    if let Some(path) = quoted {
        return path.to_owned();
    }
    let plain = typed.replace("\\ ", " ");
    if !Path::new(typed).exists() && Path::new(&plain).exists() {
        return plain;
    }
    typed.to_owned()
}

#[cfg(test)]
mod tests {
    use super::dropped;

    #[test]
    fn dropped_files_lose_what_the_terminal_added() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("小票 一.jpg");
        let options = &mut std::fs::File::options();
        options.write(true).create_new(true).open(&path).unwrap();
        let path = path.to_str().unwrap().to_owned();
        for typed in [
            path.clone(),
            format!("'{path}'"),
            format!("\"{path}\""),
            path.replace(' ', "\\ "),
        ] {
            assert_eq!(dropped(&typed), path, "{typed}");
        }
        assert_eq!(dropped("nowhere\\ at all"), "nowhere\\ at all");
        assert_eq!(dropped("'"), "'");
    }
}
