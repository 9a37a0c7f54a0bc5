import { describe, expect, it } from "vitest";

import type { Reason } from "../../generated/contract";
import { openForMinutes, untilOpening } from "./clock";
import { laneLine } from "./lane";

const reason = (code: Reason["code"]): Reason => ({ code, item: "x", fallback: null, amount_fen: null });

describe("lane line", () => {
  it("tells stories first and counts what is merely left", () => {
    const left = reason("item_left");
    const failed = reason("item_failed");
    expect(laneLine({ state: "ready", reasons: [] })).toEqual({ said: [], more: 0, left: 0 });
    expect(laneLine({ state: "unknown", reasons: [left] })).toEqual({ said: [left], more: 0, left: 0 });
    expect(laneLine({ state: "unknown", reasons: [left, left, left] })).toEqual({ said: [], more: 0, left: 3 });
    expect(laneLine({ state: "not_ready", reasons: [left, failed] })).toEqual({ said: [failed], more: 0, left: 1 });
    const many = laneLine({ state: "not_ready", reasons: [failed, failed, failed, failed] });
    expect([many.said.length, many.more]).toEqual([2, 2]);
  });
});

const opensAt = "2026-11-23T01:00:00Z";

describe("until opening", () => {
  it.each([
    [null, "2026-11-23T00:47:00Z", { kind: "closed" }],
    ["nonsense", "2026-11-23T00:47:00Z", { kind: "closed" }],
    [opensAt, "2026-11-23T00:47:00Z", { kind: "before", hours: 0, minutes: 13 }],
    [opensAt, "2026-11-23T00:59:59Z", { kind: "before", hours: 0, minutes: 1 }],
    [opensAt, "2026-11-22T22:30:00Z", { kind: "before", hours: 2, minutes: 30 }],
    [opensAt, "2026-11-23T01:00:00Z", { kind: "now" }],
    [opensAt, "2026-11-23T01:04:59Z", { kind: "now" }],
    [opensAt, "2026-11-23T01:05:01Z", { kind: "past" }],
  ])("%s at %s", (at, now, expected) => expect(untilOpening(at, now)).toEqual(expected));
});

describe("open for", () => {
  it.each([
    [null, "2026-11-23T00:47:00Z", 0],
    [opensAt, "2026-11-23T00:47:00Z", 0],
    [opensAt, "2026-11-23T01:00:59Z", 0],
    [opensAt, "2026-11-23T01:17:30Z", 17],
    [opensAt, "2026-11-23T03:05:00Z", 125],
  ])("%s at %s: %d minutes", (opens, now, minutes) => expect(openForMinutes(opens, now)).toBe(minutes));
});
