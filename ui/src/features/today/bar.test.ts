import { describe, expect, it } from "vitest";

import type { Standing, Today } from "../../generated/contract";
import { alarmOf, barOf, nextLookMs, restMs } from "./bar";

const standing = (more: Partial<Standing>): Standing => ({
  kind: "due",
  since: "2026-11-23T00:30:00Z",
  late_min: 0,
  put_off_until: null,
  ...more,
});
const today = (more: Partial<Today>): Parameters<typeof barOf>[0] => ({
  first_run: false,
  state: "due",
  day: "2026-11-23",
  due_at: "2026-11-23T00:30:00Z",
  reminder: null,
  ...more,
});
const putOff = standing({ put_off_until: "2026-11-23T00:51:20Z" });

describe("the bar of the day", () => {
  it.each([
    ["none", { first_run: true, reminder: standing({}) }],
    ["none", { state: "finished" }],
    ["none", { state: "late" }],
    ["schedule", {}],
    ["schedule", { state: "in_progress" }],
    ["due", { reminder: standing({}) }],
    ["due", { state: "in_progress", reminder: standing({}) }],
    ["late", { reminder: standing({ kind: "late", late_min: 17 }) }],
    ["late", { reminder: standing({ kind: "nag", late_min: 17 }) }],
    ["put_off", { reminder: putOff }],
    ["closed", { state: "closed", due_at: null }],
    ["closed", { state: "in_progress", due_at: null }],
  ] as const)("is %s for %j", (mode, more) => expect(barOf(today(more))).toBe(mode));

  it("is an alarm anew when it turns late, when a put-off ends, and each day, but not while the minutes pass", () => {
    const due = alarmOf(today({ reminder: standing({}) }));
    expect(due).not.toBeNull();
    expect(alarmOf(today({ reminder: standing({}), state: "in_progress" }))).toBe(due);
    const late = alarmOf(today({ reminder: standing({ kind: "late", late_min: 1 }) }));
    expect(alarmOf(today({ reminder: standing({ kind: "late", late_min: 2 }) }))).toBe(late);
    expect(alarmOf(today({ day: "2026-11-24", reminder: standing({}) }))).not.toBe(due);
    expect(late).not.toBe(due);
    expect(alarmOf(today({ reminder: putOff }))).toBeNull();
    expect(alarmOf(today({}))).toBeNull();
    expect(alarmOf(today({ state: "finished" }))).toBeNull();
  });
});

describe("when to look again", () => {
  it.each([
    ["2026-11-23T00:29:58Z", null, 2_100],
    ["2026-11-23T00:29:58.250Z", null, 1_850],
    ["2026-11-23T00:30:00Z", null, 60_100],
    ["2026-11-23T00:51:10Z", "2026-11-23T00:51:20Z", 10_100],
    ["2026-11-23T00:41:30Z", "2026-11-23T00:51:20Z", 30_100],
    ["2026-11-23T00:51:50Z", "2026-11-23T00:51:20Z", 10_100],
    ["nonsense", null, 60_000],
  ])("at %s, put off until %j: in %d ms", (now, until, ms) =>
    expect(nextLookMs({ now, reminder: until === null ? null : standing({ put_off_until: until }) })).toBe(ms),
  );
});

describe("a page that is about to move", () => {
  it.each([
    ["nobody ever touched it", 5_000, -Infinity, 5_000, 0],
    ["touched just now", 5_000, 5_000, 5_000, 700],
    ["touched half a second ago", 5_000, 4_500, 4_900, 200],
    ["at rest", 5_000, 4_200, 4_900, 0],
    ["touched again and again", 14_800, 14_700, 5_000, 200],
    ["for too long", 15_100, 15_000, 5_000, 0],
  ])("%s", (_, now, last, since, ms) => expect(restMs(now, last, since)).toBe(ms));
});
