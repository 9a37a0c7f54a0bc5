import type { LaneState, DayState, Verdict } from "../generated/contract";

/** From the best to the worst; the sign of a day is that of its worst lane. */
const ORDER: readonly LaneState[] = ["ready", "workaround", "unknown", "not_ready"];

export function worstOf(verdict: Verdict, state: DayState): LaneState {
  if (state === "due") return "unknown";
  const states = Object.values(verdict).map((lane) => lane.state);
  return states.reduce((worst, each) => (ORDER.indexOf(each) > ORDER.indexOf(worst) ? each : worst), "ready");
}
