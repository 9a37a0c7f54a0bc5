import { firstAid, openCode, withHotline } from "../lib/aid";
import { clean } from "../lib/axe";
import { expect, openToday, test, type Page } from "../lib/test";

const CHINESE = /[\u4e00-\u9fff]/;

async function noSidewaysScroll(page: Page, what: string): Promise<void> {
  const wide = await page.evaluate(() =>
    [document.scrollingElement, ...document.querySelectorAll("main, main .body, dialog[open]")]
      .filter((each) => each !== null && each.scrollWidth > each.clientWidth)
      .map((each) => `${each?.tagName}.${each?.className}`),
  );
  expect(wide, `${what} scrolls sideways`).toEqual([]);
}

for (const locale of ["zh-CN", "en-US"] as const) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test.beforeEach(async ({ page, shop }) => {
      await shop.setUp({ name: "Wang" });
      await openToday(page, shop);
    });

    test("every symptom opens, and every first step has its words, its picture and its answers", async ({
      page,
      shop,
    }) => {
      test.setTimeout(60_000);
      const { guide } = await shop.call("show_first_aid", {});
      expect(guide.symptoms).toHaveLength(9);
      for (const [index, symptom] of guide.symptoms.entries()) {
        await firstAid(page);
        await page.keyboard.press(String(index + 1));
        await page.keyboard.press("Enter");
        const first = guide.steps.find((each) => each.id === symptom.first);
        await expect(page.getByTestId("aid-step")).toHaveAttribute("data-step", symptom.first);
        const texts = await page.locator(".now").locator("h2, li, blockquote, .answers button").allInnerTexts();
        expect(texts.length).toBeGreaterThanOrEqual(2 + (first?.lines ?? 9) + (first?.answers.length ?? 9));
        for (const text of texts) {
          expect(text.trim()).not.toBe("");
          expect(text).not.toMatch(/guide-|undefined/);
          expect(CHINESE.test(text), text).toBe(locale === "zh-CN");
        }
        await expect(page.getByTestId("aid-warning")).toHaveCount(first?.warn || first?.look_up ? 1 : 0);
        const lines = page.locator("[data-testid=aid-step] svg > *");
        if (first?.picture) expect(await lines.count(), first.picture).toBeGreaterThan(0);
        await expect(page.locator(".answers button")).toHaveCount(first?.answers.length ?? 0);
      }
      expect((await shop.call("list_incidents", {})).incidents).toHaveLength(9);
    });

    test("axe: the opening screen, results, a step with everything open, the end, the card, today", async ({
      page,
      shop,
    }) => {
      await withHotline(shop);
      await firstAid(page);
      await clean(page, "the opening screen");
      await page.keyboard.type("96");
      await expect(page.getByTestId("aid-code")).toBeVisible();
      await clean(page, "results");
      await page.keyboard.press("Enter");
      await expect(page.getByTestId("aid-step")).toBeVisible();
      await clean(page, "a step");
      await page.keyboard.press("c");
      await page.keyboard.press("Enter");
      await page.locator("#aid-step").focus();
      await page.keyboard.press("n");
      await page.locator("#aid-step").focus();
      await page.keyboard.press("e");
      await expect(page.getByTestId("number-amount")).toBeFocused();
      await clean(page, "a step with note, numbers and call");
      await page.getByTestId("numbers-cancel").click();
      await page.getByTestId("aid-note-cancel").click();
      await page.getByTestId("answer-unknown").click();
      await expect(page.getByTestId("aid-end")).toBeVisible();
      await clean(page, "the end");
      await page.keyboard.press("k");
      await expect(page.getByTestId("card-close")).toBeVisible();
      await clean(page, "the card");
      await page.keyboard.press("Escape");
      await page.emulateMedia({ colorScheme: "dark" });
      await clean(page, "the end in the dark");
      await page.getByTestId("aid-to-today").click();
      await page.getByTestId("settle-settled").click();
      await clean(page, "today with a sale in doubt, in the dark");
      await page.emulateMedia({ colorScheme: "light" });
      await clean(page, "today with a sale in doubt");
    });

    for (const size of [100, 200]) {
      test(`nothing scrolls sideways at 1024 × 768 and ${size} %`, async ({ page, shop }) => {
        await page.setViewportSize({ width: 1024, height: 768 });
        await withHotline(shop);
        await page.getByTestId("look-open").click();
        while ((await page.getByTestId("text-size").textContent()) !== `${size}%`) {
          await page.getByTestId("text-larger").click();
        }
        await page.keyboard.press("Escape");
        await firstAid(page);
        await noSidewaysScroll(page, "the opening screen");
        await page.keyboard.type("96");
        await expect(page.getByTestId("aid-code")).toBeVisible();
        await noSidewaysScroll(page, "results");
        await page.keyboard.press("Enter");
        await expect(page.getByTestId("aid-step")).toBeVisible();
        await page.keyboard.press("c");
        await page.locator("#aid-step").focus();
        await page.keyboard.press("e");
        await expect(page.getByTestId("number-amount")).toBeFocused();
        await noSidewaysScroll(page, "a step with everything open");
        await page.getByTestId("answer-unknown").click();
        await expect(page.getByTestId("aid-end")).toBeVisible();
        await noSidewaysScroll(page, "the end");
        await page.getByTestId("key-card").click();
        await page.getByTestId("card-in-zh-CN-en").click();
        await noSidewaysScroll(page, "the card");
        await page.keyboard.press("Escape");
        await page.getByTestId("aid-to-today").click();
        await page.getByTestId("settle-written_off").click();
        await noSidewaysScroll(page, "today");
      });
    }
  });
}

