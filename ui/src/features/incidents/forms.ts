import type { IncidentPage } from "../../generated/contract";
import { parseDay } from "../reminders/dates";
import { minutesOf } from "../reminders/minutes";
import { majorOf } from "../records/figures";
import { Unread } from "../records/form.svelte";
import { Typed, type Drafts } from "../records/typed";
import { say } from "../../i18n";
import { givenBy } from "./read";

/** The forms of the page of one incident, one open at a time. */
export const FORMS = ["note", "call", "files", "amend", "assign", "resolve", "reopen"] as const;
export type FormName = (typeof FORMS)[number];

/** What the fields of each form hold before anybody types. */
function given(form: string, page: IncidentPage): Record<string, string> {
  switch (form) {
    case "call":
      return { hotline: page.to_call?.hotline?.value ?? "" };
    case "amend":
      return givenBy(page.details);
    case "assign":
      return { owner: page.owner, due: page.due ?? "", waiting: page.state === "waiting" ? "yes" : "" };
    case "resolve":
      return { loss: majorOf(page.loss_fen) };
    default:
      return {};
  }
}

/** What is typed into one form of an incident. */
export function typedIn(drafts: () => Drafts, form: string, page: () => IncidentPage): Typed {
  return new Typed(drafts, page().id, form, () => given(form, page()));
}

/** Seconds from minutes as typed; nothing typed is none. */
export function secondsIn(typed: Typed, field: string): number {
  const text = typed.text(field).trim();
  if (text === "") return 0;
  const minutes = minutesOf(text);
  if (minutes === null) throw new Unread(field, () => say("incident-call-minutes-unread"));
  return minutes * 60;
}

/** A day as typed, `11-30`; null for none. One without a year is the next such day from `today` on. */
export function dayIn(typed: Typed, field: string, today: string): string | null {
  const text = typed.text(field).trim();
  if (text === "") return null;
  const day = parseDay(text.normalize("NFKC"), today);
  if (day === null) throw new Unread(field, () => say("incident-assign-due-unread"));
  return day;
}
