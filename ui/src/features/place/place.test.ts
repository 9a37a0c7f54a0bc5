import { describe, expect, it } from "vitest";

import { draftKey, draftsOf, freshPlace, placeFrom, tidy } from "./place";

describe("place", () => {
  it("comes back as it was kept", () => {
    const place = {
      ...freshPlace(),
      screen: "history" as const,
      day: { till: "till-1", day: "2026-11-20" },
      past: { till: "till-1", last: "2026-06", words: "外网", kind: "checks" as const, from: "11-1", to: "" },
      language: "en" as const,
      theme: "dark" as const,
      textSize: 150,
      singleKeys: false,
      staff: "早班",
      staffLately: ["早班"],
      focus: "cash-float",
      scroll: { today: 120 },
      drafts: {
        "2026-11-23 till-1 cash-float": { way: "counts" as const, pieces: { "10000": "5" }, note: "" },
        "2026-11-23 till-1 machine-screen": { result: "fail" as const, note: "黑屏" },
      },
      finishNote: "客人在门口",
    };
    expect(placeFrom(JSON.parse(JSON.stringify(place)))).toEqual(place);
  });

  it.each([null, undefined, 7, "x", [], { screen: 1, theme: "pink", textSize: 99, drafts: [], staffLately: [1] }])(
    "is fresh where nothing can be read: %j",
    (kept) => expect(placeFrom(kept)).toEqual(freshPlace()),
  );

  it("lets drafts of days gone by go", () => {
    const [old, now] = [draftKey("2026-11-22", "till-1", "a"), draftKey("2026-11-23", "till-1", "a")];
    expect(Object.keys(draftsOf({ [old]: { note: "x" }, [now]: { note: "y" } }, "2026-11-23"))).toEqual([now]);
  });

  it("keeps a draft only while there is something in it", () => {
    expect(tidy({})).toBeNull();
    expect(tidy({ way: "counts", pieces: { "10000": "" } })).toBeNull();
    expect(tidy({ note: "" })).toEqual({ note: "" });
    expect(tidy({ result: "fail" })).toEqual({ result: "fail" });
  });
});
