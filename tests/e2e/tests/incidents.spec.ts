import { clean } from "../lib/axe";
import { HOST_GONE, REFUSED, expect, test, testAt, type Page } from "../lib/test";
import type { Shop } from "../lib/shop";

/** A bank's example number that passes the check of card numbers. */
const CARD = "6222 0212 3456 7890 128";

const ACQUIRER = {
  id: "provider-1",
  name: "银联商务",
  kind: "acquirer",
  hotline: { value: "95534", from: "contract", seen_on: "2026-03-02" },
  site: null,
  branch: null,
  merchant_no: "822100058120117",
  licence: null,
  note: "",
  retired: false,
} as const;

const TERMINAL = {
  id: "terminal-1",
  name: "前台",
  till: "till-1",
  lanes: ["card"],
  provider: "provider-1",
  terminal_no: "33012764",
  model: "",
  serial_no: "",
  lights: "",
  software: "",
  got_from: "official",
  address: "",
  retired: false,
} as const;

async function furnish(shop: Shop): Promise<void> {
  await shop.setUp();
  await shop.call("put_provider", ACQUIRER);
  await shop.call("put_terminal", { ...TERMINAL, lanes: ["card"] });
  await shop.call("put_staff", { id: "staff-1", name: "小林", retired: false });
}

async function openIncidents(page: Page, shop: Shop): Promise<void> {
  await page.goto(shop.url);
  await page.getByTestId("nav-incidents").click();
  await expect(page.getByTestId("page-incidents")).toBeVisible();
}

/** Opens the page of the incident with this number. */
async function openOne(page: Page, shop: Shop, no: number): Promise<void> {
  await openIncidents(page, shop);
  await page.getByTestId(`incident-${no}`).getByRole("button").click();
  await expect(page.getByTestId("incident-state")).toBeVisible();
}

const kinds = async (shop: Shop, no = 1): Promise<string[]> =>
  (await shop.call("show_incident", { incident: String(no) })).timeline.map(({ what }) => what.kind);

