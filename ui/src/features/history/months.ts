// The pages of a calendar: months as rows of weeks, and the way from day to day.
import { addDays } from "../reminders/dates";

/** Months of one look: half a year. */
export const MONTHS_SHOWN = 6;

/** A month from another: `2026-11` and -2 are `2026-09`. */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const all = year * 12 + number - 1 + count;
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, "0")}`;
}

/** The months of a look that ends with this one, oldest first. */
export function monthsUpTo(last: string): string[] {
  return Array.from({ length: MONTHS_SHOWN }, (_, n) => addMonths(last, n - MONTHS_SHOWN + 1));
}

export const firstDay = (month: string): string => `${month}-01`;
export const lastDay = (month: string): string => addDays(firstDay(addMonths(month, 1)), -1);

/** The days of a month, and how many places of its first week stay empty: weeks begin on Monday. */
export function daysOf(month: string): { before: number; days: string[] } {
  const first = firstDay(month);
  const before = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const days = Number(lastDay(month).slice(8));
  return { before, days: Array.from({ length: days }, (_, n) => addDays(first, n)) };
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** The day that a key leads to; null for other keys. */
export function dayAfterKey(day: string, key: string): string | null {
  const step = STEPS[key];
  if (step !== undefined) return addDays(day, step);
  const month = day.slice(0, 7);
  if (key === "Home") return firstDay(month);
  if (key === "End") return lastDay(month);
  if (key !== "PageUp" && key !== "PageDown") return null;
  const other = addMonths(month, key === "PageUp" ? -1 : 1);
  // The 31st of a month that has none is its last day.
  return [`${other}-${day.slice(8)}`, lastDay(other)].sort()[0] ?? null;
}
