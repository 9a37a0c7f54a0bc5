import { clean } from "../lib/axe";
import { HOST_GONE, REFUSED, expect, test, testAt, type Page } from "../lib/test";
import type { Shop } from "../lib/shop";

async function openEvidence(page: Page, shop: Shop): Promise<void> {
  await page.goto(shop.url);
  await page.getByTestId("nav-evidence").click();
  await expect(page.getByTestId("page-cases")).toBeVisible();
}

/** The only case that there is. */
async function openCase(page: Page, shop: Shop): Promise<void> {
  await openEvidence(page, shop);
  await page.getByTestId("cases-list").locator("li button").click();
  await expect(page.getByTestId("case-state")).toBeVisible();
}

async function attach(shop: Shop, name: string): Promise<string> {
  const kept = await fetch(`${shop.url}/attach?name=${name}&source=file`, { method: "POST", body: name });
  return ((await kept.json()) as { id: string }).id;
}

/** A day so many days from the shop's today. */
async function dayFrom(shop: Shop, days: number): Promise<string> {
  const { day } = await shop.today();
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

for (const locale of ["zh-CN", "en-US"]) {
  for (const colorScheme of locale === "en-US" ? (["dark"] as const) : (["light"] as const)) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ locale, colorScheme });

      test("a case by keyboard alone: written down, filled, sent, ended", async ({ page, shop }) => {
        // A whole case, and axe looks at every page of it.
        test.slow();
        await shop.setUp();
        const [sold, by] = [await dayFrom(shop, -20), await dayFrom(shop, 3)];
        await shop.call("add_receipt", { form: { amount: "128", at: `${sold} 12:31`, card: "0128" } });
        await openEvidence(page, shop);
        await expect(page.getByTestId("cases-empty")).toBeVisible();
        await clean(page, "no cases");

        await page.keyboard.press("n");
        await expect(page.getByTestId("case-kind-retrieval")).toBeFocused();
        await page.keyboard.press("ArrowRight");
        await page.keyboard.press("Enter");
        await expect(page.getByTestId("case-reply_by")).toBeFocused();
        for (const typed of [by.slice(5), "128", "银行短信", "", "CB-1120"]) {
          await page.keyboard.type(typed);
          await page.keyboard.press("Enter");
        }
        await expect(page.getByTestId("case-sold_on")).toBeFocused();
        await page.keyboard.type(sold.slice(5));
        await page.keyboard.press("Enter");
        await page.keyboard.type("0128");
        await clean(page, "the form of a case");
        await page.keyboard.press("Control+Enter");

        await expect(page.getByTestId("case-state")).toHaveAttribute("data-urgency", "soon");
        await expect(page.getByTestId("piece-signed-slip")).toHaveAttribute("data-state", "missing");
        await expect(page.getByTestId("suggestion")).toHaveAttribute("data-by", "card");
        await clean(page, "a case");
        await page.getByTestId("suggestion-link").press("Enter");
        await expect(page.getByTestId("piece-slip-numbers")).toHaveAttribute("data-state", "there");
        await expect(page.getByTestId("link")).toHaveCount(1);
        // Taken back and linked again: nothing is asked twice.
        await expect(page.getByTestId("undo")).toBeFocused();
        await page.keyboard.press("Enter");
        await expect(page.getByTestId("link")).toHaveCount(0);
        await page.getByTestId("suggestion-link").press("Enter");

        await page.getByTestId("piece-waive-delivery").press("Enter");
        await expect(page.getByTestId("piece-why")).toBeFocused();
        await page.keyboard.type("堂食，当场吃完");
        await page.keyboard.press("Enter");
        await expect(page.getByTestId("piece-delivery")).toHaveAttribute("data-state", "not_needed");
        // Said by mistake: it is asked for again, and the way back is there too.
        await page.getByTestId("piece-need-delivery").press("Enter");
        await expect(page.getByTestId("piece-delivery")).toHaveAttribute("data-state", "missing");
        await expect(page.getByTestId("undo")).toBeFocused();
        await page.keyboard.press("Enter");
        await expect(page.getByTestId("piece-delivery")).toHaveAttribute("data-state", "not_needed");
        await expect(page.getByTestId("piece-delivery")).toContainText("堂食，当场吃完");
        await page.getByTestId("piece-attach-order").press("Enter");
        const order = { name: "order.txt", mimeType: "text/plain", buffer: Buffer.from("牛肉面 2 碗") };
        await page.getByTestId("piece-files").setInputFiles(order);
        await expect(page.getByTestId("piece-files-papers")).toContainText("order.txt");
        await page.getByTestId("piece-save").press("Enter");
        await expect(page.getByTestId("piece-order")).toHaveAttribute("data-state", "there");
        await page.getByTestId("piece-attach-order").press("Enter");
        const till = { name: "till.txt", mimeType: "text/plain", buffer: Buffer.from("牛肉面 2 碗 128.00") };
        await page.getByTestId("piece-files").setInputFiles(till);
        await expect(page.getByTestId("piece-files-papers")).toContainText("till.txt");
        await page.getByTestId("piece-save").press("Enter");
        await expect(page.getByTestId("piece-order")).toContainText("till.txt");
        await expect(page.getByTestId("link")).toHaveCount(3);

        // What was typed is a draft until it is saved, and survives leaving the page.
        await page.keyboard.press("a");
        await page.getByTestId("case-story").fill("客人当天中午堂食，签了字。");
        await page.keyboard.press("Escape");
        await expect.poll(() => shop.kept()).toContain("签了字");
        await page.reload();
        await expect(page.getByTestId("case-state")).toBeVisible();
        await page.keyboard.press("a");
        await expect(page.getByTestId("case-draft")).toBeVisible();
        await page.getByTestId("case-amount").press("Control+Enter");
        await expect(page.getByTestId("piece-account")).toHaveAttribute("data-state", "there");

        await page.keyboard.press("s");
        await expect(page.getByTestId("submit-way")).toBeFocused();
        await clean(page, "the form of an answer");
        await page.keyboard.type("银行商户平台");
        await page.keyboard.press("Enter");
        await expect(page.getByTestId("case-state")).toHaveAttribute("data-state", "submitted");
        const [sent] = (await shop.call("list_disputes", { state: "submitted" })).disputes;
        const { submission } = await shop.call("show_dispute", { dispute: sent?.id ?? "" });
        expect(submission?.files.map(({ name }) => name)).toEqual(["order.txt", "till.txt"]);
        await expect(page.getByTestId("known-sent")).toContainText(submission?.files[0]?.sha256 ?? "?");

        await page.keyboard.press("c");
        await page.getByTestId("close-outcome-lost").check();
        await page.getByTestId("close-note").fill("对方不认");
        await clean(page, "the end of a case");
        await page.keyboard.press("Control+Enter");
        await expect(page.getByTestId("case-state")).toHaveAttribute("data-state", "lost");
        await page.keyboard.press("r");
        await page.keyboard.type("二次拒付");
        await page.keyboard.press("Enter");
        await expect(page.getByTestId("case-state")).toHaveAttribute("data-state", "open");
        await page.keyboard.press("Escape");
        await expect(page.getByTestId("page-cases")).toBeVisible();
        await expect(page.getByTestId("case-1")).toBeVisible();
        await expect(page.locator(":focus")).toHaveText(/128/);
        await clean(page, "cases");
      });
    });
  }
}