for (const locale of ["zh-CN", "en-US"]) {
  test.describe(locale, () => {
    test.use({ locale });

    test("s16 an incident is logged, noted, called about, handed over, resolved and reopened by keyboard", async ({
      page,
      shop,
    }) => {
      await furnish(shop);
      await openIncidents(page, shop);
      await expect(page.getByTestId("incidents-empty")).toBeVisible();
      await clean(page, "no incidents");

      await page.keyboard.press("n");
      await expect(page.getByTestId("incident-new-lane-card")).toBeFocused();
      await page.keyboard.press("Space");
      await page.keyboard.press("Tab");
      await expect(page.getByTestId("incident-new-terminal")).toBeFocused();
      await page.keyboard.press("Tab");
      await expect(page.getByTestId("incident-new-symptom")).toBeFocused();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.type("96");
      await page.keyboard.press("Tab");
      await page.keyboard.type("１２８．００");
      await page.keyboard.press("Tab");
      await page.keyboard.type("6620");
      await clean(page, "the form of a new incident");
      await page.keyboard.press("Enter");

      await expect(page.getByTestId("incident-state")).toHaveAttribute("data-state", "open");
      await expect(page.getByTestId("headline")).toContainText("96");
      await expect(page.getByTestId("fact-amount_fen")).toContainText("128.00");
      await expect(page.getByTestId("fact-card")).toHaveText("**** 6620");
      await expect(page.getByTestId("fact-terminal")).toHaveText("前台");
      await expect(page.getByTestId("sale")).toHaveAttribute("data-settled", "pending");
      await expect(page.getByTestId("incident-code")).toBeVisible();
      expect(await kinds(shop)).toEqual(["opened", "sale_pending"]);

      await page.keyboard.press("n");
      await expect(page.getByTestId("incident-note-note")).toBeFocused();
      await page.keyboard.type("客人手机上有扣款短信");
      await page.keyboard.press("Enter");
      await expect(page.getByTestId("incident-note-form")).toHaveCount(0);
      await expect(page.getByTestId("incident-act-note")).toBeFocused();

      await page.keyboard.press("c");
      await expect(page.getByTestId("incident-call-hotline")).toHaveValue("95534");
      await expect(page.getByTestId("incident-call-answered_by")).toBeFocused();
      await page.keyboard.type("工号 8021");
      await page.keyboard.press("Tab");
      await page.keyboard.type("T-5521");
      await page.keyboard.press("Tab");
      await page.keyboard.type("７");
      await page.keyboard.press("Tab");
      await page.keyboard.type("12");
      await page.keyboard.press("Enter");
      await expect(page.locator("[data-kind=call]")).toContainText("银联商务 95534");
      await expect(page.locator("[data-kind=call]")).toContainText("T-5521");

      await page.keyboard.press("h");
      await expect(page.getByTestId("incident-assign-owner")).toBeFocused();
      await page.keyboard.type("小林");
      await page.getByTestId("incident-assign-waiting").check();
      await page.getByTestId("incident-assign-due").fill("明天");
      await page.keyboard.press("Enter");
      await expect(page.getByTestId("incident-assign-due-refused")).toBeVisible();
      await expect(page.getByTestId("incident-assign-due")).toBeFocused();
      await page.locator("[data-testid^=incident-assign-due-2]").nth(1).click();
      await page.getByTestId("incident-assign-save").click();
      await expect(page.getByTestId("incident-state")).toHaveAttribute("data-state", "waiting");
      await expect(page.getByTestId("incident-state")).toContainText("小林");

      await page.keyboard.press("r");
      await expect(page.getByTestId("incident-resolve-loss")).toHaveValue("128.00");
      await page.keyboard.type("重新签到后恢复");
      await page.getByTestId("incident-resolve-nothing").click();
      await page.getByTestId("incident-resolve-save").click();
      await expect(page.getByTestId("incident-state")).toHaveAttribute("data-state", "resolved");
      const resolved = (await shop.call("show_incident", { incident: "1" })).timeline.at(-1)?.what;
      expect(resolved).toMatchObject({
        kind: "resolved",
        how: "重新签到后恢复",
        loss_fen: 0,
      });

      await page.getByTestId("undo").click();
      await expect(page.getByTestId("incident-state")).not.toHaveAttribute("data-state", "resolved");
      await page.keyboard.press("r");
      await page.getByTestId("incident-resolve-save").click();
      await expect(page.getByTestId("incident-state")).toHaveAttribute("data-state", "resolved");
      await page.keyboard.press("r");
      await expect(page.getByTestId("incident-reopen-note")).toBeFocused();
      await page.keyboard.type("又来了");
      await page.keyboard.press("Enter");
      await expect(page.locator("[data-kind=reopened]").last()).toContainText("又来了");
      await clean(page, "one incident");
      expect(await kinds(shop)).toEqual([
        ...["opened", "sale_pending", "said", "call", "assigned", "resolved", "reopened", "resolved", "reopened"],
      ]);

      await page.keyboard.press("Escape");
      await expect(page.getByTestId("incident-1").getByRole("button")).toBeFocused();
      await expect(page.getByTestId("incident-1")).toHaveAttribute("data-pending", "true");
      await clean(page, "the list of incidents");
    });

    test("an amendment keeps what was written before in sight", async ({ page, shop }) => {
      await furnish(shop);
      await shop.call("open_incident", {
        form: { code: "96", amount: "128.00", card: "6620", note: "第一眼" },
      });
      await openOne(page, shop, 1);
      await page.keyboard.press("a");
      await expect(page.getByTestId("incident-amend-amount")).toHaveValue("128.00");
      await expect(page.getByTestId("incident-amend-card")).toHaveValue("6620");
      await page.getByTestId("incident-amend-amount").fill("218.00");
      await page.getByTestId("incident-amend-lane_effect-stopped").check();
      await page.getByTestId("incident-amend-amount").press("Enter");
      await expect(page.getByTestId("fact-amount_fen")).toContainText("218.00");
      const amended = page.locator("[data-kind=amended]");
      await expect(amended).toContainText("128.00");
      await expect(amended).toContainText("218.00");
      await expect(page.locator("[data-kind=opened]")).toContainText("128.00");
      // The sale in doubt is the same sale.
      await expect(page.getByTestId("sale")).toContainText("218.00");
      await expect(page.getByTestId("fact-note")).toHaveText("第一眼");
    });
  });
}

