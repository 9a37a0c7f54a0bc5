import { AxeBuilder } from "@axe-core/playwright";

import { REFUSED, expect, goTo, openToday, test, type Page } from "../lib/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

async function clean(page: Page, what: string): Promise<void> {
  // The shell is fixed and leaves the body without a height, and axe takes what lies outside of it for hidden text.
  await page.evaluate(() => (document.body.style.minHeight = "100vh"));
  const { violations, passes, incomplete } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  // A rule that looks at nothing finds nothing: the two that matter most must have seen the page.
  for (const [rule, least] of [
    ["color-contrast", 5],
    ["target-size", 1],
  ] as const) {
    const seen = [...violations, ...passes, ...incomplete].find(({ id }) => id === rule)?.nodes.length ?? 0;
    expect(seen, `${what}: parts that ${rule} looked at`).toBeGreaterThanOrEqual(least);
  }
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${what}: ${id}: ${node.target.join(" ")}: ${node.failureSummary?.split("\n")[1]?.trim()}`),
  );
  expect.soft(found).toEqual([]);
}

for (const locale of ["zh-CN", "en-US"]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ locale, colorScheme });

      test("first run", async ({ page, shop, complaints }) => {
        complaints.expect(REFUSED);
        await page.goto(shop.url);
        await expect(page.getByTestId("shop-name")).toBeVisible();
        await clean(page, "first run");
        await page.getByTestId("shop-save").click();
        await expect(page.getByTestId("trouble")).toBeVisible();
        await clean(page, "first run refused");
      });

      test("today: due, opened rows, menus, in progress, finished", async ({ page, shop, complaints }) => {
        complaints.expect(REFUSED);
        await shop.setUp();
        await openToday(page, shop);
        await clean(page, "due");
        // The figure and the choice are made of the same parts; once in each language is enough for them.
        const plain = colorScheme === "light" ? ["network-data-left", "limits-qr-kind"] : [];
        for (const item of ["network-wifi", "cash-float", "machine-photo", ...plain]) {
          await goTo(page, item);
          await page.keyboard.press("e");
          await expect(page.locator(`#panel-${item} textarea`)).toBeVisible();
          await clean(page, `${item} opened`);
          await page.keyboard.press("Escape");
        }
        await page.keyboard.press("?");
        await expect(page.getByTestId("keys")).toBeVisible();
        await clean(page, "keys");
        await page.keyboard.press("Escape");
        await page.getByTestId("look-open").click();
        await expect(page.getByTestId("text-larger")).toBeVisible();
        await clean(page, "look menu");
        await page.keyboard.press("Escape");
        await page.getByTestId("staff-chip").click();
        await expect(page.getByTestId("staff-name")).toBeVisible();
        await clean(page, "staff menu");
        await page.keyboard.press("Escape");
        await page.getByTestId("finish-anyway").click();
        await clean(page, "reason to open early");
        await page.getByTestId("finish-keep").click();

        await shop.passAll("network-internet");
        await goTo(page, "network-internet");
        await page.keyboard.press("x");
        await page.keyboard.type("外网不通");
        await page.keyboard.press("Enter");
        await expect(page.getByTestId("note-shown-network-internet")).toBeVisible();
        await goTo(page, "account-normal");
        await page.keyboard.press("/");
        await clean(page, "in progress, with the search");
        await page.keyboard.press("Escape");
        await shop.call("finish_opening", {}, "早班");
        await expect(page.getByTestId("finished")).toBeVisible();
        await clean(page, "finished");
      });

      test("history, a day, the shop", async ({ page, shop }) => {
        await shop.demo(20, 7, 2);
        await shop.noon();
        await openToday(page, shop);
        await page.getByTestId("nav-history").click();
        await expect(page.getByTestId("history-days")).toBeVisible();
        await clean(page, "history");
        await page.getByTestId("history-days").locator("li button").nth(2).click();
        await expect(page.getByTestId("past-mark").first()).toBeVisible();
        await clean(page, "a day");
        await page.getByTestId("nav-shop").click();
        await page.getByTestId("shop-more").locator("summary").click();
        await page.getByTestId("hours-per-day").check();
        await clean(page, "the shop");
      });
    });
  }
}
