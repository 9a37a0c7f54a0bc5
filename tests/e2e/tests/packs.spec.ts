import { execFile } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

import { clean } from "../lib/axe";
import { program } from "../lib/places";
import { expect, REFUSED, test, type Page } from "../lib/test";
import type { Shop } from "../lib/shop";

const run = promisify(execFile);

/** A real picture, drawn by the page itself: one more file in the tests would show less. */
async function drawn(page: Page, n: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await page.evaluate(async (n) => {
    const canvas = document.createElement("canvas");
    canvas.width = 320;
    canvas.height = 240;
    const pen = canvas.getContext("2d");
    pen?.fillRect(20 + n, 20, 120, 80);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    return Array.from(new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0)));
  }, n);
  return new Uint8Array(bytes);
}

async function attach(shop: Shop, name: string, body: Uint8Array<ArrayBuffer>): Promise<string> {
  const kept = await fetch(`${shop.url}/attach?name=${name}&source=file`, { method: "POST", body });
  return ((await kept.json()) as { id: string }).id;
}

/** An incident with a photo that has a blacked-out copy, with these files beside it, and the tab of packs. */
async function open(page: Page, shop: Shop, more: string[] = []): Promise<{ photo: string; copy: string }> {
  await shop.setUp();
  await page.goto(shop.url);
  const photo = await attach(shop, "slip.png", await drawn(page, 0));
  const others = [];
  for (const [at, name] of more.entries()) {
    others.push(await attach(shop, name, name.endsWith(".png") ? await drawn(page, at + 1) : new TextEncoder().encode("log")));
  }
  const boxes = [{ x: 0.1, y: 0.1, w: 0.4, h: 0.4 }];
  const copy = (await shop.call("redact_attachment", { attachment: photo, boxes })).id;
  await shop.call("open_incident", { form: { symptom: "network", screen: "连接失败" }, attachments: [photo, ...others] }, "老王");
  await page.getByTestId("nav-evidence").click();
  await page.getByTestId("evidence-tab-packs").click();
  await expect(page.getByTestId("page-packs")).toBeVisible();
  return { photo, copy };
}

for (const locale of ["zh-CN", "en-US"]) {
  const zh = locale === "zh-CN";
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("what will leave is seen first, then the pack is made, and a stranger finds it sound", async ({ page, shop }) => {
      const { photo, copy } = await open(page, shop);
      await clean(page, "packs");
      await expect(page.getByTestId("packs-look")).toBeDisabled();
      await page.getByTestId("packs-which").selectOption({ index: 1 });
      await page.getByTestId("packs-look").click();
      const leaving = page.getByTestId("packs-leaving");
      await expect(leaving).toContainText(zh ? "1 次故障" : "one incident");
      await expect(leaving).toContainText("老王");
      // The copy is what is sent and what is seen, until somebody wants it otherwise.
      const send = page.getByTestId("packs-send");
      const picture = page.getByTestId("packs-file").locator("img");
      await expect(send).toHaveValue("redacted");
      await expect(picture).toHaveAttribute("src", new RegExp(copy));
      await send.selectOption("original");
      await expect(picture).toHaveAttribute("src", new RegExp(photo));
      await send.selectOption("redacted");
      await expect(picture).toHaveAttribute("src", new RegExp(copy));
      await clean(page, "packs with what will leave");

      await page.getByTestId("packs-make").click();
      const path = await page.getByTestId("packs-path").innerText();
      await expect(page.locator(":focus").getByTestId("packs-made")).toBeVisible();
      await clean(page, "packs with one made");
      // Whole under its name, and nothing half-made beside it.
      expect(await readdir(dirname(path))).toHaveLength(1);
      const { stdout } = await run(program("kaizhang"), ["verify", path, "--json"]);
      expect(JSON.parse(stdout)).toMatchObject({ ok: true, defects: [] });
      await expect(page.getByTestId("packs-before")).toContainText("kaizhang-incident-1-");
    });

    test("for an upload form it is seen what goes in which set and what stays, and just that is made", async ({
      page,
      shop,
    }) => {
      const pictures = ["a.png", "b.png", "c.png", "d.png", "e.png"];
      await open(page, shop, ["log.txt", ...pictures]);
      const form = page.getByTestId("packs-form");
      const limits = page.getByTestId("packs-form-limits");
      // The whole pack, unless somebody wants something else.
      await expect(form).toHaveValue("");
      await expect(limits).toHaveCount(0);
      await form.selectOption({ label: zh ? "微信支付（回复投诉的图片）" : "WeChat Pay (pictures in a reply to a complaint)" });
      await expect(limits).toContainText(zh ? "每个文件不超过 2 MB · 最多 4 个文件" : "each file up to 2 MB · 4 files");
      const { as_of: looked } = await shop.call("list_upload_forms", {});
      await expect(limits).toContainText(zh ? `${Number(looked.slice(8))}日` : looked.slice(0, 4));
      await expect(limits).toContainText(zh ? "还没有人和对方的规定逐条对过" : "Nobody compared them");
      await page.getByTestId("packs-which").selectOption({ index: 1 });
      await page.getByTestId("packs-look").click();

      await expect(page.getByTestId("packs-sets")).toContainText(zh ? "分成 2 组" : "2 sets");
      await expect(page.getByTestId("packs-sets")).toContainText(zh ? "文件个数已满" : "as many files as are taken");
      const left = zh ? "不收这种文件" : "files of this kind are not taken";
      await expect(page.getByTestId("packs-report")).toContainText(left);
      const row = (name: string) => page.getByTestId("packs-file").filter({ hasText: name });
      const set = (n: number): string => (zh ? `第 ${n} 组 · ` : `set ${n} · `);
      await expect(row("log.txt").getByTestId("packs-fate")).toContainText(left);
      await expect(row("slip.png").getByTestId("packs-fate")).toContainText(set(1));
      await expect(row("c.png").getByTestId("packs-fate")).toContainText(set(1));
      await expect(row("d.png").getByTestId("packs-fate")).toHaveText(set(2) + (zh ? "原样" : "as it is"));
      await clean(page, "packs for an upload form");
      // One that is not sent makes room; and the other form takes the report as well.
      await row("a.png").getByTestId("packs-send").selectOption("nothing");
      await expect(row("d.png").getByTestId("packs-fate")).toContainText(set(1));
      await expect(row("a.png").getByTestId("packs-fate")).toHaveCount(0);
      await form.selectOption("stripe");
      await expect(page.getByTestId("packs-report")).toContainText(zh ? "原样" : "as it is");
      await expect(page.getByTestId("packs-sets")).toHaveText(zh ? "一次交完" : "One answer holds it all");
      await form.selectOption("wechat");
      await expect(row("e.png").getByTestId("packs-fate")).toContainText(set(2));

      await page.getByTestId("packs-make").click();
      const path = await page.getByTestId("packs-path").innerText();
      await expect(page.getByTestId("packs-made-sets")).toContainText(zh ? "分成了 2 组" : "there are 2 sets");
      await expect(page.getByTestId("packs-made-left")).toContainText(zh ? "2 个没放进来" : "2 files were left out");
      await expect(page.getByTestId("packs-made-list")).toHaveText("00-what-was-done.txt");
      await clean(page, "packs with files for an upload");
      expect((await readdir(path)).sort()).toEqual(["00-what-was-done.txt", "1", "2"]);
      const first = (await readdir(join(path, "1"))).sort();
      expect(first.map((name) => name.slice(0, 2))).toEqual(["01", "02", "03", "04"]);
      expect(await readdir(join(path, "2"))).toEqual(["01-e.png"]);
      const list = await readFile(join(path, "00-what-was-done.txt"), "utf8");
      for (const name of first) expect(list).toContain(`→ 1/${name}: 原样`);
      expect(list).toContain("→ 2/01-e.png: as it is");
      await expect(page.getByTestId("packs-before")).toContainText(zh ? "微信支付" : "WeChat Pay");
    });
  });
}

