import { setUpAt } from "../lib/calendar";
import { HOST_GONE, REFUSED, expect, headline, testAt as test, type Locator, type Page } from "../lib/test";
import type { Shop } from "../lib/shop";

// A Monday before the check is due; the shop opens at nine but on Sundays.
const NOW = "2026-11-23 07:00";

const words = {
  "zh-CN": {
    next: "今天 08:30 提醒",
    plan: "08:30 提醒，没查完 09:00 起每 15 分钟再提醒，到 20:45",
    duty: "窗口开着，到点会提醒；关掉就不提醒了",
    closed: "休息",
    tomorrow: "明天 08:30 提醒",
    days: "2月16日 周二 到 2月22日 周一",
    count: "7 天",
    past: "已经过去了",
    overlap: "重叠",
  },
  "en-US": {
    next: "Reminder today at 08:30",
    plan: "Reminder 08:30; if not done, every 15 min 09:00–20:45",
    duty: "Reminders come while this window is open, not after",
    closed: "Closed",
    tomorrow: "Reminder tomorrow at 08:30",
    days: "Tue 16 Feb to Mon 22 Feb",
    count: "7 days",
    past: "is over",
    overlap: "overlaps",
  },
} as const;

async function open(page: Page, shop: Shop): Promise<void> {
  await setUpAt(shop, NOW);
  await page.goto(shop.url);
  await page.getByTestId("nav-reminders").click();
  await expect(page.getByTestId("page-reminders")).toBeVisible();
}

const day = (page: Page, date: string): Locator => page.getByTestId(`coming-${date}`);
const refusal = (within: Locator): Locator => within.getByTestId("trouble");
const rules = async (shop: Shop) => (await shop.call("show_reminders", {})).rules;
const planned = async (shop: Shop) => (await shop.call("show_reminders", {})).planned;

for (const locale of ["zh-CN", "en-US"] as const) {
  const said = words[locale];
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("the next seven days, who reminds, and what comes next", async ({ page, shop }) => {
      await open(page, shop);
      await expect(page).toHaveTitle(locale === "zh-CN" ? /提醒/ : /Reminders/);
      await expect(headline(page)).toHaveText(said.next);
      await expect(page.getByTestId("on-duty")).toHaveText(said.duty);
      await expect(page.locator("[data-testid^=coming-]")).toHaveCount(7);
      await expect(day(page, "2026-11-23")).toHaveAttribute("aria-current", "date");
      await expect(day(page, "2026-11-23")).toContainText("09:00–21:00");
      await expect(day(page, "2026-11-23")).toContainText(said.plan);
      await expect(day(page, "2026-11-29")).toHaveAttribute("data-state", "closed");
      await expect(day(page, "2026-11-29")).toContainText(said.closed);

      await shop.passAll();
      await shop.call("finish_opening", {}, "早班");
      await expect(day(page, "2026-11-23")).toHaveAttribute("data-state", "done");
      await expect(headline(page)).toHaveText(said.tomorrow);
    });

    test("a holiday of seven days is one thing: planned, taken back, and put back", async ({
      page,
      shop,
      complaints,
    }) => {
      complaints.expect(REFUSED);
      await open(page, shop);
      await page.getByTestId("plan-add").click();
      const form = page.getByTestId("plan-form");
      await expect(page.locator("#off-from")).toBeFocused();
      await page.keyboard.type("春节");
      await page.getByTestId("plan-save").click();
      await expect(page.getByTestId("plan-read")).toHaveClass(/wrong/);
      await page.locator("#off-from").fill("2026-11-01");
      await page.getByTestId("plan-save").click();
      await expect(refusal(form)).toHaveAttribute("data-code", "day_is_past");
      await expect(refusal(form)).toContainText(said.past);
      await page.locator("#off-from").fill("2027-02-22");
      await page.locator("#off-to").fill("2027-02-16");
      await page.getByTestId("plan-save").click();
      await expect(refusal(form)).toHaveAttribute("data-code", "days_out_of_range");

      await page.locator("#off-from").fill("2-16");
      await page.locator("#off-to").fill("2.22");
      await expect(page.getByTestId("plan-read")).toContainText(said.count);
      await page.locator("#off-note").fill("春节");
      await page.keyboard.press("Enter");
      await expect(form).toHaveCount(0);
      await expect(page.getByTestId("plan-add")).toBeFocused();
      const row = page.getByTestId("planned-2027-02-16");
      await expect(row).toContainText(said.days);
      await expect(row).toContainText(said.count);
      await expect(row).toContainText("春节");
      expect((await planned(shop)).map((each) => [each.day, each.plan, each.note])).toEqual(
        [16, 17, 18, 19, 20, 21, 22].map((date) => [`2027-02-${date}`, "closed", "春节"]),
      );

      await page.getByTestId("take-back-2027-02-16").click();
      await expect(row).toHaveCount(0);
      expect(await planned(shop)).toEqual([]);
      await page.getByTestId("undo").click();
      await expect(row).toContainText("春节");
      await expect(page.getByTestId("undo")).toHaveCount(0);
      expect(await planned(shop)).toHaveLength(7);
    });

    test("one day at other hours, in two shifts; what cannot be is said beside it", async ({
      page,
      shop,
      complaints,
    }) => {
      complaints.expect(REFUSED);
      await open(page, shop);
      await page.getByTestId("hours-2026-11-24").click();
      const editor = day(page, "2026-11-24").getByTestId("hours-form");
      await expect(editor.getByTestId("hours-open")).toBeFocused();
      await editor.getByTestId("hours-open").fill("8");
      await editor.getByTestId("hours-close").fill("1400");
      await editor.getByTestId("shift-add").click();
      await expect(editor.getByTestId("hours-open-shift-2")).toBeFocused();
      await page.keyboard.type("13:30");
      await editor.getByTestId("hours-close-shift-2").fill("20:00");
      await page.keyboard.press("Enter");
      await expect(refusal(editor)).toHaveAttribute("data-code", "shifts_overlap");
      await expect(refusal(editor)).toContainText(said.overlap);
      await editor.getByTestId("hours-open-shift-2").fill("17：00");
      await editor.getByTestId("hours-close-shift-2").fill("06:00");
      await editor.getByTestId("hours-save").click();
      await expect(refusal(editor)).toHaveAttribute("data-code", "hours_past_cut_off");
      await editor.getByTestId("hours-close-shift-2").fill("02:00");
      await editor.getByTestId("hours-save").click();
      await expect(editor).toHaveCount(0);
      await expect(page.getByTestId("hours-2026-11-24")).toBeFocused();
      await expect(day(page, "2026-11-24")).toContainText("08:00–14:00");
      await expect(day(page, "2026-11-24")).toContainText("17:00–02:00");
      await expect(day(page, "2026-11-24")).toContainText("07:30");
      const shifts = [
        { open: "08:00", close: "14:00" },
        { open: "17:00", close: "02:00" },
      ];
      expect(await planned(shop)).toEqual([{ day: "2026-11-24", note: "", plan: "open", shifts }]);

      await page.getByTestId("usual-2026-11-24").click();
      await expect(day(page, "2026-11-24")).toContainText("09:00–21:00");
      await page.getByTestId("undo").click();
      await expect(day(page, "2026-11-24")).toContainText("17:00–02:00");
      expect(await planned(shop)).toEqual([{ day: "2026-11-24", note: "", plan: "open", shifts }]);
    });
  });
}

