// A small shop whose door opens at nine, as the tests of reminders need it: what they do there, and what they look at.
import { statSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { at, utc } from "./clock.mjs";
import { Desk } from "./desk.mjs";
import { pause, until } from "./driver.mjs";

export const ENTER = "\uE007";
export const testid = (name) => `[data-testid="${name}"]`;

/** The loop compares the clock with its plan every thirty seconds; the rest is a busy machine's. */
export const TICK_MS = 50_000;

/** A shop that is set up in the evening; a till is expected to check from the next morning on. */
export async function openShop(evening, { agent = false, bus } = {}) {
  const desk = await Desk.lay({ clock: evening, bus });
  const opens = Array.from({ length: 7 }, () => ["09:00", "21:00"]);
  desk.call("set_up_shop", { name: "老街面馆", lanes: ["cash"], opens, zone: "Asia/Shanghai" });
  desk.call("keep_this_pc", { agent });
  return desk;
}

/** Waits until some process of this folder reminds. */
export const onDuty = (desk) => until("somebody on duty", () => desk.call("show_reminders").on_duty, 60_000);

/** Sets the clock by more than three minutes and waits until the loop has looked at it. */
export async function jump(desk, local) {
  // After each jump the loop counts anew since when it has run.
  const soon = new Date(at(local).getTime() + 120_000).toISOString();
  const sql = `SELECT count(*) FROM ran WHERE from_at BETWEEN '${utc(local)}' AND '${soon}'`;
  const [[before]] = desk.look(sql);
  desk.clock.set(local);
  await until(`the loop at ${local}`, () => desk.look(sql)[0][0] > before, TICK_MS);
  // That was the first thing it wrote; the toast is the last thing it does.
  await pause(500);
}

/** Every reminder that the ledger holds, oldest first, as `2026-11-23 08:30 due`: the hour for which it was meant. */
export function fired(desk) {
  const sql = `SELECT json ->> '$.body.day', json ->> '$.body.planned_at', json ->> '$.body.kind'
               FROM entry WHERE json ->> '$.kind' = 'reminder_fired' ORDER BY epoch, seq`;
  return desk.look(sql).map(([day, planned, kind]) => {
    const clock = new Date(planned).toLocaleTimeString("en-GB", { timeZone: "Asia/Shanghai", timeStyle: "short" });
    return `${day} ${clock} ${kind}`;
  });
}

/** How many minutes after its time the last reminder came. */
export function tardiness(desk) {
  const sql = "SELECT planned_at, fired_at FROM reminder ORDER BY fired_at DESC LIMIT 1";
  const [[planned, came]] = desk.look(sql);
  return (Date.parse(came) - Date.parse(planned)) / 60_000;
}

/** Who holds the right to remind, as the system counts locks. */
export function onDutyProcesses(desk) {
  const { ino } = statSync(join(desk.data, "duty.lock"));
  const locks = readFileSync("/proc/locks", "utf8").split("\n").map((line) => line.trim().split(/\s+/));
  return locks.filter((lock) => lock[1] === "FLOCK" && lock[5]?.endsWith(`:${ino}`)).map((lock) => Number(lock[4]));
}

/** The bar above the page says this: `schedule`, `due`, `late`, `put_off`. */
export async function barSays(session, mode) {
  await session.find(`${testid("reminder")}[data-mode="${mode}"]`);
}

/** Switches the screen's language, and waits until that is kept: reminders speak the same one. */
export async function speak(desk, session, language) {
  await (await session.find(testid("language-switch"))).click();
  await until(`the screen in ${language}`, async () =>
    (await session.run("return document.documentElement.lang")) === language);
  await until("the kept language", () => desk.call("read_place").place?.language === language);
}

/** Goes through the whole check in the window. */
export async function check(desk, session) {
  for (const section of desk.ask("today").sections) {
    const looked = section.items.some((item) => item.kind === "check" && item.result === null);
    if (looked) await (await session.find(testid(`confirm-${section.id}`))).click();
  }
  await typeCash(session, "500");
  await session.press(ENTER);
  await session.find(`${testid("item-cash-float")}[data-result="pass"]`);
  await (await session.find(testid("finish"))).click();
  await session.find(testid("finished"));
}

/** Types what lies in the drawer, and does not save it. */
export async function typeCash(session, yuan) {
  const row = await session.find(testid("row-cash-float"));
  if ((await row.attribute("aria-expanded")) !== "true") await row.click();
  await (await session.find(testid("cash-total-only"))).click();
  await (await session.find(testid("cash-total-input"))).fill(yuan);
}
