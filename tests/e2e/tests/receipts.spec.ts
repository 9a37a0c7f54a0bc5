import { clean } from "../lib/axe";
import { HOST_GONE, REFUSED, expect, test, testAt, type Page } from "../lib/test";
import type { Shop } from "../lib/shop";

const CARD = "6222 0212 3456 7890 128";

async function openReceipts(page: Page, shop: Shop): Promise<void> {
  await page.goto(shop.url);
  await page.getByTestId("nav-receipts").click();
  await expect(page.getByTestId("page-receipts")).toBeVisible();
}

/** A small picture that the core can draw, of this colour. */
async function picture(page: Page, colour: string): Promise<Buffer> {
  const url = await page.evaluate((fill) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [320, 240];
    const pen = canvas.getContext("2d");
    if (pen) [pen.fillStyle] = [fill];
    pen?.fillRect(0, 0, 320, 240);
    return canvas.toDataURL("image/png");
  }, colour);
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}

test("s26 a slip with the number of the sale settles it by Enter", async ({ page, shop }) => {
  await shop.setUp();
  await shop.call("open_incident", {
    form: { code: "96", amount: "128.00" },
    sale: { reference: "112305123456" },
  });
  await openReceipts(page, shop);
  await page.keyboard.press("n");
  await page.getByTestId("receipt-reference").fill("112305123456");
  await page.getByTestId("receipt-amount").fill("128");
  await page.getByTestId("receipt-amount").press("Control+Enter");
  await expect(page.getByTestId("receipt-match")).toHaveAttribute("data-by", "reference");
  await expect(page.getByTestId("receipt-settle")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("receipt-match")).toHaveCount(0);
  expect(await shop.call("list_pending_sales", {})).toEqual([]);
});

for (const locale of ["zh-CN", "en-US"]) {
  test.describe(locale, () => {
    test.use({ locale });

    test("s25 a slip is written down by keyboard alone, in its own order, and amended", async ({ page, shop }) => {
      await shop.setUp();
      await openReceipts(page, shop);
      await expect(page.getByTestId("receipts-empty")).toBeVisible();
      await clean(page, "no receipts");
      await page.keyboard.press("n");
      await expect(page.getByTestId("receipt-amount")).toBeFocused();
      // Amount, time, card, trace, reference, authorisation, batch.
      for (const typed of ["１２.５０", "", "６６２０", "123", "112305123456", "a12345"]) {
        await page.keyboard.type(typed);
        await page.keyboard.press("Enter");
      }
      await expect(page.getByTestId("receipt-batch")).toBeFocused();
      await clean(page, "the form of a receipt");
      await page.keyboard.type("11");
      await page.keyboard.press("Enter");
      await expect(page.getByTestId("slip-total")).toContainText("12.50");
      await expect(page.getByTestId("slip-card")).toHaveText("**** 6620");
      await expect(page.getByTestId("slip-trace")).toHaveText("000123");
      await expect(page.getByTestId("slip-reference")).toHaveText("1123 0512 3456");
      await expect(page.getByTestId("slip-auth")).toHaveText("A12345");
      await expect(page.getByTestId("receipt-amend")).toBeFocused();
      await clean(page, "one receipt");
      const [written] = (await shop.call("list_receipts", {})).receipts;

      await page.keyboard.press("a");
      await expect(page.getByTestId("receipt-amount")).toHaveValue("12.50");
      await page.getByTestId("receipt-more").locator("summary").click();
      await page.getByTestId("receipt-tip").fill("5");
      await page.getByTestId("receipt-merchant_name").fill("老王面馆");
      await page.keyboard.press("Control+Enter");
      await expect(page.getByTestId("slip-total")).toContainText("17.50");
      await expect(page.getByTestId("receipt-amended")).toBeVisible();
      const [amended] = (await shop.call("list_receipts", {})).receipts;
      // A time that nobody touched stays what it was, to its last fraction.
      expect(amended).toMatchObject({
        at: written?.at,
        merchant_name: "老王面馆",
        amended: 1,
        no: 1,
      });

      await page.keyboard.press("Escape");
      await expect(page.getByTestId("receipt-1").getByRole("button")).toBeFocused();
      await clean(page, "the list of receipts");
    });

    test("s26 a slip shows the sale that nobody was sure of, and one key settles it", async ({ page, shop }) => {
      await shop.setUp();
      await shop.call("open_incident", {
        form: { code: "96", amount: "128.00", card: "6620" },
      });
      await openReceipts(page, shop);
      await page.keyboard.press("n");
      await expect(page.getByTestId("receipt-amount")).toBeFocused();
      await page.keyboard.type("128");
      await page.keyboard.press("Control+Enter");
      await expect(page.getByTestId("receipt-match")).toHaveAttribute("data-by", "amount");
      await expect(page.getByTestId("receipt-match")).toContainText("128.00");
      // Amount and time are a guess, on which one Enter too many must not decide.
      await expect(page.getByTestId("receipt-amend")).toBeFocused();
      await clean(page, "a receipt with its match");
      await page.keyboard.press("1");
      await expect(page.getByTestId("receipt-match")).toHaveCount(0);
      expect(await shop.call("list_pending_sales", {})).toEqual([]);
      const [sale] = (await shop.call("show_incident", { incident: "1" })).sales;
      const [receipt] = (await shop.call("list_receipts", {})).receipts;
      expect(sale?.settled).toMatchObject({
        how: "settled",
        receipt: receipt?.id,
      });

      await expect(page.getByTestId("undo")).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(page.getByTestId("receipt-settle")).toBeFocused();
      expect(await shop.call("list_pending_sales", {})).toHaveLength(1);
      await page.getByTestId("receipt-incident").click();
      await expect(page.getByTestId("sale")).toHaveAttribute("data-settled", "pending");
    });
  });
}

