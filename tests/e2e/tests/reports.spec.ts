import { existsSync, readFileSync } from "node:fs";

import { expect, test } from "../lib/test";

test("a day is saved as a PDF, and the screen says where", async ({ page, shop }) => {
  await shop.demo(3, 7, 1);
  await shop.noon();
  await page.goto(shop.url);
  await page.getByTestId("nav-history").click();
  await page.getByTestId("history-days").locator("li").nth(1).getByRole("button").first().click();
  const button = page.getByTestId("day-report");
  await button.focus();
  await page.keyboard.press("Enter");
  const saved = page.getByTestId("day-report-saved");
  await expect(saved).toContainText("kaizhang-day-");
  const path = (await saved.textContent())?.replace(/^[^/]*/, "") ?? "";
  expect(existsSync(path)).toBe(true);
  expect(readFileSync(path).subarray(0, 5).toString()).toBe("%PDF-");
  // Once more makes another file, never the same one anew.
  await page.keyboard.press("Enter");
  await expect(saved).toContainText("-2.pdf");
});
