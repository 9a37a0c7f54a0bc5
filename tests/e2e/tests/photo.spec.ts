import { REFUSED, expect, goTo, openToday, row, test } from "../lib/test";
import type { Shop } from "../lib/shop";

/** The smallest picture: one pixel. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const PAGE = Buffer.from(`<!doctype html><script>document.title = "owned"</script><h1>not a picture</h1>`);

const kept = (shop: Shop) => async () => (await shop.item("machine-photo")).attachments;

test.beforeEach(async ({ page, shop }) => {
  await shop.setUp();
  await openToday(page, shop);
  await goTo(page, "machine-photo");
  await page.keyboard.press("e");
  await expect(page.getByTestId("photo-machine-photo")).toBeAttached();
});

test("a photo chosen is kept and marks the item", async ({ page, shop }) => {
  await page
    .getByTestId("photo-machine-photo")
    .setInputFiles({ name: "机器.png", mimeType: "image/png", buffer: PIXEL });
  await expect(row(page, "machine-photo")).toHaveAttribute("data-result", "pass");
  await expect(row(page, "machine-photo")).toContainText("1 张照片");
  await expect.poll(kept(shop)).toMatchObject([{ name: "机器.png", bytes: PIXEL.length, mime: "image/png" }]);
  expect(await shop.call("check_folder", {})).toMatchObject({ ok: true });
});

test("a photo pasted is kept as well", async ({ page, shop }) => {
  await page.evaluate(
    (bytes) => {
      const files = new DataTransfer();
      files.items.add(new File([new Uint8Array(bytes)], "剪贴板.png", { type: "image/png" }));
      window.dispatchEvent(new ClipboardEvent("paste", { clipboardData: files, bubbles: true, cancelable: true }));
    },
    [...PIXEL],
  );
  await expect(row(page, "machine-photo")).toHaveAttribute("data-result", "pass");
  await expect.poll(kept(shop)).toMatchObject([{ name: "剪贴板.png" }]);
});

test("a page that calls itself a photo is kept as what it is and never drawn", async ({ page, shop }) => {
  const file = { name: "假照片.jpg", mimeType: "image/jpeg", buffer: PAGE };
  await page.getByTestId("photo-machine-photo").setInputFiles(file);
  await expect(row(page, "machine-photo")).toHaveAttribute("data-result", "pass");
  await expect.poll(kept(shop)).toHaveLength(1);
  const [attachment] = await kept(shop)();
  expect(attachment?.mime).not.toMatch(/^image\//);
  await goTo(page, "machine-photo");
  await page.keyboard.press("e");
  await expect(page.getByTestId("paper")).toContainText("假照片.jpg");
  await expect(page.locator("main img, main iframe, main object, main embed")).toHaveCount(0);
  await expect(page).not.toHaveTitle("owned");
  // Nor does the host hand it out to be opened.
  const asked = await page.request.get(`${shop.url}/${attachment?.sha256}`);
  expect(asked.status()).toBe(404);
});

test("beside a failed item a picture is shown, and a page that calls itself one is only named", async ({
  page,
  shop,
}) => {
  await goTo(page, "machine-screen");
  await page.keyboard.press("x");
  const field = page.getByTestId("photo-machine-screen");
  await field.setInputFiles({ name: "假照片.jpg", mimeType: "image/jpeg", buffer: PAGE });
  await expect(page.getByTestId("paper")).toContainText("假照片.jpg");
  await field.setInputFiles({ name: "真照片.png", mimeType: "image/png", buffer: PIXEL });
  await expect(page.getByTestId("paper")).toHaveCount(2);
  // The first bytes decide, as the core has read them; the name and the browser's guess do not.
  await expect(page.locator("main img")).toHaveCount(1);
  const shown = page.locator("main img");
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  await page.getByTestId("note-machine-screen").press("Enter");
  await expect.poll(async () => (await shop.item("machine-screen")).attachments.length).toBe(2);
});

test("an empty file is refused in words, and the next one is taken", async ({ page, shop, complaints }) => {
  complaints.expect(REFUSED);
  const empty = { name: "空.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(0) };
  await page.getByTestId("photo-machine-photo").setInputFiles(empty);
  await expect(row(page, "machine-photo").getByTestId("trouble")).toHaveAttribute("data-code", "attachment_empty");
  expect((await shop.item("machine-photo")).result).toBeNull();
  await page.getByTestId("photo-machine-photo").setInputFiles({ name: "好.png", mimeType: "image/png", buffer: PIXEL });
  await expect(row(page, "machine-photo")).toHaveAttribute("data-result", "pass");
});