const REFUSALS = [
  { field: "amount", typed: "", code: "amount_unreadable" },
  { field: "amount", typed: "0", code: "amount_not_positive" },
  { field: "amount", typed: "-1", code: "amount_unreadable" },
  { field: "amount", typed: "1e308", code: "amount_unreadable" },
  { field: "amount", typed: "1,280", code: "amount_unreadable" },
  { field: "tip", typed: "-0.5", code: "amount_unreadable" },
  { field: "at", typed: "昨天中午", code: "time_unreadable" },
  { field: "at", typed: "2126-11-23 12:00", code: "time_out_of_range" },
  { field: "card", typed: "123", code: "card_unreadable" },
  { field: "trace", typed: "1234567", code: "digits_needed" },
  { field: "batch", typed: "12a", code: "digits_needed" },
  { field: "auth", typed: "12345", code: "digits_needed" },
  { field: "reference", typed: "12345678901", code: "digits_needed" },
  {
    field: "merchant_no",
    typed: "4111111111111111",
    code: "number_unreadable",
  },
  { field: "note", typed: "密码 123456", code: "card_secret" },
  { field: "note", typed: "CVV 123", code: "card_secret" },
] as const;

test("s27 what no slip can say is refused at its field, and everything typed stays", async ({
  page,
  shop,
  complaints,
}) => {
  complaints.expect(REFUSED);
  await shop.setUp();
  await openReceipts(page, shop);
  await page.keyboard.press("n");
  await page.getByTestId("receipt-more").locator("summary").click();
  await page.getByTestId("receipt-operator").fill("01");
  for (const { field, typed, code } of REFUSALS) {
    await page.getByTestId("receipt-amount").fill("128.00");
    const input = page.getByTestId(`receipt-${field}`);
    await input.fill(typed);
    await page.keyboard.press("Control+Enter");
    const refused = page.getByTestId(`receipt-${field}-refused`);
    await expect(refused, `${field} “${typed}”`).toHaveAttribute("data-code", code);
    await expect(input).toBeFocused();
    await expect(input).toHaveValue(typed);
    await expect(page.getByTestId("receipt-operator")).toHaveValue("01");
    await input.fill("");
  }
  expect((await shop.call("list_receipts", {})).receipts).toEqual([]);
});

test("s27 a whole card number keeps six and four, in its field and in the note", async ({ page, shop }) => {
  await shop.setUp();
  await openReceipts(page, shop);
  await page.keyboard.press("n");
  await page.getByTestId("receipt-amount").fill("66");
  await page.getByTestId("receipt-card").fill(CARD);
  await page.getByTestId("receipt-more").locator("summary").click();
  await page.getByTestId("receipt-note").fill(`卡 ${CARD}，电话 13812345678`);
  await page.getByTestId("receipt-note").press("Control+Enter");
  await expect(page.getByTestId("slip-card")).toHaveText("622202 **** 0128");
  await expect(page.getByTestId("slip-note")).toContainText("138****5678");
  await expect(page.getByTestId("slip-note")).not.toContainText("3456");
});

testAt("an hour alone is today's, and a time of the slip is the shop's", async ({ page, shop }) => {
  await shop.startAt("2026-11-23 15:00");
  await shop.setUp({ zone: "Asia/Shanghai" });
  await openReceipts(page, shop);
  await page.keyboard.press("n");
  await page.getByTestId("receipt-amount").fill("20");
  await page.getByTestId("receipt-at").fill("１２：３１");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("slip-at")).toContainText("12:31:00");
  expect((await shop.call("list_receipts", {})).receipts[0]?.at).toBe("2026-11-23T04:31:00.000Z");
});

