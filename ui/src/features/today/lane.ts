import type { LaneVerdict, Reason, TodayItem, Lane } from "../../generated/contract";

export type LaneLine = { said: Reason[]; more: number; left: number };

const SAID = 2;

/** The reasons of a lane as one line holds them: those with a story first, rows merely left as a number. */
export function laneLine(verdict: LaneVerdict): LaneLine {
  const left = verdict.reasons.filter((reason) => reason.code === "item_left");
  const told = verdict.reasons.filter((reason) => reason.code !== "item_left");
  const said = left.length === 1 && told.length === 0 ? left : told.slice(0, SAID);
  return { said, more: Math.max(0, told.length - SAID), left: said === left ? 0 : left.length };
}

/** The cash that was counted today, where the lane is about cash. */
export function countedFen(lane: Lane, items: readonly TodayItem[]): number | null {
  if (lane !== "cash") return null;
  const value = items.find((item) => item.kind === "cash" && item.result === "pass")?.value;
  return typeof value === "object" && value !== null ? value.total_fen : null;
}