const REFUSALS = [
  { field: "amount", typed: "0", code: "amount_not_positive" },
  { field: "amount", typed: "-1", code: "amount_unreadable" },
  { field: "amount", typed: "1e308", code: "amount_unreadable" },
  { field: "card", typed: "12345", code: "card_unreadable" },
  { field: "code", typed: "not a code", code: "code_unreadable" },
  { field: "screen", typed: "字".repeat(81), code: "note_too_long" },
  { field: "note", typed: "x".repeat(4001), code: "note_too_long" },
  { field: "note", typed: "卡背面 CVV 123", code: "card_secret" },
  { field: "note", typed: "好\u202e坏", code: "text_has_control" },
] as const;

test("s27 what cannot be kept is refused at its field, and everything typed stays", async ({
  page,
  shop,
  complaints,
}) => {
  complaints.expect(REFUSED);
  await furnish(shop);
  await openIncidents(page, shop);
  await page.keyboard.press("n");
  await page.getByTestId("incident-new-lane-card").check();
  for (const { field, typed, code } of REFUSALS) {
    const input = page.getByTestId(`incident-new-${field}`);
    await input.fill(typed);
    await page.getByTestId("incident-new-save").click();
    await expect(page.getByTestId(`incident-new-${field}-refused`), `${field} ${code}`).toHaveAttribute(
      "data-code",
      code,
    );
    await expect(input).toBeFocused();
    await expect(input).toHaveValue(typed);
    await expect(page.getByTestId("incident-new-lane-card")).toBeChecked();
    await input.fill("");
  }
  await page.getByTestId("incident-new-save").click();
  await expect(page.getByTestId("incident-new-note-refused")).toHaveAttribute("data-code", "text_needed");
  expect((await shop.call("list_incidents", {})).incidents).toEqual([]);
});

test("s27 a whole card number shows six and four, in its field and in a note", async ({ page, shop, complaints }) => {
  complaints.expect(REFUSED);
  await furnish(shop);
  await openIncidents(page, shop);
  await page.keyboard.press("n");
  await page.getByTestId("incident-new-card").fill(CARD);
  await page.getByTestId("incident-new-note").fill("刷不了");
  await page.getByTestId("incident-new-note").press("Enter");
  await expect(page.getByTestId("fact-card")).toHaveText("622202 **** 0128");

  await page.keyboard.press("n");
  await page.getByTestId("incident-note-note").fill(`卡号 ${CARD}`);
  await page.getByTestId("incident-note-note").press("Enter");
  await expect(page.locator("[data-kind=said]")).toContainText("6222 02");
  await expect(page.locator("[data-kind=said]")).not.toContainText("3456");
  expect(JSON.stringify(await shop.call("show_incident", { incident: "1" }))).not.toContain("3456");

  await page.keyboard.press("n");
  await page.getByTestId("incident-note-note").fill("客人说 CVV 是 123");
  await page.getByTestId("incident-note-note").press("Enter");
  await expect(page.getByTestId("incident-note-note-refused")).toHaveAttribute("data-code", "card_secret");
  await expect(page.getByTestId("incident-note-note")).toHaveValue("客人说 CVV 是 123");
});

test("Enter that ends a Chinese composition does not save the note", async ({ page, shop }) => {
  await furnish(shop);
  await shop.call("open_incident", { form: { note: "开头" } });
  await openOne(page, shop, 1);
  await page.keyboard.press("n");
  await page.getByTestId("incident-note-note").fill("拼到一半");
  await page.getByTestId("incident-note-note").dispatchEvent("keydown", {
    key: "Enter",
    isComposing: true,
    keyCode: 229,
  });
  await page.keyboard.type("，拼完了");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-kind=said]")).toHaveText(/拼到一半，拼完了/);
  expect(await kinds(shop)).toEqual(["opened", "said"]);
});

