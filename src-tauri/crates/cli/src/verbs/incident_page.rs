//! How an incident reads.

use chrono_tz::Tz;
use kaizhang_words::{Lang, Words, args};

use crate::print::{Paint, plain};
use crate::view::{Details, Happened, IncidentLine, IncidentPage, Next, Sale, Told};

/// One incident, and what it takes to say it.
pub(super) struct Page<'a> {
    pub(super) page: &'a IncidentPage,
    pub(super) zone: Tz,
    pub(super) words: &'a Words,
    pub(super) paint: Paint,
}

impl Details {
    /// What it is about, in a few words: what was seen, the code, the words on the screen, the item.
    fn about(&self, words: &Words) -> Vec<String> {
        let mut about = Vec::new();
        let lane = self.lane.as_ref();
        about.extend(lane.map(|lane| words.say_or(&format!("lane-{lane}"), lane)));
        if !self.symptom.is_empty() {
            about.push(words.say_or(&format!("guide-symptom-{}", self.symptom), &self.symptom));
        }
        if !self.item.is_empty() {
            about.push(words.item_title(&self.item));
        }
        if !self.code.is_empty() {
            about.push(words.say_with("cli-incident-code", &args!["code" => self.code.as_str()]));
        }
        if !self.screen.is_empty() {
            about.push(words.say_with(
                "cli-incident-screen",
                &args!["text" => self.screen.as_str()],
            ));
        }
        about
    }

    /// Everything that is known, on one line.
    pub(super) fn said(&self, words: &Words) -> String {
        let mut said = self.about(words);
        said.extend(self.amount_fen.map(|fen| words.money(fen)));
        said.extend(self.card.clone());
        if !self.note.is_empty() {
            said.push(self.note.clone());
        }
        plain(&said.join(" · "))
    }
}

impl IncidentLine {
    /// Where it stands.
    pub(super) fn state_said(&self, words: &Words) -> String {
        words.say_or(&format!("cli-incident-state-{}", self.state), &self.state)
    }

    /// What it is about, and that a sale is in doubt.
    pub(super) fn summary(&self, words: &Words) -> String {
        let mut said = self.details.about(words);
        if said.is_empty() {
            said.push(self.details.note.clone());
        }
        if self.pending {
            said.push(words.say("cli-incident-in-doubt"));
        }
        plain(&said.join(" · "))
    }
}

impl Sale {
    /// Amount, card and code of a sale, as far as they are known.
    pub(super) fn said(&self, words: &Words, zone: Tz) -> String {
        let mut said = vec![words.day_and_time(self.at, zone)];
        said.extend(self.amount_fen.map(|fen| words.money(fen)));
        said.extend(self.card.clone());
        if !self.code.is_empty() {
            said.push(words.say_with("cli-incident-code", &args!["code" => self.code.as_str()]));
        }
        words.say_with(
            "cli-sale-line",
            &args!["number" => self.incident_no, "sale" => plain(&said.join(" · "))],
        )
    }
}

