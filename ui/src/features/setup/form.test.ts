import { describe, expect, it } from "vitest";

import type { Shop } from "../../generated/contract";
import { addShift, formFrom, formWith, inputFrom, nextTill, refusedDay, tidyTime } from "./form";

const hours = { open: "09:00", close: "21:00" };
const shop: Shop = {
  name: "",
  zone: "Asia/Shanghai",
  cut_off: "04:00",
  lanes: ["card", "qr", "cash"],
  opens: Array.from({ length: 7 }, () => [hours]),
  tills: [{ id: "till-1", name: "" }],
  float: { target_fen: 50000, tolerance_fen: 2000, change_min_fen: 10000 },
  demo: false,
  by_default: true,
};

describe("shop form", () => {
  it("gives back what it was made from", () => {
    const input = inputFrom(formFrom(shop));
    expect(input).toEqual({
      name: "",
      zone: "Asia/Shanghai",
      cut_off: "04:00",
      lanes: shop.lanes,
      opens: shop.opens,
      tills: shop.tills,
      float: shop.float,
    });
    const uneven = { ...shop, opens: [[], ...shop.opens.slice(2), [{ open: "10:00", close: "02:00" }]] };
    expect(formFrom(uneven).perDay).toBe(true);
    expect(inputFrom(formFrom(uneven))?.opens).toEqual(uneven.opens);
  });

  it("holds several shifts a day, for all days or for one", () => {
    const two = [
      { open: "08:00", close: "13:00" },
      { open: "17:00", close: "22:00" },
    ];
    const even = { ...shop, opens: shop.opens.map(() => two) };
    expect(formFrom(even).perDay).toBe(false);
    expect(inputFrom(formFrom(even))?.opens).toEqual(even.opens);
    const market = { ...shop, opens: [...shop.opens.slice(1), two] };
    expect(formFrom(market).perDay).toBe(true);
    expect(inputFrom(formFrom(market))?.opens).toEqual(market.opens);
    expect(addShift(two)).toEqual([...two, { open: "", close: "" }]);
  });

  it("knows the day that a refusal is about", () => {
    const [early, late] = [
      { open: "08:00", close: "13:00" },
      { open: "12:00", close: "20:00" },
    ];
    const opens = [[late], [early], [early, late], ...shop.opens.slice(3)];
    const form = formFrom({ ...shop, opens });
    expect(refusedDay(form, { code: "shifts_overlap", params: late })).toBe(2);
    expect(refusedDay(form, { code: "hours_past_cut_off", params: { ...early, cut_off: "10:00" } })).toBe(1);
    expect(refusedDay(form, { code: "hours_unreadable", params: { value: "21:00" } })).toBe(3);
    expect(refusedDay(form, { code: "hours_unreadable", params: { value: "soon" } })).toBeNull();
    expect(refusedDay(form, { code: "shop_name_needed", params: {} })).toBeNull();
    expect(refusedDay({ ...form, perDay: false }, { code: "hours_past_cut_off", params: early })).toBeNull();
  });

  it("gives one line of hours to every day", () => {
    const form = formFrom(shop);
    Object.assign(form.days[0] ?? {}, { shifts: [{ open: "8", close: "2030" }] });
    expect(inputFrom(form)?.opens).toEqual(Array.from({ length: 7 }, () => [{ open: "08:00", close: "20:30" }]));
  });

  it("waits for amounts that can be read as money", () => {
    expect(inputFrom({ ...formFrom(shop), target: "viel" })).toBeNull();
    expect(inputFrom({ ...formFrom(shop), target: "503.5" })?.float?.target_fen).toBe(50350);
  });

  it("takes a draft over the shop, unless its shape is another", () => {
    const draft = { ...formFrom(shop), name: "街口面馆" };
    expect(formWith(JSON.parse(JSON.stringify(draft)), shop).name).toBe("街口面馆");
    expect(formWith({ name: 3 }, shop)).toEqual(formFrom(shop));
    const onePairADay = { ...draft, days: draft.days.map(() => ({ works: true, open: "09:00", close: "21:00" })) };
    expect(formWith(onePairADay, shop)).toEqual(formFrom(shop));
    expect(formWith(null, shop)).toEqual(formFrom(shop));
  });

  it.each([
    ["9", "09:00"],
    ["930", "09:30"],
    ["0930", "09:30"],
    ["9：05", "09:05"],
    [" 09:00 ", "09:00"],
    ["soon", "soon"],
    ["", ""],
  ])("writes %j as %j", (typed, tidy) => expect(tidyTime(typed)).toBe(tidy));

  it("numbers tills past the highest", () => {
    expect(nextTill([{ id: "till-1", name: "" }])).toEqual({ id: "till-2", name: "" });
    expect(
      nextTill([
        { id: "till-7", name: "" },
        { id: "side", name: "" },
      ]).id,
    ).toBe("till-8");
  });
});