test("half a call is there again after the program was killed, with its form open", async ({
  page,
  shop,
  complaints,
}) => {
  complaints.expect(HOST_GONE);
  await furnish(shop);
  await shop.call("open_incident", { form: { code: "96" } });
  await openOne(page, shop, 1);
  await page.keyboard.press("c");
  await page.getByTestId("incident-call-ticket").fill("T-77");
  await page.getByTestId("incident-call-note").fill("说是线路忙");
  await expect.poll(() => shop.kept()).toContain("说是线路忙");
  await shop.kill();
  await page.goto("about:blank");
  await shop.start();
  await page.goto(shop.url);
  await expect(page.getByTestId("incident-call-ticket")).toHaveValue("T-77");
  await expect(page.getByTestId("incident-call-note")).toHaveValue("说是线路忙");
  await expect(page.getByTestId("incident-call-draft")).toBeVisible();

  await page.getByTestId("incident-call-ticket").press("Escape");
  await expect(page.getByTestId("incident-act-call")).toBeFocused();
  await page.keyboard.press("c");
  await expect(page.getByTestId("incident-call-ticket")).toHaveValue("T-77");
  await page.getByTestId("incident-call-save").click();
  await expect(page.locator("[data-kind=call]")).toContainText("T-77");
  await expect.poll(() => shop.kept()).not.toContain("T-77");
});

test("s26 the sale in doubt is settled, reversed or written off, each with what shows it", async ({
  page,
  shop,
  complaints,
}) => {
  complaints.expect(REFUSED);
  await furnish(shop);
  await shop.call("open_incident", {
    form: { code: "96", amount: "128.00", lane_effect: "slowed" },
  });
  await shop.call("add_receipt", { form: { amount: "66.00" } });
  await openOne(page, shop, 1);
  await page.keyboard.press("1");
  await expect(page.getByTestId("sale-settle-note")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("sale-settle-note-refused")).toHaveAttribute("data-code", "evidence_needed");
  await page.keyboard.type("后台查到了");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("sale")).toHaveAttribute("data-settled", "settled");
  await page.getByTestId("undo").click();
  await expect(page.getByTestId("sale")).toHaveAttribute("data-settled", "pending");

  await page.keyboard.press("3");
  await page.getByTestId("sale-settle-note").fill("两边都查不到，算了");
  await page.getByTestId("sale-settle-save").click();
  await expect(page.getByTestId("sale-settle-note-refused")).toHaveAttribute("data-code", "evidence_needed");
  await page.getByTestId("sale-settle-receipt").fill("9");
  await page.getByTestId("sale-settle-save").click();
  await expect(page.getByTestId("sale-settle-receipt-refused")).toHaveAttribute("data-code", "receipt_unknown");
  await page.getByTestId("sale-settle-receipt").fill("１");
  await page.getByTestId("sale-settle-save").click();
  await expect(page.getByTestId("sale")).toHaveAttribute("data-settled", "written_off");
  await expect(page.getByTestId("sale")).toContainText("1 号小票");

  await page.getByTestId("sale-reopen").click();
  await page.getByTestId("sale-numbers").click();
  await page.getByTestId("sale-numbers-trace").fill("1234567");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("sale-numbers-trace-refused")).toHaveAttribute("data-code", "digits_needed");
  await page.getByTestId("sale-numbers-trace").fill("123");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("sale")).toContainText("000123");
  expect((await shop.call("list_pending_sales", {})).map(({ trace }) => trace)).toEqual(["000123"]);
});

test("files go into a note of their own and proof into the resolution; without one there is nothing to add", async ({
  page,
  shop,
  complaints,
}) => {
  complaints.expect(REFUSED);
  await furnish(shop);
  await shop.call("open_incident", { form: { note: "不打印" } });
  await openOne(page, shop, 1);
  await page.keyboard.press("p");
  await page.getByTestId("incident-files-save").click();
  await expect(page.getByTestId("incident-files-files-refused")).toHaveAttribute("data-code", "too_many_files");
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
    "base64",
  );
  await page
    .getByTestId("incident-files-files")
    .setInputFiles({ name: "screen.png", mimeType: "image/png", buffer: png });
  await expect(page.getByTestId("incident-files-files-papers")).toContainText("screen.png");
  await page.getByTestId("incident-files-save").click();
  await expect(page.locator("[data-kind=attached]")).toContainText("screen.png");
  await expect(page.getByTestId("incident-papers")).toContainText("screen.png");

  // Paper that the resolution shows is a proof of its own.
  await page.keyboard.press("r");
  await page
    .getByTestId("incident-resolve-files")
    .setInputFiles({ name: "slip.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 slip") });
  await expect(page.getByTestId("incident-resolve-files-papers")).toContainText("slip.pdf");
  await page.getByTestId("incident-resolve-save").click();
  await expect(page.locator("[data-kind=resolved]")).toContainText("slip.pdf");
});

