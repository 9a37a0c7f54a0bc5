import type { Today } from "../../generated/contract";
import { say, time } from "../../i18n";
import { openForMinutes, untilOpening } from "./clock";

/** A stretch of time as people say it. */
export function spanText(minutes: number): string {
  if (minutes < 60) return say("span-minutes", { minutes });
  return say("span-hours", { hours: Math.trunc(minutes / 60), minutes: minutes % 60 });
}

/** How far the door is from opening. */
export function openingText(today: Pick<Today, "opens_at" | "now" | "shop">): string {
  const until = untilOpening(today.opens_at, today.now);
  if (until.kind === "closed") return say("today-no-opening");
  if (until.kind === "now") return say("today-opens-now");
  if (until.kind === "past") return say("today-already-open", { time: time(today.opens_at ?? "", today.shop.zone) });
  return say("today-to-opening", { span: spanText(until.hours * 60 + until.minutes) });
}

/** What the reminder that stands asks for. */
export function reminderText(today: Pick<Today, "opens_at" | "now" | "shop" | "reminder">): string {
  if (today.reminder?.kind === "due") return say("today-reminder-due", { rest: openingText(today) });
  const open = openForMinutes(today.opens_at, today.now);
  return open === 0 ? say("today-reminder-late-now") : say("today-reminder-late", { span: spanText(open) });
}