test("what no notice says is refused beside its field, and nothing is lost", async ({ page, shop, complaints }) => {
  complaints.expect(REFUSED);
  await shop.setUp();
  await openEvidence(page, shop);
  await page.getByTestId("cases-new").click();
  await page.getByTestId("case-amount").fill("much");
  await page.getByTestId("case-reply_by").fill("下周五");
  await page.getByTestId("case-reply_by").press("Control+Enter");
  await expect(page.getByTestId("case-reply_by-refused")).toHaveAttribute("data-code", "day_unreadable");
  await expect(page.getByTestId("case-reply_by")).toBeFocused();
  await page.getByTestId("case-reply_by").fill("2020-01-01");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("case-reply_by-refused")).toHaveAttribute("data-code", "reply_by_out_of_range");
  await page.getByTestId("case-reply_by").fill("");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("case-amount-refused")).toHaveAttribute("data-code", "amount_unreadable");
  await page.getByTestId("case-amount").fill("128");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("case-state")).toHaveAttribute("data-urgency", "no_day");
  // An open case without an answer ends only with a word why.
  await page.keyboard.press("c");
  await page.getByTestId("close-save").click();
  await expect(page.getByTestId("close-note-refused")).toHaveAttribute("data-code", "reason_needed");
});

test("an incident and a day's opening are found by picking", async ({ page, shop }) => {
  await shop.setUp();
  await shop.call("mark_item", { item: "account-normal", result: "pass" });
  await shop.call("open_incident", { form: { symptom: "network", note: "外网断了" } });
  await shop.call("open_dispute", { form: { kind: "chargeback" } });
  await openEvidence(page, shop);
  await page.getByTestId("cases-list").locator("li button").click();
  await expect(page.getByTestId("case-state")).toBeVisible();
  await page.keyboard.press("l");
  await page.getByTestId("pick-to-incident").check();
  await page.getByTestId("pick-choose").click();
  await expect(page.getByTestId("link")).toHaveCount(1);
  await page.keyboard.press("l");
  await page.getByTestId("pick-to-opening").check();
  await page.getByTestId("pick-day").fill((await shop.today()).day);
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("link")).toHaveCount(2);
  await expect(page.getByTestId("piece-terminal-state")).toHaveAttribute("data-state", "there");
  await page.getByTestId("link-off").first().click();
  await expect(page.getByTestId("link")).toHaveCount(1);
});

