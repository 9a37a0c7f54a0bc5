import { expect, test } from "vitest";

import type { IncidentState, SaleLine } from "../../generated/contract";
import { actFor, formsIn, LETTERS } from "./keys";

const sale = { id: "s1" } as SaleLine;

function check(key: string, state: IncidentState, pending: SaleLine[], act: string | null): void {
  expect(actFor(key, state, pending), `${key} while ${state}`).toBe(act);
}

test("letters open the forms that make sense", () => {
  check("n", "open", [], "note");
  check("C", "waiting", [], "call");
  check("h", "open", [], "assign");
  check("h", "resolved", [], null);
  check("r", "open", [], "resolve");
  check("r", "resolved", [], "reopen");
  check("g", "open", [], "aid");
  check("g", "resolved", [], null);
  check("x", "open", [], null);
});

test("digits answer for the one sale in doubt, and for none of several", () => {
  check("1", "open", [sale], "settled s1");
  check("2", "open", [sale], "reversed s1");
  check("3", "resolved", [sale], "written_off s1");
  check("4", "open", [sale], null);
  check("1", "open", [], null);
  check("1", "open", [sale, { ...sale, id: "s2" }], null);
});

test("no two forms of a state share a letter", () => {
  for (const state of ["open", "waiting", "resolved"] as const) {
    const letters = formsIn(state).map((form) => LETTERS[form]);
    expect(new Set(letters).size).toBe(letters.length);
    expect(letters).not.toContain("G");
  }
});
