import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { clean } from "../lib/axe";
import { bag, zipped } from "../lib/bag";
import { REFUSED, expect, test, type Page } from "../lib/test";
import type { Shop } from "../lib/shop";

const PAYLOAD = { "hello.txt": "早上好\n", "slips/one.txt": "12.50\n" };

async function open(page: Page, shop: Shop): Promise<void> {
  await shop.setUp();
  await page.goto(shop.url);
  await page.getByTestId("nav-evidence").click();
  await page.getByTestId("evidence-tab-check").click();
  await expect(page.getByTestId("page-check")).toBeVisible();
}

/** What is left of files that were handed over. */
const left = (shop: Shop): Promise<string[]> =>
  readdir(join(shop.data, "handed")).catch(() => []);

const verdict = (page: Page) => page.getByTestId("check-verdict");

for (const locale of ["zh-CN", "en-US"]) {
  const zh = locale === "zh-CN";
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("a zip that was chosen is looked through, and what was altered is named", async ({
      page,
      shop,
    }) => {
      await open(page, shop);
      await clean(page, "check");
      const folder = await bag(join(shop.folder, "bag"), PAYLOAD);
      await page
        .getByTestId("check-file")
        .setInputFiles(await zipped(folder, join(shop.folder, "whole.zip")));
      await expect(verdict(page)).toHaveText(
        zh ? /没有人签过字/ : /nobody signed it/,
      );
      await expect(page.getByTestId("check-found")).toContainText("whole.zip");
      await expect(page.getByTestId("check-found")).toContainText(
        zh ? "2 个文件" : "2 files",
      );
      // Another program's bag: what that means, and what nobody told.
      await expect(page.getByTestId("check-foreign")).toContainText(
        zh ? "别的程序做的 BagIt 包" : "another program’s BagIt bag",
      );
      await expect(page.getByTestId("check-found")).not.toContainText(
        zh ? "条记录" : "entries",
      );
      await expect.poll(() => left(shop)).toEqual([]);

      await writeFile(join(folder, "data/slips/one.txt"), "99.50\n");
      await writeFile(join(folder, "data/more.txt"), "new");
      await page
        .getByTestId("check-file")
        .setInputFiles(await zipped(folder, join(shop.folder, "altered.zip")));
      await expect(verdict(page)).toHaveText(
        zh ? "有 2 处不对。" : "2 things are not as they should be.",
      );
      const defects = page.getByTestId("check-defects").locator("tbody tr");
      await expect(defects).toHaveCount(2);
      await expect(
        defects.filter({ hasText: "data/slips/one.txt" }),
      ).toContainText(zh ? "改过" : "Altered");
      // What exactly is said in the person's own language as well.
      await expect(defects.filter({ hasText: "data/slips/one.txt" })).toContainText(
        zh ? "它的哈希和 manifest-sha256.txt 里的不一样" : "its hash is not the one in manifest-sha256.txt",
      );
      await expect(defects.filter({ hasText: "data/more.txt" })).toContainText(
        zh ? "清单上没有" : "Not in the list",
      );
      await expect(
        page.locator(":focus").getByTestId("check-found"),
      ).toBeVisible();
      await clean(page, "check with defects");
    });
  });
}

test("a pack of the shop's own is checked, with the key that somebody has on paper", async ({ page, shop }) => {
  await open(page, shop);
  await shop.cli("incident", "open", "--code", "96", "--note", "刷卡没反应");
  const path = join(shop.folder, "pack.zip");
  await shop.cli("pack", "incident", "1", "--out", path);
  const { fingerprint } = await shop.call("show_keys", {});
  const told = page.getByTestId("check-key-told");
  const check = async (key: string): Promise<void> => {
    await page.getByTestId("check-path").fill(path);
    await page.getByTestId("check-key").fill(key);
    await page.getByTestId("check-start").click();
  };
  await check("");
  await expect(verdict(page)).toHaveText("签了之后没动过。");
  await expect(told).toHaveText("就是这台电脑上这份记录的密钥。");
  await expect(page.getByTestId("check-signer")).toHaveText(fingerprint);
  await expect(page.getByTestId("check-anchored")).toContainText("整个包没有时间戳");
  await expect(page.getByTestId("check-found")).toContainText("逐条验过");
  await check(fingerprint);
  await expect(verdict(page)).toHaveText("签了之后没动过，签字的密钥也正是您给的那一把。");
  // The shop changes its key; what is on the receiver's paper still leads to the new one.
  await shop.call("rotate_key", {});
  await shop.cli("pack", "incident", "1", "--out", join(shop.folder, "later.zip"));
  await page.getByTestId("check-path").fill(join(shop.folder, "later.zip"));
  await page.getByTestId("check-start").click();
  await expect(told).toContainText("旧的签字交接过");
  await expect(verdict(page)).toHaveText("签了之后没动过，签字的密钥也正是您给的那一把。");
  await clean(page, "check of a pack");
});

