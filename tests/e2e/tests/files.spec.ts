import { clean } from "../lib/axe";
import { claimingPng, colourAt, drag, heic, jpeg, paste, photo, withExif, type Paper } from "../lib/papers";
import type { Shop } from "../lib/shop";
import { REFUSED, expect as expects, goTo, openToday, test, type Page } from "../lib/test";

const FIELD = "photo-machine-screen";
/** Files are synced to the disk, and debug builds of the core take a second for a picture; more while other tests run. */
const SLOW = { timeout: 20_000 };
const expect = expects.configure(SLOW);

test.describe.configure({ timeout: 90_000 });

const papers = (page: Page) => page.getByTestId("paper");
const brought = (page: Page) => page.getByTestId("brought");
const choose = (page: Page, files: Paper[]) => page.getByTestId(FIELD).setInputFiles(files, SLOW);
const plain = (name: string, text: string): Paper => ({ name, mimeType: "image/jpeg", buffer: Buffer.from(text) });

/** Saves the row and tells which files the record holds now. */
async function saved(page: Page, shop: Shop) {
  await page.getByTestId("note-machine-screen").fill("屏幕花了");
  await page.getByTestId("note-machine-screen").press("Enter");
  await expect.poll(async () => (await shop.item("machine-screen")).note).toBe("屏幕花了");
  return (await shop.item("machine-screen")).attachments;
}

const drawn = (page: Page, testid: string) => () =>
  page.getByTestId(testid).evaluate((picture: HTMLImageElement) => picture.naturalWidth);

test.beforeEach(async ({ page, shop }) => {
  await shop.setUp();
  await openToday(page, shop);
  await goTo(page, "machine-screen");
  await page.keyboard.press("x");
  await expect(page.getByTestId(FIELD)).toBeAttached();
});

