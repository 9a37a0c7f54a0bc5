import type { Hours, Lane, SetUpShop, Shop, Till } from "../../generated/contract";
import { fenOf, major } from "../today/cash";

export type DayForm = { works: boolean; open: string; close: string };

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
const USUAL: Hours = { open: "09:00", close: "21:00" };
const WEEK = 7;

export function formFrom(shop: Shop): ShopForm {
  const usual = shop.opens.find((hours) => hours !== null) ?? USUAL;
  const days = Array.from({ length: WEEK }, (_, index): DayForm => {
    const hours = shop.opens[index] ?? null;
    return { works: hours !== null, open: (hours ?? usual).open, close: (hours ?? usual).close };
  });
  return {
    name: shop.name,
    lanes: [...shop.lanes],
    perDay: days.some((day) => !day.works || day.open !== usual.open || day.close !== usual.close),
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
  return same && (draft["days"] as unknown[]).length === WEEK ? (draft as ShopForm) : form;
}

/** What to send, or null while an amount cannot be read as money; everything else is the core's to judge. */
export function inputFrom(form: ShopForm): SetUpShop | null {
  const [target, tolerance, change] = [fenOf(form.target), fenOf(form.tolerance), fenOf(form.changeMin)];
  if (target === null || tolerance === null || change === null) return null;
  const first = form.days[0];
  const hours = (day: DayForm | undefined): Hours | null =>
    day && (day.works || !form.perDay) ? { open: tidyTime(day.open), close: tidyTime(day.close) } : null;
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

/** The next till, with an id that no other has. */
export function nextTill(tills: readonly Till[]): Till {
  const numbers = tills.map((till) => Number(/^till-(\d+)$/.exec(till.id)?.[1] ?? 0));
  return { id: `till-${Math.max(0, ...numbers) + 1}`, name: "" };
}
