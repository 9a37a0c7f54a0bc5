// Desktops on which a reminder cannot be shown: the window is what it always is, and says it itself.
import assert from "node:assert/strict";
import { test } from "node:test";

import { until } from "./driver.mjs";
import { ENTER, barSays, fired, jump, onDuty, openShop, testid, typeCash } from "./shop.mjs";
import { Toasts } from "./toasts.mjs";

/** A bus that hangs would hold a caller for twenty-five seconds. */
const FAREWELL_MS = 12_000;

/** One morning: reminded on the page, marked, closed. `bother` is done to the desktop once the window is there. */
async function morning({ bus, bother } = {}) {
  const desk = await openShop("2026-11-22 20:00", { bus });
  try {
    desk.clock.set("2026-11-23 08:10");
    const session = await desk.open("--lang", "zh-CN");
    await onDuty(desk);
    await bother?.();
    await jump(desk, "2026-11-23 08:30:10");
    await barSays(session, "due");
    await typeCash(session, "500");
    await session.press(ENTER);
    await session.find(`${testid("item-cash-float")}[data-result="pass"]`);
    assert.deepEqual(fired(desk), ["2026-11-23 08:30 due"]);

    const begun = performance.now();
    process.kill(desk.windowProcess());
    await until("the window's end", () => desk.windowProcess() === null);
    const took = performance.now() - begun;
    assert.ok(took < FAREWELL_MS, `closing took ${took.toFixed()} ms`);
    await session.end();
    return took.toFixed();
  } finally {
    desk.clear();
  }
}

test("nobody on the bus shows notifications", async (t) => {
  t.diagnostic(`closed in ${await morning()} ms`);
});

test("there is no session bus", async (t) => {
  t.diagnostic(`closed in ${await morning({ bus: "unix:path=/nowhere/bus" })} ms`);
});

test("the notification service never answers", async (t) => {
  const toasts = await Toasts.start();
  try {
    t.diagnostic(`closed in ${await morning({ bother: () => toasts.freeze() })} ms`);
  } finally {
    await toasts.stop();
  }
});
