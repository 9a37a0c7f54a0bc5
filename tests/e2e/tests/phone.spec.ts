import type { Browser, BrowserContext, Route } from "@playwright/test";

import { clean } from "../lib/axe";
import { jpeg, photo } from "../lib/papers";
import type { Shop } from "../lib/shop";
import { expect as expects, goTo, openToday, test, type Page } from "../lib/test";

const expect = expects.configure({ timeout: 20_000 });
const FIELD = "photo-machine-screen";

test.describe.configure({ timeout: 90_000 });

/**
 * Has the panel use this machine's own address: where tests run there may be no network, and no phone but a second browser
 * comes. Everything else is the real page, the real server, the real core.
 */
async function onLoopback(page: Page, networks: [string, string][] = [["127.0.0.1", "WLAN"]]): Promise<void> {
  const answer = async (route: Route): Promise<void> => {
    const starts = route.request().url().endsWith("/start_phone");
    const asked = route.request().postDataJSON() as { input: { address?: string } };
    const input = starts ? { address: asked.input.address ?? "127.0.0.1" } : {};
    const response = await route.fetch({ postData: JSON.stringify({ ...asked, input }) });
    const addresses = networks.map(([address, name]) => ({ address, name }));
    await route.fulfill({ response, json: { ...((await response.json()) as object), addresses } });
  };
  for (const name of ["start", "show", "stop"]) await page.route(`**/call/${name}_phone`, answer);
}

/** A phone: a browser of its own, with nothing of the till's in it. */
const phoneOf = (browser: Browser, locale = "zh-CN"): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    deviceScaleFactor: 2,
    locale,
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
  });

async function openPanel(page: Page, shop: Shop): Promise<void> {
  await shop.setUp();
  await openToday(page, shop);
  await goTo(page, "machine-screen");
  await page.keyboard.press("x");
  await page.getByTestId(`${FIELD}-phone`).click();
  await expect(page.getByTestId("phone-panel")).toBeVisible();
}

/** Starts the page by the keyboard and tells the address that it shows. */
async function start(page: Page): Promise<string> {
  await expect(page.getByTestId("phone-open")).toBeFocused();
  await page.keyboard.press("Enter");
  const address = await page.getByTestId("phone-address").textContent({ timeout: 20_000 });
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[A-Z2-7]{26}$/);
  return address ?? "";
}

test("nothing is open before somebody presses, and without a network it says so", async ({ page, shop }) => {
  await openPanel(page, shop);
  expect((await shop.call("show_phone", {})).url).toBeNull();
  // Where tests run there may be a network or none; either is told as it is.
  const none = (await shop.call("show_phone", {})).addresses.length === 0;
  await expect(page.getByTestId("phone-offline")).toHaveCount(none ? 1 : 0);
  await page.route("**/call/show_phone", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...((await response.json()) as object), addresses: [] } });
  });
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("phone-panel")).toHaveCount(0);
  await expect(page.getByTestId(FIELD)).toBeFocused();
  await page.getByTestId(`${FIELD}-phone`).click();
  await expect(page.getByTestId("phone-offline")).toContainText("没连上店里的网络");
  await expect(page.getByTestId("phone-open")).toHaveCount(0);
  await clean(page, "the panel without a network");
  await page.unroute("**/call/show_phone");
  await onLoopback(page);
  // The network is back: another try leads on.
  await expect(page.getByTestId("phone-look")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("phone-open")).toBeFocused();
});

test("three photos in one go: both sides show how far they are, and the row keeps each once", async ({
  page,
  shop,
  browser,
  complaints,
}) => {
  await onLoopback(page);
  await openPanel(page, shop);
  const address = await start(page);
  await expect(page.getByTestId("phone-stand")).toContainText("等手机来");
  await expect(page.getByTestId("phone-left")).toContainText(/还开着 (10:00|9:\d\d)/);
  await clean(page, "the panel with its code");

  const phone = await phoneOf(browser);
  const theirs = await phone.newPage();
  complaints.hear(theirs);
  await theirs.goto(address);
  // Looking takes nothing; the tap does.
  await expect(page.getByTestId("phone-stand")).toContainText("等手机来");
  await theirs.getByTestId("phone-start").tap();
  await expect(page.getByTestId("phone-stand")).toContainText("手机连上了");
  const files = await Promise.all(
    ["甲", "乙", "丙"].map(async (name) => jpeg(`${name}.jpg`, await photo(page, 900, 600, name))),
  );
  await theirs.getByTestId("phone-files").setInputFiles(files);
  await expect(theirs.getByTestId("phone-list").locator("li")).toHaveCount(3);
  await expect(page.getByTestId("phone-file")).toHaveCount(3);
  await expect(page.locator(`[data-testid="phone-file"][data-state="kept"]`)).toHaveCount(3);
  await expect(page.getByTestId("phone-file")).toContainText(["甲.jpg", "乙.jpg", "丙.jpg"]);

  // A second phone with the same address is told so and sends nothing.
  const other = await phoneOf(browser, "en-US");
  const stranger = await other.newPage();
  await stranger.goto(address);
  await expect(stranger.getByTestId("phone-start")).toHaveCount(0);
  await expect(stranger.getByTestId("phone-said")).toBeVisible();
  expect((await shop.call("show_phone", {})).attachments).toHaveLength(3);

  await theirs.getByTestId("phone-done").tap();
  await expect(page.getByTestId("phone-over")).toHaveText("手机说传完了");
  await expect(page.getByTestId("phone-panel")).toContainText("收到 3 个，都加好了。");
  await expect(page.getByTestId("phone-close")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("phone-panel")).toHaveCount(0);
  await expect(page.getByTestId("paper")).toHaveCount(3);
  await page.getByTestId("note-machine-screen").fill("屏幕花了");
  await page.getByTestId("note-machine-screen").press("Enter");
  await expect.poll(async () => (await shop.item("machine-screen")).attachments.length).toBe(3);
  const kept = (await shop.item("machine-screen")).attachments;
  expect(kept.map(({ source }) => source)).toEqual(["phone", "phone", "phone"]);
  expect(kept.map(({ name }) => name).sort()).toEqual(["丙.jpg", "乙.jpg", "甲.jpg"]);
  expect(new Set(kept.map(({ id }) => id)).size).toBe(3);
  await phone.close();
  await other.close();
});

