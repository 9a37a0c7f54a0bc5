import { describe, expect, it } from "vitest";

import { daysBetween } from "./age";

describe("the age of a sale in doubt", () => {
  it.each([
    ["2026-11-23", "2026-11-23", 0],
    ["2026-11-22", "2026-11-23", 1],
    ["2026-12-31", "2027-01-01", 1],
    ["2026-02-28", "2026-03-01", 1],
    ["2026-11-24", "2026-11-23", 0],
    ["", "2026-11-23", 0],
  ])("from %s to %s are %i days", (from, to, days) => expect(daysBetween(from, to)).toBe(days));
});
