//! `commands` and `call`: the command table itself.

use std::io::{self, Read};

use kaizhang_app::{COMMANDS, Refusal};
use serde_json::{Value, json};
use ts_rs::Config;

use crate::answer::Answer;
use crate::context::Context;
use crate::failure::Failure;
use crate::print::{self, Paint};

/// What each command is for, in the person's language.
const ABOUTS: &[(&str, &str)] = &[
    ("show_today", "cli-command-show-today"),
    ("mark_item", "cli-command-mark-item"),
    ("confirm_section", "cli-command-confirm-section"),
    ("undo_marks", "cli-command-undo-marks"),
    ("finish_opening", "cli-command-finish-opening"),
    ("list_history", "cli-command-list-history"),
    ("show_day", "cli-command-show-day"),
    ("show_calendar", "cli-command-show-calendar"),
    ("show_figures", "cli-command-show-figures"),
    ("search_records", "cli-command-search-records"),
    ("show_shop", "cli-command-show-shop"),
    ("set_up_shop", "cli-command-set-up-shop"),
    ("show_reminders", "cli-command-show-reminders"),
    ("set_reminders", "cli-command-set-reminders"),
    ("plan_days", "cli-command-plan-days"),
    ("put_off_reminder", "cli-command-put-off-reminder"),
    ("keep_this_pc", "cli-command-keep-this-pc"),
    ("try_reminder", "cli-command-try-reminder"),
    ("plan_reminders", "cli-command-plan-reminders"),
    ("show_alerts", "cli-command-show-alerts"),
    ("set_alerts", "cli-command-set-alerts"),
    ("put_alert_channel", "cli-command-put-alert-channel"),
    ("remove_alert_channel", "cli-command-remove-alert-channel"),
    ("try_alert", "cli-command-try-alert"),
    ("show_first_aid", "cli-command-show-first-aid"),
    ("find_first_aid", "cli-command-find-first-aid"),
    ("explain_code", "cli-command-explain-code"),
    ("open_incident", "cli-command-open-incident"),
    ("take_step", "cli-command-take-step"),
    ("note_incident", "cli-command-note-incident"),
    ("amend_incident", "cli-command-amend-incident"),
    ("assign_incident", "cli-command-assign-incident"),
    ("resolve_incident", "cli-command-resolve-incident"),
    ("reopen_incident", "cli-command-reopen-incident"),
    ("show_incident", "cli-command-show-incident"),
    ("list_incidents", "cli-command-list-incidents"),
    ("make_report", "cli-command-make-report"),
    ("list_pending_sales", "cli-command-list-pending-sales"),
    ("amend_sale", "cli-command-amend-sale"),
    ("settle_sale", "cli-command-settle-sale"),
    ("reopen_sale", "cli-command-reopen-sale"),
    ("add_receipt", "cli-command-add-receipt"),
    ("amend_receipt", "cli-command-amend-receipt"),
    ("show_receipt", "cli-command-show-receipt"),
    ("list_receipts", "cli-command-list-receipts"),
    ("open_dispute", "cli-command-open-dispute"),
    ("amend_dispute", "cli-command-amend-dispute"),
    ("link_dispute", "cli-command-link-dispute"),
    ("unlink_dispute", "cli-command-unlink-dispute"),
    ("submit_dispute", "cli-command-submit-dispute"),
    ("close_dispute", "cli-command-close-dispute"),
    ("reopen_dispute", "cli-command-reopen-dispute"),
    ("show_dispute", "cli-command-show-dispute"),
    ("list_disputes", "cli-command-list-disputes"),
    ("show_attachment", "cli-command-show-attachment"),
    ("redact_attachment", "cli-command-redact-attachment"),
    ("start_phone", "cli-command-start-phone"),
    ("show_phone", "cli-command-show-phone"),
    ("stop_phone", "cli-command-stop-phone"),
    ("show_contacts", "cli-command-show-contacts"),
    ("put_provider", "cli-command-put-provider"),
    ("put_terminal", "cli-command-put-terminal"),
    ("put_staff", "cli-command-put-staff"),
    ("put_code_text", "cli-command-put-code-text"),
    ("show_keys", "cli-command-show-keys"),
    ("back_up_key", "cli-command-back-up-key"),
    ("restore_key", "cli-command-restore-key"),
    ("rotate_key", "cli-command-rotate-key"),
    ("show_anchors", "cli-command-show-anchors"),
    ("set_timestamps", "cli-command-set-timestamps"),
    ("ask_timestamp", "cli-command-ask-timestamp"),
    ("note_anchor", "cli-command-note-anchor"),
    ("find_checkpoint", "cli-command-find-checkpoint"),
    ("start_verify", "cli-command-start-verify"),
    ("show_work", "cli-command-show-work"),
    ("stop_work", "cli-command-stop-work"),
    ("drop_handed", "cli-command-drop-handed"),
    ("list_upload_forms", "cli-command-list-upload-forms"),
    ("preview_pack", "cli-command-preview-pack"),
    ("start_pack", "cli-command-start-pack"),
    ("list_packs", "cli-command-list-packs"),
    ("read_place", "cli-command-read-place"),
    ("keep_place", "cli-command-keep-place"),
    ("check_folder", "cli-command-check-folder"),
    ("rebuild_projections", "cli-command-rebuild-projections"),
    ("fill_demo", "cli-command-fill-demo"),
];

