//! What happened in an incident, line by line.

use kaizhang_words::args;

use super::incident_page::Page;
use crate::print::plain;
use crate::view::{Call, Event, Happened};

impl Page<'_> {
    /// One line of the timeline: who, when, what.
    pub(super) fn event(&self, event: &Event) -> String {
        let when = self.words.day_and_time(event.at, self.zone);
        let who = args!["staff" => plain(&event.actor), "time" => when];
        let head = self.words.say_with("cli-item-by-at", &who);
        let said = plain(&self.happened(&event.what));
        format!("{}  {said}", self.paint.quiet(head.trim_start()))
    }

    fn happened(&self, what: &Happened) -> String {
        let words = self.words;
        let known = |what: String, more: &str| match more {
            "" => what,
            more => words.say_with("cli-happened", &args!["what" => what, "more" => more]),
        };
        let money = |fen: &Option<i64>| fen.map(|fen| words.money(fen)).unwrap_or_default();
        match what {
            Happened::Opened { details } => {
                known(words.say("cli-happened-opened"), &details.said(words))
            }
            Happened::Amended { details } => {
                known(words.say("cli-happened-amended"), &details.said(words))
            }
            Happened::Step { step, answer } => {
                let title = words.say_or(&format!("guide-{step}-title"), step);
                let said = words.say_or(&format!("guide-{step}-answer-{answer}"), answer);
                known(title, &said)
            }
            Happened::Said { text } => text.clone(),
            Happened::Call { call } => self.call(call),
            Happened::Attached { attachments } => {
                let names: Vec<String> = attachments.iter().map(|file| file.name.clone()).collect();
                words.say_with("cli-attached", &args!["name" => words.list(&names)])
            }
            Happened::Assigned {
                owner,
                due,
                waiting,
            } => {
                let mut more = vec![owner.clone()];
                more.extend(due.map(|day| words.day_with_year(day)));
                if *waiting {
                    more.push(words.say("cli-incident-state-waiting"));
                }
                more.retain(|one| !one.is_empty());
                known(words.say("field-owner"), &more.join(" · "))
            }
            Happened::Resolved { how, loss_fen } => {
                let mut more = vec![how.clone()];
                more.extend(loss_fen.map(|fen| {
                    words.say_with("cli-happened-loss", &args!["amount" => words.money(fen)])
                }));
                more.retain(|one| !one.is_empty());
                known(words.say("cli-incident-state-resolved"), &more.join(" · "))
            }
            Happened::Reopened { why } => known(words.say("cli-happened-reopened"), why),
            Happened::SalePending { amount_fen } => {
                known(words.say("cli-happened-sale-pending"), &money(amount_fen))
            }
            Happened::SaleAmended { amount_fen } => {
                known(words.say("cli-happened-sale-amended"), &money(amount_fen))
            }
            Happened::SaleSettled { how, note } => known(self.settlement(how), note),
            Happened::SaleReopened { why } => known(words.say("cli-happened-sale-reopened"), why),
        }
    }

    fn call(&self, call: &Call) -> String {
        let words = self.words;
        let mut said = vec![words.say_with(
            "cli-happened-call",
            &args!["number" => call.hotline.as_str()],
        )];
        if !call.answered_by.is_empty() {
            said.push(words.say_with(
                "cli-happened-call-by",
                &args!["name" => call.answered_by.as_str()],
            ));
        }
        if !call.ticket.is_empty() {
            said.push(words.say_with(
                "cli-happened-call-ticket",
                &args!["number" => call.ticket.as_str()],
            ));
        }
        if call.lasted_s > 0 {
            let minutes = |s: u32| s.div_ceil(60);
            let times =
                args!["waited" => minutes(call.waited_s), "lasted" => minutes(call.lasted_s)];
            said.push(words.say_with("cli-happened-call-times", &times));
        }
        if !call.said.is_empty() {
            said.push(call.said.clone());
        }
        let said: Vec<String> = said.iter().map(|one| one.trim().to_owned()).collect();
        said.join(" · ")
    }
}
