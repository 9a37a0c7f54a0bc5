import { mkdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";

import { expect, goTo, openToday, test, zoneAt, type Page } from "../lib/test";
import type { Shop } from "../lib/shop";

const folder = resolve(process.env["PICTURES_DIR"] ?? join("..", "..", "docs", "pictures"));
const MOST_BYTES = 200 * 1024;

test.describe.configure({ mode: "default" });

async function draw(page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: "disabled", caret: "hide" });
  expect((await stat(path)).size, `${name} is too heavy for a README`).toBeLessThan(MOST_BYTES);
}

/** A quarter of an hour before opening, with yesterday and the weeks before it looked at. */
async function beforeOpening(shop: Shop, name: string): Promise<void> {
  await shop.demo(40, 11, 1, 8);
  const opens = new Date(Date.now() + 13 * 60_000);
  const hour = 8 + (opens.getUTCHours() === new Date().getUTCHours() ? 0 : 1);
  const open = `0${hour}:${String(opens.getUTCMinutes()).padStart(2, "0")}`;
  await shop.noon({ name, zone: zoneAt(8), opens: Array.from({ length: 7 }, () => ({ open, close: "21:00" })) });
}

/** This morning: the network's way out is down and the hotspot stands in; only a picture is still to be taken. */
async function halfWay(page: Page, shop: Shop, staff: string, note: string): Promise<void> {
  const pass = (item: string, more = {}) => shop.call("mark_item", { item, result: "pass", ...more }, staff);
  for (const section of ["account", "machine"]) await shop.call("confirm_section", { section }, staff);
  await pass("network-wifi");
  await shop.call("mark_item", { item: "network-internet", result: "fail", note }, staff);
  await pass("network-hotspot");
  await pass("limits-enough");
  await pass("cash-float", { value: "100x3 20x4 10x5 5x8 1x30 0.5x7" });
  await pass("upkeep-paper");
  await openToday(page, shop);
  await goTo(page, "machine-photo");
}

for (const { name, locale, colorScheme, shopName, staff, note } of [
  { name: "today", locale: "zh-CN", colorScheme: "light", shopName: "示例面馆", staff: "早班", note: "路由器红灯" },
  {
    name: "today-en",
    locale: "en-US",
    colorScheme: "light",
    shopName: "Sample Noodles",
    staff: "Morning",
    note: "Router light is red",
  },
  { name: "today-dark", locale: "zh-CN", colorScheme: "dark", shopName: "示例面馆", staff: "早班", note: "路由器红灯" },
] as const) {
  test.describe(name, () => {
    test.use({ locale, colorScheme });
    test("draw", async ({ page, shop }) => {
      await beforeOpening(shop, shopName);
      await shop.call("keep_place", { place: { staff } });
      await halfWay(page, shop, staff, note);
      await draw(page, name);
    });
  });
}

test("first-run", async ({ page, shop }) => {
  await page.goto(shop.url);
  await page.getByTestId("shop-name").fill("示例面馆");
  await draw(page, "first-run");
});

// The past is drawn in the zone in which it was, so that its hours are those of mornings.
test("history and history-day", async ({ page, shop }) => {
  const today = new Intl.DateTimeFormat("sv", { timeZone: "Asia/Shanghai" }).format(new Date());
  const until = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
  await shop.cli("demo", "--days", "40", "--seed", "11", "--until", until);
  await shop.call("keep_place", { place: { staff: "早班" } });
  await halfWay(page, shop, "早班", "路由器红灯");
  await page.getByTestId("nav-history").click();
  const days = page.getByTestId("history-days").locator("li");
  await expect(days.first()).toBeVisible();
  await page.mouse.move(1360, 760);
  await draw(page, "history");
  await days
    .filter({ has: page.locator(".failures") })
    .nth(1)
    .getByRole("button")
    .click();
  await expect(page.getByTestId("past-mark").first()).toBeVisible();
  await draw(page, "history-day");
});
