import type { BlackBox } from "../../generated/contract";

/** The least side of a box, as a part of the picture's: smaller ones are slips of the hand. */
const LEAST = 0.01;
const STEP = 0.01;
const LONG_STEP = 0.05;

/** Where the box of the keyboard begins: as wide as a card number in most pictures, in the middle. */
export const FIRST_BOX: BlackBox = { x: 0.3, y: 0.46, w: 0.4, h: 0.08 };

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
// Sums of hundredths are none; what is sent should read as what was meant.
const tidy = (value: number): number => Math.round(value * 10_000) / 10_000;

/** The box between two points of the picture, whichever comes first; null for a slip of the hand. */
export function boxBetween(one: { x: number; y: number }, other: { x: number; y: number }): BlackBox | null {
  const [left, right] = [one.x, other.x].map((x) => within(x, 0, 1)).sort((a, b) => a - b) as [number, number];
  const [top, bottom] = [one.y, other.y].map((y) => within(y, 0, 1)).sort((a, b) => a - b) as [number, number];
  const box = { x: tidy(left), y: tidy(top), w: tidy(right - left), h: tidy(bottom - top) };
  return box.w < LEAST || box.h < LEAST ? null : box;
}

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The box after an arrow key: moved, or with Shift made larger or smaller, with Ctrl in long steps; null for others. */
export function boxAfter(
  box: BlackBox,
  { key, shiftKey, ctrlKey }: { key: string; shiftKey: boolean; ctrlKey: boolean },
): BlackBox | null {
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  const step = ctrlKey ? LONG_STEP : STEP;
  const [dx, dy] = [direction[0] * step, direction[1] * step];
  return shiftKey
    ? { ...box, w: tidy(within(box.w + dx, LEAST, 1 - box.x)), h: tidy(within(box.h + dy, LEAST, 1 - box.y)) }
    : { ...box, x: tidy(within(box.x + dx, 0, 1 - box.w)), y: tidy(within(box.y + dy, 0, 1 - box.h)) };
}
