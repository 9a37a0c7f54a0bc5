import { clean } from "../lib/axe";
import { REFUSED, expect, goTo, openToday, test } from "../lib/test";

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
        await page.getByTestId("shop-name").fill("小店");
        await page.getByTestId("shop-save").click();
        await expect(page.getByTestId("agent-question")).toBeVisible();
        await clean(page, "the question of the first run");
      });

      test("reminders: the days, every form, refusals", async ({ page, shop, complaints }) => {
        complaints.expect(REFUSED);
        await shop.setUp();
        const [, tomorrow, after] = (await shop.call("show_reminders", {})).days.map((each) => each.day);
        await shop.call("plan_days", { from: after ?? "", plan: "closed", note: "装修" });
        await openToday(page, shop);
        await page.getByTestId("nav-reminders").click();
        await expect(page.getByTestId("page-reminders")).toBeVisible();
        await clean(page, "reminders");
        await page.getByTestId(`hours-${tomorrow}`).click();
        await page.getByTestId("hours-close").fill("bald");
        await page.getByTestId("hours-save").click();
        await expect(page.getByTestId("trouble")).toBeVisible();
        await page.getByTestId("plan-add").click();
        await page.getByTestId("plan-save").click();
        await page.getByTestId("before-min").fill("999");
        await page.getByTestId("before-min").press("Enter");
        await expect(page.getByTestId("trouble")).toHaveCount(2);
        await page.getByTestId("channel-add").click();
        await clean(page, "reminders with every form and refusals");
        await page.getByTestId("kind-json").check();
        await page.getByTestId("channel-url").fill("http://127.0.0.1:9/");
        await page.getByTestId("channel-save").click();
        await page.getByTestId("channel-remove-json-1").click();
        await page.getByTestId("channel-add").click();
        await page.getByTestId("kind-email").check();
        await clean(page, "reminders with a channel, its removal and the form of mail");
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
