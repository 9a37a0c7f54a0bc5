import type { Refusal } from "../../ipc/refusal";

/** Refusals that can only be about one field, and so do not name it. */
const BY_CODE: Readonly<Record<string, string>> = {
  card_unreadable: "card",
  code_unreadable: "code",
  terminal_unknown: "terminal",
  till_unknown: "till",
  symptom_unknown: "symptom",
  provider_unknown: "provider",
  notice_to_come: "notice_on",
  sold_after_notice: "sold_on",
  reply_by_out_of_range: "reply_by",
  way_needed: "way",
  sent_to_come: "sent_at",
  incident_unknown: "which",
  opening_unknown: "day",
  pack_unknown: "pack",
  already_linked: "which",
  nothing_to_link: "files",
  evidence_needed: "note",
  too_many_files: "files",
  attachment_unknown: "files",
};

/** Which of a form's fields a refusal is about; null when it is about none of them, or about all. */
export function fieldOf(
  { code, params }: Pick<Refusal, "code" | "params">,
  typed: Readonly<Record<string, string>>,
  fields: readonly string[],
): string | null {
  const named = params["field"];
  if (typeof named === "string" && fields.includes(named)) return named;
  if (code === "note_too_long") {
    // The core counts characters, not halves of them.
    const long = fields.find((field) => [...(typed[field] ?? "")].length === params["length"]);
    return long ?? (fields.includes("note") ? "note" : null);
  }
  if (code === "day_unreadable") {
    // Of several days the one that reads so was meant.
    return (
      fields.find((field) => typed[field]?.trim() === String(params["value"]).trim()) ?? first(fields, "due", "day")
    );
  }
  const field = BY_CODE[code];
  // A form asks for the reason under the one name or the other.
  if (code === "reason_needed") return first(fields, "why", "note");
  if (code === "receipt_unknown") return first(fields, "receipt", "which");
  return field !== undefined && fields.includes(field) ? field : null;
}

const first = (fields: readonly string[], ...wanted: string[]): string | null =>
  wanted.find((field) => fields.includes(field)) ?? null;
