import type { Page } from "@playwright/test";

import { ZONE } from "./clock";
import { Owner } from "./owner";
import type { Shop } from "./shop";

/** The settings of a shop whose door opens at nine on every day but Sunday, on a clock of its own. */
export async function setUpAt(shop: Shop, local: string): Promise<void> {
  await shop.startAt(local);
  const open = [{ open: "09:00", close: "21:00" }];
  await shop.setUp({
    zone: ZONE,
    opens: [...Array.from({ length: 6 }, () => open), []],
  });
}

/** Waits until the loop has written what the hour asks for. */
async function until(what: string, is: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    if (await is()) return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error(`not in fifteen seconds: ${what}`);
}

export async function remindedTimes(shop: Shop, day: string, times: number): Promise<void> {
  await until(`${times} reminders on ${day}`, async () => {
    return (await shop.call("show_day", { day })).reminders.length >= times;
  });
}

/**
 * A week with every kind of day, put on record by the real loop as it lives through it: in time, late, begun and left,
 * missed with a clock that was set and an owner who was told, closed by plan, closed by the week, and a day on which
 * the PC stayed off.
 */
export async function everyKindOfDay(shop: Shop, staff = "早班", note = "装修"): Promise<void> {
  await setUpAt(shop, "2026-11-16 12:00");

  await shop.startAt("2026-11-17 08:36");
  await shop.passAll();
  await shop.call("finish_opening", {}, staff);

  await shop.startAt("2026-11-18 09:17");
  await remindedTimes(shop, "2026-11-18", 2);
  await shop.passAll("network-internet");
  await shop.call("mark_item", { item: "network-internet", result: "fail", note: "路由器红灯" }, staff);
  await shop.call("finish_opening", {}, staff);

  // A clock that is set is noticed by a loop that has seen it before.
  await shop.startAt("2026-11-19 08:12");
  await until("the loop is on duty", async () => (await shop.call("show_reminders", {})).on_duty);
  const owner = await Owner.listen();
  await shop.call("put_alert_channel", { channel: { kind: "json", url: owner.url("/late") } });
  await shop.setClock("2026-11-19 10:40");
  await remindedTimes(shop, "2026-11-19", 2);
  await until("the owner is told", async () => {
    return (await shop.call("show_day", { day: "2026-11-19" })).owner_told.length > 0;
  });
  await shop.call("remove_alert_channel", { id: "json-1" });
  await owner.close();

  await shop.startAt("2026-11-20 08:40");
  await shop.call("confirm_section", { section: "account" }, staff);
  await remindedTimes(shop, "2026-11-20", 1);
  await shop.call("plan_days", { from: "2026-11-21", plan: "closed", note });

  // Saturday is planned as closed, Sunday always is, and on Monday the PC stays off.
  await shop.startAt("2026-11-24 08:12");
  await until("the days gone by are put on record", async () => {
    return (await shop.call("list_history", {})).days.some((each) => each.day === "2026-11-23");
  });
}

/** Opens the page of one day from the history. */
export async function openDay(page: Page, day: string): Promise<void> {
  await page.getByTestId("nav-history").click();
  await page.getByTestId(`day-${day}`).getByRole("button").click();
  await page.getByTestId("page-day").waitFor();
}