test("half a slip is there again after the program was killed, with its file", async ({ page, shop, complaints }) => {
  complaints.expect(HOST_GONE);
  await shop.setUp();
  await openReceipts(page, shop);
  await page.keyboard.press("n");
  await page.getByTestId("receipt-amount").fill("88.80");
  await page.getByTestId("receipt-reference").fill("1123");
  const buffer = await picture(page, "teal");
  await page.getByTestId("receipt-files").setInputFiles({ name: "slip.png", mimeType: "image/png", buffer });
  await expect(page.getByTestId("receipt-files-papers")).toContainText("slip.png");
  await expect.poll(() => shop.kept()).toContain("slip.png");
  await shop.kill();
  await page.goto("about:blank");
  await shop.start();
  await page.goto(shop.url);
  await expect(page.getByTestId("receipt-amount")).toHaveValue("88.80");
  await expect(page.getByTestId("receipt-reference")).toHaveValue("1123");
  await expect(page.getByTestId("receipt-files-papers")).toContainText("slip.png");

  await page.getByTestId("receipt-reference").fill("");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("receipt-papers")).toContainText("slip.png");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("receipt-1").locator("img")).toBeVisible();
  await expect(page.getByTestId("receipt-1")).toContainText("1 个文件");
});

test("the same slip twice is told", async ({ page, shop }) => {
  await shop.setUp();
  const form = { amount: "30.00", reference: "112305123456" };
  await shop.call("add_receipt", { form });
  await shop.call("add_receipt", { form: { amount: "31.00" } });
  await shop.call("add_receipt", { form });
  await openReceipts(page, shop);
  await page.getByTestId("receipt-3").getByRole("button").click();
  await expect(page.getByTestId("receipt-same")).toContainText("1 号小票");
  await expect(page.getByTestId("receipt-same")).not.toContainText("2 号小票");
});

testAt("receipts are found by what is left of them, by day and terminal, and come in pages", async ({ page, shop }) => {
  await shop.startAt("2026-11-23 15:00");
  await shop.setUp({ zone: "Asia/Shanghai" });
  const base = {
    till: "till-1",
    lanes: ["card" as const],
    provider: "",
    terminal_no: "",
    model: "",
    serial_no: "",
  };
  const rest = {
    lights: "",
    software: "",
    got_from: "unknown" as const,
    address: "",
    retired: false,
  };
  await shop.call("put_terminal", {
    id: "terminal-1",
    name: "前台",
    ...base,
    ...rest,
  });
  for (let at = 1; at <= 33; at += 1) {
    const day = String((at % 20) + 1).padStart(2, "0");
    await shop.call("add_receipt", {
      form: {
        amount: `${at}.00`,
        at: `2026-11-${day} 12:${String(at).padStart(2, "0")}`,
        card: String(7000 + at),
        trace: String(900 + at),
        ...(at === 7 ? { terminal: "terminal-1", issuer: "工商银行" } : {}),
      },
    });
  }
  await openReceipts(page, shop);
  const rows = page.locator("[data-testid=receipts-list] li");
  await expect(rows).toHaveCount(30);
  await page.getByTestId("receipts-more").click();
  await expect(rows).toHaveCount(33);
  await expect(page.getByTestId("receipts-more")).toHaveCount(0);

  await page.getByTestId("headline").click();
  await page.keyboard.press("/");
  await expect(page.getByTestId("receipts-search")).toBeFocused();
  for (const [words, no] of [
    ["7012", 12],
    ["000933", 33],
    ["29.00", 29],
    ["工商", 7],
    ["７０１５", 15],
  ] as const) {
    await page.getByTestId("receipts-search").fill(words);
    await expect(rows, words).toHaveCount(1);
    await expect(page.getByTestId(`receipt-${no}`)).toBeVisible();
  }
  await page.getByTestId("receipts-search").fill("没有这张");
  await expect(page.getByTestId("receipts-none")).toBeVisible();
  await page.getByTestId("receipts-search").fill("");
  await page.getByTestId("receipts-from").fill("11-20");
  await expect(rows).toHaveCount(1);
  await page.getByTestId("receipts-from").fill("11月3日");
  await page.getByTestId("receipts-to").fill("2026-11-03");
  await expect(rows).toHaveCount(2);
  await page.getByTestId("receipts-to").fill("后天");
  await expect(page.locator("#receipts-day-unread")).toBeVisible();
  await page.getByTestId("receipts-to").fill("");
  await page.getByTestId("receipts-from").fill("");
  await page.getByTestId("receipts-terminal").selectOption("terminal-1");
  await expect(rows).toHaveCount(1);
  await expect(page.getByTestId("receipt-7")).toContainText("前台");
});
