import { mkdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";

import { openCode, withHotline } from "../lib/aid";
import { setUpAt } from "../lib/calendar";
import { ZONE } from "../lib/clock";
import type { Shop } from "../lib/shop";
import { expect, goTo, openToday, testAt as test, type Page } from "../lib/test";

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

/** Some minutes before opening, with yesterday and the weeks before it looked at. */
async function beforeOpening(shop: Shop, name: string): Promise<void> {
  await shop.cli("demo", "--days", "40", "--seed", "11", "--until", "2026-11-22");
  await shop.startAt("2026-11-23 08:41");
  await shop.setUp({ name, zone: ZONE });
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
  await shop.setClock("2026-11-23 08:47");
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
  await shop.start();
  await page.goto(shop.url);
  await page.getByTestId("shop-name").fill("示例面馆");
  await draw(page, "first-run");
});

for (const { name, locale, note } of [
  { name: "reminders", locale: "zh-CN", note: "春节" },
  { name: "reminders-en", locale: "en-US", note: "Spring Festival" },
] as const) {
  test.describe(name, () => {
    test.use({ locale });
    test("draw", async ({ page, shop }) => {
      await setUpAt(shop, "2026-11-22 12:00");
      await shop.startAt("2026-11-23 08:12");
      await shop.call("keep_this_pc", { agent: true });
      await shop.call("plan_days", { from: "2026-11-27", plan: "open", shifts: [{ open: "10:00", close: "16:00" }] });
      await shop.call("plan_days", { from: "2027-02-05", to: "2027-02-12", plan: "closed", note });
      await openToday(page, shop);
      await page.getByTestId("nav-reminders").click();
      await expect(page.getByTestId("page-reminders")).toBeVisible();
      await page.mouse.move(1360, 760);
      await draw(page, name);
    });
  });
}

test("history and history-day", async ({ page, shop }) => {
  await beforeOpening(shop, "示例面馆");
  await shop.call("keep_place", { place: { staff: "早班" } });
  await halfWay(page, shop, "早班", "路由器红灯");
  await page.getByTestId("nav-history").click();
  const days = page.getByTestId("history-days").locator("li");
  await expect(days.first()).toBeVisible();
  await page.mouse.move(1360, 760);
  await draw(page, "history");
  await days
    .filter({ has: page.locator(".failures") })
    .last()
    .getByRole("button")
    .click();
  await expect(page.getByTestId("past-mark").first()).toBeVisible();
  await draw(page, "history-day");
});

for (const { name, locale, shopName } of [
  { name: "case", locale: "zh-CN", shopName: "示例面馆" },
  { name: "case-en", locale: "en-US", shopName: "Sample Noodles" },
] as const) {
  test.describe(name, () => {
    test.use({ locale });
    test("draw", async ({ page, shop }) => {
      await beforeOpening(shop, shopName);
      await openToday(page, shop);
      await page.getByTestId("nav-evidence").click();
      await page.getByTestId("case-2").getByRole("button").click();
      await expect(page.getByTestId("page-case")).toBeVisible();
      await page.mouse.move(1360, 760);
      await draw(page, name);
    });
  });
}

for (const { name, locale, shopName, staff, company, terminal } of [
  { name: "first-aid", locale: "zh-CN", shopName: "示例面馆", staff: "早班", company: "示例收单", terminal: "柜台" },
  {
    name: "first-aid-en",
    locale: "en-US",
    shopName: "Sample Noodles",
    staff: "Morning",
    company: "Sample Acquiring",
    terminal: "Counter",
  },
] as const) {
  test.describe(name, () => {
    test.use({ locale });
    test("draw", async ({ page, shop }) => {
      await setUpAt(shop, "2026-11-23 12:31");
      await shop.setUp({ name: shopName, zone: ZONE });
      await withHotline(shop, { company, terminal });
      await shop.call("keep_place", { place: { staff } });
      // The third time within the month, which the page says as well.
      for (const amount of ["36", "52.5"]) {
        await shop.call("open_incident", { form: { code: "96", amount } }, staff);
        const [sale] = await shop.call("list_pending_sales", {});
        await shop.call("settle_sale", { sale: sale?.id ?? "", form: { how: "reversed", note: "95…" } }, staff);
      }
      await openToday(page, shop);
      await openCode(page, "96");
      await page.keyboard.press("e");
      await page.getByTestId("number-amount").fill("128");
      await page.keyboard.press("Tab");
      await page.keyboard.type("6620");
      await page.keyboard.press("Enter");
      await expect(page.getByTestId("aid-sale")).toContainText("6620");
      await page.mouse.move(1360, 760);
      await draw(page, name);
    });
  });
}
