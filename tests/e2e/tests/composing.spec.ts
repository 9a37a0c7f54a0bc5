import { expect, goTo, openToday, test, type Page } from "../lib/test";
import type { Shop } from "../lib/shop";

/** Composes with the browser's own input method hook and presses Enter inside, as choosing a word does. */
async function enterWhileComposing(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send("Input.imeSetComposition", { text: "wai wang", selectionStart: 8, selectionEnd: 8 });
  const key = { key: "Process", code: "Enter", windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
  await client.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
  await client.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
  // Other engines name the key and say that it composes; and some say it by the key code alone.
  await page.evaluate(() => {
    const target = document.activeElement;
    const tell = (more: KeyboardEventInit): boolean | undefined =>
      target?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...more }));
    target?.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
    tell({ isComposing: true });
    tell({ keyCode: 229 });
  });
  await client.send("Input.insertText", { text: "外网" });
  await client.detach();
}

const entries = async (shop: Shop): Promise<unknown> => (await shop.call("check_folder", {})).entries;

test("in a note, a figure, the search and the reason Enter only ends the composition", async ({ page, shop }) => {
  await shop.setUp();
  await openToday(page, shop);
  const before = await entries(shop);

  await goTo(page, "network-wifi");
  await page.keyboard.press("e");
  const note = page.getByTestId("note-network-wifi");
  await expect(note).toBeFocused();
  await enterWhileComposing(page);
  await expect(note).toHaveValue("外网");
  await expect(note).toBeFocused();

  await goTo(page, "upkeep-software");
  await page.keyboard.press("e");
  const version = page.getByTestId("value-upkeep-software");
  await expect(version).toBeFocused();
  await enterWhileComposing(page);
  await expect(version).toHaveValue("外网");
  await expect(version).toBeFocused();
  await page.keyboard.press("Escape");

  await page.keyboard.press("/");
  await enterWhileComposing(page);
  await expect(page.getByTestId("search")).toBeFocused();
  await expect(page.getByTestId("search")).toHaveValue("外网");
  await page.keyboard.press("Escape");

  await page.getByTestId("finish-anyway").click();
  await enterWhileComposing(page);
  await expect(page.getByTestId("finish-reason")).toBeFocused();
  await expect(page.getByTestId("finish-reason")).toHaveValue("外网");

  // Everything above was kept as a draft at most, and the page has answered since.
  await expect.poll(() => shop.kept()).toContain('finishNote":"外网');
  expect(await entries(shop)).toBe(before);
  expect((await shop.today()).state).toBe("due");

  // And the same key without a composition does it, so that the test is able to fail.
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await shop.today()).state).toBe("finished");
});

test("on a row a composing Enter confirms nothing", async ({ page, shop }) => {
  await shop.setUp();
  await openToday(page, shop);
  await page.evaluate(() => {
    const tell = (more: KeyboardEventInit): boolean | undefined =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...more }),
      );
    tell({ isComposing: true });
    tell({ keyCode: 229 });
  });
  await page.keyboard.press("ArrowDown");
  await expect(page.getByTestId("row-account-settled")).toBeFocused();
  expect((await shop.today()).state).toBe("due");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await shop.today()).state).toBe("in_progress");
});

test("in the name of the shop and of who is there Enter only ends the composition", async ({ page, shop }) => {
  await page.goto(shop.url);
  await expect(page.getByTestId("shop-name")).toBeFocused();
  await enterWhileComposing(page);
  await expect(page.getByTestId("shop-name")).toHaveValue("外网");
  await expect.poll(() => shop.kept()).toContain("外网");
  expect((await shop.today()).first_run).toBe(true);
  await page.keyboard.press("Enter");
  await page.getByTestId("agent-no").click();
  await expect(page.getByTestId("page-today")).toBeVisible();

  await page.getByTestId("staff-chip").click();
  await expect(page.getByTestId("staff-name")).toBeFocused();
  await enterWhileComposing(page);
  await expect(page.getByTestId("staff-name")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("staff-name")).toBeHidden();
  await expect(page.getByTestId("staff-chip")).toContainText("外网");
});