impl Page<'_> {
    fn number(&self) -> u32 {
        self.page.line.no
    }

    fn told(&self) -> Option<&Told> {
        match self.words.lang() {
            Lang::ZhCn => self.page.told_zh.as_ref(),
            Lang::En => self.page.told_en.as_ref(),
        }
    }

    /// Just written down: what is known now, and what to do next.
    pub(super) fn opened(&self) -> Vec<String> {
        let number = args!["number" => self.number()];
        let mut lines = vec![
            self.paint
                .strong(&self.words.say_with("cli-incident-opened", &number)),
        ];
        lines.push(self.page.line.details.said(self.words));
        lines.retain(|line| !line.is_empty());
        lines.extend(self.help());
        lines.push(
            self.paint
                .quiet(&self.words.say_with("cli-incident-go-on", &number)),
        );
        lines
    }

    /// What helps with the customer waiting: no second charge, the code, whom to call, the next step.
    fn help(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if self.page.line.pending {
            let number = args!["number" => self.number()];
            lines.push(
                self.paint
                    .bad(&self.words.say("cli-incident-do-not-charge")),
            );
            lines.push(self.words.say_with("cli-incident-how-to-settle", &number));
        }
        if let Some(told) = self.told().filter(|told| !told.meaning.is_empty()) {
            let meaning = args!["code" => plain(&told.code), "meaning" => plain(&told.meaning)];
            lines.push(self.words.say_with("cli-code-title", &meaning));
            lines.push(plain(&told.advice));
        }
        if self.page.line.state == "resolved" {
            return lines;
        }
        if let Some(contact) = &self.page.to_call {
            let name = plain(&contact.name);
            lines.push(match contact.number() {
                Some(number) => self.words.say_with(
                    "cli-incident-to-call",
                    &args!["name" => name, "number" => plain(number)],
                ),
                None => self
                    .words
                    .say_with("cli-incident-to-call-no-number", &args!["name" => name]),
            });
        }
        lines.extend(self.next());
        lines.retain(|line| !line.is_empty());
        lines
    }

    /// Where first aid goes on.
    fn next(&self) -> Option<String> {
        let title = match self.page.stands_at.as_ref()? {
            Next::Step(id) => self.words.say_or(&format!("guide-{id}-title"), id),
            Next::End(id) => self.words.say_or(&format!("guide-end-{id}-title"), id),
        };
        Some(
            self.words
                .say_with("cli-incident-next", &args!["step" => title]),
        )
    }

    pub(super) fn noted(&self) -> Vec<String> {
        let number = args!["number" => self.number()];
        vec![self.words.say_with("cli-incident-noted", &number)]
    }

    pub(super) fn resolved(&self) -> Vec<String> {
        let number = args!["number" => self.number()];
        let mut lines = vec![self.words.say_with("cli-incident-resolved", &number)];
        if self.page.line.pending {
            // Resolving is about the fault; the money is another question.
            lines.push(
                self.paint
                    .care(&self.words.say("cli-incident-still-in-doubt")),
            );
            lines.push(self.words.say_with("cli-incident-how-to-settle", &number));
        }
        lines
    }

    pub(super) fn settled(&self) -> Vec<String> {
        let last = self
            .page
            .timeline
            .iter()
            .rev()
            .find_map(|event| match &event.what {
                Happened::SaleSettled { how, .. } => Some(self.settlement(how)),
                _ => None,
            });
        let number = args!["number" => self.number()];
        let mut lines = vec![self.words.say_with(
            "cli-sale-settled",
            &args!["how" => last.unwrap_or_default()],
        )];
        if self.page.line.pending {
            lines.push(
                self.paint
                    .care(&self.words.say("cli-incident-still-in-doubt")),
            );
        }
        lines.push(if self.page.line.state == "resolved" {
            self.words.say_with("cli-incident-over-too", &number)
        } else {
            self.words.say_with("cli-incident-not-over", &number)
        });
        lines
    }

    /// What became of a sale.
    pub(super) fn settlement(&self, how: &str) -> String {
        let id = how.replace('_', "-");
        self.words.say_or(&format!("cli-settlement-{id}"), how)
    }

    /// Everything.
    pub(super) fn whole(&self) -> Vec<String> {
        let line = &self.page.line;
        let number = self
            .words
            .say_with("cli-incident-title", &args!["number" => line.no]);
        let mut title = vec![
            number,
            line.state_said(self.words),
            plain(&line.till.called(self.words)),
            self.words.day_and_time(line.opened_at, self.zone),
            plain(&line.opened_by),
        ];
        title.retain(|part| !part.is_empty());
        let mut lines = vec![self.paint.strong(&title.join(" · "))];
        lines.push(line.details.said(self.words));
        lines.extend(self.facts());
        lines.retain(|line| !line.is_empty());
        lines.extend(self.help());
        let in_doubt = self.page.sales.iter().filter(|sale| sale.settled.is_none());
        lines.extend(in_doubt.map(|sale| format!("  {}", sale.said(self.words, self.zone))));
        lines.push(String::new());
        lines.push(self.paint.strong(&self.words.say("cli-incident-timeline")));
        for event in &self.page.timeline {
            lines.push(format!("  {}", self.event(event)));
        }
        if !self.page.attachments.is_empty() {
            let names = self.page.attachments.iter().map(|file| plain(&file.name));
            let names = self.words.list(&names.collect::<Vec<_>>());
            lines.push(String::new());
            lines.push(
                self.words
                    .say_with("cli-record-files", &args!["names" => names]),
            );
        }
        lines
    }

    /// Terminal, cause, who sees to it, how often.
    fn facts(&self) -> Vec<String> {
        let line = &self.page.line;
        let fact = |name: String, value: String| {
            self.words
                .say_with("cli-fact", &args!["name" => name, "value" => plain(&value)])
        };
        let mut lines = Vec::new();
        if let Some(terminal) = &line.terminal {
            let name = if terminal.name.is_empty() {
                &terminal.id
            } else {
                &terminal.name
            };
            lines.push(fact(self.words.say("field-terminal"), name.clone()));
        }
        if let Some(cause) = &line.details.cause {
            let cause = self.words.say_or(&format!("cli-cause-{cause}"), cause);
            lines.push(fact(self.words.say("cli-fact-cause"), cause));
        }
        if !line.owner.is_empty() {
            lines.push(fact(self.words.say("field-owner"), line.owner.clone()));
        }
        if let Some(due) = line.due {
            lines.push(fact(
                self.words.say("cli-fact-due"),
                self.words.day_with_year(due),
            ));
        }
        if line.times > 1 {
            lines.push(
                self.words
                    .say_with("cli-incident-times", &args!["count" => line.times]),
            );
        }
        lines
    }
}
