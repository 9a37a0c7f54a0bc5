//! Shows toasts on this desktop, to try it by hand and for the tests. Each line of the input is one wish as JSON:
//! `{"title": "…", "body": "…", "buttons": [["id", "label"]], "sound": false, "urgent": false}`, `"take down"` or
//! `"threads"`. What becomes of it is told line by line.

use std::io::{self, BufRead, Write};

use kaizhang_toast::{Answer, Button, Sender, Toast, Toasts};
use serde_json::{Value, json};

fn main() -> io::Result<()> {
    let toasts = Toasts::new(Sender {
        name: "开张".to_owned(),
        icon: "kaizhang".to_owned(),
        desktop_entry: "kaizhang-desktop".to_owned(),
    });
    for line in io::stdin().lock().lines() {
        let wish: Value = serde_json::from_str(&line?).unwrap_or_default();
        match wish.as_str() {
            Some("take down") => toasts.take_down(),
            Some("threads") => tell(&json!({ "threads": threads() })),
            _ => {
                let number = wish["number"].clone();
                let told = number.clone();
                let result = toasts.show(read(&wish), move |answer| {
                    tell(&json!({ "number": told, "answer": name(answer) }));
                });
                tell(&match result {
                    Ok(shown) => json!({
                        "number": number,
                        "shown": { "buttons": shown.buttons, "sound": shown.sound },
                    }),
                    Err(why) => {
                        json!({ "number": number, "none": format!("{why:?}"), "why": why.to_string() })
                    }
                });
            }
        }
    }
    Ok(())
}

fn read(wish: &Value) -> Toast {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let buttons = wish["buttons"].as_array().into_iter().flatten();
    Toast {
        title: text(&wish["title"]),
        body: text(&wish["body"]),
        buttons: buttons
            .map(|button| Button {
                id: text(&button[0]),
                label: text(&button[1]),
            })
            .collect(),
        sound: wish["sound"] == true,
        urgent: wish["urgent"] == true,
    }
}

fn name(answer: Answer) -> Value {
    match answer {
        Answer::Clicked { token } => json!({ "clicked": token }),
        Answer::Button { id, token } => json!({ "button": id, "token": token }),
        Answer::Closed => json!("closed"),
        Answer::Replaced => json!("replaced"),
    }
}

/// How many threads this process has, as Linux counts them.
fn threads() -> Option<u32> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("Threads:"))?;
    line.trim().parse().ok()
}

/// One line, whole, from whichever thread.
fn tell(what: &Value) {
    // A reader that went away does not want it any more.
    let _ = writeln!(io::stdout().lock(), "{what}");
}
