/** Pieces as typed, by denomination in fen; an empty field counts none. */
export type Pieces = Readonly<Record<string, string>>;

const MOST_PIECES = 100_000;
/** The screen shows small change as the core counts it: pieces up to ten yuan. */
const SMALL_FROM_FEN = 1000;

export function piecesOf(typed: string | undefined): number {
  return typed !== undefined && /^\d{1,6}$/.test(typed) ? Number(typed) : 0;
}

export function totalOf(pieces: Pieces): number {
  return Object.entries(pieces).reduce((sum, [fen, typed]) => sum + Number(fen) * piecesOf(typed), 0);
}

export function smallOf(pieces: Pieces): number {
  return totalOf(Object.fromEntries(Object.entries(pieces).filter(([fen]) => Number(fen) <= SMALL_FROM_FEN)));
}

export function step(typed: string | undefined, by: 1 | -1): string {
  const next = Math.min(MOST_PIECES, Math.max(0, piecesOf(typed) + by));
  return next === 0 ? "" : String(next);
}

/** Fen as the core reads them: major units with a dot. */
export function major(fen: number): string {
  const sign = fen < 0 ? "-" : "";
  const whole = Math.abs(fen);
  const part = whole % 100;
  return `${sign}${Math.trunc(whole / 100)}${part === 0 ? "" : `.${String(part).padStart(2, "0")}`}`;
}

/** Major units as typed; null while it is no amount yet. */
export function fenOf(typed: string): number | null {
  const match = /^(\d{1,9})(?:[.。](\d{1,2}))?$/.exec(typed.trim());
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}

/** A count as the core reads it, `100x5 0.5x2`; null when nothing was counted. */
export function countText(pieces: Pieces): string | null {
  const parts = Object.entries(pieces)
    .map(([fen, typed]): [number, number] => [Number(fen), piecesOf(typed)])
    .filter(([, count]) => count > 0)
    .sort(([left], [right]) => right - left)
    .map(([fen, count]) => `${major(fen)}x${count}`);
  return parts.length === 0 ? null : parts.join(" ");
}
