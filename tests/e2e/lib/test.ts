import { test as base, expect, type Locator, type Page } from "@playwright/test";

import { Shop } from "./shop";

export { expect, type Locator, type Page };
export { dayBefore, zoneAt } from "./shop";

/** What a browser says by itself about answers that a test asked for. */
export const REFUSED = /the server responded with a status of 422/;
export const HOST_GONE = /net::ERR_(CONNECTION_(REFUSED|RESET)|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)/;

/** Errors of the page; one that no test expected fails the test. */
export class Complaints {
  readonly #said: string[] = [];
  readonly #expected: RegExp[] = [];

  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  hear(page: Page): void {
    page.on("console", (message) => {
      if (message.type() !== "error" && message.type() !== "warning") return;
      this.#said.push(`${message.text()} (${message.location().url})`);
    });
    page.on("pageerror", (error) => this.#said.push(`${error.name}: ${error.message} ${error.stack ?? ""}`));
  }

  get unexpected(): string[] {
    return this.#said.filter((text) => !this.#expected.some((pattern) => pattern.test(text)));
  }
}

type Fixtures = { shop: Shop; complaints: Complaints };

export const test = base.extend<Fixtures>({
  shop: [
    async ({}, use) => {
      const shop = await Shop.open();
      await shop.start();
      await use(shop);
      await shop.close();
    },
    { auto: true },
  ],
  complaints: async ({}, use) => {
    const complaints = new Complaints();
    await use(complaints);
    expect(complaints.unexpected, "errors that the page or its content policy told").toEqual([]);
  },
  page: async ({ page, complaints }, use) => {
    complaints.hear(page);
    await use(page);
    // Closed before its host ends, so that it has nothing to complain about.
    await page.close();
  },
});

/** The same, with a shop whose host is not started yet: the test says at what hour of which day. */
export const testAt = test.extend({
  shop: async ({}, use) => {
    const shop = await Shop.open();
    await use(shop);
    await shop.close();
  },
});

/** Opens the page and waits until today is there and the hand is on a row. */
export async function openToday(page: Page, shop: Shop): Promise<void> {
  await page.goto(shop.url);
  await expect(page.getByTestId("page-today")).toBeVisible();
  await expect(page.locator(":focus")).toHaveCount(1);
}

export const row = (page: Page, item: string): Locator => page.getByTestId(`item-${item}`);
export const headline = (page: Page): Locator => page.getByTestId("headline");

/** Puts the hand on a row without marking it. */
export async function goTo(page: Page, item: string): Promise<void> {
  await page.getByTestId(`row-${item}`).focus();
  await expect(page.getByTestId(`row-${item}`)).toBeFocused();
}
