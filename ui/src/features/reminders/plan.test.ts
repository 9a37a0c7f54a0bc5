import { describe, expect, it } from "vitest";

import type { PlannedDay } from "../../generated/contract";
import { planBack, runsOf } from "./plan";

const closed = (day: string, note = ""): PlannedDay => ({ day, note, plan: "closed" });
const open = (day: string, from: string): PlannedDay => ({
  day,
  note: "",
  plan: "open",
  shifts: [{ open: from, close: "20:00" }],
});

describe("planned days", () => {
  it("are one run as long as they follow one another and are alike", () => {
    const days = [
      closed("2026-12-30", "元旦"),
      closed("2026-12-31", "元旦"),
      closed("2027-01-01", "元旦"),
      closed("2027-01-02"),
      open("2027-01-03", "10:00"),
      open("2027-01-04", "10:00"),
      open("2027-01-05", "11:00"),
      closed("2027-02-16"),
    ];
    expect(runsOf(days).map(({ from, to, closed }) => [from, to, closed])).toEqual([
      ["2026-12-30", "2027-01-01", true],
      ["2027-01-02", "2027-01-02", true],
      ["2027-01-03", "2027-01-04", false],
      ["2027-01-05", "2027-01-05", false],
      ["2027-02-16", "2027-02-16", true],
    ]);
    expect(runsOf([])).toEqual([]);
  });

  it("go back to what they were, and no further than asked", () => {
    const before = [closed("2026-12-31"), closed("2027-01-01"), open("2027-01-03", "10:00"), closed("2027-02-16")];
    expect(planBack(before, "2027-01-01", "2027-01-04")).toEqual([
      { from: "2027-01-01", to: "2027-01-04", plan: "usual" },
      { from: "2027-01-01", to: "2027-01-01", plan: "closed", note: "" },
      {
        from: "2027-01-03",
        to: "2027-01-03",
        plan: "open",
        shifts: [{ open: "10:00", close: "20:00" }],
        note: "",
      },
    ]);
    expect(planBack(before, "2027-02-16", "2027-02-16")).toEqual([
      { from: "2027-02-16", to: "2027-02-16", plan: "closed", note: "" },
    ]);
    expect(planBack([], "2027-02-16", "2027-02-16")).toEqual([{ from: "2027-02-16", to: "2027-02-16", plan: "usual" }]);
  });
});
