// A payment fails in the real window, and the sale in doubt is back on the next morning: by the bar, by a real
// notification, and in both languages.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { until } from "./driver.mjs";
import { ENTER, TICK_MS, jump, onDuty, openShop, speak, testid } from "./shop.mjs";
import { Toasts } from "./toasts.mjs";

const F2 = "\uE032";
/** A picture of four by two pixels. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAEElEQVR4nGPYaiYDRwzIHABvugg595onPQAAAABJRU5ErkJggg==",
  "base64",
);

let toasts;
let desk;
let session;

before(async () => {
  toasts = await Toasts.start();
  desk = await openShop("2026-11-22 20:00");
  desk.call("set_up_shop", { name: "老街面馆", lanes: ["card", "cash"] });
  desk.clock.set("2026-11-23 12:31");
  session = await desk.open("--lang", "zh-CN");
  await onDuty(desk);
});

after(async () => {
  if (session) await desk.leave(session);
  desk?.clear();
  await toasts?.stop();
});

const incident = () => desk.call("show_incident", { incident: "1" });

/** What is read aloud of an element, once it is there. */
const says = async (name) => (await session.find(testid(name))).text();

test("F2, 96, Enter: written down at once, with what to do and what to say", async () => {
  await session.press(F2);
  await (await session.find(testid("aid-words"))).fill("96");
  await session.find(testid("result-code-96"));
  await session.press(ENTER);
  await session.find(`${testid("aid-step")}[data-step="look-up"]`);
  assert.match(await says("aid-warning"), /没查清之前，别再收一次/);
  assert.ok((await says("aid-say")).length > 10);
  assert.equal(incident().pending, true);
  assert.equal(incident().details.code, "96");
  await desk.picture(session, "aid-zh");
  await speak(desk, session, "en");
  assert.match(await says("aid-warning"), /Do not charge again/);
  await desk.picture(session, "aid-en");
});

test("a photo is shown by the window's own scheme, and only as the small copy made here", async () => {
  const photo = join(desk.folder, "screen.png");
  writeFileSync(photo, PNG);
  desk.ask("incident", "note", "1", "--attach", photo);
  await (await session.find(testid("nav-incidents"))).click();
  await (await session.find(`${testid("incident-1")} button`)).click();
  const shown = await until("the picture", () =>
    session.run(`const image = [...document.images].find((each) => each.src.startsWith("kaizhang:"));
      return image?.complete && image.naturalWidth > 0 ? [image.src, image.naturalWidth, image.naturalHeight] : null;`),
  );
  assert.deepEqual(shown.slice(1), [4, 2]);
  const refused = await session.run(`return new Promise((done) => {
    const image = new Image();
    image.onload = () => done("shown");
    image.onerror = () => done("refused");
    image.src = "kaizhang://localhost/nobody/320";
    setTimeout(() => done("silent"), 5000);
  });`);
  assert.equal(refused, "refused");
});

test("the next morning the sale is back: a toast in the time to check, and on Today until it is settled", async () => {
  await (await session.find(testid("nav-today"))).click();
  const before = (await toasts.received()).length;
  await jump(desk, "2026-11-24 08:30:20");
  const toast = await toasts.nth(before + 1, 2 * TICK_MS);
  assert.match(toast.body, /one sale is still in doubt/);
  await session.find(testid("pending-1"));
  await desk.picture(session, "pending-en");
  await speak(desk, session, "zh-CN");
  assert.match(await says("pending-sales"), /还不知道扣没扣款/);
  await desk.picture(session, "pending-zh");

  const [sale] = desk.call("list_pending_sales");
  desk.call("settle_sale", { sale: sale.id, form: { how: "reversed", note: "银行说已冲正" } });
  await until("the list to be empty", async () => (await session.all(testid("pending-sales"))).length === 0);
  assert.equal(incident().state, "resolved");
});