testAt("the same fault is told by how often it came, and leads to the earlier ones", async ({ page, shop }) => {
  await shop.startAt("2026-11-20 12:00");
  await furnish(shop);
  await shop.call("open_incident", { form: { code: "91" } });
  await shop.startAt("2026-11-22 12:00");
  await shop.call("open_incident", { form: { code: "91" } });
  await shop.call("open_incident", { form: { code: "55" } });
  await shop.startAt("2026-11-24 12:00");
  await shop.call("open_incident", { form: { code: "91" } });
  await shop.call("assign_incident", {
    incident: "4",
    owner: "小林",
    due: "2026-11-25",
  });
  await shop.startAt("2026-11-27 12:00");
  await openIncidents(page, shop);
  await expect(page.getByTestId("incident-4")).toContainText("30 天里第 3 次");
  await expect(page.getByTestId("incident-4")).toContainText("过期 2 天");
  await page.getByTestId("incident-4").getByRole("button").click();
  await expect(page.getByTestId("incident-again")).toContainText("第 3 次");
  await expect(page.getByTestId("incident-earlier-2")).toBeVisible();
  await expect(page.getByTestId("incident-earlier-3")).toHaveCount(0);
  await page.getByTestId("incident-earlier-1").click();
  await expect(page.getByTestId("headline")).toContainText("1 号故障");
});

test("the list filters, pages and is walked by arrows", async ({ page, shop }) => {
  await furnish(shop);
  await shop.call("put_terminal", {
    ...TERMINAL,
    id: "terminal-2",
    name: "外卖",
    lanes: ["qr"],
  });
  for (let at = 1; at <= 34; at += 1) {
    const terminal = at % 17 === 0 ? "terminal-2" : "terminal-1";
    await shop.call("open_incident", {
      form: { note: `第 ${at} 件`, terminal },
    });
    if (at !== 33) await shop.call("resolve_incident", { incident: String(at) });
  }
  await openIncidents(page, shop);
  await expect(page.getByTestId("headline")).toHaveText("还有 1 件故障没解决");
  await expect(page.getByTestId("incidents-list").getByRole("button").first()).toHaveText("第 33 件");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByTestId("incident-34").getByRole("button")).toBeFocused();
  await expect(page.getByTestId("incident-1")).toHaveCount(0);
  await page.getByTestId("incidents-more").click();
  await expect(page.getByTestId("incident-1")).toBeVisible();
  await expect(page.getByTestId("incidents-more")).toHaveCount(0);
  await page.getByTestId("incidents-filter-terminal").selectOption("terminal-2");
  await expect(page.locator("[data-testid=incidents-list] li")).toHaveCount(2);
  await page.getByTestId("incidents-filter-state").selectOption("open");
  await expect(page.locator("[data-testid=incidents-list] li")).toHaveCount(0);
  await page.getByTestId("incidents-filter-terminal").selectOption("");
  await expect(page.locator("[data-testid=incidents-list] li")).toHaveCount(1);
});

test("first aid goes on from the page, and its steps stand in the timeline in words", async ({ page, shop }) => {
  await furnish(shop);
  await shop.call("open_incident", { form: { code: "96" } });
  await shop.call("take_step", {
    incident: "1",
    step: "look-up",
    answer: "unknown",
  });
  await openOne(page, shop, 1);
  await expect(page.locator("[data-kind=step]")).toContainText("先查末笔交易：查不清");
  await page.keyboard.press("g");
  await expect(page.getByTestId("page-firstaid")).toBeVisible();
});
