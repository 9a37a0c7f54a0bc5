// How the form of a case is filled, and how it is sent.
import type { DisputeForm, DisputeKind, DisputePage } from "../../../generated/contract";
import { majorOf } from "../../records/figures";
import { addDays, parseDay } from "../../reminders/dates";

const TEXTS = ["provider", "channel", "amount", "notice_no", "said", "reference", "trace", "card", "story"] as const;
const DAYS = ["notice_on", "reply_by", "sold_on"] as const;

/** The fields of a case as its form holds them. */
export function givenBy({ details }: DisputePage): Record<string, string> {
  return {
    kind: details.kind,
    amount: majorOf(details.amount_fen ?? null),
    notice_on: details.notice_on,
    reply_by: details.reply_by ?? "",
    sold_on: details.sold_on ?? "",
    // Of a card of which only its end is known the end is shown; stars would have to be typed around.
    card: (details.card ?? "").replace(/^\*+/, ""),
    ...Object.fromEntries(
      (["provider", "channel", "notice_no", "said", "reference", "trace", "story"] as const).map((field) => [
        field,
        details[field] ?? "",
      ]),
    ),
  };
}

/**
 * A day as typed: one without a year is the next such day for an answer, and the last such day for a notice and a
 * sale. What is no day goes to the core as it is, which says so.
 */
export function dayAs(field: (typeof DAYS)[number], typed: string, today: string): string {
  const base = field === "reply_by" ? today : addDays(today, -364);
  return parseDay(typed.normalize("NFKC"), base) ?? typed;
}

/** What was typed, as the core takes it. What is left out stays as it was. */
export function formOf(typed: Readonly<Record<string, string>>, today: string): DisputeForm {
  const form: DisputeForm = {};
  for (const field of TEXTS) {
    const text = typed[field];
    if (text !== undefined) form[field] = text;
  }
  for (const field of DAYS) {
    const text = typed[field];
    if (text !== undefined) form[field] = text.trim() === "" ? "" : dayAs(field, text, today);
  }
  if (typed["kind"]) form.kind = typed["kind"] as DisputeKind;
  return form;
}
