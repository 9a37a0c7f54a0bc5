import { clean } from "../lib/axe";
import { HOST_GONE, REFUSED, expect, test, type Locator, type Page } from "../lib/test";
import type { Provider, Terminal } from "../../../ui/src/generated/contract";
import type { Shop } from "../lib/shop";

const field = (page: Page, name: string): Locator => page.getByTestId(`contact-${name}`);
const form = (page: Page): Locator => page.getByTestId("contact-form");
const save = (page: Page): Promise<void> => page.getByTestId("contact-save").click();

async function open(page: Page, shop: Shop): Promise<void> {
  await page.goto(shop.url);
  await page.getByTestId("nav-shop").click();
  await page.getByTestId("to-contacts").click();
  await expect(page.getByTestId("contacts-provider")).toBeVisible();
}

const BANK: Provider = {
  id: "provider-1",
  name: "示例银行收单",
  kind: "acquirer",
  hotline: { value: "95500", from: "contract", seen_on: "2026-11-20" },
  site: null,
  branch: null,
  merchant_no: "822100058120117",
  licence: null,
  note: "",
  retired: false,
};

const COUNTER: Terminal = {
  id: "terminal-1",
  name: "前台的 POS 机",
  till: "till-1",
  lanes: ["card"],
  provider: "provider-1",
  terminal_no: "12345678",
  model: "X-100",
  serial_no: "SN-77",
  lights: "绿灯：正常。红灯：有故障。",
  software: "V3.2.1",
  got_from: "official",
  address: "建设路 8 号",
  retired: false,
};

async function filled(shop: Shop): Promise<void> {
  await shop.call("put_provider", {
    ...BANK,
    site: {
      value: "合同上的那个官方 App",
      from: "official",
      seen_on: "2026-11-20",
    },
    branch: { value: "建设路支行", from: "told", seen_on: "2026-10-02" },
    licence: {
      holder: "示例支付有限公司",
      number: "Z2000000000000",
      business: "银行卡收单，全国",
      expires_on: "2026-01-31",
      looked_up_on: "2026-11-20",
    },
    note: "找客户经理小陈",
  });
  await shop.call("put_provider", {
    ...BANK,
    id: "provider-2",
    name: "机器维护的师傅",
    kind: "service",
    hotline: { value: "400-821-1234", from: "told", seen_on: "2026-10-02" },
    merchant_no: "",
  });
  await shop.call("put_terminal", COUNTER);
  await shop.call("put_terminal", {
    ...COUNTER,
    id: "terminal-2",
    name: "外送的手持机",
    till: "",
    lanes: ["card", "qr"],
    got_from: "unknown",
  });
  await shop.call("put_staff", { id: "staff-1", name: "王敏", retired: false });
  await shop.call("put_staff", { id: "staff-2", name: "李强", retired: true });
  await shop.call("put_code_text", {
    code: "96",
    meaning: "系统忙，款没有扣",
    advice: "等一分钟再查上一笔",
    from: "acquirer",
    provider: "provider-1",
  });
}

test.beforeEach(async ({ shop }) => {
  await shop.setUp({
    tills: [
      { id: "till-1", name: "前台" },
      { id: "till-2", name: "" },
    ],
  });
});