test("a folder is looked through by its path; what is no pack is refused in words", async ({
  page,
  shop,
  complaints,
}) => {
  complaints.expect(REFUSED);
  await open(page, shop);
  const folder = await bag(join(shop.folder, "bag"), PAYLOAD);
  const path = page.getByTestId("check-path");
  await path.fill(folder);
  await path.press("Enter");
  await expect(verdict(page)).toHaveText(/没有人签过字/);
  // Another key than the one that somebody has on paper.
  await page
    .getByTestId("check-key")
    .fill("SHA256:HR9/F9jDvsoCQ0RBr6Vn5mWPVr1wGvFSRuWGRKUDFPo");
  await page.getByTestId("check-start").click();
  await expect(verdict(page)).toHaveText("有 1 处不对。");
  await expect(page.getByTestId("check-defects")).toContainText("是别的密钥");
  await page.getByTestId("check-key").fill("");

  const trouble = page.getByTestId("trouble");
  await path.fill(join(shop.folder, "nowhere.zip"));
  await page.getByTestId("check-start").click();
  await expect(trouble).toHaveAttribute("data-code", "pack_unreadable");
  await path.fill("nowhere.zip");
  await page.getByTestId("check-start").click();
  await expect(trouble).toHaveAttribute("data-code", "path_not_whole");
  const picture = {
    name: "photo.zip",
    mimeType: "application/zip",
    buffer: Buffer.from("no zip at all"),
  };
  await page.getByTestId("check-file").setInputFiles(picture);
  await expect(trouble).toHaveAttribute("data-code", "not_a_pack");
  await expect(trouble).toContainText("不是 zip，或者断了");
  await expect.poll(() => left(shop)).toEqual([]);
});

test("a file that is dropped is taken, and the verdict is there after the window was loaded anew", async ({
  page,
  shop,
}) => {
  await open(page, shop);
  const zip = await zipped(
    await bag(join(shop.folder, "bag"), PAYLOAD),
    join(shop.folder, "dropped.zip"),
  );
  const encoded = await readFile(zip, "base64");
  const transfer = await page.evaluateHandle((encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0));
    const carried = new DataTransfer();
    carried.items.add(new File([bytes], "dropped.zip"));
    return carried;
  }, encoded);
  const frame = page.getByRole("group", { name: "证据包" });
  await frame.dispatchEvent("dragenter", { dataTransfer: transfer });
  await expect(frame).toContainText("松手");
  await frame.dispatchEvent("drop", { dataTransfer: transfer });
  await expect(verdict(page)).toHaveText(/没有人签过字/);
  await page.reload();
  await expect(verdict(page)).toHaveText(/没有人签过字/);
  await expect(page.getByTestId("check-found")).toContainText("dropped.zip");
});

test("a big file goes over in pieces, and stopping leaves nothing behind", async ({
  page,
  shop,
}) => {
  await open(page, shop);
  const pieces: string[] = [];
  let go: () => void = () => undefined;
  const stopped = new Promise<void>((done) => (go = done));
  await page.route("**/hand-over?*", async (route) => {
    pieces.push(new URL(route.request().url()).searchParams.get("at") ?? "");
    // The second piece is on its way while somebody presses the button.
    if (pieces.length === 2) await stopped;
    await route.continue();
  });
  const big = join(shop.folder, "big.zip");
  await writeFile(big, Buffer.alloc(9 * 1024 * 1024, 7));
  await page.getByTestId("check-file").setInputFiles(big);
  await expect(page.getByTestId("work")).toContainText("big.zip");
  // Four megabytes pass through two proxies of the test; how long they take says nothing about the page.
  await expect.poll(() => pieces.length, { timeout: 20_000 }).toBe(2);
  await page.getByTestId("work-stop").click();
  go();
  await expect(page.getByTestId("work")).toHaveCount(0);
  expect(pieces).toEqual(["0", String(4 * 1024 * 1024)]);
  await expect.poll(() => left(shop)).toEqual([]);
});
