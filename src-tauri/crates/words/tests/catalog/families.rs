//! The keys that are put together at run time, declared once: a key is `prefix + id + suffix`.
//!
//! The ids are the ones that the core names. A new id there needs its words here: add it to its list, and the check
//! asks for the rest.

/// One family of keys.
pub struct Family {
    pub prefix: &'static str,
    pub suffix: &'static str,
    pub ids: &'static [&'static str],
}

/// The items of the template.
pub const ITEMS: &[&str] = &[
    "account-normal",
    "account-settled",
    "account-enabled",
    "machine-screen",
    "machine-keys-lights",
    "machine-test-slip",
    "machine-qr-plate",
    "machine-speaker",
    "machine-untampered",
    "machine-photo",
    "network-wifi",
    "network-internet",
    "network-hotspot",
    "network-data-left",
    "limits-enough",
    "limits-qr-kind",
    "cash-float",
    "cash-detector",
    "upkeep-paper",
    "upkeep-software",
    "upkeep-licence",
    "upkeep-contacts",
];
/// The sections.
pub const SECTIONS: &[&str] = &["account", "machine", "network", "limits", "cash", "upkeep"];
const LANES: &[&str] = &["card", "qr", "cash"];
const REASONS: &[&str] = &[
    "item-failed",
    "item-left",
    "fallback-stands",
    "cash-off-target",
    "change-short",
    "value-low",
    "choice-weak",
    "nothing-checked",
];
const HEADLINES: &[&str] = &[
    "nothing-yet",
    "items-left",
    "all-ready",
    "workaround",
    "some-not-ready",
    "only-cash",
    "none-ready",
];
/// The codes of every refusal, with dashes.
pub const REFUSALS: &[&str] = &[
    "item-unknown",
    "section-unknown",
    "till-unknown",
    "value-needed",
    "value-unreadable",
    "value-out-of-range",
    "value-not-wanted",
    "choice-unknown",
    "note-needed",
    "photo-needed",
    "note-too-long",
    "text-has-control",
    "mark-unknown",
    "mark-not-current",
    "items-left",
    "already-finished",
    "nothing-to-confirm",
    "cash-off-target-needs-note",
    "attachment-unknown",
    "attachment-too-large",
    "attachment-empty",
    "attachment-unreadable",
    "day-unreadable",
    "shop-name-needed",
    "lanes-needed",
    "hours-unreadable",
    "zone-unknown",
    "input-invalid",
    "command-unknown",
    "place-too-large",
    "demo-needs-empty-folder",
    "demo-days-out-of-range",
    "folder-not-a-folder",
    "folder-read-only",
    "folder-not-creatable",
    "folder-other-owner",
    "folder-on-network",
    "folder-synced",
    "folder-busy",
    "folder-from-newer",
    "folder-not-ours",
    "folder-damaged",
    "disk-full",
    "storage-failed",
    "sqlite-too-old",
    // The window's own: the core did not answer.
    "no-answer",
    // For a code that these words do not know.
    "other",
];
const VERBS: &[&str] = &[
    "today", "check", "mark", "finish", "history", "fsck", "rebuild", "demo", "commands", "call",
];
const WEEKDAYS: &[&str] = &["1", "2", "3", "4", "5", "6", "7"];
const MONTHS: &[&str] = &[
    "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12",
];

const fn family(
    prefix: &'static str,
    ids: &'static [&'static str],
    suffix: &'static str,
) -> Family {
    Family {
        prefix,
        suffix,
        ids,
    }
}

/// Every family.
pub const FAMILIES: &[Family] = &[
    family("item-", ITEMS, ""),
    family("item-", ITEMS, "-guide"),
    family("item-", ITEMS, "-fix"),
    family("choice-", &["shop-static", "shop-dynamic", "personal"], ""),
    family("unit-", &["gb"], ""),
    family("fallback-", &["network-hotspot"], ""),
    family("cadence-", &["daily", "weekly", "monthly", "days"], ""),
    family("weight-", &["blocking", "degrading", "advisory"], ""),
    family("section-", SECTIONS, ""),
    family("lane-", LANES, ""),
    family("lane-", LANES, "-said"),
    family(
        "lane-state-",
        &["ready", "workaround", "not-ready", "unknown"],
        "",
    ),
    family("reason-", REASONS, ""),
    family("reason-", &["change-short"], "-uncounted"),
    family("reason-", &["cash-off-target"], "-over"),
    family("reason-", &["cash-off-target"], "-short"),
    family("headline-", HEADLINES, ""),
    family("headline-", &["workaround"], "-mixed"),
    family("headline-", &["only-cash"], "-uncounted"),
    family("headline-", &["items-left"], "-unclear"),
    family("result-", &["pass", "fail", "na"], ""),
    family("opening-", &["due", "in-progress", "finished"], ""),
    family("refusal-", REFUSALS, ""),
    family("refusal-", &["folder-damaged"], "-uncopied"),
    family("field-", &["note", "name", "value", "staff", "till"], ""),
    family(
        "cash-denomination-",
        &["10000", "5000", "2000", "1000", "500", "100", "50", "10"],
        "",
    ),
    family("weekday-", WEEKDAYS, ""),
    family("date-weekday-", WEEKDAYS, ""),
    family("date-month-", MONTHS, ""),
    family("cli-verb-", VERBS, ""),
    family("cli-verb-", &["help"], ""),
    family("cli-verb-", VERBS, "-long"),
];

impl Family {
    /// Every key of this family.
    pub fn keys(&self) -> impl Iterator<Item = String> {
        self.ids
            .iter()
            .map(|id| format!("{}{id}{}", self.prefix, self.suffix))
    }
}