for (const locale of ["zh-CN", "en-US"]) {
  const zh = locale === "zh-CN";
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("s13 s14 s15 s32 a provider by keyboard, each number with where it came from; first aid has the hotline", async ({
      page,
      shop,
    }) => {
      await open(page, shop);
      await expect(page.getByTestId("contacts-provider")).toContainText(zh ? "还没写下出事找谁" : "Nobody is written");
      await page.getByTestId("provider-add").press("Enter");
      await expect(field(page, "provider")).toBeFocused();
      await page.keyboard.type("示例银行收单");
      await field(page, "hotline").fill("９５５００");
      await field(page, "hotline_from").selectOption("contract");
      await field(page, "hotline_seen").fill("11-20");
      await field(page, "merchant_no").fill("8221 0005 8120 117");
      await field(page, "site").fill("合同上的那个官方 App");
      await field(page, "site_from").selectOption("card_back");
      await field(page, "branch").fill("建设路支行");
      await field(page, "branch_from").selectOption("slip");
      await field(page, "note").fill("找小陈");
      await field(page, "note").press("Control+Enter");
      await expect(form(page)).toHaveCount(0);
      await expect(page.getByTestId("edit-provider-1")).toHaveCount(1);
      await expect(page.getByTestId("provider-add")).toBeFocused();

      const { day } = await shop.today();
      const year = day.slice(5) >= "11-20" ? day.slice(0, 4) : String(Number(day.slice(0, 4)) - 1);
      const { providers } = await shop.call("show_contacts", {});
      expect(providers).toEqual([
        {
          ...BANK,
          hotline: {
            value: "95500",
            from: "contract",
            seen_on: `${year}-11-20`,
          },
          site: {
            value: "合同上的那个官方 App",
            from: "card_back",
            seen_on: day,
          },
          branch: { value: "建设路支行", from: "slip", seen_on: day },
          note: "找小陈",
        },
      ]);
      const row = page.getByTestId("provider-provider-1");
      await expect(row).toContainText("95500");
      await expect(row).toContainText(zh ? "合同，" : "The contract, looked at on");
      await expect(row.getByTestId("contact-told")).toHaveCount(0);
      const aid = await shop.call("show_first_aid", {});
      expect(aid.to_call).toMatchObject({
        id: "provider-1",
        hotline: { value: "95500", from: "contract" },
      });
    });

    test("s32 a number that somebody told is warned of, in the form and on the card, until it is confirmed", async ({
      page,
      shop,
    }) => {
      const warning = zh ? "还没核实" : "Not confirmed";
      await open(page, shop);
      await page.getByTestId("provider-add").click();
      await field(page, "provider").fill("师傅");
      await field(page, "kind-service").check();
      await field(page, "hotline").fill("400-821-1234");
      await expect(page.getByTestId("contact-told")).toHaveCount(0);
      await save(page);
      // Nobody said yet where it came from.
      await expect(field(page, "hotline_from-wrong")).toBeVisible();
      await expect(field(page, "hotline_from")).toBeFocused();
      await field(page, "hotline_from").selectOption("told");
      await expect(form(page).getByTestId("contact-told")).toContainText(warning);
      await save(page);
      const row = page.getByTestId("provider-provider-1");
      await expect(row.getByTestId("contact-told")).toContainText(warning);

      await page.getByTestId("edit-provider-1").click();
      await field(page, "hotline_from").selectOption("contract");
      await save(page);
      await expect(row.getByTestId("contact-told")).toHaveCount(0);
      await expect(page.getByTestId("edit-provider-1")).toBeFocused();
      await page.getByTestId("undo").click();
      await expect(row.getByTestId("contact-told")).toBeVisible();
    });

    test("s17 the licence as looked up, and that an agent's brand is not its holder", async ({ page, shop }) => {
      await shop.call("put_provider", BANK);
      await open(page, shop);
      const line = page.getByTestId("licence-provider-1");
      await expect(line).toContainText(zh ? "还没查过" : "not looked up yet");
      await page.getByTestId("edit-provider-1").click();
      await page.getByTestId("contact-licence").locator("summary").click();
      await expect(page.getByTestId("contact-licence")).toContainText(
        zh ? "代理商的牌子不等于持牌公司" : "An agent’s brand is not the licence holder",
      );
      await expect(page.getByTestId("contact-licence")).toContainText(
        zh ? "中国人民银行官网" : "People’s Bank of China",
      );
      await field(page, "licence_holder").fill("示例支付有限公司");
      await field(page, "licence_business").fill("银行卡收单，全国");
      await field(page, "licence_number").fill("Z2000000000000");
      await field(page, "licence_expires").fill("2025年1月31日");
      await save(page);
      await expect(line).toContainText("示例支付有限公司 · Z2000000000000 · 银行卡收单，全国");
      await expect(line).toContainText(zh ? "2025年1月31日 周五已经到期" : "ended on Fri 31 Jan 2025");
      const { day } = await shop.today();
      expect((await shop.call("show_contacts", {})).providers[0]?.licence).toEqual({
        holder: "示例支付有限公司",
        number: "Z2000000000000",
        business: "银行卡收单，全国",
        expires_on: "2025-01-31",
        looked_up_on: day,
      });
    });

    test("s04 s22 s31 a terminal: its lights, its software, how it came; at a till that there is", async ({
      page,
      shop,
      complaints,
    }) => {
      // The test itself asks for a till that is none.
      complaints.expect(REFUSED);
      await shop.call("put_provider", BANK);
      await open(page, shop);
      await page.getByTestId("terminal-add").click();
      await expect(field(page, "terminal")).toBeFocused();
      await page.keyboard.type("前台的 POS 机");
      const choices = field(page, "till").locator("option");
      await expect(choices).toHaveText(
        zh ? ["不固定，拿来拿去", "前台", "2 号台"] : ["Carried around", "前台", "Till 2"],
      );
      await field(page, "till").selectOption("till-1");
      await field(page, "provider_id").selectOption("provider-1");
      await field(page, "lanes-card").uncheck();
      await save(page);
      await expect(field(page, "lanes-wrong")).toBeVisible();
      await expect(field(page, "lanes-card")).toBeFocused();
      await page.keyboard.press("Space");
      await field(page, "terminal_no").fill("12345678");
      await field(page, "serial_no").fill("sn-77");
      await field(page, "model").fill("X-100");
      await field(page, "software").fill("V3.2.1");
      await field(page, "lights").fill("绿灯：正常。红灯：有故障。");
      await expect(page.getByTestId("contact-got-warning")).toHaveCount(0);
      await field(page, "got_from-agent").check();
      await expect(page.getByTestId("contact-got-warning")).toContainText(zh ? "免费送机" : "A free terminal");
      await field(page, "got_from-official").check();
      await expect(page.getByTestId("contact-got-warning")).toHaveCount(0);
      await field(page, "address").fill("建设路 8 号");
      await save(page);
      await expect(page.getByTestId("terminal-terminal-1")).toContainText("V3.2.1");
      expect((await shop.call("show_contacts", {})).terminals).toEqual([COUNTER]);
      expect((await shop.call("show_first_aid", { till: "till-1" })).terminals).toMatchObject([{ id: "terminal-1" }]);
      await expect(shop.call("put_terminal", { ...COUNTER, till: "till-9" })).rejects.toThrow("till_unknown");
    });

    test("staff: added, changed, and offered first when the person changes; retired, and back again", async ({
      page,
      shop,
    }) => {
      await open(page, shop);
      for (const name of ["王敏", "李强"]) {
        await page.getByTestId("staff-add").click();
        await page.keyboard.type(name);
        await page.keyboard.press("Enter");
        await expect(page.getByTestId("contacts-staff").getByRole("heading", { name })).toBeVisible();
        await expect(page.getByTestId("staff-add")).toBeFocused();
      }
      await page.getByTestId("edit-staff-2").click();
      await expect(field(page, "staff")).toHaveValue("李强");
      await field(page, "staff").fill("李小强");
      await page.keyboard.press("Enter");
      await expect(page.getByTestId("staff-staff-2")).toContainText("李小强");

      await page.getByTestId("staff-chip").click();
      await page.getByTestId("staff-name").fill("替班的");
      await page.keyboard.press("Enter");
      await page.getByTestId("staff-chip").click();
      const names = page.getByTestId("staff-names").getByRole("button");
      await expect(names).toHaveText(["王敏", "李小强"]);
      await names.first().click();
      await expect(page.getByTestId("staff-chip")).toContainText("王敏");

      await page.getByTestId("retire-staff-1").click();
      await expect(page.getByTestId("undo-said")).toContainText("王敏");
      await expect(page.getByTestId("undo")).toBeFocused();
      await page.getByTestId("staff-chip").click();
      await expect(names).toHaveText(["李小强", "替班的"]);
      await page.keyboard.press("Escape");
      await expect(page.getByTestId("page-contacts")).toBeVisible();
      await page.getByTestId("undo").click();
      await expect(page.getByTestId("edit-staff-1")).toBeFocused();

      await page.getByTestId("retire-staff-1").click();
      await expect(page.getByTestId("edit-staff-1")).toHaveCount(0);
      await page.getByTestId("staff-retired").locator("summary").click();
      await page.getByTestId("retire-staff-1").click();
      await expect(page.getByTestId("edit-staff-1")).toBeVisible();
      expect((await shop.call("show_contacts", {})).staff).toEqual([
        { id: "staff-1", name: "王敏", retired: false },
        { id: "staff-2", name: "李小强", retired: false },
      ]);
    });

    test("a text for a code stands beside the built-in one, is said instead of it, and goes again", async ({
      page,
      shop,
      complaints,
    }) => {
      // Half a code is none yet.
      complaints.expect(REFUSED);
      await shop.call("put_provider", BANK);
      await open(page, shop);
      await page.getByTestId("code-add").click();
      await expect(field(page, "code")).toBeFocused();
      await page.keyboard.type("Ａ９６", { delay: 1 });
      await field(page, "code").fill("９６");
      const { ours } = await shop.call("explain_code", { code: "96" });
      const built = (zh ? ours?.meaning.zh : ours?.meaning.en) ?? "?";
      await expect(form(page).getByTestId("code-ours")).toContainText(built);
      await save(page);
      await expect(field(page, "meaning-wrong")).toBeVisible();
      await expect(field(page, "meaning")).toBeFocused();
      await page.keyboard.type("系统忙");
      await field(page, "provider_id").selectOption("provider-1");
      await save(page);
      const row = page.getByTestId("code-96-acquirer-provider-1");
      await expect(row).toContainText("系统忙");
      await expect(row.getByTestId("code-ours")).toContainText(built);
      expect((await shop.call("explain_code", { code: "96" })).zh).toMatchObject({
        meaning: "系统忙",
        from: "acquirer",
      });

      await page.getByTestId("edit-96-acquirer-provider-1").click();
      await field(page, "advice").fill("等一分钟");
      await save(page);
      await expect(row).toContainText("等一分钟");
      await page.getByTestId("remove-96-acquirer-provider-1").click();
      await expect(row).toHaveCount(0);
      expect((await shop.call("explain_code", { code: "96" })).zh.from).toBe("ours");
      await page.getByTestId("undo").click();
      await expect(row).toContainText("等一分钟");
      await page.getByTestId("edit-96-acquirer-provider-1").click();
      await field(page, "meaning").fill("");
      await field(page, "advice").fill(" ");
      await save(page);
      await expect(row).toHaveCount(0);
      expect((await shop.call("show_contacts", {})).code_texts).toEqual([]);
    });
  });
}

