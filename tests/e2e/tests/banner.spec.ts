import { setUpAt } from "../lib/calendar";
import { clean } from "../lib/axe";
import { expect, headline, openToday, row, testAt as test, type Page } from "../lib/test";

const bar = (page: Page) => page.getByTestId("reminder");
const mode = (page: Page, is: string) => expect(bar(page)).toHaveAttribute("data-mode", is, { timeout: 12_000 });

const words = {
  "zh-CN": {
    schedule: "08:30 检查 · 09:00 开门",
    due: "该做开店前检查了，还有 30 分钟开门",
    last: "还有 1 分钟开门",
    late: "到点开门了，还没查完",
    open: "已经开门 17 分钟，还没查完",
    putOff: "08:51 再提醒你",
    finished: "晚了 17 分钟完成",
    resting: "今天休息",
  },
  "en-US": {
    schedule: "Check at 08:30 · open at 09:00",
    due: "Time to check, 30 minutes to opening",
    last: "one minute to opening",
    late: "Opening time, check not finished",
    open: "Open for 17 minutes, check not finished",
    putOff: "reminded again at 08:51",
    finished: "finished 17 minutes late",
    resting: "Closed today",
  },
} as const;

/** Where things stand that a finger may be on its way to. */
async function places(page: Page): Promise<unknown> {
  return page.evaluate(() =>
    ["[data-row]", "[data-testid=lanes]", "[data-testid=headline]", "[data-testid=reminder-closed]"].map((what) => {
      const { top, bottom, right } = document.querySelector(what)?.getBoundingClientRect() ?? {};
      return { what, top, bottom, right };
    }),
  );
}

for (const locale of ["zh-CN", "en-US"] as const) {
  const said = words[locale];
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    for (const width of [1366, 1024]) {
      test(`it stands by itself at its time, and again when it is late; nothing moves, no focus is taken (${width})`, async ({
        page,
        shop,
      }) => {
        await page.setViewportSize({ width, height: 768 });
        await setUpAt(shop, "2026-11-22 12:00");
        await shop.startAt("2026-11-23 08:29:56");
        await openToday(page, shop);
        await mode(page, "schedule");
        await expect(bar(page)).toContainText(said.schedule);
        await expect(page.getByTestId("reminder-start")).toHaveCount(0);
        const before = await places(page);
        const focused = await page.locator(":focus").getAttribute("id");

        await mode(page, "due");
        expect((await shop.today()).now).toMatch(/T00:30:0[0-4]/);
        await expect(bar(page)).toContainText(said.due);
        await expect(page.getByTestId("spoken")).toHaveText(said.due);
        await expect(page.getByTestId("cried")).toBeEmpty();
        expect(await places(page)).toEqual(before);

        await shop.setClock("2026-11-23 08:59:55");
        await expect(bar(page)).toContainText(said.last);
        // Said once, not again with every minute.
        await expect(page.getByTestId("spoken")).toHaveText(said.due);
        await mode(page, "late");
        await expect(bar(page)).toContainText(said.late);
        await expect(page.getByTestId("cried")).toHaveText(said.late);
        expect(await places(page)).toEqual(before);
        await expect(page.locator(":focus")).toHaveAttribute("id", focused ?? "");
      });
    }

    test("in ten minutes: quiet until then, still in sight, and back at its second", async ({ page, shop }) => {
      await setUpAt(shop, "2026-11-22 12:00");
      await shop.startAt("2026-11-23 08:41:20");
      await openToday(page, shop);
      await mode(page, "due");
      await page.getByTestId("reminder-put-off").focus();
      await page.keyboard.press("Enter");
      await mode(page, "put_off");
      await expect(bar(page)).toContainText(said.putOff);
      await expect(page.getByTestId("reminder-start")).toBeFocused();
      await page.reload();
      await mode(page, "put_off");
      const until = Date.parse((await shop.today()).reminder?.put_off_until ?? "");
      const local = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
      await shop.setClock(local(until - 5_000));
      await mode(page, "due");
      expect(Date.parse((await shop.today()).now) - until).toBeLessThan(2_000);
    });

    test("late, then finished: the bar goes, and how late it was stays said", async ({ page, shop }) => {
      await setUpAt(shop, "2026-11-22 12:00");
      await shop.startAt("2026-11-23 09:17");
      await openToday(page, shop);
      await mode(page, "late");
      await expect(bar(page)).toContainText(said.open);
      await shop.passAll();
      await page.getByTestId("finish").click();
      await expect(bar(page)).toHaveCount(0);
      await expect(page.getByTestId("finished-late")).toHaveText(said.finished);
      expect((await shop.today()).state).toBe("late");
    });

    test("closed today, and open after all", async ({ page, shop }) => {
      await setUpAt(shop, "2026-11-22 12:00");
      await shop.startAt("2026-11-23 08:40");
      await openToday(page, shop);
      await page.getByTestId("reminder-closed").focus();
      await page.keyboard.press("Enter");
      await expect(page.getByTestId("resting")).toBeVisible();
      await expect(headline(page)).toHaveText(said.resting);
      expect((await shop.today()).state).toBe("closed");
      // Keys of a list that is not there must not mark anything, and one press takes it back.
      await expect(page.getByTestId("reminder-open")).toBeFocused();
      await page.keyboard.press("1");
      await page.keyboard.press("x");
      await shop.call("plan_days", { plan: "closed", note: "装修 / repainting" });
      await expect(page.getByTestId("day-note")).toHaveText("装修 / repainting");
      await page.keyboard.press("Enter");
      await mode(page, "due");
      await expect(page.locator("[data-row]:focus")).toHaveCount(1);
      expect(await shop.today()).toMatchObject({ state: "due", started_at: null });

      await page.getByTestId("reminder-closed").click();
      await page.getByTestId("check-anyway").click();
      await mode(page, "closed");
      await page.keyboard.press("Space");
      await expect(row(page, "account-normal")).toHaveAttribute("data-result", "pass");
      await expect.poll(async () => (await shop.today()).state).toBe("in_progress");
      await page.getByTestId("reminder-open").click();
      await mode(page, "due");
      // Somebody has begun, so the door was not shut.
      await expect(page.getByTestId("reminder-closed")).toHaveCount(0);
    });
  });
}

