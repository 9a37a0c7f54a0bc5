import { Owner } from "../lib/owner";
import { REFUSED, expect, test, type Page } from "../lib/test";
import type { Shop } from "../lib/shop";

const SECRET = "geheim-4711";
const PATH = "/hook/schluessel-0815";

async function open(page: Page, shop: Shop): Promise<void> {
  await shop.setUp();
  await page.goto(shop.url);
  await page.getByTestId("nav-reminders").click();
  await expect(page.getByTestId("owner")).toBeVisible();
}

async function add(page: Page, url: string, secret: string): Promise<void> {
  await page.getByTestId("channel-add").click();
  await page.getByTestId("kind-json").check();
  await page.getByTestId("channel-url").fill(url);
  await page.getByTestId("channel-secret").fill(secret);
  await page.getByTestId("channel-save").click();
}

for (const locale of ["zh-CN", "en-US"]) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("added, tried, replaced, removed; and the keys are never seen again", async ({ page, shop }) => {
      const owner = await Owner.listen();
      const heard: string[] = [];
      page.on("response", async (response) => {
        // The end of the page cuts a long poll off; it has no answer to look at.
        heard.push(`${response.url()} ${await response.text().catch(() => "")}`);
      });
      page.on("request", (asked) => {
        if (!asked.url().endsWith("put_alert_channel")) heard.push(`${asked.url()} ${asked.postData() ?? ""}`);
      });
      await open(page, shop);
      await expect(page.getByTestId("after-min")).toHaveCount(0);
      await add(page, owner.url(PATH), SECRET);
      const row = page.getByTestId("channel-json-1");
      await expect(row).toContainText("127.0.0.1");
      await expect(page.getByTestId("channel-add")).toBeFocused();
      expect((await shop.call("show_alerts", {})).channels).toMatchObject([{ id: "json-1", has_secret: true }]);

      await page.getByTestId("channel-try-json-1").click();
      await expect(row.getByTestId("channel-status")).toContainText(locale === "zh-CN" ? "发出去了" : "Sent.");
      expect(owner.told).toHaveLength(1);
      expect(owner.told[0]).toMatchObject({
        path: PATH,
        authorization: `Bearer ${SECRET}`,
        body: { shop: "老王面馆", day: (await shop.today()).day },
      });

      await page.getByTestId("channel-replace-json-1").click();
      await expect(page.getByTestId("channel-url")).toBeFocused();
      await expect(page.getByTestId("channel-url")).toHaveValue("");
      await page.getByTestId("channel-url").fill(owner.url("/other"));
      await page.keyboard.press("Enter");
      await expect(page.getByTestId("channel-form")).toHaveCount(0);
      await page.getByTestId("channel-try-json-1").click();
      await expect.poll(() => owner.told.length).toBe(2);
      expect(owner.told[1]).toMatchObject({ path: "/other" });
      expect(owner.told[1]?.authorization).toBeUndefined();

      await page.getByTestId("after-min").fill("45");
      await page.getByTestId("after-min").press("Enter");
      await expect.poll(async () => (await shop.call("show_alerts", {})).after_min).toBe(45);
      await page.getByTestId("undo").click();
      await expect(page.getByTestId("after-min")).toHaveValue("15");

      await page.getByTestId("channel-remove-json-1").click();
      await expect(page.getByTestId("channel-remove-no")).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(page.getByTestId("channel-remove-json-1")).toBeFocused();
      await page.keyboard.press("Enter");
      await page.getByTestId("channel-remove-yes").click();
      await expect(row).toHaveCount(0);
      await expect(page.getByTestId("channel-add")).toBeFocused();
      expect((await shop.call("show_alerts", {})).channels).toEqual([]);

      await page.getByTestId("nav-today").click();
      await expect(page.getByTestId("page-today")).toBeVisible();
      // A page that goes at once comes back where it was last kept.
      await expect.poll(() => shop.kept()).toContain('"screen":"today"');
      await page.reload();
      await expect(page.getByTestId("page-today")).toBeVisible();
      expect(heard.filter((text) => text.includes("show_alerts")).length).toBeGreaterThan(1);
      const told = heard.filter((text) => text.includes(SECRET) || text.includes(PATH));
      expect(told, "answers, or requests other than the one that keeps it, with a key in them").toEqual([]);
      expect(await page.content()).not.toContain(SECRET);
      await owner.close();
    });
  });
}

