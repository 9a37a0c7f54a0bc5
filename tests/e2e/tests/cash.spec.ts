import { REFUSED, expect, goTo, openToday, row, test } from "../lib/test";

test.beforeEach(async ({ page, shop }) => {
  await shop.setUp();
  await openToday(page, shop);
  await goTo(page, "cash-float");
  await page.keyboard.press("e");
  await expect(page.getByTestId("pieces-10000")).toBeFocused();
});

test("counted by pieces: the sum, the difference and the small change follow each piece", async ({ page, shop }) => {
  const count = (fen: number, pieces: string) => page.getByTestId(`pieces-${fen}`).fill(pieces);
  await count(10000, "3");
  await count(2000, "4");
  await count(1000, "6");
  await expect(page.getByTestId("cash-total")).toContainText("440.00 元");
  await expect(page.getByTestId("cash-off")).toHaveText("少 60.00 元");
  await page.getByTestId("pieces-1000").press("ArrowUp");
  await page.getByTestId("more-5000").click();
  await expect(page.getByTestId("cash-total")).toContainText("500.00 元");
  await expect(page.getByTestId("cash-off")).toHaveText("正好");
  await count(50, "7");
  await expect(page.getByTestId("cash-total")).toContainText("503.50 元");
  await expect(page.getByTestId("cash-off")).toHaveText("多 3.50 元");
  await expect(page.getByTestId("cash-small")).toContainText("73.50 元");
  await page.getByTestId("less-5000").click();
  await expect(page.getByTestId("cash-total")).toContainText("453.50 元");
  await page.getByTestId("more-5000").click();
  await page.getByTestId("pieces-50").press("Enter");
  await expect(row(page, "cash-float")).toHaveAttribute("data-result", "pass");
  await expect
    .poll(async () => (await shop.item("cash-float")).value)
    .toEqual({
      total_fen: 503_50,
      counts: { 10000: 3, 5000: 1, 2000: 4, 1000: 7, 50: 7 },
    });
  // Less than a hundred in small change is a warning, and it says how little there is.
  await expect(page.getByTestId("lane-cash")).toHaveAttribute("data-state", "workaround");
  await expect(page.getByTestId("lane-cash")).toContainText("73.50 元");
});

test("too far from the target it needs a reason, and the count stays until there is one", async ({
  page,
  shop,
  complaints,
}) => {
  complaints.expect(REFUSED);
  await page.getByTestId("cash-total-only").click();
  await page.getByTestId("cash-total-input").fill("460");
  await page.getByTestId("cash-total-input").press("Enter");
  const trouble = row(page, "cash-float").getByTestId("trouble");
  await expect(trouble).toHaveAttribute("data-code", "cash_off_target_needs_note");
  await expect(trouble).toContainText("460.00 元");
  await expect(page.getByTestId("note-cash-float")).toBeFocused();
  await expect(page.getByTestId("cash-total-input")).toHaveValue("460");
  expect((await shop.item("cash-float")).result).toBeNull();
  await page.keyboard.type("昨晚找零用掉了");
  await page.keyboard.press("Enter");
  await expect(row(page, "cash-float")).toHaveAttribute("data-result", "pass");
  await expect
    .poll(() => shop.item("cash-float"))
    .toMatchObject({
      value: { total_fen: 460_00, counts: null },
      note: "昨晚找零用掉了",
    });
});

test("letters, signs and far too many pieces are no count", async ({ page, shop, complaints }) => {
  complaints.expect(REFUSED);
  await page.getByTestId("pieces-10000").fill("-3a");
  await expect(page.getByTestId("cash-total")).toContainText("300.00 元");
  await page.getByTestId("cash-total-only").click();
  for (const typed of ["5oo", "1.234", "99999999999"]) {
    await page.getByTestId("cash-total-input").fill(typed);
    await expect(page.getByTestId("cash-total")).toContainText("—");
    await page.getByTestId("cash-total-input").press("Enter");
    await expect(row(page, "cash-float").getByTestId("trouble")).toBeVisible();
    await expect(page.getByTestId("cash-total-input")).toHaveValue(typed);
  }
  expect((await shop.item("cash-float")).result).toBeNull();
});
