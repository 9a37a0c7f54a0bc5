export type UntilOpening =
  { kind: "closed" } | { kind: "now" } | { kind: "past" } | { kind: "before"; hours: number; minutes: number };

const JUST_NOW_MINUTES = 5;

/** How far the door is from opening, by the core's own clock; the last minute counts as a whole one. */
export function untilOpening(opensAt: string | null, now: string): UntilOpening {
  if (opensAt === null) return { kind: "closed" };
  const minutes = Math.ceil((Date.parse(opensAt) - Date.parse(now)) / 60_000);
  if (Number.isNaN(minutes)) return { kind: "closed" };
  if (minutes > 0) return { kind: "before", hours: Math.trunc(minutes / 60), minutes: minutes % 60 };
  return minutes > -JUST_NOW_MINUTES ? { kind: "now" } : { kind: "past" };
}

/** Whole minutes that the door has been open; 0 before. */
export function openForMinutes(opensAt: string | null, now: string): number {
  const minutes = Math.floor((Date.parse(now) - Date.parse(opensAt ?? "")) / 60_000);
  return Math.max(0, Number.isNaN(minutes) ? 0 : minutes);
}
