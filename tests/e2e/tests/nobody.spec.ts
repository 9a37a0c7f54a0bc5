import { REFUSED, expect, test } from "../lib/test";

test("where nothing reminds the page says so, a try says why, and one tap helps", async ({
  page,
  shop,
  complaints,
}) => {
  complaints.expect(REFUSED);
  await shop.setUp();
  await shop.call("keep_this_pc", { agent: false });
  await page.goto(shop.url);
  await page.getByTestId("nav-reminders").click();
  await expect(page.getByTestId("on-duty")).toContainText("现在没有程序在提醒");
  await page.getByTestId("try-reminder").click();
  await expect(page.getByTestId("trouble")).toHaveAttribute("data-code", "nobody_on_duty");
  await expect(page.getByTestId("trouble")).toContainText("开机后在托盘里提醒");
  await expect(page.getByTestId("tried")).toBeEmpty();
  await page.getByTestId("agent-on").click();
  await expect(page.getByTestId("pc-agent")).toBeChecked();
  expect((await shop.call("show_reminders", {})).this_pc.agent).toBe(true);
});
