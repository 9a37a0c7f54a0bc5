// What was typed into a form, as the core takes it. The core reads the texts; nothing is decided here.
import type { Cause, Details, IncidentForm, Lane, LaneEffect } from "../../generated/contract";
import { majorOf } from "../records/figures";

/** The fields as they stand in the form of an incident that is known. */
export function givenBy(details: Details): Record<string, string> {
  return {
    till: details.till,
    terminal: details.terminal ?? "",
    lane: details.lane ?? "",
    symptom: details.symptom ?? "",
    code: details.code ?? "",
    screen: details.screen ?? "",
    amount: majorOf(details.amount_fen ?? null),
    // Of a card of which only its end is known the end is shown; stars would have to be typed around.
    card: (details.card ?? "").replace(/^\*+/, ""),
    cause: details.cause ?? "",
    lane_effect: details.lane_effect ?? "none",
    note: details.note ?? "",
  };
}

/** Only what was typed goes to the core; what is left out stays as it is, or is found by the core. */
export function formOf(typed: Readonly<Record<string, string>>): IncidentForm {
  const form: IncidentForm = {};
  for (const field of ["till", "terminal", "symptom", "code", "screen", "amount", "card", "note"] as const) {
    const text = typed[field];
    if (text !== undefined) form[field] = text;
  }
  if (typed["lane"]) form.lane = typed["lane"] as Lane;
  if (typed["cause"]) form.cause = typed["cause"] as Cause;
  if (typed["lane_effect"]) form.lane_effect = typed["lane_effect"] as LaneEffect;
  return form;
}