test("one tap closes a day, one tap opens it again, and the hand stays in its row", async ({ page, shop }) => {
  await open(page, shop);
  await page.getByTestId("close-2026-11-25").focus();
  await page.keyboard.press("Enter");
  await expect(day(page, "2026-11-25")).toHaveAttribute("data-state", "closed");
  await expect(page.getByTestId("usual-2026-11-25")).toBeFocused();
  expect(await planned(shop)).toEqual([{ day: "2026-11-25", note: "", plan: "closed" }]);
  await page.keyboard.press("Enter");
  await expect(day(page, "2026-11-25")).toHaveAttribute("data-state", "open");
  expect(await planned(shop)).toEqual([]);
});

test("a Sunday that is shut by the week can be opened, and Escape leaves it as it was", async ({ page, shop }) => {
  await open(page, shop);
  await page.getByTestId("hours-2026-11-29").click();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("hours-form")).toHaveCount(0);
  await expect(page.getByTestId("hours-2026-11-29")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByTestId("hours-save").click();
  await expect(day(page, "2026-11-29")).toHaveAttribute("data-state", "open");
  await expect(day(page, "2026-11-29")).toContainText("09:00–21:00");
});

test("several days at other hours, over an earlier plan, and all of it undone", async ({ page, shop }) => {
  await open(page, shop);
  await shop.call("plan_days", { from: "2026-12-31", to: "2027-01-01", plan: "closed", note: "元旦" });
  await expect(page.getByTestId("planned-2026-12-31")).toContainText("元旦");
  await page.getByTestId("plan-add").click();
  await page.locator("#off-from").fill("12-30");
  await page.locator("#off-to").fill("1-2");
  await page.getByTestId("plan-open").check();
  await page.getByTestId("plan-form").getByTestId("hours-open").fill("11:00");
  await page.getByTestId("plan-save").click();
  await expect(page.getByTestId("planned-2026-12-30")).toContainText("11:00–21:00");
  expect((await planned(shop)).map((each) => each.plan)).toEqual(["open", "open", "open", "open"]);
  await page.getByTestId("undo").click();
  await expect(page.getByTestId("planned-2026-12-31")).toContainText("元旦");
  expect((await planned(shop)).map((each) => [each.day, each.plan])).toEqual([
    ["2026-12-31", "closed"],
    ["2027-01-01", "closed"],
  ]);
});

