import { dayBefore, expect, headline, openToday, row, test } from "../lib/test";
import type { HistoryDay } from "../../../ui/src/generated/contract";

test("an all-good morning by keyboard alone takes at most fifteen keys and the digits of the cash", async ({
  page,
  shop,
}) => {
  await shop.demo(3, 5);
  await shop.noon();
  const due = (await shop.today()).sections.flatMap((section) => section.items);
  // What is not done every day was done yesterday; only pictures cannot be made up by the demo.
  expect(due.filter((item) => item.cadence !== "daily").map((item) => item.kind)).toEqual(["photo"]);

  await openToday(page, shop);
  let keys = 0;
  const press = async (key: string): Promise<void> => {
    keys += 1;
    await page.keyboard.press(key);
  };
  const focused = (): Promise<string | undefined> =>
    page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset["testid"]);
  const at = (id: string) => expect.poll(focused).toBe(id);

  await at("row-account-normal");
  await press("Enter");
  await at("row-machine-screen");
  await press("Enter");
  // The picture may wait; it holds nobody up.
  await at("row-network-wifi");
  await press("Enter");
  await at("row-limits-enough");
  await press("Enter");
  // The count by pieces is open; this morning the sum is enough.
  await at("pieces-10000");
  await press("Shift+Tab");
  await press("Enter");
  await press("Tab");
  await at("cash-total-input");
  await page.keyboard.type("503.50");
  await press("Enter");
  await at("row-upkeep-paper");
  await press("Enter");
  await at("finish");
  await press("Enter");

  await expect(page.getByTestId("finished")).toBeVisible();
  await expect(headline(page)).toHaveText("可以开门，三种收款都正常");
  expect(keys).toBeLessThanOrEqual(15);

  // The real command line sees the same on the same folder. The shop opened at nine, and it is noon.
  const days = (await shop.json("history")) as HistoryDay[];
  const today = days.at(-1);
  expect(today).toMatchObject({ day: dayBefore(0), state: "late", failures: 0 });
  expect(today?.finished_at).not.toBeNull();
  expect((await shop.item("cash-float")).value).toEqual({ total_fen: 503_50, counts: null });
});

test("digits mark, arrows move, slash searches, question mark helps", async ({ page, shop }) => {
  await shop.setUp();
  await openToday(page, shop);
  await page.keyboard.press("2");
  await expect(row(page, "account-settled")).toHaveAttribute("data-result", "pass");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByTestId("row-machine-screen")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByTestId("row-machine-keys-lights")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByTestId("row-account-normal")).toBeFocused();

  await page.keyboard.press("/");
  await page.keyboard.type("外网");
  await expect(page.locator("[data-row]")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("row-network-internet")).toBeFocused();
  await page.keyboard.press("Space");
  await expect.poll(async () => (await shop.item("network-internet")).result).toBe("pass");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("search")).toHaveCount(0);

  await page.keyboard.press("?");
  await expect(page.getByTestId("keys")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("keys")).toBeHidden();
  await expect(page.locator("[data-row]:focus")).toHaveCount(1);
});

test("the button of a section passes what a look is enough for; Enter on a row first asks for what the row wants", async ({
  page,
  shop,
}) => {
  await shop.setUp();
  await openToday(page, shop);
  // The first item of the drawer is a count; the button passes the detector all the same.
  await page.getByTestId("confirm-cash").click();
  await expect.poll(async () => (await shop.item("cash-detector")).result).toBe("pass");
  expect((await shop.item("cash-float")).result).toBeNull();
  // In the network's row for a figure Enter opens the figure and marks nothing.
  await page.keyboard.press("Escape");
  await page.getByTestId("row-network-data-left").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("value-network-data-left")).toBeFocused();
  expect((await shop.item("network-internet")).result).toBeNull();
});

test("single keys can be switched off for who talks to the computer", async ({ page, shop }) => {
  await shop.setUp();
  await openToday(page, shop);
  await page.getByTestId("look-open").click();
  await page.getByTestId("single-keys").uncheck();
  await page.keyboard.press("Escape");
  await page.getByTestId("row-account-normal").focus();
  await page.keyboard.press("x");
  await page.keyboard.press("1");
  await page.keyboard.press("Space");
  await expect(row(page, "account-normal")).toHaveAttribute("data-result", "pass");
  await expect.poll(async () => (await shop.item("account-normal")).amended).toBe(0);
});

test("opening with items left asks for a reason, and what was left out is told", async ({ page, shop }) => {
  await shop.setUp();
  await shop.passAll("network-internet");
  await openToday(page, shop);
  await page.getByTestId("finish-anyway").click();
  await expect(page.getByTestId("finish-reason")).toBeFocused();
  await page.keyboard.type("客人已在门口");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("finished")).toContainText("客人已在门口");
  expect(await shop.today()).toMatchObject({ state: "finished", finish_note: "客人已在门口" });
});