/// More than any command takes; what is longer is cut off and then refused as torn.
const INPUT_LIMIT: u64 = 16 << 20;

pub(crate) fn commands(context: &Context) -> Result<Answer, Failure> {
    let config = Config::default().with_large_int("number");
    if context.json() {
        let rows: Vec<Value> = COMMANDS
            .iter()
            .map(|command| {
                json!({
                    "name": command.name,
                    "about": command.about,
                    "role": command.role,
                    "writes": command.writes,
                    "input": (command.input)(&config),
                    "output": (command.output)(&config),
                })
            })
            .collect();
        return Answer::json(&rows);
    }
    let (words, paint) = (context.words(), Paint::for_stdout());
    let mut lines = Vec::new();
    for command in COMMANDS {
        let key = ABOUTS.iter().find(|(name, _)| *name == command.name);
        let about = key.map_or_else(|| command.about.to_owned(), |(_, key)| words.say(key));
        let touch = if command.writes {
            words.say("cli-commands-writes")
        } else {
            words.say("cli-commands-reads")
        };
        let types = format!(
            "{} → {}",
            (command.input)(&config),
            (command.output)(&config)
        );
        lines.push(format!(
            "{}  {}  {}",
            paint.strong(&print::padded(command.name, 20)),
            print::padded(&touch, 6),
            paint.quiet(&types),
        ));
        lines.push(format!("    {about}"));
    }
    Ok(Answer::text(lines.join("\n")))
}

pub(crate) fn call(
    context: &Context,
    name: &str,
    input: Option<String>,
) -> Result<Answer, Failure> {
    let text = match input.as_deref() {
        Some("-") => {
            let mut bytes = Vec::new();
            io::stdin()
                .lock()
                .take(INPUT_LIMIT)
                .read_to_end(&mut bytes)?;
            bytes
        }
        Some(text) => text.as_bytes().to_vec(),
        None => b"null".to_vec(),
    };
    let input: Value = serde_json::from_slice(&text)
        .map_err(|error| Refusal::with("input_invalid", "detail", error.to_string()))?;
    Answer::json(&context.call(name, input)?)
}

#[cfg(test)]
mod tests {
    use kaizhang_words::{Lang, Words};

    use super::*;

    #[test]
    fn every_command_has_words_in_both_languages() {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            for command in COMMANDS {
                let key = ABOUTS.iter().find(|(name, _)| *name == command.name);
                assert!(
                    key.is_some_and(|(_, key)| words.has(key)),
                    "{lang} {}",
                    command.name
                );
            }
            assert_eq!(ABOUTS.len(), COMMANDS.len());
        }
    }
}