test("a day that has begun is no day off any more, and its row says so", async ({ page, shop, complaints }) => {
  complaints.expect(REFUSED);
  await open(page, shop);
  await shop.call("confirm_section", { section: "account" });
  await page.getByTestId("close-2026-11-23").click();
  await expect(refusal(day(page, "2026-11-23"))).toHaveAttribute("data-code", "day_has_begun");
  expect(await planned(shop)).toEqual([]);
});

test("the rules: stepped, typed, refused beside the field, undone", async ({ page, shop, complaints }) => {
  complaints.expect(REFUSED);
  await open(page, shop);
  const before = page.getByTestId("before-min");
  const field = page.locator(".minutes").filter({ has: before });
  await page.getByTestId("before-min-more").click();
  await page.getByTestId("before-min-more").click();
  await expect(before).toHaveValue("40");
  await expect(day(page, "2026-11-24")).toContainText("08:20");
  await expect(page.getByTestId("rules-example")).toContainText("08:20");
  expect(await rules(shop)).toMatchObject({ before_min: 40 });
  // Two steps of one hand are one change.
  await page.getByTestId("undo").click();
  await expect(before).toHaveValue("30");
  await expect(day(page, "2026-11-24")).toContainText("08:30");
  expect(await rules(shop)).toMatchObject({ before_min: 30 });

  await before.fill("300");
  await before.press("Enter");
  await expect(refusal(field)).toHaveAttribute("data-code", "minutes_out_of_range");
  await expect(before).toHaveAttribute("aria-invalid", "true");
  await expect(before).toHaveValue("300");
  await before.fill("半小时");
  await before.press("Enter");
  await expect(page.getByTestId("before-min-unread")).toBeVisible();
  await before.press("Escape");
  await expect(before).toHaveValue("30");
  await expect(refusal(field)).toHaveCount(0);
  expect(await rules(shop)).toEqual({ before_min: 30, late_after_min: 0, nag_every_min: 15 });

  await page.getByTestId("late-after-min").focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Tab");
  await page.getByTestId("nag-every-min").fill("１０");
  await page.keyboard.press("Tab");
  await expect.poll(() => rules(shop)).toEqual({ before_min: 30, late_after_min: 5, nag_every_min: 10 });
  await expect(day(page, "2026-11-24")).toContainText("09:05");
});

test("a step not yet kept is kept when the page is left", async ({ page, shop }) => {
  await open(page, shop);
  await page.getByTestId("nag-every-min-more").focus();
  await page.keyboard.press("Enter");
  await page.getByTestId("nav-today").click();
  await expect.poll(() => rules(shop)).toMatchObject({ nag_every_min: 20 });
});

test("the page follows what others change, and stays where it was after a reload", async ({ page, shop }) => {
  await open(page, shop);
  await shop.cli("call", "plan_days", '{"from":"2026-11-26","plan":"closed","note":"装修"}');
  await expect(day(page, "2026-11-26")).toContainText("装修");
  await expect.poll(() => shop.kept()).toContain('"reminders"');
  await page.reload();
  await expect(page.getByTestId("page-reminders")).toBeVisible();
  await page.getByTestId("to-week").click();
  await expect(page.getByTestId("page-shop")).toBeVisible();
});

test("this PC: asked where nobody was asked, kept, and changed again", async ({ page, shop, complaints }) => {
  complaints.expect(HOST_GONE);
  await open(page, shop);
  const pc = async () => (await shop.call("show_reminders", {})).this_pc;
  await expect(page.getByTestId("agent-question")).toContainText("08:30");
  await expect(page.getByTestId("pc-agent")).toHaveCount(0);
  await page.getByTestId("agent-yes").click();
  await expect(page.getByTestId("pc-agent")).toBeChecked();
  await expect(page.getByTestId("agent-question")).toHaveCount(0);
  await expect(page.getByTestId("on-duty")).toHaveText("到点会提醒，关掉窗口也会");
  await page.getByTestId("pc-sound").uncheck();
  await page.getByTestId("pc-raise").check();
  await expect.poll(pc).toEqual({ agent: true, sound: false, raise: true });
  await shop.kill();
  await shop.start();
  await page.reload();
  await expect(page.getByTestId("pc-raise")).toBeChecked();
  await expect(page.getByTestId("pc-sound")).not.toBeChecked();
  await page.getByTestId("pc-agent").uncheck();
  await expect.poll(pc).toEqual({ agent: false, sound: false, raise: true });
});

test("one to try, while something reminds: it says what will be seen and heard", async ({ page, shop }) => {
  await open(page, shop);
  await page.getByTestId("try-reminder").click();
  await expect(page.getByTestId("tried")).toContainText("还会响一声");
  await page.getByTestId("pc-sound").uncheck();
  await expect(page.getByTestId("tried")).not.toContainText("响一声");
});