test.describe("what cannot be", () => {
  const cases: { what: string; into: Record<string, string>; wrong: string }[] = [
    { what: "no name", into: { provider: "  " }, wrong: "provider" },
    {
      what: "a hotline of words",
      into: { hotline: "call me" },
      wrong: "hotline",
    },
    {
      what: "a hotline of two digits",
      into: { hotline: "12" },
      wrong: "hotline",
    },
    {
      what: "a card number for a merchant",
      into: { merchant_no: "4111 1111 1111 1111" },
      wrong: "merchant_no",
    },
    {
      what: "a merchant number with a slash",
      into: { merchant_no: "82/21" },
      wrong: "merchant_no",
    },
    {
      what: "a day that is none",
      into: { hotline_seen: "2026-02-30" },
      wrong: "hotline_seen",
    },
    {
      what: "a day in words",
      into: { hotline_seen: "gestern" },
      wrong: "hotline_seen",
    },
    {
      what: "a security code in the note",
      into: { note: "CVV 123" },
      wrong: "note",
    },
    {
      what: "text that runs backwards",
      into: { note: "gpj.\u202Eexe" },
      wrong: "note",
    },
  ];
  for (const { what, into, wrong } of cases) {
    test(`${what} is refused at its field, and everything typed stays`, async ({ page, shop, complaints }) => {
      complaints.expect(REFUSED);
      await open(page, shop);
      await page.getByTestId("provider-add").click();
      const typed = {
        provider: "银行",
        hotline: "95500",
        merchant_no: "1",
        note: "",
        ...into,
      };
      for (const [name, text] of Object.entries(typed)) {
        if (name !== "hotline_seen") await field(page, name).fill(text);
      }
      await field(page, "hotline_from").selectOption("contract");
      if (into["hotline_seen"] !== undefined) await field(page, "hotline_seen").fill(into["hotline_seen"]);
      await save(page);
      const said = field(page, `${wrong}-wrong`);
      await expect(said).toBeVisible();
      // Said in words of its own, and not as a code.
      expect(await said.innerText()).not.toMatch(/[a-z]+_[a-z]+|没做成/);
      await expect(field(page, wrong)).toBeFocused();
      await expect(field(page, wrong)).toHaveAttribute("aria-invalid", "true");
      for (const [name, text] of Object.entries({ ...typed, ...into })) {
        await expect(field(page, name)).toHaveValue(text);
      }
      expect((await shop.call("show_contacts", {})).providers).toEqual([]);
    });
  }

  test("a licence's day is refused in sight, even when its part was closed", async ({ page, shop }) => {
    await open(page, shop);
    await page.getByTestId("provider-add").click();
    await field(page, "provider").fill("银行");
    await page.getByTestId("contact-licence").locator("summary").click();
    await field(page, "licence_expires").fill("soon");
    await page.getByTestId("contact-licence").locator("summary").click();
    await save(page);
    await expect(field(page, "licence_expires-wrong")).toBeVisible();
  });

  test("a code that is none, and a save that nobody answered", async ({ page, shop, complaints }) => {
    complaints.expect(REFUSED);
    complaints.expect(HOST_GONE);
    await open(page, shop);
    await page.getByTestId("code-add").click();
    await field(page, "code").fill("nichts!");
    await field(page, "meaning").fill("忙");
    await save(page);
    await expect(field(page, "code-wrong")).toBeVisible();
    await field(page, "code").fill("A2");
    await shop.kill();
    await save(page);
    await expect(page.getByTestId("contact-wrong")).toContainText("没记上");
    await expect(field(page, "meaning")).toHaveValue("忙");
    await shop.start();
    await save(page);
    await expect(page.getByTestId("code-A2-acquirer-any")).toBeVisible();
  });
});