test("from F2 to a field that takes letters it is not slower than any other page", async ({ page, shop }) => {
  await shop.setUp();
  await openToday(page, shop);
  /** From the press to the first frame with what was waited for, in the page itself. */
  const measure = (press: "F2" | "nav-history", wanted: string): Promise<number> =>
    page.evaluate(
      ([press, wanted]) =>
        new Promise<number>((done) => {
          const begun = performance.now();
          const look = new MutationObserver(() => {
            if (document.querySelector(wanted) === null) return;
            look.disconnect();
            requestAnimationFrame(() => done(performance.now() - begun));
          });
          look.observe(document.body, { childList: true, subtree: true });
          if (press === "F2") window.dispatchEvent(new KeyboardEvent("keydown", { key: "F2", cancelable: true }));
          else document.querySelector<HTMLElement>(`[data-testid=${press}]`)?.click();
        }),
      [press, wanted] as const,
    );
  const rounds: Record<"aid" | "history", number[]> = { aid: [], history: [] };
  for (let round = 0; round < 6; round += 1) {
    rounds.aid.push(await measure("F2", "#aid-words:focus"));
    await page.getByTestId("nav-today").click();
    await expect(page.getByTestId("page-today")).toBeVisible();
    rounds.history.push(await measure("nav-history", "[data-testid=page-history]"));
    await page.getByTestId("nav-today").click();
    await expect(page.getByTestId("page-today")).toBeVisible();
  }
  const median = (all: number[]): number => all.toSorted((one, other) => one - other)[3] ?? 0;
  const [first] = rounds.aid;
  console.log(`F2 to the field: first ${first?.toFixed(0)} ms, then ${median(rounds.aid).toFixed(0)} ms;`);
  console.log(`history: first ${rounds.history[0]?.toFixed(0)} ms, then ${median(rounds.history).toFixed(0)} ms`);
  expect(median(rounds.aid)).toBeLessThan(3 * median(rounds.history) + 50);
});

test("switched off, single keys do nothing, and every act has its button", async ({ page, shop }) => {
  await shop.setUp();
  await openToday(page, shop);
  await page.getByTestId("look-open").click();
  await page.getByTestId("single-keys").uncheck();
  await page.keyboard.press("Escape");
  await openCode(page, "96");
  await page.keyboard.press("3");
  await page.keyboard.press("n");
  await expect(page.getByTestId("aid-note")).toHaveCount(0);
  await expect(page.getByTestId("aid-end")).toHaveCount(0);
  await page.getByTestId("key-note").click();
  await expect(page.getByTestId("aid-note")).toBeFocused();
  await page.keyboard.press("Escape");
  await page.getByTestId("answer-unknown").press("Enter");
  await expect(page.getByTestId("aid-end")).toBeVisible();
});