test("on a weekday that is always closed it opens with the hours of the last open day", async ({ page, shop }) => {
  await setUpAt(shop, "2026-11-21 12:00");
  await shop.startAt("2026-11-22 08:40");
  await page.goto(shop.url);
  await page.getByTestId("reminder-open").click();
  await mode(page, "due");
  const [today, monday] = (await shop.call("show_reminders", { days: 2 })).days;
  expect(today).toMatchObject({
    planned: true,
    shifts: [{ open: "09:00", close: "21:00" }],
  });
  expect(monday).toMatchObject({ planned: false });
});

test("on every other page too; start now leads to the item to go on with", async ({ page, shop }) => {
  await setUpAt(shop, "2026-11-22 12:00");
  await shop.startAt("2026-11-23 08:29:57");
  await openToday(page, shop);
  await shop.call("confirm_section", { section: "account" });
  await page.getByTestId("nav-history").click();
  await expect(page.getByTestId("page-history")).toBeVisible();
  await expect(bar(page)).toHaveCount(0);
  await mode(page, "due");
  await expect(page.getByTestId("reminder-closed")).toHaveCount(0);
  await page.getByTestId("reminder-start").click();
  await expect(page.getByTestId("page-today")).toBeVisible();
  const { next } = await shop.today();
  await expect(page.getByTestId(`row-${next}`)).toBeFocused();
});

test("it waits for a finger that is on the screen", async ({ page, shop }) => {
  await setUpAt(shop, "2026-11-22 12:00");
  await shop.startAt("2026-11-23 08:29:57");
  await openToday(page, shop);
  await page.getByTestId("nav-shop").click();
  await headline(page).hover();
  await page.mouse.down();
  await expect.poll(async () => (await shop.today()).reminder?.kind, { timeout: 10_000 }).toBe("due");
  await expect(page.getByTestId("spoken")).not.toBeEmpty();
  await page.waitForTimeout(1_000);
  await expect(bar(page)).toHaveCount(0);
  await page.mouse.up();
  await mode(page, "due");
});

for (const sound of [true, false]) {
  test(`a chime when it begins to stand, once, ${sound ? "by the PC’s wish" : "never against it"}`, async ({
    page,
    shop,
  }) => {
    await page.addInitScript(() => {
      const told = window as unknown as { chimes: number };
      told.chimes = 0;
      window.AudioContext = class extends AudioContext {
        constructor() {
          super();
          told.chimes += 1;
        }
      };
    });
    const chimes = (): Promise<number> => page.evaluate(() => (window as unknown as { chimes: number }).chimes);
    await setUpAt(shop, "2026-11-22 12:00");
    await shop.call("keep_this_pc", { sound });
    await shop.startAt("2026-11-23 08:29:55");
    await openToday(page, shop);
    await page.getByTestId("row-account-normal").click();
    expect(await chimes()).toBe(0);
    await mode(page, "due");
    if (sound) await expect.poll(chimes).toBe(1);
    await page.getByTestId("nav-history").click();
    await page.getByTestId("nav-today").click();
    await mode(page, "due");
    await page.waitForTimeout(500);
    expect(await chimes()).toBe(sound ? 1 : 0);
  });
}

for (const locale of ["zh-CN", "en-US"]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`access, ${locale}, ${colorScheme}`, () => {
      test.use({ locale, colorScheme });
      test("due, put off, late, closed", async ({ page, shop }) => {
        await setUpAt(shop, "2026-11-22 12:00");
        await shop.startAt("2026-11-23 08:40");
        await openToday(page, shop);
        await mode(page, "due");
        await clean(page, "due");
        await page.getByTestId("reminder-put-off").click();
        await mode(page, "put_off");
        await clean(page, "put off");
        await shop.setClock("2026-11-23 09:17");
        await mode(page, "late");
        await clean(page, "late");
        await page.getByTestId("reminder-closed").click();
        await expect(page.getByTestId("resting")).toBeVisible();
        await clean(page, "closed today");
        await page.getByTestId("check-anyway").click();
        await mode(page, "closed");
        await clean(page, "checked all the same");
      });
    });
  }
}
