import { expect, goTo, headline, openToday, test, type Page } from "../lib/test";

const SCREENS = ["today", "history", "reminders", "shop"] as const;

async function noSidewaysScroll(page: Page, what: string): Promise<void> {
  const wide = await page.evaluate(() => {
    const root = document.scrollingElement;
    const boxes = [root, ...document.querySelectorAll("main, main .body")].filter((each) => each !== null);
    return boxes
      .filter((each) => each.scrollWidth > each.clientWidth)
      .map((each) => `${each.tagName}.${each.className}`);
  });
  expect(wide, `${what} scrolls sideways`).toEqual([]);
}

/** Everything to press that is on the screen, with its size; what lies inside a bigger target counts as that one. */
function targets(page: Page): Promise<{ name: string; width: number; height: number; main: boolean }[]> {
  return page.evaluate(() => {
    const pressed = "button, summary, select, textarea, input:not([type=file]), .pick, label.choice, label.works";
    return [...document.querySelectorAll<HTMLElement>(pressed)]
      .filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .map((each) => (each.matches("[type=checkbox], [type=radio]") ? (each.closest("label") ?? each) : each))
      .map((each) => {
        const box = each.getBoundingClientRect();
        return {
          name: `${each.dataset["testid"] ?? each.id} ${each.textContent?.trim() ?? ""}`.trim(),
          width: Math.round(box.width * 10) / 10,
          height: Math.round(box.height * 10) / 10,
          // Beside each row there are smaller doubles of its keys; the row and its panel do the same at full size.
          main: each.closest(".actions, .facts") === null,
        };
      });
  });
}

test.beforeEach(async ({ shop }) => {
  await shop.setUp();
});

test("the language changes in place, whatever is open and typed, and stays after a reload", async ({ page, shop }) => {
  await openToday(page, shop);
  await expect(headline(page)).toHaveText("今天还没看，一项一项来");
  await goTo(page, "network-wifi");
  await page.keyboard.press("e");
  await page.keyboard.type("弱");
  await page.getByTestId("language-switch").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(headline(page)).toHaveText(/^[\x20-\x7e’—]+$/);
  await expect(page.getByTestId("note-network-wifi")).toHaveValue("弱");
  await expect(page).toHaveTitle(/Today/);
  // No Chinese is left but the seal, the shop's own name, what was typed, and the name of the other language.
  const text = (await page.locator("main").innerText()).replaceAll("老王面馆", "").replaceAll("中", "");
  expect(text).not.toMatch(/[\u4e00-\u9fff]/);
  await expect.poll(() => shop.kept()).toContain('"language":"en"');
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(headline(page)).toHaveText(/^[\x20-\x7e’—]+$/);
});

test("light and dark are chosen, not only followed, and stay", async ({ page, shop }) => {
  await openToday(page, shop);
  const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.getByTestId("look-open").click();
  await page.getByTestId("theme-dark").check();
  await expect.poll(paper).not.toBe(light);
  const dark = await paper();
  await expect.poll(() => shop.kept()).toContain('"theme":"dark"');
  await page.reload();
  await expect.poll(paper).toBe(dark);
  await page.getByTestId("look-open").click();
  await page.getByTestId("theme-system").check();
  await expect.poll(paper).toBe(light);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(paper).toBe(dark);
});

for (const [width, height] of [
  [1024, 768],
  [1366, 768],
] as const) {
  for (const locale of ["zh-CN", "en-US"]) {
    test.describe(`${width} × ${height}, ${locale}`, () => {
      test.use({ viewport: { width, height }, locale });

      test("nothing scrolls sideways from 100 % to 200 %, and everything can be hit", async ({ page, shop }) => {
        await openToday(page, shop);
        for (const size of [100, 150, 200]) {
          await page.getByTestId("look-open").click();
          while ((await page.getByTestId("text-size").textContent()) !== `${size}%`) {
            await page.getByTestId("text-larger").click();
          }
          await noSidewaysScroll(page, `the look menu at ${size} %`);
          await page.keyboard.press("Escape");
          for (const screen of SCREENS) {
            await page.getByTestId(`nav-${screen}`).click();
            await expect(page.getByTestId(`page-${screen}`)).toBeVisible();
            await noSidewaysScroll(page, `${screen} at ${size} %`);
            const small = (await targets(page)).filter(
              (each) => Math.min(each.width, each.height) < (each.main ? 44 : 24),
            );
            expect(small, `too small to hit on ${screen} at ${size} %`).toEqual([]);
          }
          await page.getByTestId("nav-reminders").click();
          await page.locator("[data-testid^=hours-2]").first().click();
          await page.getByTestId("plan-add").click();
          await page.getByTestId("plan-open").check();
          await page.getByTestId("channel-add").click();
          await page.getByTestId("kind-email").check();
          await noSidewaysScroll(page, `reminders with every form at ${size} %`);
          const narrow = (await targets(page)).filter((each) => Math.min(each.width, each.height) < 44);
          expect(narrow, `too small to hit in reminders with every form at ${size} %`).toEqual([]);
          await page.getByTestId("nav-today").click();
          for (const item of ["cash-float", "machine-photo", "network-data-left", "limits-qr-kind"]) {
            await goTo(page, item);
            await page.keyboard.press("e");
            await noSidewaysScroll(page, `${item} at ${size} %`);
            const small = (await targets(page)).filter(
              (each) => Math.min(each.width, each.height) < (each.main ? 44 : 24),
            );
            expect(small, `too small to hit in ${item} at ${size} %`).toEqual([]);
            await page.keyboard.press("Escape");
          }
        }
      });
    });
  }
}
