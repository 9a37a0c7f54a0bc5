// A case leaves the shop from the real window: seen first, made whole, found sound by a stranger without a data folder
// and in the window itself; and a pack that somebody changed is not.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";

import { Desk } from "./desk.mjs";
import { until } from "./driver.mjs";
import { ENTER, speak, testid } from "./shop.mjs";

let desk;
let session;
let pack;

before(async () => {
  desk = await Desk.lay();
  desk.call("set_up_shop", { name: "老街面馆", lanes: ["card", "cash"] });
  desk.call("open_incident", { form: { code: "96", amount: "128", note: "断网" } });
  session = await desk.open("--lang", "zh-CN");
});

after(async () => {
  if (session) await desk.leave(session);
  desk?.clear();
});

const press = async (name) => (await session.find(testid(name))).click();
const says = async (name) => (await session.find(testid(name))).text();

test("what will leave is seen first; then it is one whole file with its place", async () => {
  await press("nav-evidence");
  await press("evidence-tab-packs");
  await session.find(`${testid("packs-which")} option:nth-child(2)`);
  await session.run(`const which = document.querySelector('${testid("packs-which")}');
    which.selectedIndex = 1;
    which.dispatchEvent(new Event("change", { bubbles: true }));`);
  await press("packs-look");
  await session.find(testid("packs-leaving"));
  await desk.picture(session, "pack-zh");
  await press("packs-make");
  pack = await says("packs-path");
  assert.match(pack, /\.zip$/);
  assert.equal(readdirSync(dirname(pack)).length, 1, "nothing half-made lies beside it");
  assert.equal(desk.ask("verify", pack).ok, true);
});

test("a pack is looked through in the window; one that was changed is named", async () => {
  await press("evidence-tab-check");
  const check = async (path) => {
    await (await session.find(testid("check-path"))).fill(path);
    await session.press(ENTER);
    return until(`the answer about ${path}`, async () => {
      const [found] = await session.all(testid("check-found"));
      const text = found ? await found.text() : "";
      return text.includes(path.split("/").at(-1)) ? found.attribute("class") : null;
    });
  };
  assert.match(await check(pack), /sound/);
  await desk.picture(session, "check-zh");

  const bytes = readFileSync(pack);
  bytes[Math.floor(bytes.length / 2)] ^= 1;
  const changed = join(desk.folder, "changed.zip");
  writeFileSync(changed, bytes);
  assert.match(await check(changed), /broken/);
  await session.find(testid("check-defects"));
  await speak(desk, session, "en");
  await desk.picture(session, "check-en");
});
