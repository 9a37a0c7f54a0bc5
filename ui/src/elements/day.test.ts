import { expect, it } from "vitest";

import { worstOf } from "./day";

it("gives a day the sign of its worst lane; a day without a mark is unknown", () => {
  const lane = (state: "ready" | "workaround" | "not_ready" | "unknown") => ({ state, reasons: [] });
  expect(worstOf({ card: lane("ready"), cash: lane("ready") }, "finished")).toBe("ready");
  expect(worstOf({ card: lane("workaround"), qr: lane("ready") }, "finished")).toBe("workaround");
  expect(worstOf({ card: lane("workaround"), qr: lane("ready") }, "late")).toBe("workaround");
  expect(worstOf({ card: lane("unknown"), qr: lane("workaround") }, "in_progress")).toBe("unknown");
  expect(worstOf({ card: lane("not_ready"), qr: lane("unknown") }, "finished")).toBe("not_ready");
  expect(worstOf({ card: lane("ready") }, "due")).toBe("unknown");
});
