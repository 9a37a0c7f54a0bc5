import { expect, goTo, headline, openToday, row, test } from "../lib/test";

test.beforeEach(async ({ shop }) => {
  await shop.setUp();
});

test("X fails an item, the advice is there, and the verdict follows to the workaround and on to cash alone", async ({
  page,
  shop,
}) => {
  await shop.passAll("network-internet", "network-hotspot");
  await openToday(page, shop);
  await goTo(page, "network-hotspot");
  await page.keyboard.press("Space");
  await goTo(page, "network-internet");
  await page.keyboard.press("x");
  await expect(page.getByTestId("note-network-internet")).toBeFocused();
  await page.keyboard.type("路由器灯是红的");
  await page.keyboard.press("Enter");

  const internet = row(page, "network-internet");
  await expect(internet).toHaveAttribute("data-result", "fail");
  await expect(page.getByTestId("fix-network-internet")).toContainText("路由器");
  await expect.poll(async () => (await shop.item("network-internet")).note).toBe("路由器灯是红的");
  await expect(page.getByTestId("lane-card")).toHaveAttribute("data-state", "workaround");
  await expect(page.getByTestId("lane-cash")).toHaveAttribute("data-state", "ready");
  await expect(headline(page)).toHaveText("可以开门，刷卡和扫码先走手机热点");

  await goTo(page, "network-hotspot");
  await page.keyboard.press("x");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("lane-qr")).toHaveAttribute("data-state", "not_ready");
  await expect(headline(page)).toHaveText(/^只能收现金，零钱有 500\.00 元$/);

  // Amend it back; the list says that it was changed, and how often.
  await goTo(page, "network-internet");
  await page.keyboard.press("Space");
  await expect(internet).toHaveAttribute("data-result", "pass");
  await expect(headline(page)).toHaveText("可以开门，三种收款都正常");
  await goTo(page, "account-normal");
  const { amended } = await shop.item("network-internet");
  expect(amended).toBeGreaterThan(0);
  await expect(internet).toContainText(`改过 ${amended} 次`);
});

test("Z takes back one act after another, a whole section in one", async ({ page, shop }) => {
  await openToday(page, shop);
  const result = (item: string) => expect(row(page, item));
  await page.keyboard.press("Enter");
  await result("account-enabled").toHaveAttribute("data-result", "pass");
  await goTo(page, "machine-screen");
  await page.keyboard.press("Space");
  await result("machine-screen").toHaveAttribute("data-result", "pass");
  await goTo(page, "machine-screen");
  await page.keyboard.press("x");
  await page.keyboard.press("Escape");
  await result("machine-screen").toHaveAttribute("data-result", "fail");
  await expect.poll(async () => (await shop.item("machine-screen")).result).toBe("fail");

  await page.keyboard.press("z");
  await result("machine-screen").toHaveAttribute("data-result", "pass");
  await page.keyboard.press("z");
  await result("machine-screen").toHaveAttribute("data-result", "left");
  await page.keyboard.press("Control+z");
  for (const item of ["account-normal", "account-settled", "account-enabled"]) {
    await result(item).toHaveAttribute("data-result", "left");
  }
  await expect.poll(async () => (await shop.today()).state).not.toBe("finished");
  await page.keyboard.press("z");
  await expect(page.getByTestId("trouble")).toHaveCount(0);
});

test("Z takes back what was done last, even while that is still on its way", async ({ page, shop }) => {
  await openToday(page, shop);
  await page.keyboard.press("Space");
  await expect.poll(async () => (await shop.item("account-normal")).result).toBe("pass");
  let arrive = (): void => undefined;
  const held = new Promise<void>((done) => (arrive = done));
  await page.route("**/call/mark_item", async (route) => {
    await held;
    await route.continue();
  });
  await page.keyboard.press("Space");
  await expect(row(page, "account-settled")).toHaveAttribute("data-result", "pass");
  await page.keyboard.press("z");
  arrive();
  await expect(row(page, "account-settled")).toHaveAttribute("data-result", "left");
  await expect(row(page, "account-normal")).toHaveAttribute("data-result", "pass");
  await expect.poll(async () => (await shop.item("account-settled")).result).toBeNull();
  expect((await shop.item("account-normal")).result).toBe("pass");
});

test("an item that may not fail without a word stays a draft until there is one", async ({ page, shop }) => {
  await openToday(page, shop);
  await goTo(page, "machine-untampered");
  await page.keyboard.press("x");
  await expect(page.getByTestId("note-machine-untampered")).toBeFocused();
  await expect(row(page, "machine-untampered")).toHaveAttribute("data-draft", "true");
  expect((await shop.item("machine-untampered")).result).toBeNull();
  await page.keyboard.type("多了一根线");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await shop.item("machine-untampered")).note).toBe("多了一根线");
  await expect(row(page, "machine-untampered")).toHaveAttribute("data-result", "fail");
});

test("an amendment after the finish changes the verdict, and the finish stays", async ({ page, shop }) => {
  await shop.passAll();
  await shop.call("finish_opening", {});
  await openToday(page, shop);
  await expect(page.getByTestId("finished")).toBeVisible();
  await goTo(page, "machine-screen");
  await page.keyboard.press("x");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("lane-card")).toHaveAttribute("data-state", "not_ready");
  await expect(page.getByTestId("finished")).toBeVisible();
});
