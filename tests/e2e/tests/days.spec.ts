import { clean } from "../lib/axe";
import { everyKindOfDay, openDay } from "../lib/calendar";
import { expect, headline, testAt as test, type Page } from "../lib/test";

const day = (page: Page, date: string) => page.getByTestId(`day-${date}`);

const words = {
  "zh-CN": {
    rows: {
      "2026-11-23": ["pc_off", "电脑没开", "那天程序没运行"],
      "2026-11-22": ["closed", "休息"],
      "2026-11-21": ["closed", "休息"],
      "2026-11-20": ["missed", "没查完", "项没看", "提醒过 1 次"],
      "2026-11-19": ["missed", "没检查", "提醒过 2 次"],
      "2026-11-18": ["late", "晚了 17 分钟", "1 项有问题", "09:17"],
      "2026-11-17": ["finished", "正常", "08:36"],
    },
    pcOff: "程序那天没有运行，所以没法提醒。",
    clock: "电脑的钟从 08:12 被拨到 10:40",
    tardy: "晚到，本该 08:30",
    told: "通过自己的网络地址告诉了店主",
    missed: "没检查",
    begun: "没查完",
  },
  "en-US": {
    rows: {
      "2026-11-23": ["pc_off", "PC was off", "The program did not run"],
      "2026-11-22": ["closed", "Closed day"],
      "2026-11-21": ["closed", "Closed day"],
      "2026-11-20": ["missed", "Not finished", "were not checked", "Reminded once"],
      "2026-11-19": ["missed", "Missed", "Reminded 2 times"],
      "2026-11-18": ["late", "17 minutes late", "one problem", "09:17"],
      "2026-11-17": ["finished", "Ready", "08:36"],
    },
    pcOff: "The program did not run that day, so it could not remind anybody.",
    clock: "The PC’s clock was set from 08:12 to 10:40",
    tardy: "came late, was meant for 08:30",
    told: "The owner was told by its own web address",
    missed: "Missed",
    begun: "Not finished",
  },
} as const;

for (const locale of ["zh-CN", "en-US"] as const) {
  const said = words[locale];
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("every kind of day, as the loop put it on record", async ({ page, shop }) => {
      test.setTimeout(60_000);
      await everyKindOfDay(shop);
      await page.goto(shop.url);
      await page.getByTestId("nav-history").click();
      await expect(page.getByTestId("history-days").locator("li")).toHaveCount(7);
      for (const [date, [state, ...parts]] of Object.entries(said.rows)) {
        await expect(day(page, date)).toHaveAttribute("data-state", state);
        for (const part of parts) await expect(day(page, date)).toContainText(part);
      }
      // What is not known of a day is not told as a number.
      for (const date of ["2026-11-23", "2026-11-22", "2026-11-19"]) {
        await expect(day(page, date).locator(".failures, .finished")).toHaveText([""]);
      }
      // Each kind has a sign of its own, whatever its colour.
      const signs = await page
        .locator("[data-testid^=day-2026] .sign")
        .evaluateAll((all) => all.map((sign) => sign.innerHTML.replace(/ class="[^"]*"/g, "")));
      expect(signs).toHaveLength(7);
      expect(new Set(signs).size).toBe(5);

      await openDay(page, "2026-11-23");
      await expect(headline(page)).toContainText(said.rows["2026-11-23"][1]);
      await expect(page.getByTestId("day-kind")).toContainText(said.pcOff);
      await expect(page.getByTestId("event")).toHaveCount(0);

      await openDay(page, "2026-11-21");
      await expect(page.getByTestId("day-kind")).toContainText("装修");

      await openDay(page, "2026-11-20");
      await expect(headline(page)).toContainText(said.begun);
      await expect(page.getByTestId("past-mark").first()).toBeVisible();

      await openDay(page, "2026-11-19");
      await expect(headline(page)).toContainText(said.missed);
      const events = page.getByTestId("event");
      await expect(events).toHaveCount(4);
      await expect(events.nth(0)).toContainText(said.clock);
      await expect(events.nth(1)).toContainText(said.tardy);
      await expect(events.nth(3)).toContainText(said.told);

      await openDay(page, "2026-11-18");
      await expect(page.getByTestId("event").last()).toHaveAttribute("data-what", "finish");
    });
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`access, ${colorScheme}`, () => {
    // At this width the calendar stands above the list, and is looked at once rather than beside every day.
    test.use({ colorScheme, viewport: { width: 1024, height: 768 } });
    test("the list and the pages of every kind of day", async ({ page, shop }) => {
      await everyKindOfDay(shop);
      await page.goto(shop.url);
      await page.getByTestId("nav-history").click();
      await expect(page.getByTestId("history-days")).toBeVisible();
      await clean(page, "every kind of day");
      for (const date of ["2026-11-23", "2026-11-21", "2026-11-20", "2026-11-19", "2026-11-18"]) {
        await openDay(page, date);
        await clean(page, date);
      }
    });
  });
}
