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

      const english = locale !== "zh-CN";
      await expect(page.getByTestId("agent-question")).toContainText("07:00");
      await expect(page.getByRole("heading")).toBeFocused();
      await expect(page.getByRole("heading")).toHaveText(
        english ? "A reminder each day before you open?" : "每天开门前，要提醒一声吗？",
      );
      await page.getByTestId(english ? "agent-no" : "agent-yes").click();
      await expect(page.getByTestId("page-today")).toBeVisible();
      expect((await shop.call("show_reminders", {})).this_pc.agent).toBe(!english);
      await expect(page.getByTestId("lane-qr")).toBeVisible();
      await expect(page.getByTestId("lane-card")).toHaveCount(0);
      await expect(page.getByTestId("facts")).toContainText(name);
      await expect(page.locator("[data-row]:focus")).toHaveCount(1);
      await page.keyboard.press("Space");
      await expect(row(page, "account-normal")).toHaveAttribute("data-result", "pass");

      const kept = await shop.call("show_shop", {});
      expect(kept).toMatchObject({ name, lanes: ["qr", "cash"], by_default: false });
      expect(kept.opens).toEqual(Array.from({ length: 7 }, () => [{ open: "07:30", close: "22:00" }]));
    });
  });
}

test("by keyboard: the name, Enter and an answer are enough; a second Enter is no answer", async ({ page, shop }) => {
  await page.goto(shop.url);
  await expect(page.getByTestId("shop-name")).toBeFocused();
  await page.keyboard.type("小店");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading")).toBeFocused();
  await page.keyboard.press("Enter");
  expect((await shop.call("show_reminders", {})).this_pc.agent).toBeNull();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("page-today")).toBeVisible();
  await expect(page.locator("[data-row]:focus")).toHaveCount(1);
  expect((await shop.call("show_shop", {})).name).toBe("小店");
  expect((await shop.call("show_reminders", {})).this_pc.agent).toBe(true);
});

test("a window closed at the question comes back to today, and the question waits on its page", async ({
  page,
  shop,
}) => {
  await page.goto(shop.url);
  await page.getByTestId("shop-name").fill("小店");
  await page.getByTestId("shop-save").click();
  await expect(page.getByTestId("agent-question")).toBeVisible();
  await page.reload();
  await expect(page.getByTestId("page-today")).toBeVisible();
  await page.getByTestId("nav-reminders").click();
  await page.getByTestId("agent-no").click();
  await expect(page.getByTestId("agent-question")).toHaveCount(0);
  await expect(page.getByTestId("pc-agent")).not.toBeChecked();
});

test("a shop that another program sets up meanwhile is asked the same question", async ({ page, shop }) => {
  await page.goto(shop.url);
  await expect(page.getByTestId("shop-name")).toBeFocused();
  await shop.setUp();
  await page.getByTestId("agent-no").click();
  await expect(page.getByTestId("page-today")).toBeVisible();
});

test("two shifts a day, for all days or one; what cannot be is said beside the day", async ({
  page,
  shop,
  complaints,
}) => {
  complaints.expect(REFUSED);
  await shop.setUp();
  await page.goto(shop.url);
  await page.getByTestId("nav-shop").click();
  await page.getByTestId("shift-add").click();
  await expect(page.getByTestId("hours-open-shift-2")).toBeFocused();
  await page.getByTestId("hours-close").fill("14");
  await page.getByTestId("hours-open-shift-2").fill("17");
  await page.getByTestId("hours-close-shift-2").fill("2130");
  await page.getByTestId("shop-save").click();
  const two = [
    { open: "09:00", close: "14:00" },
    { open: "17:00", close: "21:30" },
  ];
  await expect.poll(async () => (await shop.call("show_shop", {})).opens).toEqual(Array.from({ length: 7 }, () => two));

  await page.getByTestId("hours-per-day").check();
  await page.getByTestId("hours-open-3-shift-2").fill("13:00");
  await page.getByTestId("closed-7").check();
  await page.getByTestId("shop-save").click();
  // Seven days hold these hours; only one of them is wrong.
  const trouble = page.getByTestId("trouble");
  await expect(trouble).toHaveAttribute("data-code", "shifts_overlap");
  await expect(page.locator("[data-testid=hours-3] + [data-testid=trouble]")).toBeVisible();
  await page.getByTestId("hours-open-3-shift-2").fill("15:00");
  await page.getByTestId("hours-close-5-shift-2").fill("05:00");
  await page.getByTestId("shop-save").click();
  await expect(trouble).toHaveAttribute("data-code", "hours_past_cut_off");
  await expect(page.locator("[data-testid=hours-5] + [data-testid=trouble]")).toBeVisible();
  await page.getByTestId("shift-remove-5-2").click();
  await expect(page.getByTestId("shift-add-5")).toBeFocused();
  await page.getByTestId("shop-save").click();
  await expect(trouble).toHaveCount(0);
  const opens = (await shop.call("show_shop", {})).opens;
  expect([opens[1], opens[2]?.[1], opens[4], opens[6]]).toEqual([
    two,
    { open: "15:00", close: "21:30" },
    two.slice(0, 1),
    [],
  ]);
  await page.reload();
  await expect(page.getByTestId("hours-open-3-shift-2")).toHaveValue("15:00");
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
  await expect.poll(() => shop.kept()).toContain("还没写完的店");
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
  expect(kept).toMatchObject({
    zone: zoneAt(12),
    float: { target_fen: 300_00 },
  });
  await page.getByTestId("nav-today").click();
  await page.getByTestId("till-switch").selectOption({ label: "外卖窗口" });
  await expect(headline(page)).not.toBeEmpty();
  await page.getByTestId("pass-account-normal").click();
  const till = kept.tills[1]?.id ?? "";
  await expect.poll(async () => (await shop.call("show_today", { till })).state).toBe("in_progress");
  expect((await shop.today()).state).toBe("due");
});
