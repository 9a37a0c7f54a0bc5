import { existsSync, readFileSync } from "node:fs";

import { clean } from "../lib/axe";
import { expect, test, type Page } from "../lib/test";
import type { Shop } from "../lib/shop";

/** Opens the menu of a report by keyboard, saves it this way, and gives back where it is and what it holds. */
async function save(page: Page, testid: string, way: string): Promise<{ path: string; bytes: Buffer }> {
  const saved = page.getByTestId(`${testid}-saved`);
  const before = (await saved.textContent()) ?? "";
  await page.getByTestId(testid).press("Enter");
  await expect(page.getByTestId(`${testid}-menu`)).toBeVisible();
  await page.getByTestId(`${testid}-${way}`).press("Enter");
  await expect(page.getByTestId(`${testid}-menu`)).toBeHidden();
  await expect(page.getByTestId(testid)).toBeFocused();
  const said = async (): Promise<string> => (await saved.textContent()) ?? "";
  await expect.poll(async () => (await said()).includes("kaizhang-") && (await said()) !== before).toBe(true);
  const path = (await said()).replace(/^[^/]*/, "");
  expect(existsSync(path)).toBe(true);
  return { path, bytes: readFileSync(path) };
}

const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 5).toString() === "%PDF-";

async function demo(page: Page, shop: Shop, days: number): Promise<void> {
  await shop.demo(days, 7, 1);
  await shop.noon();
  await page.goto(shop.url);
  await page.getByTestId("nav-history").click();
  await expect(page.getByTestId("history-days")).toBeVisible();
}

test("a day is saved as a PDF, in one language or both, and the screen says where", async ({ page, shop }) => {
  await demo(page, shop, 3);
  await page.getByTestId("history-days").locator("li").nth(1).getByRole("button").first().click();
  // The menu is left as any other, and the page behind it stays.
  const button = page.getByTestId("day-report");
  await button.press("Enter");
  await expect(page.getByTestId("day-report-pdf")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByTestId("day-report-both")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByTestId("day-report-pdf")).toBeFocused();
  await clean(page, "a day with the menu of its report");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("day-report-menu")).toBeHidden();
  await expect(button).toBeFocused();
  await expect(page.getByTestId("page-day")).toBeVisible();

  const one = await save(page, "day-report", "pdf");
  expect(one.path).toContain("kaizhang-day-");
  expect(isPdf(one.bytes)).toBe(true);
  // Once more makes another file, never the same one anew.
  const both = await save(page, "day-report", "both");
  expect(both.path).toContain("-2.pdf");
  expect(both.bytes.length).toBeGreaterThan(one.bytes.length * 1.1);
});

for (const locale of ["zh-CN", "en-US"]) {
  test.describe(locale, () => {
    test.use({ locale });

    test("any month of the calendar is saved from beside it", async ({ page, shop }) => {
      await demo(page, shop, 70);
      await page.getByTestId("month-report").press("Enter");
      const month = page.getByTestId("month-report-month");
      await expect(month).toBeFocused();
      const newest = (await shop.today()).day.slice(0, 7);
      await expect(month).toHaveValue(newest);
      await clean(page, "history with the menu of the month");
      const earlier = await month.locator("option").nth(1).getAttribute("value");
      await month.selectOption(earlier);
      await page.keyboard.press("Escape");
      const { path, bytes } = await save(page, "month-report", "pdf");
      expect(path).toContain(`kaizhang-month-${earlier}`);
      expect(isPdf(bytes)).toBe(true);
    });
  });
}

test("an incident and a case are saved where they stand", async ({ page, shop }) => {
  await shop.setUp();
  const incident = await shop.call("open_incident", { form: { symptom: "network", note: "外网断了" } });
  const dispute = await shop.call("open_dispute", { form: { kind: "chargeback", amount: "128" } });
  await page.goto(shop.url);
  await page.getByTestId("nav-incidents").click();
  await page.locator(`#incident-${incident.id}`).click();
  const first = await save(page, "incident-report", "pdf");
  expect([first.path, isPdf(first.bytes)]).toEqual([expect.stringContaining("kaizhang-incident-1"), true]);
  await page.getByTestId("nav-evidence").click();
  await page.locator(`#case-${dispute.id}`).click();
  const second = await save(page, "case-report", "both");
  expect([second.path, isPdf(second.bytes)]).toEqual([expect.stringContaining("kaizhang-case-1"), true]);
});

test("lists are saved as sheets, the days that are looked at kept to", async ({ page, shop }) => {
  await shop.setUp();
  const { day } = await shop.today();
  const past = new Date(Date.parse(day) - 20 * 86_400_000).toISOString().slice(0, 10);
  await shop.call("add_receipt", { form: { amount: "11.11", at: `${past} 10:00`, trace: "000111" } });
  await shop.call("add_receipt", { form: { amount: "22.22", at: `${day} 10:00`, trace: "000222" } });
  await shop.call("open_incident", { form: { symptom: "network", note: "外网断了" } });
  await shop.call("open_dispute", { form: { kind: "chargeback", amount: "33.33", channel: "银行短信" } });
  await page.goto(shop.url);

  await page.getByTestId("nav-receipts").click();
  const text = async (testid: string): Promise<string> => (await save(page, testid, "csv")).bytes.toString("utf8");
  const all = await text("receipts-report");
  expect(all).toContain("11.11");
  expect(all).toContain("22.22");
  await page.getByTestId("receipts-from").fill(day);
  await expect(page.getByTestId("receipts-list").locator("li")).toHaveCount(1);
  const some = await text("receipts-report");
  expect(some).not.toContain("11.11");
  expect(some).toContain("22.22");
  // Words narrow the list on the screen alone, and the menu says so.
  const menu = page.getByTestId("receipts-report-menu");
  await page.getByTestId("receipts-report").click();
  await expect(menu.locator("p")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.getByTestId("receipts-search").fill("22.22");
  await page.getByTestId("receipts-report").click();
  await expect(menu).toContainText("只按日期存");
  await clean(page, "receipts with the menu of their list");
  await page.keyboard.press("Escape");

  await page.getByTestId("nav-incidents").click();
  expect(await text("incidents-report")).toContain("外网断了");
  await page.getByTestId("nav-evidence").click();
  expect(await text("cases-report")).toContain("银行短信");
  const sheet = await save(page, "cases-report", "xlsx");
  expect(sheet.bytes.subarray(0, 2).toString()).toBe("PK");
  const paper = await save(page, "cases-report", "pdf");
  expect(isPdf(paper.bytes)).toBe(true);
});

test("a case stands on the day of its notice, and is a press away", async ({ page, shop }) => {
  await demo(page, shop, 3);
  const row = page.getByTestId("history-days").locator("li").nth(1);
  const { days } = await shop.call("list_history", { limit: 2 });
  const notice = days.at(0)?.day ?? "";
  await shop.call("open_dispute", { form: { kind: "retrieval", amount: "44.44", notice_on: notice } });
  await row.getByRole("button").first().click();
  await page.getByTestId("day-dispute").click();
  await expect(page.getByTestId("page-case")).toContainText("44.44");
});