test("half a provider is there again after the program was killed, and one form is open at a time", async ({
  page,
  shop,
  complaints,
}) => {
  complaints.expect(HOST_GONE);
  await open(page, shop);
  await page.getByTestId("provider-add").click();
  await field(page, "provider").fill("半个银行");
  await field(page, "hotline").fill("955");
  await expect.poll(() => shop.kept()).toContain('"955"');
  await shop.kill();
  await page.goto("about:blank");
  await shop.start();
  await page.goto(shop.url);
  await expect(field(page, "provider")).toHaveValue("半个银行");
  await expect(field(page, "provider")).toBeFocused();
  await expect(field(page, "hotline")).toHaveValue("955");
  expect((await shop.call("show_contacts", {})).providers).toEqual([]);

  // Another form closes this one, and what was typed waits in it.
  await page.getByTestId("staff-add").click();
  await expect(form(page)).toHaveCount(1);
  await expect(page.getByTestId("contacts-provider")).toContainText("草稿");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("staff-add")).toBeFocused();
  await page.getByTestId("provider-add").click();
  await expect(field(page, "hotline")).toHaveValue("955");
  await page.getByTestId("contact-cancel").click();
  await expect(page.getByTestId("provider-add")).toBeFocused();
  await page.getByTestId("provider-add").click();
  await expect(field(page, "hotline")).toHaveValue("");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("page-shop")).toBeVisible();
});

