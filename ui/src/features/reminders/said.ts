// Sentences of this page that are put together from what the core says.
import type { Hours, ReminderDay, ReminderRules, Reminders } from "../../generated/contract";
import { day as dayText, say, time } from "../../i18n";
import { addDays, countDays } from "./dates";
import type { Next } from "./next";

/** `09:00–14:00、17:00–21:00`. */
export function hoursText(shifts: readonly Hours[]): string {
  const [shift, ...others] = shifts;
  if (shift === undefined) return "";
  const { open, close } = shift;
  const first = open === close ? say("reminders-around-the-clock") : `${open}–${close}`;
  return others.length === 0 ? first : say("reminders-shifts", { first, rest: hoursText(others) });
}

/** From when to when a day reminds. */
export function planText(day: ReminderDay, rules: ReminderRules, zone: string): string {
  const [due, late] = day.reminders.map(({ at }) => time(at, zone));
  if (due === undefined) return "";
  if (late === undefined) return say("reminders-plan-due", { due });
  const last = day.last_nag_at === null ? null : time(day.last_nag_at, zone);
  const every = rules.nag_every_min;
  if (due === late) {
    return last === null ? say("reminders-plan-due", { due }) : say("reminders-plan-open", { due, every, last });
  }
  return last === null
    ? say("reminders-plan-late", { due, late })
    : say("reminders-plan-nag", { due, late, every, last });
}

/** `2月16日 周一 到 2月22日 周日`, or the one day. */
export function daysText(from: string, to: string): string {
  return from === to ? dayText(from) : say("reminders-from-to", { from: dayText(from), to: dayText(to) });
}

/** How many days, where there are several. */
export function countText(from: string, to: string): string {
  return from === to ? "" : say("reminders-days-count", { count: countDays(from, to) });
}

/** The page in one sentence: what comes next. */
export function headText(next: Next, { days, zone, rules }: Reminders): string {
  if (next.kind === "none") return say("reminders-next-none");
  if (next.kind === "nagging") return say("reminders-next-nag", { minutes: rules.nag_every_min });
  const at = time(next.at, zone);
  const today = days[0]?.day ?? "";
  if (next.day === today) return say("reminders-next-today", { time: at });
  if (next.day === addDays(today, 1)) return say("reminders-next-tomorrow", { time: at });
  return say("reminders-next-day", { day: dayText(next.day), time: at });
}

/** Who reminds at the moment, and what to do when nobody does. */
export function dutyText({ on_duty: onDuty, this_pc: { agent } }: Reminders): string {
  if (onDuty) return agent === true ? say("reminders-duty-agent") : say("reminders-duty-window");
  return agent === true ? say("reminders-duty-none-agent") : say("reminders-duty-none");
}
