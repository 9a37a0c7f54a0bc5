import { describe, expect, it } from "vitest";

import { draftOf, FRESH, keepDraft, type AidDraft } from "./draft";

const CALL = { since: 1000, answered: null, answeredBy: "小李", ticket: "", said: "" };

describe("what is typed in first aid", () => {
  it("is kept for each incident, and read back as it was", () => {
    const place: { aidDraft: Record<string, unknown> | null } = { aidDraft: null };
    const draft: AidDraft = { jump: "look-up", back: 1, note: "", call: CALL, numbers: { amount: "12" } };
    keepDraft(place, "a", draft);
    keepDraft(place, FRESH, { words: "96" });
    const again = { aidDraft: JSON.parse(JSON.stringify(place.aidDraft)) };
    expect(draftOf(again, "a")).toEqual(draft);
    expect(draftOf(again, FRESH)).toEqual({ words: "96" });
    expect(draftOf(again, "b")).toEqual({});
  });

  it("leaves no trace when it is empty", () => {
    const place = { aidDraft: { a: { words: "x" }, b: { note: "y" } } as Record<string, unknown> | null };
    keepDraft(place, "a", { words: "", back: 0 });
    expect(place.aidDraft).toEqual({ b: { note: "y" } });
    keepDraft(place, "b", {});
    expect(place.aidDraft).toBeNull();
  });

  it.each([null, 7, [], { words: 5, call: { since: "soon" }, numbers: [1], back: "1" }])(
    "is empty where %j was kept",
    (kept) => expect(draftOf({ aidDraft: { a: kept } }, "a")).toEqual({}),
  );
});
