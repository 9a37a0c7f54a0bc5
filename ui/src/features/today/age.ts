import type { SaleLine, Today } from "../../generated/contract";
import { day, say, time } from "../../i18n";

/** Business days from one to the other. */
export function daysBetween(from: string, to: string): number {
  const days = Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
  return Number.isNaN(days) ? 0 : Math.max(0, days);
}

/** How long a sale has been waiting: the hour today, else since which day. */
export function ageText(sale: Pick<SaleLine, "day" | "at">, today: Pick<Today, "day" | "shop">): string {
  const count = daysBetween(sale.day, today.day);
  if (count === 0) return say("aid-today-since-today", { time: time(sale.at, today.shop.zone) });
  return count === 1 ? say("aid-today-since-yesterday") : say("aid-today-since", { day: day(sale.day), count });
}
