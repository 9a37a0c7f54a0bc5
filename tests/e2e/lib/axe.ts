import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

/** The longest that axe may look at one page. */
const AXE_MS = 60_000;

/**
 * Runs something whose length says nothing about the page, on a clock of its own: a test that looks at a dozen states
 * would otherwise need a bound of its own, and a slow machine another one.
 */
async function unhurried<Answer>(run: () => Promise<Answer>): Promise<Answer> {
  const info = test.info();
  const { timeout } = info;
  const begun = performance.now();
  info.setTimeout(timeout + AXE_MS);
  const answer = await run();
  info.setTimeout(timeout + Math.ceil(performance.now() - begun));
  return answer;
}

/** Has axe look at the page, and makes sure that it saw something: at least so many pieces of text. */
export async function clean(page: Page, what: string, texts = 5): Promise<void> {
  // The shell is fixed and leaves the body without a height, and axe takes what lies outside of it for hidden text.
  await page.evaluate(() => (document.body.style.minHeight = "100vh"));
  // A colour on its way to another one is neither.
  await page.evaluate(() => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    return Promise.allSettled(ending.map(({ finished }) => finished)).then(() => undefined);
  });
  const axe = new AxeBuilder({ page }).withTags(RULES);
  const { violations, passes, incomplete } = await unhurried(() => axe.analyze());
  // A rule that looks at nothing finds nothing: the two that matter most must have seen the page.
  for (const [rule, least] of [
    ["color-contrast", texts],
    ["target-size", 1],
  ] as const) {
    const seen = [...violations, ...passes, ...incomplete].find(({ id }) => id === rule)?.nodes.length ?? 0;
    expect(seen, `${what}: parts that ${rule} looked at`).toBeGreaterThanOrEqual(least);
  }
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${what}: ${id}: ${node.target.join(" ")}: ${node.failureSummary?.split("\n")[1]?.trim()}`),
  );
  expect.soft(found).toEqual([]);
}
