import { incident, withHotline } from "../lib/aid";
import { expect, goTo, openToday, row, test } from "../lib/test";

const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

test.beforeEach(async ({ shop }) => {
  await shop.setUp();
});

test("a failed item is logged as an incident once, and the verdict and first aid follow", async ({ page, shop }) => {
  await openToday(page, shop);
  await goTo(page, "machine-screen");
  await page.keyboard.press("x");
  await page.keyboard.type("黑屏");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await shop.item("machine-screen")).note).toBe("黑屏");
  await goTo(page, "machine-screen");
  await page.keyboard.press("e");
  const log = page.getByTestId("log-machine-screen");
  await log.press("Enter");
  await expect(log).toHaveText("已记成 1 号故障");
  await expect(log).toBeFocused();
  expect((await incident(shop)).details).toMatchObject({
    item: "machine-screen",
    note: "黑屏",
    lane: "card",
  });
  await expect(page.getByTestId("open-incidents")).toHaveText(/^1 个故障还没解决/);
  // After a reload it is still known, so that nobody logs it twice.
  await expect.poll(() => shop.kept()).toContain('"open":"machine-screen"');
  await page.reload();
  await expect(log).toHaveText("已记成 1 号故障");
  // First aid asks what was seen, and writes it into the same incident.
  await page.getByTestId("aid-machine-screen").click();
  await expect(page.getByTestId("headline")).toContainText("POS 机开机");
  await page.getByTestId("aid-words").press("1");
  await page.getByTestId("aid-words").press("Enter");
  await expect(page.getByTestId("aid-step")).toHaveAttribute("data-step", "power");
  expect((await shop.call("list_incidents", {})).incidents).toHaveLength(1);
  expect((await incident(shop)).details).toMatchObject({
    item: "machine-screen",
    symptom: "wont-start",
  });
});

test("an item that is in order offers no incident", async ({ page, shop }) => {
  await openToday(page, shop);
  await goTo(page, "machine-screen");
  await page.keyboard.press("Space");
  await expect(row(page, "machine-screen")).toHaveAttribute("data-result", "pass");
  await goTo(page, "machine-screen");
  await page.keyboard.press("e");
  await expect(page.getByTestId("as-fail-machine-screen")).toBeVisible();
  await expect(page.getByTestId("log-machine-screen")).toHaveCount(0);
});

test("no sale in doubt, no section; writing one off needs a word and a paper", async ({ page, shop, complaints }) => {
  complaints.expect(/422/);
  await withHotline(shop);
  await openToday(page, shop);
  await expect(page.getByTestId("lanes")).toBeVisible();
  await expect(page.getByTestId("pending-sales")).toHaveCount(0);
  await shop.call("open_incident", { form: { code: "98", amount: "35.5" } });
  await shop.call("open_incident", { form: { code: "68" } });
  // It arrives by itself, whoever wrote it down, and takes the focus from nobody.
  await expect(page.getByTestId("pending-1")).toContainText("35.50 元");
  await expect(page.getByTestId("pending-2")).toContainText("金额还没记");
  await expect(page.locator("[data-row]:focus")).toHaveCount(1);

  await page.getByTestId("pending-1").getByTestId("settle-written_off").click();
  await page.keyboard.type("数额小，不追了");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("pending-1").getByTestId("trouble")).toHaveAttribute("data-code", "evidence_needed");
  await page.getByTestId("settle-files").setInputFiles({ name: "小票.png", mimeType: "image/png", buffer: PIXEL });
  await expect(page.getByTestId("settle-files-field")).toContainText("小票.png");
  // What was typed and brought is a draft, and survives.
  await expect.poll(() => shop.kept()).toContain("小票.png");
  await page.reload();
  await expect(page.getByTestId("settle-note")).toHaveValue("数额小，不追了");
  await page.getByTestId("settle-save").click();
  await expect(page.getByTestId("pending-1")).toHaveCount(0);
  await expect(page.getByTestId("pending-2")).toBeVisible();
  // The hand goes to the next sale.
  await expect(page.getByTestId("pending-2").locator("button:focus")).toHaveCount(1);
  expect((await incident(shop, "1")).sales[0]?.settled).toMatchObject({
    how: "written_off",
    note: "数额小，不追了",
  });
});

test("Escape gives the settling up, and the page of the incident is one press away", async ({ page, shop }) => {
  await shop.call("open_incident", { form: { code: "98" } });
  await openToday(page, shop);
  await page.getByTestId("settle-reversed").click();
  await expect(page.getByTestId("settle-note")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("settle-note")).toHaveCount(0);
  await page.getByTestId("pending-open").click();
  await expect(page.getByTestId("page-incidents").or(page.getByTestId("page-incident"))).toBeVisible();
});
