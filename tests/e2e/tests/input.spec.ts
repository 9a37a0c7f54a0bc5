import { REFUSED, expect, goTo, openToday, row, test, type Page } from "../lib/test";

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const field = document.activeElement;
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)
      document.execCommand("insertText", false, pasted);
  }, text);
}

async function openNote(page: Page, item: string): Promise<void> {
  await goTo(page, item);
  await page.keyboard.press("e");
  await expect(page.getByTestId(`note-${item}`)).toBeVisible();
  await page.getByTestId(`note-${item}`).focus();
}

test.beforeEach(async ({ page, shop }) => {
  await shop.setUp();
  await openToday(page, shop);
});

test("a figure out of range is refused with its range, and what was typed stays", async ({
  page,
  shop,
  complaints,
}) => {
  complaints.expect(REFUSED);
  await goTo(page, "network-data-left");
  await page.keyboard.press("e");
  const field = page.getByTestId("value-network-data-left");
  for (const [typed, code] of [
    ["1001", "value_out_of_range"],
    ["-1", "value_out_of_range"],
    ["十二", "value_unreadable"],
    ["1e400", "value_unreadable"],
  ] as const) {
    await field.fill(typed);
    await field.press("Enter");
    const trouble = row(page, "network-data-left").getByTestId("trouble");
    await expect(trouble).toHaveAttribute("data-code", code);
    await expect(trouble).toContainText(code === "value_out_of_range" ? "0 到 1,000 GB" : typed);
    await expect(field).toHaveValue(typed);
  }
  expect((await shop.item("network-data-left")).result).toBeNull();
  await field.fill("12.5");
  await field.press("Enter");
  await expect.poll(async () => (await shop.item("network-data-left")).value).toBe(12.5);
});

test("a hundred thousand characters do not stop the page and are not cut in silence", async ({ page, shop }) => {
  await openNote(page, "network-wifi");
  await paste(page, "长".repeat(100_000));
  const note = page.getByTestId("note-network-wifi");
  await expect.poll(async () => (await note.inputValue()).length).toBeLessThanOrEqual(4_000);
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByTestId("row-network-internet")).toBeFocused();
  expect((await shop.item("network-wifi")).note).toBe("");
});

test("control characters are refused in words, and the text stays", async ({ page, shop, complaints }) => {
  complaints.expect(REFUSED);
  await openNote(page, "network-wifi");
  await page.getByTestId("as-fail-network-wifi").click();
  await expect.poll(async () => (await shop.item("network-wifi")).result).toBe("fail");
  await page.getByTestId("note-network-wifi").focus();
  await paste(page, "响\u0007了\u001b[31m");
  await page.keyboard.press("Enter");
  await expect(row(page, "network-wifi").getByTestId("trouble")).toHaveAttribute("data-code", "text_has_control");
  await expect(page.getByTestId("note-network-wifi")).toHaveValue("响\u0007了\u001b[31m");
  expect((await shop.item("network-wifi")).note).toBe("");
});

for (const [name, text] of [
  ["emoji and both writing directions", "👩‍👩‍👧‍👦🧾 مرحبا بالعالم — 你好 e\u0301"],
  ["markup", `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>&lt;b&gt;`],
] as const) {
  test(`${name} is kept and shown as it was typed`, async ({ page, shop }) => {
    await goTo(page, "network-wifi");
    await page.keyboard.press("x");
    await expect(page.getByTestId("note-network-wifi")).toBeFocused();
    await paste(page, text);
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await shop.item("network-wifi")).note).toBe(text);
    await expect(page.getByTestId("note-shown-network-wifi")).toHaveText(text);
    await page.getByTestId("nav-history").click();
    await page.getByTestId("history-days").locator("li button").first().click();
    await expect(page.getByTestId("past-network-wifi")).toContainText(text);
    await expect(page.locator("main img, main script")).toHaveCount(0);
    await expect(page).not.toHaveTitle(/owned/);
  });
}