test("a wrong file of the notice is removed, and can be put back", async ({ page, shop }) => {
  await shop.setUp();
  const notice = [await attach(shop, "notice.txt"), await attach(shop, "wrong.txt")];
  await shop.call("open_dispute", { form: { kind: "retrieval" }, notice });
  await openCase(page, shop);
  const papers = page.getByTestId("notice-papers").getByTestId("paper");
  await expect(papers).toHaveCount(2);
  await papers.filter({ hasText: "wrong.txt" }).getByTestId("paper-remove").press("Enter");
  await expect(papers).toHaveCount(1);
  await expect(papers).toContainText("notice.txt");
  await expect(page.getByTestId("undo-said")).toContainText("wrong.txt");
  await expect(page.getByTestId("undo")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(papers).toHaveCount(2);
  // Both are amendments: the case tells of them, and the file is where it was.
  const { timeline } = await shop.call("show_dispute", { dispute: "1" });
  expect(timeline.map(({ what }) => what.kind)).toEqual(["opened", "amended", "amended"]);
});

test("what was sent is the pack that is chosen, or the files that are ticked", async ({ page, shop, complaints }) => {
  complaints.expect(REFUSED);
  await shop.setUp();
  const [notice, order] = [await attach(shop, "notice.txt"), await attach(shop, "order.txt")];
  const links = [{ to: "file", id: order, piece: "order" }] as const;
  await shop.call("open_dispute", { form: { kind: "chargeback" }, notice: [notice], links: [...links] });
  await shop.call("start_pack", { about: "dispute", which: "1", choices: [{ file: notice, send: "nothing" }] });
  await expect.poll(async () => (await shop.call("show_work", {})).work?.state).toBe("done");
  const sent = async () => (await shop.call("show_dispute", { dispute: "1" })).submission;
  const [pack] = (await shop.call("show_dispute", { dispute: "1" })).packs;
  await openCase(page, shop);

  await page.keyboard.press("s");
  await expect(page.getByTestId("submit-way")).toBeFocused();
  await expect(page.getByTestId("submit-file")).toHaveCount(2);
  await clean(page, "the form of an answer with files to tick");
  await expect(page.getByTestId("submit-pack").locator("option")).toHaveCount(2);
  await page.getByTestId("submit-pack").selectOption({ index: 1 });
  await expect(page.getByTestId("submit-file")).toHaveCount(0);
  await expect(page.getByTestId("submit-files")).toContainText("order.txt");
  await expect(page.getByTestId("submit-files")).not.toContainText("notice.txt");
  await clean(page, "the form of an answer with a pack");
  await page.getByTestId("submit-way").fill("银行商户平台");
  await page.getByTestId("submit-sent_at").fill(`${await dayFrom(shop, 1)} 10:00`);
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("submit-sent_at-refused")).toHaveAttribute("data-code", "sent_to_come");
  await page.getByTestId("submit-sent_at").fill(`${await dayFrom(shop, -1)} 10:00`);
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("known-sent")).toContainText(pack?.name ?? "?");
  const first = await sent();
  expect([first?.pack, first?.files.map(({ name }) => name)]).toEqual([pack?.id, ["order.txt"]]);
  // Yesterday at ten, and at the shop it is about noon.
  expect(Date.now() - Date.parse(first?.sent_at ?? "")).toBeGreaterThan(24 * 3_600_000);

  // Once more without a pack: what is unticked was not sent.
  await page.getByTestId("undo").click();
  await expect(page.getByTestId("case-state")).toHaveAttribute("data-state", "open");
  await page.keyboard.press("s");
  await page.getByTestId("submit-way").fill("邮件");
  await page.getByLabel("order.txt").uncheck();
  await page.getByTestId("submit-way").press("Enter");
  await expect(page.getByTestId("known-sent")).toBeVisible();
  const second = await sent();
  expect([second?.pack ?? "", second?.files.map(({ name }) => name)]).toEqual(["", ["notice.txt"]]);
});