test("several files are kept in their order; one that is refused stops no other", async ({
  page,
  shop,
  complaints,
}) => {
  complaints.expect(REFUSED);
  await choose(page, [
    jpeg("一.jpg", await photo(page, 40, 30, "1")),
    jpeg("空.jpg", Buffer.alloc(0)),
    jpeg("三.jpg", await photo(page, 40, 30, "3")),
  ]);
  // Made in the page: what a test hands over itself goes through a pipe that is slow with so much.
  await page.getByTestId(FIELD).evaluate((input: HTMLInputElement) => {
    const files = new DataTransfer();
    files.items.add(new File([new Uint8Array(33 << 20)], "太大.jpg", { type: "image/jpeg" }));
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await choose(page, [jpeg("五.jpg", await photo(page, 40, 30, "5"))]);
  await expect(papers(page)).toHaveCount(3);
  await expect(page.getByTestId("trouble")).toHaveCount(2);
  await expect(brought(page)).toHaveCount(2);
  await expect(brought(page).nth(0)).toContainText("空.jpg");
  await expect(brought(page).nth(0).getByTestId("trouble")).toHaveAttribute("data-code", "attachment_empty");
  await expect(brought(page).nth(1)).toContainText("太大.jpg");
  await expect(brought(page).nth(1).getByTestId("trouble")).toHaveAttribute("data-code", "attachment_too_large");
  await expect(brought(page).nth(1).getByTestId("trouble")).toContainText("32 MiB");
  await brought(page).nth(0).getByTestId("forget").click();
  await expect(brought(page)).toHaveCount(1);
  await expect(page.locator(":focus")).toHaveCount(1);
  const kept = await saved(page, shop);
  expect(kept.map(({ name, source }) => [name, source])).toEqual([
    ["一.jpg", "file"],
    ["三.jpg", "file"],
    ["五.jpg", "file"],
  ]);
});

test("what is pasted is kept, and text that comes with a picture goes where it was pasted", async ({ page, shop }) => {
  const picture = await photo(page, 40, 30, "p");
  await paste(page, [{ name: "image.png", mimeType: "image/png", buffer: picture }]);
  await expect(papers(page)).toHaveCount(1);
  await expect(papers(page)).toContainText("粘贴.png");
  await page.getByTestId("note-machine-screen").focus();
  await paste(page, [jpeg("表格.jpg", await photo(page, 40, 30, "t"))], "表格里的字");
  await paste(page, [jpeg("截图.jpg", await photo(page, 40, 30, "s"))]);
  await expect(papers(page)).toHaveCount(2);
  const kept = await saved(page, shop);
  expect(kept.map(({ name, source }) => [name, source])).toEqual([
    ["粘贴.png", "paste"],
    ["截图.jpg", "paste"],
  ]);
});

test("what is dropped on the field is kept; beside it, it neither is kept nor replaces the page", async ({
  page,
  shop,
}) => {
  const file = jpeg("拖来.jpg", await photo(page, 40, 30, "d"));
  const field = page.getByTestId(`${FIELD}-field`);
  await drag(page, [file], "main", false);
  await expect(field).toHaveClass(/dragging/);
  expect(await drag(page, [file], "main", true)).toBe(false);
  await expect(field).not.toHaveClass(/dragging/);
  expect(await drag(page, [file], `[data-testid="${FIELD}-field"]`, true)).toBe(false);
  await expect(papers(page)).toHaveCount(1);
  expect(await saved(page, shop)).toMatchObject([{ name: "拖来.jpg", source: "drop" }]);
});

test("the same picture twice is shown once, in one go and later", async ({ page, shop }) => {
  const same = await photo(page, 40, 30, "same");
  await choose(page, [jpeg("第一次.jpg", same), jpeg("第二次.jpg", same)]);
  await expect(papers(page)).toHaveCount(1);
  await expect(brought(page)).toHaveAttribute("data-state", "again");
  await expect(brought(page)).toContainText("和“第一次.jpg”是同一个文件");
  await paste(page, [jpeg("第三次.jpg", same)]);
  await expect(brought(page)).toHaveCount(2);
  await expect(papers(page)).toHaveCount(1);
  expect(await saved(page, shop)).toHaveLength(1);
});

test("one taken out by mistake is put back, and one taken out can be brought again", async ({ page }) => {
  const file = jpeg("小票.jpg", await photo(page, 40, 30, "r"));
  await choose(page, [file]);
  await papers(page).getByTestId("paper-remove").click();
  await expect(papers(page)).toHaveCount(0);
  await expect(page.getByTestId(`${FIELD}-undo`)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(papers(page)).toHaveCount(1);
  await papers(page).getByTestId("paper-remove").click();
  await choose(page, [file]);
  await expect(papers(page)).toHaveCount(1);
  await expect(brought(page)).toHaveCount(0);
});

test("HEIC, PDF, pages and drawings are kept as papers with honest words and never drawn", async ({ page, shop }) => {
  await choose(page, [
    { name: "IMG_0001.HEIC", mimeType: "image/heic", buffer: heic() },
    { name: "对账单.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%%EOF\n") },
    plain("网页.jpg", `<!doctype html><script>document.title = "owned"</script>`),
    plain("画.svg", `<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = "owned"</script></svg>`),
  ]);
  await expect(papers(page)).toHaveCount(4);
  const sights = await papers(page).evaluateAll((all) => all.map((each) => each.getAttribute("data-sight")));
  expect(sights).toEqual(["heic", "pdf", "other", "other"]);
  await expect(papers(page).nth(0)).toContainText("HEIC 照片，这里显示不了");
  await expect(papers(page).nth(1)).toContainText("PDF 不在这里打开");
  await expect(papers(page).nth(2)).toContainText("不是照片");
  for (let index = 0; index < 4; index += 1) {
    await papers(page).nth(index).getByRole("button").first().click();
    await expect(page.getByTestId("viewer-unseen")).toContainText("已经存好");
    await expect(page.getByTestId("viewer-black")).toHaveCount(0);
    await expect(page.locator("img, iframe, object, embed")).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(page.getByTestId("viewer")).toHaveCount(0);
  }
  await expect(page).not.toHaveTitle("owned");
  const kept = await saved(page, shop);
  expect(kept.map((file) => file.mime)).toEqual([
    "image/heic",
    "application/pdf",
    "application/octet-stream",
    "application/octet-stream",
  ]);
  // Nor does the host hand anything out to be opened.
  for (const file of kept) expect((await page.request.get(`${shop.url}/picture/${file.id}/1600`)).status()).toBe(404);
});

test("a photo held on its side stands upright, and one that claims a hundred thousand pixels is kept unseen", async ({
  page,
  complaints,
}) => {
  complaints.expect(/status of 404/);
  const wide = await photo(page, 400, 300, "");
  await choose(page, [
    jpeg("侧着.jpg", withExif(wide, 6)),
    { name: "巨图.png", mimeType: "image/png", buffer: claimingPng(100_000, 100_000) },
  ]);
  await expect(papers(page)).toHaveCount(2);
  const shape = () =>
    papers(page)
      .first()
      .locator("img")
      .evaluate((picture: HTMLImageElement) => [picture.naturalWidth, picture.naturalHeight]);
  await expect.poll(shape).toEqual([240, 320]);
  await expect(papers(page).nth(1)).toHaveAttribute("data-sight", "broken");
  await expect(papers(page).nth(1)).toContainText("显示不了");
  await papers(page).first().getByRole("button").first().click();
  await expect(page.getByTestId("fact-taken-at")).toHaveText("2026年11月23日 周一 12:31");
  await expect(page.getByTestId("fact-pixels")).toContainText("300 × 400");
  await expect(page.getByTestId("fact-pixels")).toContainText("已经转正");
  // What was left when the camera was held on its side is above when it stands upright.
  const url = await page.getByTestId("viewer-picture").getAttribute("src");
  const [above, below] = await colourAt(page, url ?? "", [
    [0.5, 0.1],
    [0.5, 0.9],
  ]);
  expect(above?.[0]).toBeGreaterThan(150);
  expect(below?.[2]).toBeGreaterThan(150);
  await page.keyboard.press("ArrowRight");
  await expect(page.getByTestId("viewer-unseen")).toBeVisible(SLOW);
  await expect(page.getByTestId("fact-pixels")).toContainText("100,000 × 100,000");
});

test("the viewer by keyboard: from one to the next, larger and smaller, back to where it was opened", async ({
  page,
}) => {
  await choose(page, [
    jpeg("一.jpg", await photo(page, 800, 600, "1")),
    jpeg("二.jpg", await photo(page, 800, 600, "2")),
  ]);
  await expect(papers(page)).toHaveCount(2);
  await papers(page).first().getByRole("button").first().press("Enter");
  const place = page.getByTestId("viewer-place");
  await expect(page.getByTestId("viewer-number")).toHaveText("1 / 2");
  await expect.poll(drawn(page, "viewer-picture")).toBe(800);
  await page.keyboard.press("+");
  await expect(place).toHaveAttribute("data-zoom", "1.5");
  const wide = () => page.getByTestId("viewer-picture").evaluate((picture) => picture.getBoundingClientRect().width);
  await expect.poll(wide).toBeGreaterThan(800);
  await page.keyboard.press("0");
  await expect(place).toHaveAttribute("data-zoom", "1");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByTestId("viewer-number")).toHaveText("2 / 2");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByTestId("viewer-number")).toHaveText("2 / 2");
  await clean(page, "the viewer");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("viewer")).toHaveCount(0);
  await expect(papers(page).nth(1).getByRole("button").first()).toBeFocused();
  // The keys were meant for the sheet: the row behind is as it was.
  await expect(page.getByTestId(FIELD)).toBeAttached();
});

