import type { Reminders } from "../../generated/contract";
import { time } from "../../i18n";

/** The hour at which each open day's check is due, when it is the same one on all of them. */
export function usualDue({ days, zone }: Pick<Reminders, "days" | "zone">): string | null {
  const dues = days.flatMap((day) => day.reminders.filter((one) => one.kind === "due"));
  const hours = new Set(dues.map((due) => time(due.at, zone)));
  const [hour] = hours;
  return hours.size === 1 && hour !== undefined ? hour : null;
}
