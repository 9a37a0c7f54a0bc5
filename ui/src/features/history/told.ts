import type { Day, DayKind, DayState, FoundIn, Headline } from "../../generated/contract";
import { headlineText, laneStateText, openingText, say } from "../../i18n";
import { spanText } from "../today/said";

/** Days that nobody finished, and of which more than a verdict is to be said. */
export function isUnfinished(state: DayState): boolean {
  return state === "missed" || state === "closed" || state === "pc_off";
}

/** The kind of a day that has no verdict, in a word or two. */
export function kindText(state: DayState, headline: Headline): string {
  // Whoever marked something did check; it is the end that is missing.
  if (state === "missed" && headline.kind !== "nothing_yet") return say("history-missed-begun");
  return openingText(state);
}

/** The kind of a day of the calendar, in a word or two. */
export function kindWord(kind: DayKind): string {
  switch (kind) {
    case "ready":
    case "workaround":
    case "unknown":
    case "not_ready":
      return laneStateText(kind);
    default:
      return openingText(kind);
  }
}

/** Where something was found. */
export function foundInText(kind: FoundIn): string {
  return {
    mark: () => say("found-in-mark"),
    finish: () => say("found-in-finish"),
    day_note: () => say("found-in-day-note"),
    incident: () => say("found-in-incident"),
    incident_note: () => say("found-in-incident-note"),
    sale: () => say("found-in-sale"),
    receipt: () => say("found-in-receipt"),
    dispute: () => say("found-in-dispute"),
    dispute_note: () => say("found-in-dispute-note"),
    file: () => say("found-in-file"),
    provider: () => say("found-in-provider"),
    terminal: () => say("found-in-terminal"),
    staff: () => say("found-in-staff"),
    code_text: () => say("found-in-code-text"),
  }[kind]();
}

/** What became of a day, in one line. */
export function dayText(state: DayState, headline: Headline): string {
  return isUnfinished(state) ? kindText(state, headline) : headlineText(headline);
}

/** The verdict of a day as it is told afterwards: what was left is no advice any more. */
export function wasText(state: DayState, headline: Headline): string {
  const left = state === "missed" && headline.kind === "items_left" && headline.left > 0;
  return left ? say("history-left", { left: headline.left }) : headlineText(headline);
}

/** Why a day is of its kind, in a sentence; null where the verdict says it all. */
export function whyText(day: Pick<Day, "state" | "headline" | "reminders" | "late_min">): string | null {
  const count = day.reminders.length;
  switch (day.state) {
    case "late":
      return say("history-why-late", { span: spanText(day.late_min) });
    case "missed":
      if (day.headline.kind !== "nothing_yet") return say("history-why-begun");
      return count > 0 ? say("history-why-missed", { count }) : say("history-why-missed-unreminded");
    case "closed":
      return say("history-why-closed");
    case "pc_off":
      return say("history-why-pc-off");
    default:
      return null;
  }
}
