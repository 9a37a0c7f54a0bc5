import type { Day, DayIncident, ReceiptLine, ReminderKind, SaleLine } from "../../generated/contract";

/** One thing that happened on a day, apart from the marks. */
export type DayEvent = { at: string } & (
  | { what: "reminder"; kind: ReminderKind; plannedAt: string | null }
  | { what: "told"; channel: string }
  | { what: "clock"; from: string }
  | { what: "finish"; actor: string; note: string }
  | { what: "incident"; incident: DayIncident }
  | { what: "resolved"; incident: DayIncident }
  | { what: "sale"; sale: SaleLine }
  | { what: "receipt"; receipt: ReceiptLine }
);

type Told = Pick<Day, "reminders" | "owner_told" | "clock_jumps" | "finish" | "incidents" | "sales" | "receipts">;

/** What happened on a day in the order of the clock; of a reminder that came at its time the plan is not said again. */
export function eventsOf(day: Told): DayEvent[] {
  const events: DayEvent[] = [
    ...day.clock_jumps.map(({ at, from }): DayEvent => ({ what: "clock", at, from })),
    ...day.reminders.map(({ at, kind, planned_at, tardy }): DayEvent => ({
      what: "reminder",
      at,
      kind,
      plannedAt: tardy ? planned_at : null,
    })),
    ...day.owner_told.map(({ at, channel }): DayEvent => ({ what: "told", at, channel })),
    ...day.incidents.map((incident): DayEvent => ({ what: "incident", at: incident.opened_at, incident })),
    ...day.incidents.flatMap((incident): DayEvent[] =>
      incident.resolved_at === null ? [] : [{ what: "resolved", at: incident.resolved_at, incident }],
    ),
    ...day.sales.map((sale): DayEvent => ({ what: "sale", at: sale.at, sale })),
    ...day.receipts.map((receipt): DayEvent => ({ what: "receipt", at: receipt.at, receipt })),
    ...(day.finish ? [{ what: "finish" as const, ...day.finish }] : []),
  ];
  return events.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

/** The kind of a channel, whose id is that and a number: `wecom-1`. */
export function channelKind(id: string): string {
  return id.replace(/-\d+$/, "");
}