test("blacking out by keyboard makes a copy that is black there, and leaves the original as it is", async ({
  page,
  shop,
}) => {
  await choose(page, [jpeg("卡.jpg", await photo(page, 640, 480, ""))]);
  await papers(page).getByRole("button").first().click();
  await expect.poll(drawn(page, "viewer-picture")).toBe(640);
  await page.keyboard.press("b");
  await expect(page.getByTestId("black-board")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Control+ArrowUp");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("black-box")).toHaveCount(2);
  await page.keyboard.press("Backspace");
  await expect(page.getByTestId("black-box")).toHaveCount(1);
  await expect(page.getByTestId("black-count")).toContainText("1");
  await clean(page, "blacking out", 2);
  const box = await page
    .getByTestId("black-box")
    .evaluate((rect) => ["x", "y", "width", "height"].map((side) => Number(rect.getAttribute(side))));
  expect(box).toEqual([0.3, 0.41, 0.41, 0.08]);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("viewer-original")).toHaveText("卡.jpg");
  await page.getByTestId("viewer-original").click();
  await expect(page.getByTestId("viewer-copy")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(papers(page)).toHaveCount(2);
  await expect(papers(page).nth(1)).toContainText("由“卡.jpg”涂黑");
  const [original, copy] = await saved(page, shop);
  expect(copy).toMatchObject({ redacts: original?.id, source: "redacted" });
  const points: [number, number][] = [
    [0.31, 0.42],
    [0.5, 0.45],
    [0.7, 0.48],
    [0.1, 0.1],
    [0.9, 0.9],
  ];
  const look = (id = "") => colourAt(page, `${shop.url}/picture/${id}/1600`, points);
  const black = await look(copy?.id);
  for (const colour of black.slice(0, 3)) expect(Math.max(...colour)).toBeLessThan(16);
  expect(black[3]?.[0]).toBeGreaterThan(150);
  expect(black[4]?.[2]).toBeGreaterThan(150);
  for (const colour of await look(original?.id)) expect(Math.max(...colour)).toBeGreaterThan(150);
  const facts = await shop.call("show_attachment", { attachment: original?.id ?? "" });
  expect(facts.redacted.map(({ id }) => id)).toEqual([copy?.id]);
});

test("blacking out by mouse, and Escape leads back to the picture without a copy", async ({ page, shop }) => {
  await choose(page, [jpeg("卡.jpg", await photo(page, 640, 480, ""))]);
  await papers(page).getByRole("button").first().click();
  await expect.poll(drawn(page, "viewer-picture")).toBe(640);
  await page.getByTestId("viewer-black").click();
  const board = page.getByTestId("black-board");
  await expect.poll(async () => (await board.boundingBox())?.width ?? 0).toBeGreaterThan(300);
  const at = async (x: number, y: number): Promise<[number, number]> => {
    const box = await board.boundingBox();
    if (!box) throw new Error("no board");
    return [box.x + box.width * x, box.y + box.height * y];
  };
  // A click is no box.
  await page.mouse.click(...(await at(0.5, 0.5)));
  await expect(page.getByTestId("black-save")).toBeDisabled();
  await page.mouse.move(...(await at(0.8, 0.7)));
  await page.mouse.down();
  await page.mouse.move(...(await at(0.2, 0.5)), { steps: 4 });
  await page.mouse.up();
  await expect(page.getByTestId("black-box")).toHaveCount(1);
  const [x, y] = await page
    .getByTestId("black-box")
    .evaluate((rect) => [Number(rect.getAttribute("x")), Number(rect.getAttribute("y"))]);
  expect(x).toBeCloseTo(0.2, 1);
  expect(y).toBeCloseTo(0.5, 1);
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("viewer-place")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("viewer")).toHaveCount(0);
  expect(await saved(page, shop)).toHaveLength(1);
});

test("in English as well, without a Chinese word", async ({ page, complaints }) => {
  complaints.expect(REFUSED);
  await page.getByTestId("language-switch").click();
  const same = await photo(page, 40, 30, "a");
  await choose(page, [
    jpeg("a.jpg", same),
    jpeg("empty.jpg", Buffer.alloc(0)),
    { name: "b.heic", mimeType: "image/heic", buffer: heic() },
    jpeg("again.jpg", same),
  ]);
  await expect(papers(page)).toHaveCount(2);
  await expect(brought(page)).toHaveCount(2);
  const field = page.getByTestId(`${FIELD}-field`);
  expect(await field.innerText()).not.toMatch(/[\u4e00-\u9fff]/);
  await clean(page, "the field");
  await papers(page).first().getByRole("button").first().click();
  await expect(page.getByTestId("fact-pixels")).toBeVisible();
  expect(await page.getByTestId("viewer").innerText()).not.toMatch(/[\u4e00-\u9fff]/);
});
