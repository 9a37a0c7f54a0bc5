import { describe, expect, it } from "vitest";

import { addMonths, dayAfterKey, daysOf, monthsUpTo } from "./months";

describe("the months of a calendar", () => {
  it.each([
    ["2026-11", -2, "2026-09"],
    ["2026-01", -1, "2025-12"],
    ["2026-12", 1, "2027-01"],
    ["2026-11", -24, "2024-11"],
  ])("%s and %i are %s", (month, count, other) => expect(addMonths(month, count)).toBe(other));

  it("are half a year, oldest first", () => {
    expect(monthsUpTo("2026-02")).toEqual(["2025-09", "2025-10", "2025-11", "2025-12", "2026-01", "2026-02"]);
  });

  it.each([
    ["2026-11", 6, 30],
    ["2026-06", 0, 30],
    ["2028-02", 1, 29],
  ])("%s leaves %i places empty and has %i days", (month, before, count) => {
    const page = daysOf(month);
    expect([page.before, page.days.length]).toEqual([before, count]);
    expect(page.days[0]).toBe(`${month}-01`);
  });

  it.each([
    ["2026-11-01", "ArrowLeft", "2026-10-31"],
    ["2026-11-30", "ArrowRight", "2026-12-01"],
    ["2026-11-03", "ArrowUp", "2026-10-27"],
    ["2026-11-03", "ArrowDown", "2026-11-10"],
    ["2026-11-18", "Home", "2026-11-01"],
    ["2026-11-18", "End", "2026-11-30"],
    ["2026-10-31", "PageDown", "2026-11-30"],
    ["2026-03-31", "PageUp", "2026-02-28"],
    ["2026-11-18", "PageUp", "2026-10-18"],
    ["2026-11-18", "Enter", null],
  ])("from %s %s leads to %s", (day, key, next) => expect(dayAfterKey(day, key)).toBe(next));
});
