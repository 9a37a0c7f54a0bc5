import { expect, headline, openToday, test, type Page } from "../lib/test";
import type { HistoryDay } from "../../../ui/src/generated/contract";

const days = (page: Page) => page.getByTestId("history-days").locator("li");


test("an empty history has one thing to do", async ({ page, shop }) => {
  await shop.setUp();
  await page.goto(shop.url);
  await page.getByTestId("nav-history").click();
  await expect(page.getByTestId("history-empty")).toBeVisible();
  await page.getByTestId("history-empty").getByRole("button").click();
  await expect(page.getByTestId("page-today")).toBeVisible();
});

test.describe("ninety days and two tills", () => {
  test.beforeEach(async ({ shop }) => {
    await shop.demo(90, 7, 2);
    await shop.noon();
  });

  test("every morning of every till is reached once, newest first, as the command line has them", async ({
    page,
    shop,
  }) => {
    const all = (await shop.json("history")) as HistoryDay[];
    expect(all.length).toBeGreaterThan(150);
    await page.goto(shop.url);
    await page.getByTestId("nav-history").click();
    await expect(days(page).first()).toBeVisible();
    const more = page.getByTestId("history-more");
    while (await more.isVisible()) {
      const before = await days(page).count();
      await more.click();
      await expect.poll(() => days(page).count()).toBeGreaterThan(before);
    }
    const shown = await days(page).evaluateAll((rows) =>
      rows.map((each) => `${each.dataset["testid"]?.slice(4)} ${each.dataset["till"]}`),
    );
    expect(new Set(shown).size).toBe(shown.length);
    expect([...shown].sort()).toEqual(all.map((each) => `${each.day} ${each.till.id}`).sort());
    const order = shown.map((each) => each.slice(0, 10));
    expect(order).toEqual([...order].sort().reverse());
  });

  test("a day opens, Escape goes back to its row, and place and scroll are there after a reload", async ({
    page,
    shop,
  }) => {
    await page.goto(shop.url);
    await page.getByTestId("nav-history").click();
    await expect(days(page)).not.toHaveCount(0);
    const target = days(page).nth(20);
    await target.scrollIntoViewIfNeeded();
    const scrolled = (): Promise<number> =>
      page.evaluate(() =>
        Math.max(...[...document.querySelectorAll("main, main .body")].map((each) => each.scrollTop)),
      );
    const top = await scrolled();
    expect(top).toBeGreaterThan(0);
    await expect.poll(() => shop.kept()).toContain(`"history":${top}`);
    await page.reload();
    await expect(page.getByTestId("page-history")).toBeVisible();
    await expect.poll(scrolled).toBe(top);

    await target.getByRole("button").click();
    await expect(page.getByTestId("page-day")).toBeVisible();
    await expect(page.getByTestId("past-mark").first()).toBeVisible();
    await expect.poll(() => shop.kept()).toMatch(/"day":\{/);
    const title = await headline(page).textContent();
    await page.reload();
    await expect(page.getByTestId("page-day")).toBeVisible();
    await expect(headline(page)).toHaveText(title ?? "");
    await page.keyboard.press("Escape");
    await expect(page.getByTestId("page-history")).toBeVisible();
    await expect(target.getByRole("button")).toBeFocused();
    await expect(target).toBeInViewport();
  });
});

test("a day page tells each mark with who, when and why, the amended and the withdrawn too", async ({ page, shop }) => {
  await shop.setUp();
  const mark = { item: "machine-screen" };
  await shop.call("mark_item", { ...mark, result: "fail", note: "屏幕有条纹" }, "早班");
  await shop.call("mark_item", { ...mark, result: "pass", note: "换了线" }, "替班");
  const { marks } = await shop.call("mark_item", { item: "network-wifi", result: "fail", note: "按错了" }, "早班");
  await shop.call("undo_marks", { marks }, "早班");
  await openToday(page, shop);
  await page.getByTestId("nav-history").click();
  await days(page).first().getByRole("button").click();
  const screen = page.getByTestId("past-machine-screen").getByTestId("past-mark");
  await expect(screen).toHaveCount(2);
  await expect(screen.nth(0)).toContainText("早班");
  await expect(screen.nth(0)).toContainText("屏幕有条纹");
  await expect(screen.nth(1)).toContainText("替班");
  await expect(screen.nth(1)).toHaveAttribute("data-result", "pass");
  // It was noon in the shop, whatever the zone of this machine.
  await expect(screen.nth(0)).toContainText(/1[23]:\d\d/);
  const wifi = page.getByTestId("past-network-wifi").getByTestId("past-mark");
  await expect(wifi).toHaveAttribute("data-withdrawn", "true");
  await page.getByTestId("day-back").click();
  await expect(page.getByTestId("page-history")).toBeVisible();
});
