// The agent beside the real window: who reminds, who takes over, and what a kill at any moment leaves behind.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { pause, until } from "./driver.mjs";
import { barSays, fired, jump, onDuty, onDutyProcesses, openShop, testid } from "./shop.mjs";
import { Toasts } from "./toasts.mjs";

/** One duty loop within this time, whatever ended. */
const TAKEOVER_MS = 60_000;
const ROUNDS = 12;
const SEED = Number(process.env.KAIZHANG_SEED ?? 20261123);

let toasts;
let desk;

before(async () => {
  toasts = await Toasts.start();
  desk = await openShop("2026-11-22 20:00", { agent: true });
  desk.clock.set("2026-11-23 08:10");
});

after(async () => {
  desk?.clear();
  await toasts?.stop();
});

const autostart = () => {
  const folder = join(desk.environment.XDG_CONFIG_HOME, "autostart");
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
};

/** Waits until this process, and no other, has duty; gives the milliseconds that took. */
async function hasDuty(who, process) {
  const begun = performance.now();
  await until(`${who} on duty`, () => {
    const holders = onDutyProcesses(desk);
    return holders.length === 1 && holders[0] === process();
  }, TAKEOVER_MS);
  return (performance.now() - begun).toFixed();
}

test("the window starts the agent, and the agent stays and reminds", async (t) => {
  const session = await desk.open("--lang", "zh-CN");
  await until("the agent", () => desk.agentProcess(), TAKEOVER_MS);
  await until("the entry for the next login", () => autostart().some((entry) => entry.includes(desk.data)));
  await onDuty(desk);
  assert.deepEqual(onDutyProcesses(desk), [desk.windowProcess()]);

  await (await session.find(testid("nav-history"))).click();
  await until("the kept place", () => desk.call("read_place").place?.screen === "history");
  await desk.leave(session);
  t.diagnostic(`the agent had duty ${await hasDuty("the agent", () => desk.agentProcess())} ms after the window`);
  assert.equal(desk.call("show_reminders").on_duty, true);
  await jump(desk, "2026-11-23 08:30:10");
  assert.deepEqual((await toasts.nth(1)).actions.filter((_, n) => n % 2 === 0), ["default", "start", "later"]);
  assert.deepEqual(fired(desk), ["2026-11-23 08:30 due"]);
});

test("“start now” opens the window on today's check", async (t) => {
  const starts = () => desk.windowLog().filter((line) => line.includes("interactive"));
  const before = starts().length;
  const begun = performance.now();
  const since = () => `${(performance.now() - begun).toFixed()} ms after the click`;
  await toasts.press(await toasts.nth(1), "start");
  await until("the window", () => desk.windowProcess());
  t.diagnostic(`the window was started ${since()}`);
  await until("the first finger", () => starts().length > before);
  t.diagnostic(`it was interactive ${since()}; by its own clock: ${starts().at(-1).split("] ").at(-1)}`);

  const session = await desk.join();
  await session.find(testid("page-today"));
  await session.find(testid("row-cash-float"));
  await barSays(session, "due");
  await session.end();
});

test("without the owner's wish the agent goes for good, and a window reminds by itself", async (t) => {
  if (desk.windowProcess() === null) desk.startWindow();
  const begun = performance.now();
  desk.call("keep_this_pc", { agent: false });
  await until("the agent's end", () => desk.agentProcess() === null);
  t.diagnostic(`the agent ended after ${(performance.now() - begun).toFixed()} ms`);
  assert.deepEqual(autostart(), []);
  t.diagnostic(`the window had duty after ${await hasDuty("the window", () => desk.windowProcess())} ms`);
  desk.call("keep_this_pc", { agent: true });
  await until("the agent again", () => desk.agentProcess());
});

test("killed at any moment, one loop reminds again, and no reminder is lost or doubled", async (t) => {
  const chance = chanceFrom(SEED);
  const oneOf = (list) => list[Math.floor(chance() * list.length)];
  const begun = fired(desk).length;
  const shown = (await toasts.received()).length;
  const planned = [];
  let slowest = 0;
  let killed = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const local = `2026-11-23 ${clockTime(9 * 60 + 15 * round)}`;
    planned.push(`${local} ${round === 0 ? "late" : "nag"}`);

    // Within the next two and a half seconds the loop sees the clock, writes, and shows a toast.
    desk.clock.set(`${local}:10`);
    await pause(chance() * 2_500);
    const [one, other] = [desk.agentProcess(), desk.windowProcess()].filter((pid) => pid !== null);
    const chosen = other === undefined ? [one] : oneOf([[one], [other], [one, other], [other, one]]);
    for (const pid of chosen) desk.kill(pid);
    killed += chosen.length;
    await pause(chance() * 500);
    if (oneOf([true, false])) desk.startAgent();
    else desk.startWindow();

    const since = performance.now();
    const story = `round ${round} of seed ${SEED}`;
    await until(`one loop, ${story}`, () => onDutyProcesses(desk).length === 1, TAKEOVER_MS);
    await until(`a reminder for ${local}, ${story}`, () => fired(desk).length > begun + round, TAKEOVER_MS);
    slowest = Math.max(slowest, performance.now() - since);
    assert.deepEqual(fired(desk).slice(begun), planned, story);
    await until(`an empty outbox, ${story}`, () => desk.look("SELECT 1 FROM outbox").length === 0);
    const count = (await toasts.received()).length - shown;
    assert.ok(count > round, `${count} toasts for ${round + 1} reminders, ${story}`);
  }
  // A toast whose showing was cut short is shown again: better twice than never. The desktop puts it in the same place.
  const twice = (await toasts.received()).length - shown - ROUNDS;
  assert.ok(twice <= ROUNDS, `${twice} toasts were shown twice`);
  t.diagnostic(`${killed} processes killed, ${twice} toasts shown twice`);
  t.diagnostic(`a reminder came ${slowest.toFixed()} ms after the next start, at most`);
});

const clockTime = (minutes) => [Math.trunc(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, "0")).join(":");

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
function chanceFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