test("days are chosen by hand, and what cannot be is said in words", async ({ page, shop, complaints }) => {
  complaints.expect(REFUSED);
  await open(page, shop);
  await page.getByTestId("packs-about-range").check();
  await page.getByTestId("packs-from").fill("2026-11-30");
  await page.getByTestId("packs-to").fill("2026-11-01");
  await page.getByTestId("packs-look").click();
  await expect(page.getByTestId("trouble")).toHaveAttribute("data-code", "pack_days_reversed");
  await page.getByTestId("packs-to").fill("yesterday");
  await page.getByTestId("packs-to").press("Enter");
  await expect(page.getByTestId("trouble")).toHaveAttribute("data-code", "day_unreadable");
  await page.getByTestId("packs-about-dispute").check();
  await expect(page.getByTestId("packs-none")).toBeVisible();
});

test("older incidents can be chosen too, and one that was asked for stands chosen", async ({ page, shop }) => {
  await shop.setUp();
  const first = await shop.call("open_incident", { form: { symptom: "network", screen: "连接失败" } });
  for (let more = 0; more < 55; more += 1) await shop.call("open_incident", { form: { symptom: "network" } });
  await page.goto(shop.url);
  await page.getByTestId("nav-evidence").click();
  await page.getByTestId("evidence-tab-packs").click();
  const options = page.getByTestId("packs-which").locator("option");
  await expect(options).toHaveCount(51);
  await page.getByTestId("packs-older").click();
  await expect(options).toHaveCount(57);
  await expect(page.getByTestId("packs-older")).toHaveCount(0);
  await page.getByTestId("nav-incidents").click();
  for (let read = 0; read < 3 && !(await page.locator(`#incident-${first.id}`).isVisible()); read += 1) {
    await page.getByTestId("incidents-more").click();
  }
  await page.locator(`#incident-${first.id}`).click();
  await page.getByTestId("incident-pack").click();
  await expect(page.getByTestId("packs-which")).toHaveValue(first.id);
  await expect(page.getByTestId("packs-which").locator("option:checked")).toContainText("连接失败");
  await expect(page.getByTestId("packs-leaving")).toBeVisible();
});
