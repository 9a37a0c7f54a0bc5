import type { Hours, PlanDays, PlannedDay } from "../../generated/contract";
import { addDays } from "./dates";

/** Planned days that follow one another and are planned alike. */
export type Run = { from: string; to: string; closed: boolean; shifts: Hours[]; note: string };

const shiftsOf = (day: PlannedDay): Hours[] => (day.plan === "open" ? day.shifts : []);

/** Single planned days as people think of them: a holiday is one thing, not seven. */
export function runsOf(planned: readonly PlannedDay[]): Run[] {
  const runs: Run[] = [];
  for (const day of planned) {
    const last = runs.at(-1);
    const run = { from: day.day, to: day.day, closed: day.plan === "closed", shifts: shiftsOf(day), note: day.note };
    const goesOn =
      last !== undefined &&
      addDays(last.to, 1) === day.day &&
      last.closed === run.closed &&
      last.note === run.note &&
      JSON.stringify(last.shifts) === JSON.stringify(run.shifts);
    if (goesOn) last.to = day.day;
    else runs.push(run);
  }
  return runs;
}

/** What has to be planned so that the days between are again as they were. */
export function planBack(before: readonly PlannedDay[], from: string, to: string): PlanDays[] {
  const inside = before.filter(({ day }) => day >= from && day <= to);
  const again = runsOf(inside).map((run): PlanDays => ({
    from: run.from,
    to: run.to,
    note: run.note,
    ...(run.closed ? { plan: "closed" } : { plan: "open", shifts: run.shifts }),
  }));
  // Nothing is taken back that the first plan covers anyway: each one is an entry of its own.
  const [first] = again;
  const covered = first !== undefined && first.from === from && first.to === to;
  return covered ? again : [{ from, to, plan: "usual" }, ...again];
}
