import { HOST_GONE, REFUSED, expect, goTo, openToday, row, test, type Page } from "../lib/test";
import type { Shop } from "../lib/shop";

const NOTE = "信号只有一";

test.beforeEach(async ({ shop }) => {
  await shop.setUp();
});

async function typeHalf(page: Page, shop: Shop): Promise<void> {
  await openToday(page, shop);
  await goTo(page, "network-wifi");
  await page.keyboard.press("e");
  await expect(page.getByTestId("note-network-wifi")).toBeFocused();
  await page.keyboard.type(NOTE);
  await expect.poll(() => shop.kept()).toContain(NOTE);
}

async function isDraft(page: Page, shop: Shop): Promise<void> {
  await expect(page.getByTestId("note-network-wifi")).toHaveValue(NOTE);
  await expect(page.getByTestId("note-network-wifi")).toBeFocused();
  await expect(row(page, "network-wifi")).toHaveAttribute("data-draft", "true");
  await expect(row(page, "network-wifi")).toHaveAttribute("data-result", "left");
  await expect(row(page, "network-wifi")).toContainText("草稿");
  expect(await shop.item("network-wifi")).toMatchObject({ result: null, note: "" });
  expect((await shop.today()).state).toBe("due");
}

test("half a note is there again after a reload, as a draft", async ({ page, shop }) => {
  await typeHalf(page, shop);
  await page.reload();
  await isDraft(page, shop);
  await page.getByTestId("drop-draft-network-wifi").click();
  await expect(page.getByTestId("note-network-wifi")).toHaveValue("");
});

test("half a note is there again after the program was killed", async ({ page, shop, complaints }) => {
  complaints.expect(HOST_GONE);
  await typeHalf(page, shop);
  await shop.kill();
  await page.goto("about:blank");
  await shop.start();
  await page.goto(shop.url);
  await isDraft(page, shop);
});

test("when a save fails the text stays, says why, and one press tries again", async ({ page, shop, complaints }) => {
  complaints.expect(HOST_GONE);
  await openToday(page, shop);
  await goTo(page, "machine-screen");
  await page.keyboard.press("x");
  await expect.poll(async () => (await shop.item("machine-screen")).result).toBe("fail");
  await page.keyboard.type("屏幕有条纹");
  await shop.kill();
  await page.keyboard.press("Enter");
  const machine = row(page, "machine-screen");
  await expect(machine.getByTestId("trouble")).toHaveAttribute("data-code", "no_answer");
  await expect(machine.getByTestId("trouble")).toContainText("没记上");
  await expect(page.getByTestId("note-machine-screen")).toHaveValue("屏幕有条纹");

  await shop.start();
  await machine.getByTestId("retry").click();
  await expect.poll(async () => (await shop.item("machine-screen")).note).toBe("屏幕有条纹");
  await expect(machine.getByTestId("trouble")).toHaveCount(0);
  await expect(machine).not.toHaveAttribute("data-draft");
});

test("a mark made while the program is away is not shown as made", async ({ page, shop, complaints }) => {
  complaints.expect(HOST_GONE);
  await openToday(page, shop);
  await shop.kill();
  await page.keyboard.press("Space");
  const account = row(page, "account-normal");
  await expect(account.getByTestId("trouble")).toBeVisible();
  await expect(account).toHaveAttribute("data-result", "left");
  await shop.start();
  await account.getByTestId("retry").click();
  await expect(account).toHaveAttribute("data-result", "pass");
  await expect.poll(async () => (await shop.item("account-normal")).result).toBe("pass");
});

test("a refused reason for opening early stays where it was typed", async ({ page, shop, complaints }) => {
  complaints.expect(REFUSED);
  await openToday(page, shop);
  await page.getByTestId("finish-anyway").click();
  await page.getByTestId("finish-reason").fill("赶时间\u0007");
  await page.getByTestId("finish-with-reason").click();
  await expect(page.getByTestId("trouble")).toHaveAttribute("data-code", "text_has_control");
  await expect(page.getByTestId("finish-reason")).toHaveValue("赶时间\u0007");
  expect((await shop.today()).state).not.toBe("finished");
});