test("a number that its draft kept only in part is not taken for one", async ({ page, shop }) => {
  await open(page, shop);
  await page.getByTestId("provider-add").click();
  await field(page, "provider").fill("师傅");
  await field(page, "merchant_no").fill("822100058120117");
  await field(page, "hotline").fill("13812345678");
  await field(page, "hotline_from").selectOption("contract");
  await expect.poll(() => shop.kept()).toContain('"contract"');
  expect(await shop.kept()).not.toMatch(/13812345678|822100058120117/);
  await page.reload();
  for (const [name, typed] of [
    ["hotline", "13812345678"],
    ["merchant_no", "822100058120117"],
  ] as const) {
    await expect(field(page, name)).toHaveValue(/\*\*\*/);
    await save(page);
    await expect(field(page, `${name}-wrong`)).toContainText("请再填一次");
    await expect(field(page, name)).toBeFocused();
    await field(page, name).fill(typed);
  }
  await save(page);
  await expect(form(page)).toHaveCount(0);
  expect((await shop.call("show_contacts", {})).providers).toMatchObject([
    { hotline: { value: "13812345678" }, merchant_no: "822100058120117" },
  ]);
});

test("Enter that ends a Chinese composition saves nothing, and Escape in one closes nothing", async ({
  page,
  shop,
}) => {
  await open(page, shop);
  await page.getByTestId("staff-add").click();
  await page.keyboard.type("王敏");
  // A form goes by the default act of the key: it must be taken away while something is composed, and only then.
  const kept = await field(page, "staff").evaluate((input) =>
    [
      { key: "Enter", isComposing: true },
      { key: "Enter", keyCode: 229 },
      { key: "Escape", keyCode: 229 },
      { key: "Enter" },
    ].map((pressed) =>
      input.dispatchEvent(new KeyboardEvent("keydown", { ...pressed, bubbles: true, cancelable: true })),
    ),
  );
  expect(kept).toEqual([false, false, true, true]);
  await expect(field(page, "staff")).toBeFocused();
  expect((await shop.call("show_contacts", {})).staff).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("staff-staff-1")).toBeVisible();
});