test("an address that never answers: progress, a page that goes on working, and in the end a reason", async ({
  page,
  shop,
  complaints,
}) => {
  test.setTimeout(60_000);
  complaints.expect(REFUSED);
  const owner = await Owner.listen({ hangs: true });
  await open(page, shop);
  await add(page, owner.url("/slow"), "");
  await page.getByTestId("channel-try-json-1").click();
  const row = page.getByTestId("channel-json-1");
  await expect(row.locator("progress")).toBeVisible();
  await expect(page.getByTestId("channel-try-json-1")).toBeDisabled();
  await expect.poll(() => owner.told.length).toBe(1);
  await page.getByTestId("pc-raise").check();
  await expect.poll(async () => (await shop.call("show_reminders", {})).this_pc.raise).toBe(true);
  await expect(row.getByTestId("trouble")).toHaveAttribute("data-code", "alert_timed_out", { timeout: 25_000 });
  await expect(row.getByTestId("trouble")).toContainText("127.0.0.1");
  await expect(row.locator("progress")).toHaveCount(0);
  await expect(page.getByTestId("channel-try-json-1")).toBeEnabled();
  await owner.close();
});

test("an address that cannot be is refused in the form, which keeps what was typed; nobody there is said", async ({
  page,
  shop,
  complaints,
}) => {
  complaints.expect(REFUSED);
  const owner = await Owner.listen();
  const gone = owner.url("/gone");
  await owner.close();
  await open(page, shop);
  await add(page, "http://example.com/hook", "");
  const form = page.getByTestId("channel-form");
  await expect(form.getByTestId("trouble")).toHaveAttribute("data-code", "alert_url_not_https");
  await expect(page.getByTestId("channel-url")).toHaveValue("http://example.com/hook");
  await page.getByTestId("channel-url").fill(gone);
  await page.getByTestId("channel-save").click();
  await page.getByTestId("channel-try-json-1").click();
  await expect(page.getByTestId("channel-json-1").getByTestId("trouble")).toHaveAttribute(
    "data-code",
    "alert_connection_refused",
  );
});

test("each way has its fields, and a mail address already says most of them", async ({ page, shop }) => {
  await open(page, shop);
  await page.getByTestId("channel-add").click();
  for (const kind of ["wecom", "dingtalk", "feishu", "server_chan", "json"]) {
    await page.getByTestId(`kind-${kind}`).check();
    await expect(page.getByTestId("channel-url")).toHaveValue("");
    const secret = ["dingtalk", "feishu", "json"].includes(kind);
    await expect(page.getByTestId("channel-secret")).toHaveCount(secret ? 1 : 0);
    if (secret) await expect(page.getByTestId("channel-secret")).toHaveAttribute("type", "password");
  }
  await page.getByTestId("kind-email").check();
  await page.getByTestId("mail-from").fill("dian@qq.com");
  await expect(page.getByTestId("mail-host")).toHaveAttribute("placeholder", "smtp.qq.com");
  await page.getByTestId("mail-security").selectOption("start_tls");
  await expect(page.getByTestId("mail-port")).toHaveValue("587");
  await expect(page.getByTestId("mail-password")).toHaveAttribute("type", "password");
  await page.getByTestId("mail-password").fill("abcd");
  await page.getByTestId("mail-to").fill("a@example.com，b@example.com");
  await page.getByTestId("channel-save").click();
  await expect(page.getByTestId("channel-email-1")).toContainText("smtp.qq.com");
  expect((await shop.call("show_alerts", {})).channels).toMatchObject([{ kind: "email", has_secret: true }]);
});
