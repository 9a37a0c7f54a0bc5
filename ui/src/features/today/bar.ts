import type { Today } from "../../generated/contract";

/** What the bar above everything says: nothing, when the check is due, that it is time, that it is late, and so on. */
export type BarMode = "none" | "schedule" | "put_off" | "due" | "late" | "closed";

type Told = Pick<Today, "first_run" | "state" | "due_at" | "reminder" | "day">;

export function barOf(today: Told): BarMode {
  if (today.first_run || (today.state !== "due" && today.state !== "in_progress" && today.state !== "closed"))
    return "none";
  if (today.due_at === null) return "closed";
  if (today.reminder === null) return "schedule";
  if (today.reminder.put_off_until !== null) return "put_off";
  return today.reminder.kind === "due" ? "due" : "late";
}

/** A bar that asks for something; on the other pages only these are shown. */
export function isLoud(mode: BarMode): boolean {
  return mode === "due" || mode === "late";
}

/** Names the reminder that stands, so that each is said and sounded once; null while nothing asks for anything. */
export function alarmOf(today: Told): string | null {
  const mode = barOf(today);
  return isLoud(mode) ? `${today.day} ${mode}` : null;
}

const MINUTE_MS = 60_000;
const JUST_AFTER_MS = 100;

/**
 * How long until the opening can look different by the clock alone. What a schedule decides happens on whole minutes;
 * only a reminder that was put off comes back between them.
 */
export function nextLookMs(today: Pick<Today, "now" | "reminder">): number {
  const now = Date.parse(today.now);
  if (Number.isNaN(now)) return MINUTE_MS;
  const untils = [MINUTE_MS - (now % MINUTE_MS), Date.parse(today.reminder?.put_off_until ?? "") - now];
  return Math.min(...untils.filter((each) => each > 0)) + JUST_AFTER_MS;
}

const CALM_MS = 700;
const LONGEST_MS = 10_000;

/**
 * How long to wait before the page may move, so that nothing slips away under a finger: until the pointer has rested
 * for a moment, but never for long.
 */
export function restMs(now: number, lastTouch: number, wantedSince: number): number {
  const calm = lastTouch + CALM_MS - now;
  const longest = wantedSince + LONGEST_MS - now;
  return Math.max(0, Math.min(calm, longest));
}
