import { describe, expect, it } from "vitest";

import { addDays, countDays, parseDay } from "./dates";

describe("days as typed", () => {
  const base = "2026-11-23";
  it.each([
    ["2-16", "2027-02-16"],
    ["2/16", "2027-02-16"],
    ["2月16日", "2027-02-16"],
    ["2月16号", "2027-02-16"],
    [" 12.1 ", "2026-12-01"],
    ["11-23", "2026-11-23"],
    ["11-22", "2027-11-22"],
    ["2027-2-6", "2027-02-06"],
    ["2027年2月6日", "2027-02-06"],
    ["2026-01-01", "2026-01-01"],
    ["16 Feb", "2027-02-16"],
    ["Feb 16", "2027-02-16"],
    ["december 24", "2026-12-24"],
    ["2-29", "2028-02-29"],
    ["2-30", null],
    ["13-1", null],
    ["16 Foo", null],
    ["春节", null],
    ["", null],
  ])("reads %j as %j", (typed, day) => expect(parseDay(typed, base)).toBe(day));

  it("counts over months, years and leap days", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
    expect(countDays("2027-02-16", "2027-02-22")).toBe(7);
    expect(countDays("2027-02-16", "2027-02-16")).toBe(1);
    expect(countDays("2027-02-16", "2027-02-15")).toBe(0);
  });
});
