// Days as people write them down, and the little arithmetic that plans need. A day is `2026-11-23` everywhere.

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAY_MS = 86_400_000;

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** From one day to another, both counted; negative or zero when they stand the wrong way round. */
export function countDays(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
}

function dayOf(year: number, month: number, date: number): string | null {
  const day = `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
  const found = new Date(`${day}T00:00:00Z`);
  // February the 30th is read as a day of March.
  return !Number.isNaN(found.getTime()) && found.toISOString().slice(0, 10) === day ? day : null;
}

/**
 * A day as typed: `2-16`, `2月16日`, `16 Feb`, `2027-02-16`. One without a year is the next such day from `base` on.
 * Null when it is no day.
 */
export function parseDay(typed: string, base: string): string | null {
  const text = typed.trim().toLowerCase().replaceAll(/\s+/g, " ");
  const whole = /^(\d{4})[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,2})[日号]?$/.exec(text);
  if (whole) return dayOf(Number(whole[1]), Number(whole[2]), Number(whole[3]));
  const [month, date] = monthAndDate(text);
  const year = Number(base.slice(0, 4));
  // Leap days come every four years, but for the turns of three centuries out of four.
  for (let next = year; next <= year + 8; next += 1) {
    const day = dayOf(next, month, date);
    if (day !== null && day >= base) return day;
  }
  return null;
}

function monthAndDate(text: string): [month: number, date: number] {
  const figures = /^(\d{1,2})[-/.月] ?(\d{1,2})[日号]?$/.exec(text);
  if (figures) return [Number(figures[1]), Number(figures[2])];
  const named = /^(\d{1,2})\.? ([a-z]{3,9})\.?$/.exec(text) ?? /^([a-z]{3,9})\.? (\d{1,2})$/.exec(text);
  const [one = "", two = ""] = named?.slice(1) ?? [];
  const [name, date] = /\d/.test(one) ? [two, one] : [one, two];
  return [MONTHS.indexOf(name.slice(0, 3)) + 1, Number(date)];
}
