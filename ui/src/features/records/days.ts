import { addDays, parseDay } from "../reminders/dates";

/** Two days as they were typed. */
export type Span = { from: string; to: string };

/** A day that was typed to look for something; without a year it is the last such day, for one looks in the past. */
function pastDay(typed: string, today: string): string | null {
  return parseDay(typed.normalize("NFKC"), addDays(today, -364));
}

/** Whether something was typed that is no day. */
export function isUnread(typed: string, today: string): boolean {
  return typed.trim() !== "" && pastDay(typed, today) === null;
}

/** The days of a span that can be read, as a command asks for them. */
export function spanOf(typed: Span, today: string): Partial<Span> {
  const [from, to] = [pastDay(typed.from, today), pastDay(typed.to, today)];
  return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
}