test("what another window writes is here at once, and a number that it took is not taken again", async ({
  page,
  shop,
}) => {
  await open(page, shop);
  await page.getByTestId("staff-add").click();
  await page.keyboard.type("王敏");
  await shop.call("put_staff", { id: "staff-1", name: "李强", retired: false });
  await expect(page.getByTestId("staff-staff-1")).toContainText("李强");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("staff-staff-2")).toContainText("王敏");
  await expect(field(page, "staff")).toHaveCount(0);
});

/** The smallest side of everything to press that is on the screen. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, summary, select, textarea, input, label.choice")]
      .filter((each) =>
        each.checkVisibility({
          visibilityProperty: true,
          opacityProperty: true,
        }),
      )
      .map((each) => (each.matches("[type=checkbox], [type=radio]") ? (each.closest("label") ?? each) : each))
      .filter((each) => Math.min(each.getBoundingClientRect().width, each.getBoundingClientRect().height) < 43.9)
      .map((each) => each.dataset["testid"] ?? each.outerHTML),
  );
}

async function fits(page: Page, what: string): Promise<void> {
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll("html, main, main .body, main .body *:not(.unseen)")]
      .filter(
        (each) => each.scrollWidth > each.clientWidth + 1 && !each.matches("input, select, textarea, span, svg, b, a"),
      )
      .map((each) => `${each.tagName}.${each.className}`),
  );
  expect(wide, `${what} scrolls sideways`).toEqual([]);
  expect(await tooSmall(page), `too small to hit in ${what}`).toEqual([]);
}

for (const locale of ["zh-CN", "en-US"]) {
  for (const [width, height] of [
    [1024, 768],
    [1366, 768],
  ] as const) {
    test.describe(`${locale}, ${width} × ${height}`, () => {
      test.use({ locale, viewport: { width, height } });

      test("every form and every card fits from 100 % to 200 %", async ({ page, shop }) => {
        test.slow();
        await filled(shop);
        await open(page, shop);
        for (const size of [100, 150, 200]) {
          await page.getByTestId("look-open").click();
          while ((await page.getByTestId("text-size").textContent()) !== `${size}%`) {
            await page.getByTestId("text-larger").click();
          }
          await page.keyboard.press("Escape");
          await fits(page, `the page at ${size} %`);
          for (const key of ["provider-1", "terminal-2", "staff-1", "96-acquirer-provider-1"]) {
            await page.getByTestId(`edit-${key}`).click();
            await expect(form(page)).toBeVisible();
            await fits(page, `${key} at ${size} %`);
            await page.keyboard.press("Escape");
          }
        }
      });
    });
  }

  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ locale, colorScheme });

      test("axe finds nothing: empty, filled, each form, refused", async ({ page, shop, complaints }) => {
        test.slow();
        complaints.expect(REFUSED);
        await open(page, shop);
        await clean(page, "nothing yet");
        await filled(shop);
        await expect(page.getByTestId("provider-provider-2")).toBeVisible();
        await page.getByTestId("staff-retired").locator("summary").click();
        await clean(page, "filled");
        for (const key of ["terminal-2", "staff-1", "96-acquirer-provider-1", "provider-1"]) {
          await page.getByTestId(`edit-${key}`).click();
          await expect(form(page)).toBeVisible();
          await clean(page, key);
        }
        await field(page, "hotline").fill("call me");
        await save(page);
        await expect(field(page, "hotline-wrong")).toBeVisible();
        await clean(page, "refused");
        await page.getByTestId("staff-chip").click();
        await expect(page.getByTestId("staff-names")).toBeVisible();
        await clean(page, "who is here");
      });
    });
  }
}
