// Mornings in the real window, on a clock that the test sets, with a real notification service on the session bus.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { utc } from "./clock.mjs";
import { pause, until } from "./driver.mjs";
import { TICK_MS, barSays, check, fired, jump, onDuty, openShop, speak, tardiness, testid, typeCash } from "./shop.mjs";
import { Toasts } from "./toasts.mjs";

let toasts;
let desk;
let session;

before(async () => {
  toasts = await Toasts.start();
  desk = await openShop("2026-11-22 20:00");
  desk.clock.set("2026-11-23 08:10");
  session = await desk.open("--lang", "zh-CN");
  await onDuty(desk);
});

after(async () => {
  // Ending the session does not end a window whose page has died.
  if (session) await desk.leave(session);
  desk?.clear();
  await toasts?.stop();
});

/** The states of the days that history shows, by day. */
const states = () => Object.fromEntries(desk.ask("history").map(({ day, state }) => [day, state]));

test("first day: reminded at half past eight, checked in time, left alone", async () => {
  await jump(desk, "2026-11-23 08:29:40");
  assert.deepEqual(await toasts.received(), []);
  await barSays(session, "schedule");

  const toast = await toasts.nth(1, 2 * TICK_MS);
  assert.deepEqual(fired(desk), ["2026-11-23 08:30 due"]);
  assert.ok(tardiness(desk) * 60_000 <= TICK_MS, `it came ${tardiness(desk)} minutes late`);
  assert.equal(toast.title, "该做开店前检查了");
  assert.match(toast.body, /^还有 30 分钟开门。$/);
  assert.deepEqual(toast.actions, ["default", "现在开始", "start", "现在开始", "later", "10 分钟后提醒"]);
  await barSays(session, "due");
  await desk.picture(session, "reminder-due-zh");
  await speak(desk, session, "en");
  await desk.picture(session, "reminder-due-en");

  await check(desk, session);
  await until("the toast to go, as it is not true any more", async () => (await toasts.takenDown()) === 1);
  await jump(desk, "2026-11-23 09:00:30");
  await jump(desk, "2026-11-23 09:20:00");
  assert.equal((await toasts.received()).length, 1);
});

test("second day slept through, third day woken late: one reminder that says so, then the next", async () => {
  const asleep = desk.windowTree();
  for (const pid of asleep) process.kill(pid, "SIGSTOP");
  desk.clock.set("2026-11-25 09:20:00");
  await pause(500);
  for (const pid of asleep) process.kill(pid, "SIGCONT");

  const toast = await toasts.nth(2);
  assert.equal(toast.title, "Time to open, and nobody knows if we can take money");
  assert.match(toast.body, /09:00.*\nThis was meant for 09:00; the PC was not awake then\.$/);
  await barSays(session, "late");
  await desk.picture(session, "reminder-late-en");
  await speak(desk, session, "zh-CN");
  await desk.picture(session, "reminder-late-zh");

  await jump(desk, "2026-11-25 09:30:10");
  const again = await toasts.nth(3);
  assert.equal(again.title, "开店前检查还没做完");
  assert.equal(again.body, "开门已经 30 分钟，能不能收款还不知道。");
  await check(desk, session);
  await session.find(testid("finished-late"));
});

test("the morning after, each day is told as it was", async () => {
  await jump(desk, "2026-11-26 06:00");
  const want = { "2026-11-23": "finished", "2026-11-24": "pc_off", "2026-11-25": "late" };
  assert.deepEqual(states(), want);
  await (await session.find(testid("nav-history"))).click();
  for (const [day, state] of Object.entries(want)) await session.find(`${testid(`day-${day}`)}[data-state="${state}"]`);
  await desk.picture(session, "three-days-zh");
  assert.deepEqual(fired(desk), [
    "2026-11-23 08:30 due",
    "2026-11-25 08:30 due",
    "2026-11-25 09:00 late",
    "2026-11-25 09:30 nag",
  ]);
  assert.equal((await toasts.received()).length, 3);
});

test("a clock set back by two hours is written down and fires nothing again", async () => {
  const before = fired(desk).length;
  await jump(desk, "2026-11-26 08:30:20");
  await toasts.nth(4);
  await jump(desk, "2026-11-26 09:05:00");
  await toasts.nth(5);
  await jump(desk, "2026-11-26 07:05:00");
  const jumps = desk.call("show_day", { day: "2026-11-26" }).clock_jumps;
  const back = jumps.find((one) => Date.parse(one.at) < Date.parse(one.from));
  assert.ok(back, JSON.stringify(jumps));
  assert.ok(Math.abs(Date.parse(back.from) - Date.parse(utc("2026-11-26 09:05:00"))) < 60_000, JSON.stringify(back));
  assert.ok(Math.abs(Date.parse(back.at) - Date.parse(utc("2026-11-26 07:05:00"))) < 60_000, JSON.stringify(back));

  await jump(desk, "2026-11-26 08:31:00");
  await jump(desk, "2026-11-26 09:04:00");
  assert.equal((await toasts.received()).length, 5);
  await jump(desk, "2026-11-26 09:15:20");
  await toasts.nth(6);
  assert.deepEqual(fired(desk).slice(before), [
    "2026-11-26 08:30 due",
    "2026-11-26 09:00 late",
    "2026-11-26 09:15 nag",
  ]);
});

test("“in 10 minutes” on the toast brings ten minutes of quiet and one reminder after them", async () => {
  await jump(desk, "2026-11-27 08:30:20");
  await toasts.press(await toasts.nth(7), "later");
  const quietUntil = await until("the quiet", () => desk.ask("today").reminder?.put_off_until);
  assert.match(quietUntil, /^2026-11-27T00:4[01]:/);
  await jump(desk, "2026-11-27 08:39:00");
  await (await session.find(testid("nav-today"))).click();
  await barSays(session, "put_off");
  assert.equal((await toasts.received()).length, 7);
  await jump(desk, "2026-11-27 08:43:00");
  await toasts.nth(8);
  await barSays(session, "due");
});

test("“start now” on the toast brings today's check, wherever the window was left", async () => {
  await (await session.find(testid("nav-history"))).click();
  await session.find(testid("page-history"));
  await toasts.press((await toasts.received()).at(-1), "start");
  await session.find(testid("page-today"));
});

test("a page that dies comes back with what was half typed, and the reminders go on", async () => {
  await typeCash(session, "123");
  await until("the draft on the disk", () => JSON.stringify(desk.call("read_place")).includes("123"));
  const page = desk.webProcess();
  desk.kill(page);
  await jump(desk, "2026-11-27 09:00:20");
  await toasts.nth(9);
  await until("a new page", () => ![undefined, page].includes(desk.webProcess()));
  // The driver has given up the session with the page.
  session = await desk.join();
  await session.find(testid("page-today"));
  const typed = () => session.run("return document.querySelector('[data-testid=cash-total-input]')?.value");
  assert.equal(await until("the field", typed), "123");
  assert.equal(desk.ask("today").state, "due");
});
