import { describe, expect, it } from "vitest";

import { NO_ANSWER, Refusal, asRefusal } from "./refusal";

describe("refusal", () => {
  it("is read from what the core sends, and stays itself", () => {
    const refusal = asRefusal({ code: "items_left", params: { count: 3, first: "network-wifi" } });
    expect([refusal.code, refusal.params]).toEqual(["items_left", { count: 3, first: "network-wifi" }]);
    expect(asRefusal(refusal)).toBe(refusal);
    expect(asRefusal({ code: "already_finished" }).params).toEqual({});
  });

  it.each([new TypeError("Failed to fetch"), "gone", null, undefined, { code: 7 }])(
    "is a missing answer for anything else: %s",
    (cause) => expect(asRefusal(cause)).toEqual(new Refusal(NO_ANSWER, {})),
  );
});
