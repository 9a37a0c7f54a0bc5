import { execFile } from "node:child_process";
import { mkdir, readFile, readdir, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";

import { clean } from "../lib/axe";
import { REFUSED, expect, test, type Page } from "../lib/test";
import type { Shop } from "../lib/shop";

const PASSPHRASE = "灶台上的第三个抽屉";
const run = promisify(execFile);

async function open(page: Page, shop: Shop): Promise<void> {
  await shop.setUp();
  await page.goto(shop.url);
  await page.getByTestId("nav-evidence").click();
  await page.getByTestId("evidence-tab-keys").click();
  await expect(page.getByTestId("keys-fingerprint")).toBeVisible();
}

async function finish(shop: Shop): Promise<void> {
  await shop.call("finish_opening", { note: "开门" });
}

for (const locale of ["zh-CN", "en-US"]) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("the fingerprint is shown; a copy is made, tried, and opened by the stock tool", async ({
      page,
      shop,
      complaints,
    }) => {
      complaints.expect(REFUSED);
      await open(page, shop);
      await clean(page, "keys");
      const shown = await page.getByTestId("fingerprint").textContent();
      expect(shown).toBe((await shop.call("show_keys", {})).fingerprint);
      await expect(page.getByTestId("keys-no-copy")).toBeVisible();

      await page.getByTestId("keys-back-up").click();
      await expect(page.getByTestId("key-path")).toBeFocused();
      const stick = join(shop.folder, "stick");
      await mkdir(stick);
      await page.getByTestId("key-path").fill(stick);
      await page.getByTestId("key-passphrase").fill(PASSPHRASE);
      await page.getByTestId("key-again").fill("another");
      await page.getByTestId("key-copy-save").click();
      await expect(page.getByTestId("key-differs")).toBeVisible();
      await page.getByTestId("key-again").fill(PASSPHRASE);
      await page.keyboard.press("Enter");
      await expect(page.getByTestId("keys-copy-made")).toBeVisible();
      await expect(page.getByTestId("keys-back-up")).toBeFocused();
      await expect(page.getByTestId("keys-no-copy")).toHaveCount(0);
      const [name] = await readdir(stick);
      const copy = join(stick, name ?? "");
      expect((await run("ssh-keygen", ["-lf", copy])).stdout).toContain(shown);

      await page.getByTestId("keys-restore").click();
      await page.getByTestId("key-file").setInputFiles(copy);
      await page.getByTestId("key-opens").fill("wrong words");
      await page.getByTestId("key-restore-save").click();
      await expect(page.getByTestId("trouble")).toHaveAttribute(
        "data-code",
        "passphrase_wrong",
      );
      await clean(page, "a form of keys");
      await page.getByTestId("key-opens").fill(PASSPHRASE);
      await page.keyboard.press("Enter");
      await expect(page.getByTestId("key-restore-form")).toHaveCount(0);
      // Nothing secret is kept with the place.
      expect(await shop.kept()).not.toContain(
        PASSPHRASE,
      );
    });
  });
}

test("a key is replaced, lost, and begun anew, while the shop goes on", async ({
  page,
  shop,
}) => {
  await open(page, shop);
  const first = (await page.getByTestId("fingerprint").textContent()) ?? "";
  await page.getByTestId("keys-replace").click();
  await page.getByTestId("key-why").fill("电脑要换");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("fingerprint")).not.toHaveText(first);
  await expect(page.getByTestId("keys-epochs").locator("li")).toHaveCount(2);

  await rm(join(shop.data, "keys", "epoch-1.ed25519"));
  await finish(shop);
  const care = page.getByTestId("keys-care");
  await expect(care).toHaveAttribute("data-trouble", "missing");
  await expect(care).toContainText("照样开张");
  await clean(page, "keys without a key");
  await page.getByTestId("keys-lost").click();
  await page.getByTestId("key-replace-save").click();
  await expect(care).toHaveAttribute("data-trouble", "");
  await expect(page.getByTestId("keys-epochs")).toContainText("前一把丢了");
  expect((await shop.call("check_folder", {})).ok).toBe(true);
});

test("the short code is given to somebody and found again", async ({
  page,
  shop,
  complaints,
}) => {
  complaints.expect(REFUSED);
  await open(page, shop);
  await expect(page.getByTestId("anchors-none")).toBeVisible();
  await finish(shop);
  const code = (await page.getByTestId("anchor-code").textContent()) ?? "";
  expect(code).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
  await page.getByTestId("anchor-given").click();
  await page.getByTestId("given-to").fill("银行小王");
  await page.getByTestId("given-way").selectOption("read_out");
  await page.getByTestId("given-save").click();
  await expect(page.getByTestId("anchor-list")).toContainText(
    "念给对方：银行小王",
  );

  await page
    .getByTestId("find-code")
    .fill(code.toLowerCase().replaceAll("-", " "));
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("find-told")).toContainText("现在也还是");
  await page
    .getByTestId("find-code")
    .fill(code.replace(/.$/, (last) => (last === "0" ? "1" : "0")));
  await page.getByTestId("find-start").click();
  await expect(
    page.getByTestId("anchors").getByTestId("trouble"),
  ).toHaveAttribute("data-code", "anchor_code_mistyped");
});

test("a timestamp service is set up, tells what is wrong, and is switched off", async ({
  page,
  shop,
  complaints,
}) => {
  complaints.expect(REFUSED);
  const server = createServer((asked, answer) => {
    asked.resume();
    asked.on("end", () => answer.end("please sign in"));
  });
  await new Promise<void>((listening) =>
    server.listen(0, "127.0.0.1", listening),
  );
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa?key=geheim-4711`;
  await open(page, shop);
  await finish(shop);
  await expect(page.getByTestId("timestamps-off")).toBeVisible();
  await page.getByTestId("timestamps-set").click();
  await page.getByTestId("service-url").fill("timestamp.example");
  await page.getByTestId("service-save").click();
  await expect(
    page.getByTestId("timestamps").getByTestId("trouble"),
  ).toHaveAttribute("data-code", "alert_url_unreadable");
  await page.getByTestId("service-url").fill(url);
  await page.getByTestId("service-save").click();
  await expect(page.getByTestId("timestamps-host")).toContainText("127.0.0.1");
  await expect(page.getByTestId("timestamps-set")).toBeFocused();
  await page.getByTestId("timestamps-ask").click();
  await expect(
    page.getByTestId("timestamps").getByTestId("trouble"),
  ).toHaveAttribute("data-code", "timestamp_garbage");
  // The key in the address is nowhere but in its own file.
  await expect(page.locator("body")).not.toContainText("geheim");
  expect(
    await readFile(join(shop.data, "keys", "timestamps.json"), "utf8"),
  ).toContain("geheim");
  await page.getByTestId("timestamps-stop").click();
  await expect(page.getByTestId("timestamps-off")).toBeVisible();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});
