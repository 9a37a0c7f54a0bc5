import { clean } from "../lib/axe";
import { ZONE } from "../lib/clock";
import { expect, headline, test, type Page } from "../lib/test";
import type { Calendar, Figures, FoundPage } from "../../../ui/src/generated/contract";
import type { Shop } from "../lib/shop";

const cells = (page: Page) => page.getByTestId("history-months").locator("button");
const cell = (page: Page, day: string) => page.locator(`#cell-${day}`);
const found = (page: Page) => page.getByTestId("found").locator("li");


/** How the cell of a day is called on which nothing but so many incidents is known. */
function alone(locale: string, count: number): RegExp {
  if (locale === "zh-CN") return new RegExp(`没有检查，${count} 件故障$`);
  return new RegExp(`nothing was checked, ${count === 1 ? "one incident" : `${count} incidents`}$`);
}

/** The half year that the screen shows first. */
async function halfYear(shop: Shop): Promise<{ from: string; to: string }> {
  const { day } = await shop.today();
  const [year = 0, month = 0] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 6, 1));
  const last = new Date(Date.UTC(year, month, 0));
  return { from: first.toISOString().slice(0, 10), to: last.toISOString().slice(0, 10) };
}

async function attach(shop: Shop, name: string): Promise<string> {
  const url = `${shop.url}/attach?name=${encodeURIComponent(name)}&source=file`;
  const kept = await fetch(url, { method: "POST", body: new TextEncoder().encode(`%PDF-1.4 ${name}`) });
  return ((await kept.json()) as { id: string }).id;
}

async function open(page: Page, shop: Shop): Promise<void> {
  await page.goto(shop.url);
  await page.getByTestId("nav-history").click();
  await expect(page.getByTestId("history-months")).toBeVisible();
}

const words = {
  "zh-CN": { ready: "正常", closed: "休息", failures: "最常出问题的", replaced: "后来改过", together: /^所有收银台/ },
  "en-US": { ready: "Ready", closed: "Closed day", failures: "What fails most often", replaced: "changed later", together: /^All tills/ },
} as const;

