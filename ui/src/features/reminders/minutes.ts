/** The most that the contract's number can hold; the core says what is sensible. */
const MOST = 65_535;

/** Whole minutes as typed, full-width digits included; null when it is no such number. */
export function minutesOf(typed: string): number | null {
  const text = typed.trim().normalize("NFKC");
  return /^\d{1,9}$/.test(text) ? Math.min(Number(text), MOST) : null;
}

/** The next round number in a direction: from 32 by steps of five it goes to 35 or to 30. */
export function stepped(value: number, by: 1 | -1, step: number, [min, max]: readonly [number, number]): number {
  const next = by > 0 ? Math.floor(value / step) * step + step : Math.ceil(value / step) * step - step;
  return Math.max(min, Math.min(max, next));
}
