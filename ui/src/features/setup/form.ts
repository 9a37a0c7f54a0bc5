import type { Hours, Lane, SetUpShop, Shop, Till } from "../../generated/contract";
import { fenOf, major } from "../today/cash";

export type ShiftForm = { open: string; close: string };
export type DayForm = { works: boolean; shifts: ShiftForm[] };

/** The shop as it is typed: everything is text until the core has read it. */
export type ShopForm = {
  name: string;
  lanes: Lane[];
  perDay: boolean;
  days: DayForm[];
  zone: string;
  cutOff: string;
  tills: Till[];
  target: string;
  tolerance: string;
  changeMin: string;
};

export const LANES: readonly Lane[] = ["card", "qr", "cash"];
/** Most shifts of a day that the core takes. */
export const MOST_SHIFTS = 4;
export const USUAL: Hours = { open: "09:00", close: "21:00" };
const WEEK = 7;

/** Shifts to type in; a day without any starts from those given. */
export function shiftsFrom(hours: readonly Hours[], usual: readonly Hours[] = [USUAL]): ShiftForm[] {
  return (hours.length === 0 ? usual : hours).map(({ open, close }) => ({ open, close }));
}

/** Shifts as the core reads them. */
export function hoursFrom(shifts: readonly ShiftForm[]): Hours[] {
  return shifts.map(({ open, close }) => ({ open: tidyTime(open), close: tidyTime(close) }));
}

/** One more shift, to be typed: nobody can guess how long the pause is. */
export function addShift(shifts: readonly ShiftForm[]): ShiftForm[] {
  return [...shifts, { open: "", close: "" }];
}

export function formFrom(shop: Shop): ShopForm {
  const usual = shop.opens.find((hours) => hours.length > 0) ?? [USUAL];
  const days = Array.from({ length: WEEK }, (_, index): DayForm => {
    const hours = shop.opens[index] ?? [];
    return { works: hours.length > 0, shifts: shiftsFrom(hours, usual) };
  });
  const same = JSON.stringify(shiftsFrom(usual));
  return {
    name: shop.name,
    lanes: [...shop.lanes],
    perDay: days.some((day) => !day.works || JSON.stringify(day.shifts) !== same),
    days,
    zone: shop.zone,
    cutOff: shop.cut_off,
    tills: shop.tills.map((till) => ({ ...till })),
    target: major(shop.float.target_fen),
    tolerance: major(shop.float.tolerance_fen),
    changeMin: major(shop.float.change_min_fen),
  };
}

/** A kept draft over the shop as it is; what the draft does not hold, or holds in another shape, comes from the shop. */
export function formWith(draft: Record<string, unknown> | null, shop: Shop): ShopForm {
  const form = formFrom(shop);
  if (draft === null) return form;
  const same = Object.entries(form).every(
    ([name, value]) => typeof draft[name] === typeof value && Array.isArray(draft[name]) === Array.isArray(value),
  );
  return same && isWeek(draft["days"]) ? (draft as ShopForm) : form;
}

function isWeek(days: unknown): boolean {
  const isDay = (day: unknown): boolean =>
    typeof day === "object" && day !== null && "shifts" in day && Array.isArray(day.shifts) && day.shifts.length > 0;
  return Array.isArray(days) && days.length === WEEK && days.every(isDay);
}

/** What to send, or null while an amount cannot be read as money; everything else is the core's to judge. */
export function inputFrom(form: ShopForm): SetUpShop | null {
  const [target, tolerance, change] = [fenOf(form.target), fenOf(form.tolerance), fenOf(form.changeMin)];
  if (target === null || tolerance === null || change === null) return null;
  const first = form.days[0];
  const hours = (day: DayForm | undefined): Hours[] =>
    day && (day.works || !form.perDay) ? hoursFrom(day.shifts) : [];
  return {
    name: form.name,
    lanes: LANES.filter((lane) => form.lanes.includes(lane)),
    opens: form.days.map((day) => hours(form.perDay ? day : first)),
    zone: form.zone.trim(),
    cut_off: tidyTime(form.cutOff),
    tills: form.tills.map((till) => ({ ...till })),
    float: { target_fen: target, tolerance_fen: tolerance, change_min_fen: change },
  };
}

/** An hour as people type it at a till, `9` or `930` or `9：30`, in the one form that the core reads. */
export function tidyTime(typed: string): string {
  const text = typed.trim().replace("：", ":");
  const match = /^(\d{1,2})(?::?(\d{2}))?$/.exec(text);
  return match ? `${(match[1] ?? "").padStart(2, "0")}:${match[2] ?? "00"}` : text;
}

type Refused = { code: string; params: Readonly<Record<string, string | number>> };

/** The day whose hours a refusal is about, by its place in the form; null when it is about something else. */
export function refusedDay(form: ShopForm, { code, params }: Refused): number | null {
  const about = (shifts: readonly Hours[]): boolean => {
    if (code === "hours_unreadable")
      return shifts.some((one) => [one.open, one.close].includes(String(params["value"])));
    const named = shifts.find((one) => one.open === params["open"] && one.close === params["close"]);
    if (named === undefined) return false;
    // The same hours may be right on another day; wrong they are only beside a shift that they run into.
    return code === "hours_past_cut_off" || (code === "shifts_overlap" && overlaps(named, shifts, form.cutOff));
  };
  const days = form.perDay ? form.days : form.days.slice(0, 1);
  const found = days.findIndex((day) => (day.works || !form.perDay) && about(hoursFrom(day.shifts)));
  return found < 0 ? null : found;
}

const MINUTES_A_DAY = 1440;

function overlaps(shift: Hours, all: readonly Hours[], cutOff: string): boolean {
  const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  const since = (clock: string): number => (minutes(clock) - minutes(cutOff) + MINUTES_A_DAY) % MINUTES_A_DAY;
  const [opens, closes] = [since(shift.open), since(shift.close) || MINUTES_A_DAY];
  return all.some(
    (other) => other !== shift && since(other.open) < closes && opens < (since(other.close) || MINUTES_A_DAY),
  );
}

/** The next till, with an id that no other has. */
export function nextTill(tills: readonly Till[]): Till {
  const numbers = tills.map((till) => Number(/^till-(\d+)$/.exec(till.id)?.[1] ?? 0));
  return { id: `till-${Math.max(0, ...numbers) + 1}`, name: "" };
}