for (const locale of ["zh-CN", "en-US"] as const) {
  const said = words[locale];
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("the calendar shows each day as the core has it, with figures that add up", async ({ page, shop }) => {
      // Axe looks at two hundred days.
      test.slow();
      // A day of its own: what kinds of day a demo draws depends on the day on which it ends.
      await shop.cli("demo", "--days", "180", "--seed", "1", "--tills", "2", "--until", "2026-11-28");
      await shop.startAt("2026-11-29 12:00");
      const { name, tills } = await shop.call("show_shop", {});
      await shop.setUp({ name, tills, zone: ZONE });
      // Of all tills as one, for nobody chose any.
      const span = await halfYear(shop);
      const calendar: Calendar = await shop.call("show_calendar", { ...span, together: true });
      const figures: Figures = await shop.call("show_figures", span);
      await open(page, shop);
      const shown = await page
        .locator("[id^=cell-][data-kind]")
        .evaluateAll((all) => all.map((each) => `${each.id.slice(5)} ${(each as HTMLElement).dataset["kind"]}`));
      const checked = calendar.days.filter(({ kind }) => kind !== null);
      expect(shown).toEqual(checked.map(({ day, kind }) => `${day} ${kind}`));
      // Each day on which an incident began has its dot, whatever else is known of it.
      const dotted = await page
        .locator("[id^=cell-]:has(.dot)")
        .evaluateAll((all) => all.map((each) => each.id.slice(5)));
      expect(dotted).toEqual(calendar.days.filter(({ incidents }) => incidents > 0).map(({ day }) => day));
      // Each kind has a sign of its own, whatever its colour, and a name.
      const kinds = new Set(checked.map(({ kind }) => kind));
      expect(kinds.size).toBeGreaterThan(3);
      const signs = await page
        .locator("[id^=cell-][data-kind] svg")
        .evaluateAll((all) =>
          all.map((svg) =>
            [...svg.querySelectorAll("path:not(.hand), circle:not(.late)")].map((e) => e.outerHTML).join(),
          ),
        );
      expect(new Set(signs).size).toBe(kinds.size);
      const ready = calendar.days.find((each) => each.kind === "ready" && !each.late && each.incidents === 0)?.day ?? "";
      await expect(cell(page, ready)).toHaveAccessibleName(new RegExp(`${said.ready}$`));
      await expect(page.getByTestId("overview-till")).toHaveText(said.together);
      await expect(page.getByTestId("figure-on-time")).toHaveText(`${figures.punctuality.percent}%`);
      await expect(page.getByTestId("figure-outages")).toContainText(String(figures.outages.count));
      // Each chart is a table.
      const table = page.getByRole("table", { name: said.failures });
      await expect(table.getByRole("row")).toHaveCount(figures.failures.length + 1);
      await expect(table.getByRole("row").nth(1)).toContainText(String(figures.failures[0]?.count));
      await clean(page, "calendar and figures");
      // Last, for it changes the figures: of today nothing is known but an incident, which is a sign and is read out.
      const { day: today } = await shop.today();
      const todays = calendar.days.find(({ day }) => day === today)?.incidents ?? 0;
      await shop.call("open_incident", { form: { symptom: "network" } });
      await expect(cell(page, today)).toHaveAccessibleName(alone(locale, todays + 1));
      await expect(cell(page, today).locator(".dot")).toBeVisible();
      await cell(page, today).click();
      await expect(page.getByTestId("page-day")).toBeVisible();
      await expect(page.getByTestId("history-months")).toBeVisible();
    });

    test("what people wrote is found, narrowed, and leads to where it stands", async ({ page, shop }) => {
      test.slow();
      await shop.setUp({
        tills: [
          { id: "till-1", name: "前台" },
          { id: "till-2", name: "外摆" },
        ],
      });
      await shop.call("mark_item", { item: "network-wifi", result: "fail", note: "信号只有一格 <b>弱</b>" }, "早班");
      const form = { symptom: "network", note: "外网断开，客人很急" };
      await shop.call("open_incident", { form }, "早班");
      await shop.call("amend_incident", { incident: "1", form: { note: "外网时断时续" } }, "早班");
      await shop.call("add_receipt", { form: { amount: "128", trace: "4321", note: "外网恢复后补打" } }, "早班");
      await open(page, shop);
      await page.keyboard.press("/");
      await expect(page.getByTestId("history-search")).toBeFocused();
      await page.keyboard.type("外网");
      await expect(found(page)).toHaveCount(3);
      await expect(page.locator("[data-testid=found-incident][data-replaced]")).toContainText(said.replaced);
      await expect(page.getByTestId("found-receipt").locator("mark")).toHaveText(["外网"]);
      await clean(page, "what was found");
      await page.getByTestId("history-kind").selectOption("receipts");
      await expect(found(page)).toHaveCount(1);
      await expect.poll(() => shop.kept()).toContain('"kind":"receipts"');
      // The words and what narrows them are there after a start.
      await page.reload();
      await expect(page.getByTestId("history-search")).toHaveValue("外网");
      await expect(found(page)).toHaveCount(1);
      await found(page).getByRole("button").click();
      await expect(page.getByTestId("page-receipt")).toBeVisible();

      await page.getByTestId("nav-history").click();
      await page.getByTestId("history-kind").selectOption("");
      await page.getByTestId("history-search").fill("wwd");
      await expect(page.getByTestId("found-receipt")).toHaveCount(0);
      await page.getByTestId("found-incident").getByRole("button").click();
      await expect(page.getByTestId("page-incident")).toBeVisible();

      await page.getByTestId("nav-history").click();
      await page.getByTestId("history-search").fill("<b>弱");
      await expect(found(page).locator("mark")).toHaveText(["b", "弱", "b"]);
      await found(page).getByRole("button").click();
      await expect(page.getByTestId("page-day")).toBeVisible();
      // One time line: the incident and the slip of the day stand on it.
      await expect(page.locator("[data-testid=event][data-what=incident]")).toContainText("外网时断时续");
      await expect(page.locator("[data-testid=event][data-what=receipt]")).toContainText("128");
      await page.getByTestId("day-back").click();
      await page.getByTestId("history-search").fill("没有的字");
      await expect(page.getByTestId("found-count")).toBeVisible();
      await expect(found(page)).toHaveCount(0);
    });
  });
}

test("the arrows lead from day to day, and Enter opens one beside the calendar", async ({ page, shop }) => {
  await shop.demo(60, 7);
  await shop.noon();
  await open(page, shop);
  const { day: today } = await shop.today();
  const before = (count: number): string => new Date(Date.parse(today) - count * 86_400_000).toISOString().slice(0, 10);
  // One stop for Tab in the whole calendar.
  expect(
    await cells(page).evaluateAll((all) => all.filter((each) => (each as HTMLElement).tabIndex === 0).length),
  ).toBe(1);
  await cell(page, today).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(cell(page, before(1))).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(cell(page, before(8))).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(cell(page, before(7))).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("page-day")).toBeVisible();
  await expect(cell(page, before(7))).toBeFocused();
  await expect(cell(page, before(7))).toHaveAttribute("aria-current", "date");
  const title = await headline(page).textContent();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await expect(headline(page)).not.toHaveText(title ?? "");
  await page.getByTestId("day-before").click();
  await expect(cell(page, before(9))).toHaveAttribute("aria-current", "date");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("page-history")).toBeVisible();
  await expect(page.locator(`#day-${before(9)}-till-1`)).toBeFocused();
  // Nothing lies beyond today.
  await cell(page, today).focus();
  await page.keyboard.press("ArrowRight");
  await expect(cell(page, today)).toBeFocused();
});

