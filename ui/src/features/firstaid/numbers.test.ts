import { describe, expect, it } from "vitest";

import { fieldOf, formsOf, numbersOf } from "./numbers";

const page = (details: object, sales: object[] = []) => ({ details, sales }) as never;

describe("numbers of a sale", () => {
  it("are shown as they are typed", () => {
    const sale = { settled: null, trace: "000123", reference: "" };
    expect(numbersOf(page({ amount_fen: 12800, card: "****6620" }, [sale]))).toEqual({
      amount: "128.00",
      card: "6620",
      trace: "000123",
      reference: "",
    });
    expect(numbersOf(page({ amount_fen: null, card: null }))).toEqual({
      amount: "",
      card: "",
      trace: "",
      reference: "",
    });
    expect(numbersOf(page({ card: "622202******0128" })).card).toBe("622202******0128");
    // A sale that is settled is not asked about any more.
    expect(numbersOf(page({}, [{ settled: {}, trace: "000123", reference: "1" }])).trace).toBe("");
  });

  it("are sent only where they were changed", () => {
    const known = { amount: "128.00", card: "6620", trace: "", reference: "" };
    expect(formsOf(known, { amount: "128.00" })).toEqual({ incident: {}, sale: {} });
    expect(formsOf(known, { card: "", trace: "000001" })).toEqual({
      incident: { card: "" },
      sale: { trace: "000001" },
    });
  });

  it.each([
    ["amount_not_positive", {}, "amount"],
    ["card_unreadable", {}, "card"],
    ["digits_needed", { field: "trace" }, "trace"],
    ["number_unreadable", { field: "reference" }, "reference"],
    ["no_answer", {}, null],
  ])("%s with %j is about %s", (code, params, field) => expect(fieldOf({ code, params })).toBe(field));
});
