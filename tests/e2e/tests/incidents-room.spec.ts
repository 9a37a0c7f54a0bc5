import { clean } from "../lib/axe";
import { expect, test, type Page } from "../lib/test";

/** Boxes that scroll sideways, and what is too small to hit. */
async function cramped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.scrollingElement;
    const boxes = [root, ...document.querySelectorAll("main, main .body")].filter((each) => each !== null);
    const wide = boxes.filter((each) => each.scrollWidth > each.clientWidth).map((each) => `wide ${each.tagName}`);
    const pressed = "main button, main summary, main select, main textarea, main input:not([type=file])";
    const small = [...document.querySelectorAll<HTMLElement>(pressed)]
      .filter((each) =>
        each.checkVisibility({
          visibilityProperty: true,
          opacityProperty: true,
        }),
      )
      .map((each) => (each.matches("[type=checkbox], [type=radio]") ? (each.closest("label") ?? each) : each))
      // The button of a row is as large as its row.
      .map((each) =>
        each.closest("li[data-testid^=incident-], li[data-testid^=receipt-]") ? each.closest("li") : each,
      )
      .filter((each) => each !== null)
      .filter((each) => Math.min(each.getBoundingClientRect().width, each.getBoundingClientRect().height) < 43.9)
      .map((each) => `small ${each.tagName} ${each.textContent?.trim()}`);
    return [...wide, ...small];
  });
}

for (const locale of ["zh-CN", "en-US"]) {
  for (const [size, scheme] of [
    [100, "dark"],
    [200, "light"],
  ] as const) {
    test.describe(`${locale}, ${size} %, ${scheme}`, () => {
      test.use({
        locale,
        colorScheme: scheme,
        viewport: { width: 1024, height: 768 },
      });

      test("incidents and receipts have room, with every form open", async ({ page, shop }) => {
        await shop.setUp();
        await shop.call("open_incident", {
          form: {
            code: "96",
            amount: "128.00",
            card: "6620",
            lane: "card",
            lane_effect: "stopped",
            note: "卡住了",
          },
        });
        await shop.call("add_receipt", {
          form: {
            amount: "128.00",
            reference: "112305123456",
            merchant_name: "面馆",
          },
        });
        await shop.call("keep_place", {
          place: { textSize: size, screen: "incidents" },
        });
        await page.goto(shop.url);
        await expect(page.getByTestId("incident-1")).toBeVisible();
        expect(await cramped(page), "the list").toEqual([]);
        await page.keyboard.press("n");
        await expect(page.getByTestId("incident-new-form")).toBeVisible();
        expect(await cramped(page), "a new incident").toEqual([]);
        await page.keyboard.press("Escape");
        await page.getByTestId("incident-1").getByRole("button").click();
        await expect(page.getByTestId("incident-state")).toBeVisible();
        for (const [key, form] of [
          ["n", "incident-note"],
          ["c", "incident-call"],
          ["p", "incident-files"],
          ["a", "incident-amend"],
          ["h", "incident-assign"],
          ["r", "incident-resolve"],
          ["3", "sale-settle"],
        ] as const) {
          await page.keyboard.press(key);
          await expect(page.getByTestId(`${form}-form`)).toBeVisible();
          expect(await cramped(page), form).toEqual([]);
          if (key === "c" || key === "r") await clean(page, form);
          await page.getByTestId(`${form}-cancel`).click();
          await expect(page.getByTestId(`${form}-form`)).toHaveCount(0);
        }
        await clean(page, "one incident");

        await page.getByTestId("nav-receipts").click();
        await expect(page.getByTestId("receipt-1")).toBeVisible();
        expect(await cramped(page), "receipts").toEqual([]);
        await page.getByTestId("receipt-1").getByRole("button").click();
        await expect(page.getByTestId("receipt-match")).toBeVisible();
        expect(await cramped(page), "one receipt").toEqual([]);
        await page.keyboard.press("a");
        await expect(page.getByTestId("receipt-merchant_name")).toBeVisible();
        expect(await cramped(page), "amending a receipt").toEqual([]);
        await clean(page, "amending a receipt");
      });
    });
  }
}
