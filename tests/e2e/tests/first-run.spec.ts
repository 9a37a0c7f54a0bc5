import { REFUSED, expect, headline, row, test, zoneAt } from "../lib/test";

const languages = [
  { locale: "zh-CN", name: "老王面馆" },
  { locale: "en-US", name: "Wang’s Noodles" },
] as const;

for (const { locale, name } of languages) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("name, hours and lanes, one button, and the list is there to be worked on", async ({ page, shop }) => {
      await page.goto(shop.url);
      await expect(page.getByTestId("shop-name")).toBeFocused();
      await expect(page.locator("html")).toHaveAttribute("lang", locale === "zh-CN" ? "zh-CN" : "en");
      await page.getByTestId("shop-name").fill(name);
      await page.getByTestId("hours-open").fill("0730");
      await page.getByTestId("hours-close").fill("22：00");
      await page.getByTestId("take-card").click();
      await expect(page.getByTestId("take-card")).toHaveAttribute("aria-pressed", "false");
      await page.getByTestId("shop-save").click();

      await expect(page.getByTestId("page-today")).toBeVisible();
      await expect(page.getByTestId("lane-qr")).toBeVisible();
      await expect(page.getByTestId("lane-card")).toHaveCount(0);
      await expect(page.getByTestId("facts")).toContainText(name);
      await expect(page.locator("[data-row]:focus")).toHaveCount(1);
      await page.keyboard.press("Space");
      await expect(row(page, "account-normal")).toHaveAttribute("data-result", "pass");

      const kept = await shop.call("show_shop", {});
      expect(kept).toMatchObject({ name, lanes: ["qr", "cash"], by_default: false });
      expect(kept.opens).toEqual(Array.from({ length: 7 }, () => ({ open: "07:30", close: "22:00" })));
    });
  });
}

test("by keyboard: the name and Enter are enough", async ({ page, shop }) => {
  await page.goto(shop.url);
  await expect(page.getByTestId("shop-name")).toBeFocused();
  await page.keyboard.type("小店");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("page-today")).toBeVisible();
  expect((await shop.call("show_shop", {})).name).toBe("小店");
});

test("without a name or a lane it says what is missing and keeps what was typed", async ({
  page,
  shop,
  complaints,
}) => {
  complaints.expect(REFUSED);
  await page.goto(shop.url);
  await page.getByTestId("hours-open").fill("10:00");
  await page.getByTestId("shop-save").click();
  await expect(page.getByTestId("trouble")).toHaveAttribute("data-code", "shop_name_needed");
  await page.getByTestId("shop-name").fill("小店");
  for (const lane of ["card", "qr", "cash"]) await page.getByTestId(`take-${lane}`).click();
  await page.getByTestId("shop-save").click();
  await expect(page.getByTestId("trouble")).toHaveAttribute("data-code", "lanes_needed");
  await expect(page.getByTestId("hours-open")).toHaveValue("10:00");
  expect((await shop.call("show_shop", {})).by_default).toBe(true);
});

test("a half-typed shop is still there after a reload", async ({ page, shop }) => {
  await page.goto(shop.url);
  await page.getByTestId("shop-name").fill("还没写完的店");
  await expect.poll(async () => JSON.stringify(await shop.call("read_place", {}))).toContain("还没写完的店");
  await page.reload();
  await expect(page.getByTestId("shop-name")).toHaveValue("还没写完的店");
  expect((await shop.today()).first_run).toBe(true);
});

test("the shop page changes hours, tills and float afterwards", async ({ page, shop }) => {
  await shop.setUp();
  await page.goto(shop.url);
  await page.getByTestId("nav-shop").click();
  await expect(page.getByTestId("shop-name")).toHaveValue("老王面馆");
  await page.getByTestId("shop-more").locator("summary").click();
  await page.getByTestId("till-add").click();
  await page.getByTestId("till-name-2").fill("外卖窗口");
  await page.locator("#float-target").fill("300");
  await expect(page.getByTestId("shop-status")).not.toBeEmpty();
  await page.getByTestId("shop-save").click();
  await expect
    .poll(async () => (await shop.call("show_shop", {})).tills.map((till) => till.name))
    .toContain("外卖窗口");
  const kept = await shop.call("show_shop", {});
  expect(kept).toMatchObject({ zone: zoneAt(12), float: { target_fen: 300_00 } });
  await page.getByTestId("nav-today").click();
  await page.getByTestId("till-switch").selectOption({ label: "外卖窗口" });
  await expect(headline(page)).not.toBeEmpty();
  await page.getByTestId("pass-account-normal").click();
  const till = kept.tills[1]?.id ?? "";
  await expect.poll(async () => (await shop.call("show_today", { till })).state).toBe("in_progress");
  expect((await shop.today()).state).toBe("due");
});
