import { describe, expect, it } from "vitest";

import { wishFrom } from "./wish";

describe("what the page of packs was asked to be about", () => {
  it.each([
    ["packs", null],
    ["packs/", null],
    ["packs/incident/", null],
    ["packs/receipt/a", null],
    ["packs/incident/a", { about: "incident", which: "a", from: "", to: "" }],
    ["packs/dispute/b", { about: "dispute", which: "b", from: "", to: "" }],
    ["packs/range/2026-11-18", { about: "range", which: "", from: "2026-11-18", to: "2026-11-18" }],
    ["packs/range/2026-11-01/2026-11-18", { about: "range", which: "", from: "2026-11-01", to: "2026-11-18" }],
  ])("%s", (place, wish) => expect(wishFrom(place)).toEqual(wish));
});