test("what is no photo is refused in words on both sides, and the next photo is taken", async ({
  page,
  shop,
  browser,
}) => {
  await onLoopback(page);
  await openPanel(page, shop);
  const address = await start(page);
  const phone = await phoneOf(browser);
  const theirs = await phone.newPage();
  await theirs.goto(address);
  await theirs.getByTestId("phone-start").tap();
  const same = await photo(page, 300, 200, "same");
  await theirs
    .getByTestId("phone-files")
    .setInputFiles([jpeg("网页.jpg", Buffer.from("<!doctype html><script>alert(1)</script>")), jpeg("一.jpg", same)]);
  await expect(page.locator(`[data-testid="phone-file"][data-state="refused"]`)).toContainText("不是照片也不是 PDF");
  await expect(page.locator(`[data-testid="phone-file"][data-state="kept"]`)).toHaveCount(1);
  await theirs.getByTestId("phone-files").setInputFiles([jpeg("又一次.jpg", same)]);
  await expect(page.locator(`[data-testid="phone-file"][data-state="kept"]`)).toHaveCount(2);
  await expect(page.getByTestId("phone-file").nth(2)).toContainText("和已有的是同一张");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("paper")).toHaveCount(1);
  await phone.close();
});

test("leaving the panel ends the page: by Escape, by the button, by leaving the screen", async ({ page, shop }) => {
  await onLoopback(page);
  await openPanel(page, shop);
  const ends: (() => Promise<void>)[] = [
    () => page.keyboard.press("Escape"),
    () => page.getByTestId("phone-close").click(),
    () => page.keyboard.press("F2"),
  ];
  for (const end of ends) {
    const address = await start(page);
    expect((await fetch(address)).status).toBe(200);
    await end();
    await expect(page.getByTestId("phone-panel")).toHaveCount(0);
    await expect.poll(async () => (await shop.call("show_phone", {})).url).toBeNull();
    await expect(fetch(address)).rejects.toThrow();
    if (await page.getByTestId(`${FIELD}-phone`).isVisible()) await page.getByTestId(`${FIELD}-phone`).click();
  }
});

test("the code that is drawn says the address, black on white in the dark as well", async ({ page, shop }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await onLoopback(page);
  await openPanel(page, shop);
  await start(page);
  const code = page.getByTestId("phone-code");
  // What is drawn is compared square by square with what the core made; that the core's says the address is tested there.
  const drawn = await code.evaluate(async (svg: SVGSVGElement) => {
    const [left = 0, , width = 0] = (svg.getAttribute("viewBox") ?? "").split(" ").map(Number);
    const copy = svg.cloneNode(true) as SVGSVGElement;
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    copy.setAttribute("width", String(width * 4));
    copy.setAttribute("height", String(width * 4));
    const picture = new Image();
    picture.src = URL.createObjectURL(new Blob([copy.outerHTML], { type: "image/svg+xml" }));
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = width * 4;
    const brush = canvas.getContext("2d", { willReadFrequently: true });
    brush?.drawImage(picture, 0, 0);
    const dark = (x: number, y: number): boolean =>
      (brush?.getImageData(x * 4 + 2, y * 4 + 2, 1, 1).data[0] ?? 0) < 128;
    const rows = Array.from({ length: width }, (_, y) => Array.from({ length: width }, (_, x) => dark(x, y)));
    return { rows, quiet: -left };
  });
  expect(drawn.quiet).toBeGreaterThanOrEqual(4);
  const { qr } = await shop.call("show_phone", {});
  const inside = drawn.rows.slice(drawn.quiet, -drawn.quiet).map((row) => row.slice(drawn.quiet, -drawn.quiet));
  expect(inside).toEqual(qr);
  const border = drawn.rows.flat().filter((dark) => dark).length - inside.flat().filter((dark) => dark).length;
  expect(border).toBe(0);
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("phone-panel")).toHaveCount(0);
});

test("with several networks another one can be chosen, in English as well", async ({ page, shop }) => {
  await onLoopback(page, [
    ["127.0.0.1", "WLAN"],
    ["127.0.0.2", "Ethernet"],
  ]);
  await openPanel(page, shop);
  await page.keyboard.press("Escape");
  await page.getByTestId("language-switch").click();
  await page.getByTestId(`${FIELD}-phone`).click();
  const before = await start(page);
  await page.getByTestId("phone-network").selectOption("127.0.0.2");
  // Another address is another page; the one before is gone.
  await expect(page.getByTestId("phone-address")).toHaveText(/^http:\/\/127\.0\.0\.2:/);
  await expect(fetch(before)).rejects.toThrow();
  expect(await page.getByTestId("phone-panel").innerText()).not.toMatch(/[\u4e00-\u9fff]/);
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("phone-panel")).toHaveCount(0);
});
