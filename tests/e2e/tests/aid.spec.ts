import { firstAid, incident, openCode, paste, withHotline } from "../lib/aid";
import { setUpAt } from "../lib/calendar";
import { HOST_GONE, REFUSED, expect, headline, openToday, test, testAt, type Page } from "../lib/test";
import type { Shop } from "../lib/shop";

/** The smallest picture: one pixel. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const words = {
  "zh-CN": {
    headline: "代码 96：扣没扣款还不知道",
    warning: "没查清之前，别再收一次。",
    pending: "1 笔还不知道扣没扣款",
    yesterday: "从昨天起",
    amount: "128.00 元",
    stop: "明早还会提醒",
  },
  "en-US": {
    headline: "Code 96: nobody knows yet if it was charged",
    warning: "Do not charge again until you have looked it up.",
    pending: "One sale: nobody knows yet if it was charged",
    yesterday: "since yesterday",
    amount: "¥128.00",
    stop: "comes back tomorrow morning",
  },
} as const;

const kinds = async (shop: Shop): Promise<string[]> => (await incident(shop)).timeline.map(({ what }) => what.kind);
const step = (page: Page, id: string) => expect(page.getByTestId("aid-step")).toHaveAttribute("data-step", id);

for (const locale of ["zh-CN", "en-US"] as const) {
  const said = words[locale];
  testAt.describe(`in ${locale}`, () => {
    testAt.use({ locale });

    testAt(
      "s09 s12 from “the terminal shows 96” to a sale that comes back until it is settled",
      async ({ page, shop, complaints }) => {
        testAt.setTimeout(60_000);
        complaints.expect(HOST_GONE);
        complaints.expect(REFUSED);
        await setUpAt(shop, "2026-11-23 12:31");
        await withHotline(shop);
        await openToday(page, shop);
        await openCode(page, "96");
        await expect(headline(page)).toHaveText(said.headline);
        await expect(page.getByTestId("aid-warning")).toHaveText(said.warning);
        await expect(page.getByTestId("aid-hotline")).toHaveText("400-000-1234");
        await expect(page.getByTestId("aid-whom")).toContainText("822100058120117");
        await expect(page.getByTestId("aid-whom")).toContainText("33012764");
        await expect(page.getByTestId("aid-stop")).toContainText(said.stop);

        // The numbers to compare, by keyboard, into the incident and its sale.
        await page.keyboard.press("e");
        await expect(page.getByTestId("number-amount")).toBeFocused();
        await page.keyboard.type("128");
        await page.keyboard.press("Tab");
        await page.keyboard.type("6620");
        await page.keyboard.press("Enter");
        await expect(page.getByTestId("aid-sale")).toContainText(said.amount);
        await expect(page.getByTestId("aid-sale")).toContainText("6620");
        await paste(page, "屏幕.png", PIXEL);
        await expect.poll(async () => (await incident(shop)).attachments.length).toBe(1);
        await expect(page.locator("#aid-step")).toBeFocused();
        await page.keyboard.press("3");
        await expect(page.getByTestId("aid-end")).toHaveAttribute("data-action", "unknown");
        expect(await incident(shop)).toMatchObject({
          pending: true,
          details: {
            code: "96",
            amount_fen: 12800,
            card: "****6620",
            terminal: "terminal-1",
          },
          stands_at: { end: "unknown" },
        });
        await expect(page.getByTestId("aid-written")).toContainText(said.amount);
        await page.keyboard.press("Enter");
        await expect(page.getByTestId("pending-sales")).toContainText(said.pending);

        // The next morning it is on the page of today, and stays there until somebody says what became of it.
        await expect.poll(() => shop.kept()).toContain('"screen":"today"');
        await shop.startAt("2026-11-24 08:40");
        await page.reload();
        const pending = page.getByTestId("pending-1");
        await expect(pending).toContainText(said.amount);
        await expect(pending).toContainText("6620");
        await expect(pending).toContainText(said.yesterday);
        await pending.getByTestId("settle-settled").press("Enter");
        await expect(page.getByTestId("settle-note")).toBeFocused();
        await page.keyboard.press("Enter");
        await expect(pending.getByTestId("trouble")).toHaveAttribute("data-code", "evidence_needed");
        await page.keyboard.type("查到账单");
        await page.keyboard.press("Enter");
        await expect(page.getByTestId("pending-sales")).toHaveCount(0);
        expect(await shop.call("list_pending_sales", {})).toEqual([]);
        expect((await incident(shop)).sales[0]?.settled).toMatchObject({
          how: "settled",
          note: "查到账单",
        });
        await expect(page.locator("[data-row]:focus")).toHaveCount(1);
      },
    );
  });
}

test.describe("at the till", () => {
  test.beforeEach(async ({ page, shop }) => {
    await shop.setUp();
    await openToday(page, shop);
  });

  test("one digit is a symptom, two are a code; nothing is written before Enter", async ({ page, shop }) => {
    const entries = async (): Promise<number> => (await shop.call("check_folder", {})).entries;
    const before = await entries();
    await firstAid(page);
    await page.keyboard.type("9");
    await expect(page.getByTestId("symptom-charged-but-failed")).toHaveClass(/picked/);
    await expect(page.getByTestId("aid-results")).toHaveCount(0);
    await page.keyboard.type("6");
    await expect(page.getByTestId("result-code-96")).toHaveAttribute("aria-selected", "true");
    await expect(page.getByTestId("aid-code")).toHaveAttribute("data-code", "96");
    await expect(page.getByTestId("code-outcome")).toContainText("还不知道");
    expect(await entries()).toBe(before);
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Enter");
    await step(page, "look-up");
    expect((await incident(shop)).details).toMatchObject({
      symptom: "charged-but-failed",
    });
    // Away from the field a digit alone is enough.
    await page.keyboard.press("F2");
    await expect(page.getByTestId("aid-words")).toBeFocused();
    await page.getByTestId("symptom-network").focus();
    await page.keyboard.press("1");
    await step(page, "power");
  });

  test("s05 words on the screen lead to their step, with the words written down", async ({ page, shop }) => {
    await firstAid(page);
    await page.keyboard.type("签到失败");
    await expect(page.getByTestId("result-screen_text-sign-in-failed")).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await step(page, "sign-in");
    expect((await incident(shop)).details).toMatchObject({
      screen: "签到失败",
      symptom: "screen-text",
    });
    await expect.poll(() => shop.kept()).toMatch(/"aid":"/);
    await page.reload();
    await step(page, "sign-in");
    await page.keyboard.press("1");
    await expect(page.getByTestId("aid-end")).toHaveAttribute("data-end", "fixed-machine");
  });

  test("words that nobody knows go on as they stand, and the step asks again", async ({ page, shop }) => {
    await firstAid(page);
    await page.keyboard.type("外星人来了");
    await page.getByTestId("result-typed").click();
    await step(page, "screen");
    expect((await incident(shop)).details).toMatchObject({
      screen: "外星人来了",
      symptom: "screen-text",
    });
    await page.getByTestId("aid-words").fill("55");
    await expect(page.getByTestId("result-code-55")).toBeVisible();
    await page.getByTestId("aid-words").press("Enter");
    await expect.poll(async () => (await incident(shop)).details.code).toBe("55");
    await expect(page.getByTestId("aid-step")).not.toHaveAttribute("data-step", "screen");
  });

  test("a wrong amount is said beside its field, and what was typed stays", async ({ page, shop, complaints }) => {
    complaints.expect(REFUSED);
    await firstAid(page);
    await page.getByTestId("known-amount").fill("很多");
    await page.getByTestId("known-card").fill("6620");
    await page.getByTestId("aid-words").fill("96");
    await expect(page.getByTestId("result-code-96")).toBeVisible();
    await page.getByTestId("aid-words").press("Enter");
    await expect(page.locator("#aid-known-amount-wrong")).toBeVisible();
    await expect(page.getByTestId("known-amount")).toHaveValue("很多");
    await expect(page.getByTestId("aid-words")).toHaveValue("96");
    expect((await shop.call("list_incidents", {})).incidents).toEqual([]);
    await page.getByTestId("known-amount").fill("１２８");
    await page.getByTestId("aid-words").press("Enter");
    await step(page, "look-up");
    expect((await incident(shop)).details).toMatchObject({
      amount_fen: 12800,
      card: "****6620",
    });

    await page.keyboard.press("e");
    await page.getByTestId("number-trace").fill("1234567");
    await page.keyboard.press("Enter");
    await expect(page.locator("#aid-number-trace-wrong")).toBeVisible();
    await expect(page.getByTestId("number-trace")).toBeFocused();
    await page.getByTestId("number-trace").fill("000123");
    await page.keyboard.press("Enter");
    await expect(page.getByTestId("aid-numbers")).toHaveCount(0);
    expect((await incident(shop)).sales[0]?.trace).toBe("000123");
  });

  test("answers go on step by step; back shows the step before and writes nothing", async ({ page, shop }) => {
    await firstAid(page);
    await page.keyboard.press("1");
    await page.keyboard.press("Enter");
    await step(page, "power");
    await page.keyboard.press("2");
    await step(page, "power-again");
    const before = (await incident(shop)).timeline.length;
    await page.keyboard.press("Backspace");
    await step(page, "power");
    expect((await incident(shop)).timeline).toHaveLength(before);
    await page.keyboard.press("1");
    await step(page, "standby");
    await page.getByTestId("key-back").click();
    await step(page, "power");
    await page.keyboard.press("1");
    await step(page, "standby");
    await page.keyboard.press("1");
    await expect(page.getByTestId("aid-end")).toHaveAttribute("data-action", "fixed");
    expect(await incident(shop)).toMatchObject({
      state: "resolved",
      pending: false,
    });
    await expect(page.getByTestId("aid-stop")).toContainText("已经解决");
  });

  test("leaving half-way loses nothing: the strip leads back to the same step with what was typed", async ({
    page,
    shop,
  }) => {
    await openCode(page, "96");
    await page.keyboard.press("n");
    await page.keyboard.type("顾客说收到短");
    await expect.poll(() => shop.kept()).toContain("顾客说收到短");
    await page.getByTestId("nav-history").click();
    await expect(page.getByTestId("page-history")).toBeVisible();
    await firstAid(page);
    await expect(page.getByTestId("aid-go-on")).toBeVisible();
    await page.keyboard.press("ArrowUp");
    await expect(page.getByTestId("go-on-1")).toBeFocused();
    await page.keyboard.press("Enter");
    await step(page, "look-up");
    await expect(page.getByTestId("aid-note")).toHaveValue("顾客说收到短");
    await page.getByTestId("aid-note").press("Enter");
    await expect(page.getByTestId("aid-note")).toHaveCount(0);
    await expect(page.getByTestId("aid-written")).toContainText("顾客说收到短");
    await page.keyboard.press("Escape");
    await expect(page.getByTestId("page-history")).toBeVisible();
  });

  test("a killed host and a killed page: the same step, the note, and the running call", async ({
    page,
    shop,
    complaints,
  }) => {
    complaints.expect(HOST_GONE);
    await withHotline(shop);
    await openCode(page, "96");
    await page.keyboard.press("c");
    await expect(page.getByTestId("call-answered")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByTestId("call-answeredBy")).toBeFocused();
    await page.keyboard.type("工号 8012");
    await expect.poll(() => shop.kept()).toContain("工号 8012");
    await shop.kill();
    await page.goto("about:blank");
    await shop.start();
    await page.goto(shop.url);
    await step(page, "look-up");
    await expect(page.getByTestId("call-answeredBy")).toHaveValue("工号 8012");
    await expect(page.getByTestId("call-timer")).not.toHaveText("0:00");
  });

  test("s13 a call is timed, and what was said is written down", async ({ page, shop }) => {
    await page.clock.install();
    await withHotline(shop);
    await openToday(page, shop);
    await openCode(page, "96");
    await page.keyboard.press("c");
    await expect(page.getByTestId("call-timer")).toHaveText("0:00");
    await page.clock.runFor(65_000);
    await expect(page.getByTestId("call-timer")).toHaveText("1:05");
    await page.keyboard.press("Enter");
    await page.keyboard.type("小李");
    // Escape goes back to the step and loses nothing; the timer goes on.
    await page.keyboard.press("Escape");
    await expect(page.locator("#aid-step")).toBeFocused();
    await page.getByTestId("call-answeredBy").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("T-7781");
    await page.keyboard.press("Enter");
    await page.keyboard.type("明天上午回电");
    await page.clock.runFor(120_000);
    await expect(page.getByTestId("aid-hotline")).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page.getByTestId("call-end")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByTestId("aid-call-form")).toHaveCount(0);
    const call = (await incident(shop)).timeline.flatMap(({ what }) => (what.kind === "call" ? [what.call] : []));
    expect(call).toMatchObject([
      {
        provider: "provider-1",
        hotline: "400-000-1234",
        answered_by: "小李",
        ticket: "T-7781",
        said: "明天上午回电",
      },
    ]);
    expect(call[0]?.waited_s).toBeGreaterThanOrEqual(65);
    expect(call[0]?.lasted_s).toBeGreaterThanOrEqual(185);
    await expect(page.getByTestId("aid-written")).toContainText("T-7781");
    // The hand is back on the step, and digits answer.
    await page.keyboard.press("3");
    await expect(page.getByTestId("aid-end")).toBeVisible();
  });

  test("s14 without a hotline it says where one is found, and leads to the contacts", async ({ page }) => {
    await openCode(page, "96");
    await expect(page.getByTestId("aid-whom")).toContainText("合同");
    await expect(page.getByTestId("aid-whom")).toContainText("银行卡背面");
    await page.getByTestId("aid-contacts").click();
    await expect(page.getByTestId("page-contacts")).toBeVisible();
  });

  test("a text of the shop's own wins, with ours beside it", async ({ page, shop }) => {
    const own = {
      code: "96",
      meaning: "先打老板电话",
      advice: "别重刷",
      from: "owner",
      provider: null,
    } as const;
    await shop.call("put_code_text", own);
    await firstAid(page);
    await page.keyboard.type("96");
    await expect(page.getByTestId("aid-code")).toContainText("先打老板电话");
    await expect(page.getByTestId("aid-code")).toContainText("系统异常");
    await expect(page.getByTestId("code-outcome")).toContainText("还不知道");
  });

  test("s23 s24 the card for the customer is one key away, in either language or both", async ({ page }) => {
    await openCode(page, "96");
    await page.keyboard.press("k");
    const card = page.getByTestId("aid-customer-card");
    await expect(card.getByTestId("card-zh-CN")).toContainText("您可以看看");
    await expect(card.getByTestId("card-en")).toHaveCount(0);
    await card.getByTestId("card-in-zh-CN-en").click();
    await expect(card.getByTestId("card-en")).toContainText("you never pay twice");
    await expect(card.getByTestId("card-zh-CN")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(card).toHaveCount(0);
    await expect(page.locator("#aid-step")).toBeFocused();
  });

  test("Enter inside a Chinese composition opens nothing", async ({ page, shop }) => {
    await firstAid(page);
    const client = await page.context().newCDPSession(page);
    await client.send("Input.imeSetComposition", {
      text: "wangluo",
      selectionStart: 7,
      selectionEnd: 7,
    });
    const key = {
      key: "Process",
      code: "Enter",
      windowsVirtualKeyCode: 229,
      nativeVirtualKeyCode: 229,
    };
    await client.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
    await client.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
    await client.send("Input.insertText", { text: "网络不通" });
    await expect(page.getByTestId("aid-words")).toHaveValue("网络不通");
    await expect(page.getByTestId("aid-results")).toBeVisible();
    expect((await shop.call("list_incidents", {})).incidents).toEqual([]);
    await page.keyboard.press("Enter");
    await step(page, "net-look-up");
  });

  test("when the core is away nothing is taken for done, and one press tries again", async ({
    page,
    shop,
    complaints,
  }) => {
    complaints.expect(HOST_GONE);
    await openCode(page, "96");
    await shop.kill();
    await page.keyboard.press("3");
    await expect(page.getByTestId("trouble").first()).toHaveAttribute("data-code", "no_answer");
    await step(page, "look-up");
    await shop.start();
    await page.getByTestId("retry").first().click();
    await expect(page.getByTestId("aid-end")).toHaveAttribute("data-end", "unknown");
    expect((await kinds(shop)).filter((kind) => kind === "step")).toHaveLength(1);
  });
});
