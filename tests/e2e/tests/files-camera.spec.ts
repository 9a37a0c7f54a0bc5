import { chromium } from "../lib/places";
import { expect as expects, goTo, openToday, test, type Page } from "../lib/test";

const expect = expects.configure({ timeout: 20_000 });

// A camera of the browser's own, which shows a moving pattern.
test.use({
  permissions: ["camera"],
  launchOptions: {
    executablePath: chromium(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--use-fake-device-for-media-stream",
      "--use-fake-ui-for-media-stream",
      "--disable-background-networking",
    ],
  },
});

/** Waits until the camera shows something else: two pictures of the same moment would be the same file. */
const laterThan = async (page: Page, at: number): Promise<number> => {
  const now = () => page.getByTestId("camera-live").evaluate((video: HTMLVideoElement) => video.currentTime);
  await expect.poll(now).toBeGreaterThan(at + 0.5);
  return now();
};

test.describe.configure({ timeout: 90_000 });

const FIELD = "photo-machine-screen";

test("pictures from the camera: several in a row, one taken again, all kept in order", async ({ page, shop }) => {
  await shop.setUp();
  await openToday(page, shop);
  await goTo(page, "machine-screen");
  await page.keyboard.press("x");
  await page.getByTestId(`${FIELD}-camera`).click();
  const ready = page.getByTestId("camera-live");
  await expect(ready).toHaveAttribute("data-ready", "true");
  await page.getByTestId("camera-take").focus();
  await page.keyboard.press("Space");
  await expect(page.getByTestId("camera-shot")).toContainText("拍了 1 张");
  await page.keyboard.press("Backspace");
  await expect(page.getByTestId("camera-shot")).toHaveCount(0);
  await expect(page.getByTestId("camera-take")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("camera-shot")).toContainText("拍了 1 张");
  await laterThan(page, await laterThan(page, 0));
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("camera-shot")).toContainText("拍了 2 张");
  // Leaving keeps the one that is still in the hand, and switches the camera off.
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("camera-panel")).toHaveCount(0);
  await expect(page.getByTestId("paper")).toHaveCount(2);
  await page.getByTestId("note-machine-screen").fill("屏幕花了");
  await page.getByTestId("note-machine-screen").press("Enter");
  await expect.poll(async () => (await shop.item("machine-screen")).attachments.length).toBe(2);
  const kept = (await shop.item("machine-screen")).attachments;
  expect(kept).toMatchObject([
    { name: "拍照1.jpg", source: "camera", mime: "image/jpeg" },
    { name: "拍照2.jpg", source: "camera", mime: "image/jpeg" },
  ]);
});

test("a camera that may not be used is told in words", async ({ page, shop }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await shop.setUp();
  await openToday(page, shop);
  await goTo(page, "machine-screen");
  await page.keyboard.press("x");
  await page.getByTestId(`${FIELD}-camera`).click();
  await expect(page.getByTestId("camera-trouble")).toContainText("许可");
  await expect(page.getByTestId("camera-take")).toBeDisabled();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("camera-panel")).toHaveCount(0);
  await expect(page.getByTestId(FIELD)).toBeFocused();
});
