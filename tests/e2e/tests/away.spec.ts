import { HOST_GONE, expect, headline, openToday, test } from "../lib/test";

const FAILED = /Failed to (load|fetch)|status of 5\d\d/;

test("with nothing to talk to from the start it says so kindly, and one press tries again", async ({
  page,
  shop,
  complaints,
}) => {
  complaints.expect(HOST_GONE);
  complaints.expect(FAILED);
  await shop.setUp();
  // The page is there, the core is not: as when the folder's program ended under an open window.
  await page.route("**/call/**", (route) => route.abort("connectionrefused"));
  await page.goto(shop.url);
  const trouble = page.getByTestId("trouble");
  await expect(trouble).toBeVisible();
  await expect(trouble).not.toContainText(/error|undefined|fetch|\{|no_answer/i);
  await page.unroute("**/call/**");
  await page.getByTestId("retry").click();
  await expect(page.getByTestId("page-today")).toBeVisible();
  await expect(trouble).toHaveCount(0);
});

test("when the core goes away the page stays readable on every screen and comes back by itself or by retry", async ({
  page,
  shop,
  complaints,
}) => {
  complaints.expect(HOST_GONE);
  await shop.setUp();
  await openToday(page, shop);
  const said = await headline(page).textContent();
  await page.getByTestId("nav-history").click();
  await expect(page.getByTestId("history-empty")).toBeVisible();
  await page.getByTestId("nav-today").click();
  await shop.kill();
  await page.getByTestId("nav-history").click();
  await expect(page.getByTestId("trouble")).toBeVisible();
  await shop.start();
  await page.getByTestId("retry").click();
  await expect(page.getByTestId("history-empty")).toBeVisible();
  await expect(page.getByTestId("trouble")).toHaveCount(0);
  await page.getByTestId("nav-today").click();
  await expect(headline(page)).toHaveText(said ?? "");

  // After the pause the page still hears of changes.
  await shop.cli("mark", "account-normal", "pass");
  await expect(page.getByTestId("item-account-normal")).toHaveAttribute("data-result", "pass", { timeout: 10_000 });
});
