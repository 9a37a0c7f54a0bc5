import { expect, test } from "vitest";

import type { Details, IncidentLine, TimelineEvent } from "../../generated/contract";
import { earlierOf, standingBefore } from "./changes";

const details = (more: Partial<Details>): Details => ({ till: "till-1", ...more });

function line(no: number, more: Partial<Details>, times = 1): IncidentLine {
  return {
    id: `i${no}`,
    no,
    day: "2026-11-23",
    state: "open",
    till: { id: "till-1", name: "" },
    terminal: null,
    opened_at: "",
    opened_by: "",
    details: details(more),
    owner: "",
    due: null,
    times,
    pending: false,
  };
}

test("the earlier ones of a fault have its code, else its symptom, else its item, at its terminal", () => {
  const others = [
    line(6, { code: "96", terminal: "terminal-1" }),
    line(5, { code: "91", terminal: "terminal-1" }),
    line(4, { code: "96", terminal: "terminal-2" }),
    line(3, { code: "96", symptom: "network", terminal: "terminal-1" }),
    line(2, { symptom: "network", terminal: "terminal-1" }),
    line(1, { code: "96", terminal: "terminal-1" }),
  ];
  const found = (incident: IncidentLine): number[] => earlierOf(incident, others).map(({ no }) => no);
  expect(found(line(5, { code: "96", terminal: "terminal-1" }, 3))).toEqual([3, 1]);
  // Not more than the core counted: the oldest may lie too far back.
  expect(found(line(5, { code: "96", terminal: "terminal-1" }, 2))).toEqual([3]);
  expect(found(line(7, { symptom: "network", terminal: "terminal-1" }, 2))).toEqual([2]);
  expect(found(line(7, { item: "machine-screen", terminal: "terminal-1" }, 2))).toEqual([]);
});

test("an amendment is compared with what stood before it, not with the beginning", () => {
  const event = (id: string, what: TimelineEvent["what"]): TimelineEvent => ({ id, at: "", actor: "", what });
  const [first, second, third] = [details({ code: "96" }), details({ code: "91" }), details({ code: "68" })];
  const before = standingBefore([
    event("a", { kind: "opened", details: first, attachments: [] }),
    event("b", { kind: "said", text: "x" }),
    event("c", { kind: "amended", details: second }),
    event("d", { kind: "amended", details: third }),
  ]);
  expect([...before]).toEqual([
    ["c", first],
    ["d", second],
  ]);
});