test("what is older than the first page is found by words, and the opening of any till", async ({
  page,
  shop,
  complaints,
}) => {
  complaints.expect(REFUSED);
  await shop.setUp({
    tills: [
      { id: "till-1", name: "前台" },
      { id: "till-2", name: "外摆" },
    ],
  });
  await shop.call("open_incident", { form: { symptom: "network", note: "打印机卡纸" } });
  for (let more = 0; more < 55; more += 1) await shop.call("open_incident", { form: { symptom: "network" } });
  await shop.call("mark_item", { item: "account-normal", result: "pass", till: "till-2" });
  await shop.call("open_dispute", { form: { kind: "chargeback" } });
  await openCase(page, shop);
  await page.keyboard.press("l");
  await page.getByTestId("pick-to-incident").check();
  const found = page.getByTestId("pick-found").locator("li");
  await expect(found).toHaveCount(6);
  await page.getByTestId("pick-more").click();
  await expect(found).toHaveCount(12);
  // Neither letter nor digit: the core says so, instead of a list that finds nothing.
  await page.getByTestId("pick-which").fill("？");
  await expect(page.getByTestId("trouble")).toHaveAttribute("data-code", "words_needed");
  await page.getByTestId("pick-which").fill("2");
  await expect(found.first()).toContainText("2 号故障");
  await page.getByTestId("pick-which").fill("卡纸");
  await expect(found).toHaveCount(1);
  await expect(found).toContainText("打印机卡纸");
  await page.getByTestId("pick-choose").click();
  await expect(page.getByTestId("link")).toHaveCount(1);
  await page.keyboard.press("l");
  await page.getByTestId("pick-to-opening").check();
  await page.getByTestId("pick-day").fill((await shop.today()).day);
  await page.getByTestId("pick-till").selectOption("till-2");
  await page.getByTestId("pick-day").press("Enter");
  await expect(page.getByTestId("link")).toHaveCount(2);
  await expect(page.getByTestId("link").last()).toHaveAttribute("data-key", /till-2$/);
});

testAt("an answer that presses stands on today, and counts down", async ({ page, shop, complaints }) => {
  complaints.expect(HOST_GONE);
  await shop.startAt("2026-11-23 12:00");
  await shop.setUp({ zone: "Asia/Shanghai" });
  const case1 = { kind: "chargeback", amount: "128", channel: "银行短信", notice_on: "2026-11-20" } as const;
  await shop.call("open_dispute", { form: { ...case1, reply_by: "2026-11-24" } });
  await shop.call("open_dispute", { form: { kind: "retrieval", reply_by: "2026-12-20" } });
  await page.goto(shop.url);
  const reply = page.getByTestId("reply-1");
  await expect(reply).toHaveAttribute("data-urgency", "soon");
  await expect(reply).toContainText("还剩 1 天");
  await expect(page.getByTestId("replies").locator("li")).toHaveCount(1);
  await clean(page, "today with an answer that is due");
  await shop.startAt("2026-11-25 10:00");
  await expect(reply).toHaveAttribute("data-urgency", "overdue", { timeout: 15_000 });
  await expect(reply).toContainText("已经过了 1 天");
  await page.getByTestId("reply-open").click();
  await expect(page.getByTestId("case-state")).toHaveAttribute("data-urgency", "overdue");
});
