//! The items of `today`, section by section.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use kaizhang_words::args;
use serde_json::Value;

use super::today::Screen;
use crate::print::{self, plain};
use crate::view::{Item, Section};

impl Screen<'_> {
    /// The heading of a section.
    pub(super) fn section(&self, section: &Section) -> String {
        let name = self.words.section_title(&section.id);
        let total = section.items.len();
        let line = if section.failed > 0 {
            self.words.say_with(
                "cli-section-line-failures",
                &args!["section" => name, "done" => section.done, "total" => total, "count" => section.failed],
            )
        } else {
            self.words.say_with(
                "cli-section-line",
                &args!["section" => name, "done" => section.done, "total" => total],
            )
        };
        self.paint.strong(&line)
    }

    /// The lines of one item: sign, title, value, who and when; below what is worth a warning, and
    /// the note.
    pub(super) fn item(&self, item: &Item, column: usize, zone: Tz, lines: &mut Vec<String>) {
        let title = print::padded(&self.title(item), column);
        let mut more: Vec<String> = Vec::new();
        more.extend(self.value(item));
        match (&item.result, item.at) {
            (Some(_), Some(at)) => more.push(self.paint.quiet(&self.who(&item.actor, at, zone))),
            (Some(_), None) => {}
            (None, _) => more.push(self.paint.quiet(&self.words.say("cli-item-unmarked"))),
        }
        if !item.attachments.is_empty() {
            let count = item.attachments.len();
            more.push(
                self.words
                    .say_with("cli-item-attachments", &args!["count" => count]),
            );
        }
        let line = format!("  {} {title}  {}", self.sign(item), more.join(" · "));
        lines.push(line.trim_end().to_owned());
        if let Some(warning) = &item.warning {
            lines.push(format!(
                "      {}",
                self.paint.care(&plain(&warning.said(self.words)))
            ));
        }
        if !item.note.is_empty() {
            let note = args!["note" => plain(&item.note)];
            lines.push(format!(
                "      {}",
                self.words.say_with("cli-item-note", &note)
            ));
        }
    }

    fn sign(&self, item: &Item) -> String {
        match item.result.as_deref() {
            Some("pass") if item.warning.is_some() => self.paint.care("✓"),
            Some("pass") => self.paint.good("✓"),
            Some("fail") => self.paint.bad("✗"),
            Some(_) => self.paint.quiet("–"),
            None => self.paint.quiet("○"),
        }
    }

    /// What the item is called.
    pub(crate) fn title(&self, item: &Item) -> String {
        plain(&self.words.item_title(&item.item))
    }

    fn who(&self, actor: &str, at: DateTime<Utc>, zone: Tz) -> String {
        let args = args!["staff" => plain(actor), "time" => self.words.time(at, zone)];
        self.words
            .say_with("cli-item-by-at", &args)
            .trim_start()
            .to_owned()
    }

    fn value(&self, item: &Item) -> Option<String> {
        let value = item.value.as_ref()?;
        Some(match value {
            Value::Number(number) => {
                let unit = item.range.as_ref().map(|range| self.unit(&range.unit));
                format!("{number} {}", unit.unwrap_or_default())
                    .trim_end()
                    .to_owned()
            }
            Value::String(text) => self.words.say_or(&format!("choice-{text}"), &plain(text)),
            cash => {
                let total = self.words.money(cash["total_fen"].as_i64()?);
                match item.target_fen {
                    Some(target) => self.words.say_with(
                        "cli-cash-line",
                        &args!["total" => total, "target" => self.words.money(target)],
                    ),
                    None => total,
                }
            }
        })
    }

    /// A unit as it is written.
    pub(crate) fn unit(&self, unit: &str) -> String {
        self.words
            .say_or(&format!("unit-{}", unit.to_lowercase()), unit)
    }
}
