import type { Reminders, Standing } from "../../generated/contract";

/** What comes next: a reminder, the same one again and again until somebody checks, or nothing in sight. */
export type Next = { kind: "at"; day: string; at: string } | { kind: "nagging" } | { kind: "none" };

/**
 * The next reminder. `standing` is the one that stands for today: once it was time, only what stands can ring again,
 * for nobody is reminded of a check that was due before the shop was set up.
 */
export function nextReminder({ now, days }: Pick<Reminders, "now" | "days">, standing: Standing | null): Next {
  const instant = Date.parse(now);
  const later = (at: string): boolean => Date.parse(at) > instant;
  const [today, ...coming] = days;
  if (today && !today.done) {
    const [due] = today.reminders;
    const open = today.reminders.find(({ at }) => later(at));
    const begun = due !== undefined && !later(due.at);
    if (open && (!begun || standing)) return { kind: "at", day: today.day, at: open.at };
    if (standing && today.last_nag_at !== null && later(today.last_nag_at)) return { kind: "nagging" };
  }
  for (const { day, reminders } of coming) {
    const [first] = reminders;
    if (first) return { kind: "at", day, at: first.at };
  }
  return { kind: "none" };
}
