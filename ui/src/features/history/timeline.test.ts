import { describe, expect, it } from "vitest";

import type { DayIncident, ReceiptLine, SaleLine } from "../../generated/contract";
import { channelKind, eventsOf } from "./timeline";

const day = {
  reminders: [
    { kind: "due", planned_at: "2026-11-19T00:30:00Z", at: "2026-11-19T02:40:00Z", tardy: true },
    { kind: "nag", planned_at: "2026-11-19T03:00:00Z", at: "2026-11-19T03:00:20Z", tardy: false },
  ],
  owner_told: [{ at: "2026-11-19T02:41:00Z", channel: "wecom-1" }],
  clock_jumps: [{ at: "2026-11-19T02:40:00Z", from: "2026-11-19T00:12:00Z" }],
  finish: { at: "2026-11-19T03:05:00.500Z", actor: "早班", note: "" },
  incidents: [],
  sales: [],
  receipts: [],
} satisfies Parameters<typeof eventsOf>[0];

const nothing = { reminders: [], owner_told: [], clock_jumps: [], incidents: [], sales: [], receipts: [] };

describe("the events of a day", () => {
  it("hold each incident with its end, the sales in doubt and the slips", () => {
    const incident = { opened_at: "2026-11-19T02:02:00Z", resolved_at: "2026-11-19T02:17:00Z" } as DayIncident;
    const open = { opened_at: "2026-11-19T02:30:00Z", resolved_at: null } as DayIncident;
    const sale = { at: "2026-11-19T02:05:00Z" } as SaleLine;
    const receipt = { at: "2026-11-19T02:10:00Z" } as ReceiptLine;
    const whole = { ...nothing, finish: null, incidents: [incident, open], sales: [sale], receipts: [receipt] };
    expect(eventsOf(whole).map((event) => event.what)).toEqual(["incident", "sale", "receipt", "resolved", "incident"]);
  });

  it("stand in the order of the clock, a clock that was set before what it set off", () => {
    expect(eventsOf(day).map((event) => event.what)).toEqual(["clock", "reminder", "told", "reminder", "finish"]);
  });

  it("say for when a reminder was meant only when it came late", () => {
    const reminders = eventsOf(day).filter((event) => event.what === "reminder");
    expect(reminders.map((event) => event.plannedAt)).toEqual(["2026-11-19T00:30:00Z", null]);
  });

  it("are none on a day that left none", () => {
    expect(eventsOf({ ...nothing, finish: null })).toEqual([]);
  });

  it.each([
    ["wecom-1", "wecom"],
    ["server_chan-12", "server_chan"],
    ["json", "json"],
  ])("channel %s is of kind %s", (id, kind) => expect(channelKind(id)).toBe(kind));
});
