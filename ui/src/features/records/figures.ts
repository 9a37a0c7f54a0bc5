// How a slip writes things, and how a field takes them back.
import type { Fen } from "../../generated/contract";

/** An amount as a field holds it: `128.00`; empty for none. */
export function majorOf(fen: Fen | null): string {
  if (fen === null) return "";
  const whole = String(Math.abs(fen)).padStart(3, "0");
  return `${fen < 0 ? "-" : ""}${whole.slice(0, -2)}.${whole.slice(-2)}`;
}

/** A card as it is shown: `622202 **** 0128`, or `**** 6620`. */
export function cardText(card: string | null): string {
  return (card ?? "").replace(/^(\d*)\*+(\d*)$/, "$1 **** $2").trim();
}

/** Digits in groups, as they are read out: `822100058120117` is `8221 0005 8120 117`. */
export function grouped(digits: string): string {
  return /^[0-9A-Z]{9,}$/.test(digits) ? digits.replaceAll(/(.{4})(?=.)/g, "$1 ") : digits;
}

/** An instant as a field holds it, on the shop's wall: `2026-11-23 12:31:05`. */
export function slipTime(instant: string, zone: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return "";
  try {
    // The Swedish form of a date is the ISO one.
    return new Intl.DateTimeFormat("sv", { timeZone: zone, dateStyle: "short", timeStyle: "medium" }).format(at);
  } catch {
    return at.toISOString();
  }
}

/** An hour alone is today's: `12:31` becomes `2026-11-23 12:31`. Anything else stays as it was typed. */
export function wholeTime(typed: string, today: string): string {
  const hour = /^(\d{1,2}):(\d{2}(?::\d{2})?)$/.exec(typed.normalize("NFKC").trim());
  return hour ? `${today} ${hour[1]?.padStart(2, "0")}:${hour[2]}` : typed;
}

/** Whole minutes from seconds, never less than one for a call that was one. */
export const minutesOfSeconds = (seconds: number): number => Math.max(1, Math.round(seconds / 60));
