//! What entries are about, for whoever looks through what is going to leave the shop.

use serde::Serialize;
use ts_rs::TS;

/// What an entry is about, as a person would sort them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PackTopic")]
pub enum Topic {
    /// Checklists, openings and their marks.
    Openings,
    /// Incidents and sales in doubt.
    Incidents,
    /// Receipts.
    Receipts,
    /// Cases.
    Cases,
    /// Files that were taken in.
    Files,
    /// The shop, its contacts and its staff.
    Shop,
    /// Days, reminders and messages to the owner.
    Reminders,
    /// Keys, codes, timestamps, and packs that left.
    Proofs,
}

impl Topic {
    /// The topic of a kind of entry. A kind that this version does not know is about the shop.
    pub fn of(kind: &str) -> Topic {
        match kind {
            "checklist_published"
            | "opening_started"
            | "item_marked"
            | "mark_withdrawn"
            | "opening_finished" => Topic::Openings,
            "incident_opened" | "incident_noted" | "incident_amended" | "incident_assigned"
            | "incident_resolved" | "incident_reopened" | "sale_left_pending" | "sale_amended"
            | "sale_settled" | "sale_reopened" => Topic::Incidents,
            "receipt_added" | "receipt_amended" => Topic::Receipts,
            "dispute_opened" | "dispute_amended" | "dispute_linked" | "dispute_unlinked"
            | "dispute_submitted" | "dispute_closed" | "dispute_reopened" => Topic::Cases,
            "file_attached" => Topic::Files,
            "reminders_set" | "days_planned" | "reminder_fired" | "reminder_put_off"
            | "day_settled" | "clock_jumped" | "owner_told" | "follow_up_reminded"
            | "reply_reminded" => Topic::Reminders,
            "epoch_begun" | "epoch_closed" | "key_backed_up" | "key_restored" | "anchor_given"
            | "anchor_stamped" | "pack_made" => Topic::Proofs,
            _ => Topic::Shop,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Fact;

    #[test]
    fn every_kind_has_its_topic() {
        let of_the_shop: Vec<_> = Fact::KINDS
            .iter()
            .filter(|kind| Topic::of(kind) == Topic::Shop)
            .collect();
        let expected = [
            "shop_set_up",
            "provider_put",
            "terminal_put",
            "staff_put",
            "code_text_put",
        ];
        assert_eq!(of_the_shop, expected.iter().collect::<Vec<_>>());
    }
}
