import type { IncidentState, SaleLine, Settlement } from "../../generated/contract";
import type { FormName } from "./forms";

/** What the letters of the page of one incident open. */
export const LETTERS: Readonly<Record<FormName, string>> = {
  note: "N",
  call: "C",
  files: "P",
  amend: "A",
  assign: "H",
  resolve: "R",
  reopen: "R",
};

const ANSWERS: readonly Settlement[] = ["settled", "reversed", "written_off"];

/** The forms that make sense in a state; nobody is named for what is over. */
export function formsIn(state: IncidentState): FormName[] {
  return state === "resolved"
    ? ["note", "call", "files", "amend", "reopen"]
    : ["note", "call", "files", "amend", "assign", "resolve"];
}

/** What a key opens: a form, first aid, or how the one sale in doubt ended. Null leaves it to the browser. */
export function actFor(key: string, state: IncidentState, pending: readonly SaleLine[]): string | null {
  const letter = key.toUpperCase();
  if (letter === "G") return state === "resolved" ? null : "aid";
  const [sale, another] = pending;
  const answer = /^[1-3]$/.test(key) ? ANSWERS[Number(key) - 1] : undefined;
  // With several in doubt a digit would not say which.
  if (answer !== undefined) return sale && !another ? `${answer} ${sale.id}` : null;
  return formsIn(state).find((form) => LETTERS[form] === letter) ?? null;
}
