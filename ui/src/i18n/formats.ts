import type { Language } from "./languages";
import { language } from "./live.svelte";

// Making an Intl formatter is slow enough to notice in a long list, so each is made once.
const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = locale + JSON.stringify(options);
  const known = dates.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  dates.set(name, made);
  return made;
}

function numberFormat(locale: string, digits: number | null): Intl.NumberFormat {
  const name = `${locale} ${digits}`;
  const known = numbers.get(name);
  if (known) return known;
  const made = new Intl.NumberFormat(
    locale,
    digits === null ? { maximumFractionDigits: 6 } : { minimumFractionDigits: digits, maximumFractionDigits: digits },
  );
  numbers.set(name, made);
  return made;
}

/** Money from integer fen: `1,503.50 元` or `¥1,503.50`. */
export function money(fen: number, as: Language = language()): string {
  const sign = fen < 0 ? "-" : "";
  const figure = numberFormat(as, 2).format(Math.abs(fen) / 100);
  return as === "zh-CN" ? `${sign}${figure} 元` : `${sign}¥${figure}`;
}

/** A number as the language writes it. */
export function number(value: number, as: Language = language()): string {
  return numberFormat(as, null).format(value);
}

function dayParts(day: string, as: Language): Record<string, string> {
  const noon = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(noon.getTime())) return {};
  const options = { timeZone: "UTC", year: "numeric", month: "short", day: "numeric", weekday: "short" } as const;
  return Object.fromEntries(
    dateFormat(as, options)
      .formatToParts(noon)
      .map(({ type, value }) => [type, value]),
  );
}

/** A business day (`2026-11-23`) without its year: `11月23日 周一` or `Mon 23 Nov`. */
export function day(value: string, as: Language = language()): string {
  const { month, day: date, weekday } = dayParts(value, as);
  if (month === undefined || date === undefined || weekday === undefined) return value;
  return as === "zh-CN" ? `${month.replace(/月$/, "")}月${date}日 ${weekday}` : `${weekday} ${date} ${month}`;
}

/** A business day with its year: `2026年11月23日 周一` or `Mon 23 Nov 2026`. */
export function dayWithYear(value: string, as: Language = language()): string {
  const { year } = dayParts(value, as);
  if (year === undefined) return value;
  return as === "zh-CN" ? `${year}年${day(value, as)}` : `${day(value, as)} ${year}`;
}

/** A month (`2026-11`), with its year where that is not plain: `2026年11月` or `Nov 2026`. */
export function monthText(value: string, withYear: boolean, as: Language = language()): string {
  const { year, month } = dayParts(`${value}-01`, as);
  if (year === undefined || month === undefined) return value;
  const name = as === "zh-CN" ? `${month.replace(/月$/, "")}月` : month;
  if (!withYear) return name;
  return as === "zh-CN" ? `${year}年${name}` : `${name} ${year}`;
}

/** An instant (RFC 3339, UTC) as the hour on the shop's wall: `08:47`. */
export function time(instant: string, zone: string, as: Language = language()): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  try {
    const options = { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
    return dateFormat(as, options).format(at);
  } catch {
    // A zone that this web view does not know: the hour in UTC, and said so, is better than a wrong one.
    return `${at.toISOString().slice(11, 16)} UTC`;
  }
}

/** An instant with its day on the shop's calendar: `11月23日 周一 08:47` or `Mon 23 Nov 08:47`. */
export function dayAndTime(instant: string, zone: string, as: Language = language()): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  try {
    // The Swedish form of a date is the ISO one.
    const local = dateFormat("sv", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
    return `${day(local, as)} ${time(instant, zone, as)}`;
  } catch {
    return `${day(at.toISOString().slice(0, 10), as)} ${time(instant, zone, as)}`;
  }
}
