import { expect, test } from "vitest";

import { formOf, givenBy } from "./read";

test("the form of an incident holds what is known of it", () => {
  const given = givenBy({ till: "till-1", code: "96", amount_fen: 12800, card: "****6620", lane: "card" });
  expect(given).toMatchObject({
    code: "96",
    amount: "128.00",
    card: "6620",
    lane: "card",
    lane_effect: "none",
    note: "",
  });
  expect(givenBy({ till: "till-1", card: "622202******0128" })["card"]).toBe("622202******0128");
});

test("only what was typed goes to the core, an emptied field included, and no way of paying that is none", () => {
  expect(formOf({ amount: "0", note: "", lane: "", cause: "" })).toEqual({ amount: "0", note: "" });
  expect(formOf({ lane: "qr", cause: "network", lane_effect: "stopped" })).toEqual({
    lane: "qr",
    cause: "network",
    lane_effect: "stopped",
  });
});