test("half years are turned as far as there is a history, and a till is chosen for all of it", async ({
  page,
  shop,
}) => {
  await shop.demo(400, 3, 2);
  await shop.noon();
  await open(page, shop);
  const earlier = page.getByTestId("half-earlier");
  await expect(page.getByTestId("half-later")).toBeDisabled();
  const shown = (): Promise<string> => page.getByTestId("history-overview").locator("h2").innerText();
  const newest = await shown();
  await earlier.click();
  await expect.poll(shown).not.toBe(newest);
  await expect.poll(() => shop.kept()).toMatch(/"last":"\d{4}-\d\d"/);
  const second = await shown();
  await page.reload();
  await expect.poll(shown).toBe(second);
  while (await earlier.isEnabled()) {
    const last = await shown();
    await earlier.click();
    await expect.poll(shown).not.toBe(last);
  }
  await page.getByTestId("half-later").click();
  await page.getByTestId("history-till").selectOption("till-2");
  await expect(page.getByTestId("history-days").locator("li").first()).toHaveAttribute("data-till", "till-2");
  await expect(page.locator("[data-testid=history-days] li[data-till=till-1]")).toHaveCount(0);
  // A page of one till is full of that till.
  await expect(page.getByTestId("history-days").locator("li")).toHaveCount(30);
});

test("a found file leads to what it belongs to, and a photo of a mark is looked at on its day", async ({
  page,
  shop,
}) => {
  await shop.setUp();
  const file = await attach(shop, "银行回单.pdf");
  await shop.call("add_receipt", { form: { amount: "128", attachments: [file] } });
  const photo = await attach(shop, "机器照片.pdf");
  await shop.call("mark_item", { item: "machine-photo", result: "pass", attachments: [photo] });
  await open(page, shop);
  const follow = async (name: string): Promise<void> => {
    await page.getByTestId("history-search").fill(name);
    await found(page).filter({ hasText: name }).getByRole("button").click();
  };
  await follow("银行回单");
  await expect(page.getByTestId("page-receipt")).toBeVisible();
  await page.getByTestId("nav-history").click();
  await follow("机器照片");
  await expect(page.getByTestId("page-day")).toBeVisible();
  const paper = page.getByTestId("past-machine-photo").getByTestId("paper").getByRole("button");
  await paper.click();
  await expect(page.getByTestId("viewer")).toBeVisible();
  await clean(page, "a photo of a mark");
  // Escape closes the viewer and not the day behind it.
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("viewer")).toHaveCount(0);
  await expect(page.getByTestId("page-day")).toBeVisible();
  await expect(paper).toBeFocused();
});

test("a contact that was found is under the hand on its page", async ({ page, shop }) => {
  await shop.setUp();
  const person = (id: string, name: string, retired: boolean) => shop.call("put_staff", { id, name, retired });
  await person("staff-1", "阿秀", false);
  await person("staff-2", "老周", true);
  await shop.call("mark_item", { item: "machine-screen", result: "pass" });
  await open(page, shop);
  for (const [name, id] of [
    ["阿秀", "staff-1"],
    ["老周", "staff-2"],
  ] as const) {
    await page.getByTestId("history-search").fill(name);
    await found(page).filter({ hasText: name }).getByRole("button").click();
    await expect(page.getByTestId(`staff-${id}`).getByRole("button").first()).toBeFocused();
    await page.getByTestId("nav-history").click();
  }
});

test("search reads on without repeating or skipping", async ({ page, shop }) => {
  await shop.setUp();
  for (let n = 1; n <= 45; n += 1) await shop.call("open_incident", { form: { note: `第${n}次断网` } });
  const all: FoundPage = await shop.call("search_records", { words: "断网", limit: 200 });
  expect(all.found).toHaveLength(45);
  await open(page, shop);
  await page.getByTestId("history-search").fill("断网");
  await expect(found(page)).toHaveCount(40);
  await page.getByTestId("found-more").click();
  await expect(found(page)).toHaveCount(45);
  const numbers = await found(page).locator("button").allInnerTexts();
  expect(new Set(numbers).size).toBe(45);
  await expect(page.getByTestId("found-more")).toHaveCount(0);
});
