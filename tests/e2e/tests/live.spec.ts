import { expect, goTo, openToday, row, test } from "../lib/test";

/** The screen looks every two seconds; a busy machine may take longer, one that never looks would take for ever. */
const ITSELF = { timeout: 15_000 };

test("a mark made by the command line is there by itself and disturbs nothing", async ({ page, shop }) => {
  await shop.setUp();
  await page.setViewportSize({ width: 1024, height: 620 });
  await openToday(page, shop);
  await goTo(page, "upkeep-paper");
  await page.keyboard.press("e");
  const note = page.getByTestId("note-upkeep-paper");
  await expect(note).toBeFocused();
  await page.keyboard.type("只剩半");
  const scrolled = (): Promise<number[]> =>
    page.evaluate(() => [...document.querySelectorAll("main, main .body")].map((each) => each.scrollTop));
  const before = await scrolled();
  expect(Math.max(...before)).toBeGreaterThan(0);

  await shop.cli("mark", "network-internet", "fail", "--note", "命令行里看到的");
  await expect(row(page, "network-internet")).toHaveAttribute("data-result", "fail", ITSELF);
  await expect(page.getByTestId("note-shown-network-internet")).toHaveText("命令行里看到的");
  await expect(page.getByTestId("lane-card")).not.toHaveAttribute("data-state", "ready");

  await expect(note).toBeFocused();
  await expect(note).toHaveValue("只剩半");
  await page.keyboard.type("卷");
  await expect(note).toHaveValue("只剩半卷");
  // The row itself must not have moved under the hand, though rows above it grew.
  await expect(note).toBeInViewport();
});

test("a finish by another hand and a changed shop are followed on every screen", async ({ page, shop }) => {
  await shop.setUp();
  await openToday(page, shop);
  await shop.passAll();
  await shop.cli("finish", "--staff", "早班");
  await expect(page.getByTestId("finished")).toContainText("早班");
  await page.getByTestId("nav-history").click();
  const today = page.getByTestId("history-days").locator("li").first();
  await expect(today).toHaveAttribute("data-worst", "ready");
  await shop.cli("mark", "machine-screen", "fail", "--note", "黑屏");
  await expect(today).toHaveAttribute("data-worst", "not_ready", ITSELF);
});
