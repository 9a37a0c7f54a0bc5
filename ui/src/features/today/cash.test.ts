import { describe, expect, it } from "vitest";

import { countText, fenOf, major, piecesOf, smallOf, step, totalOf } from "./cash";

describe("cash", () => {
  it("adds up pieces; what is no count adds nothing", () => {
    const pieces = { "10000": "3", "1000": "5", "50": "4", "10": "", "500": "x" };
    expect(totalOf(pieces)).toBe(35200);
    expect(smallOf(pieces)).toBe(5200);
    expect(countText(pieces)).toBe("100x3 10x5 0.50x4");
    expect(countText({ "10000": "0", "50": "" })).toBeNull();
    expect(piecesOf("-1")).toBe(0);
    expect(piecesOf("1e3")).toBe(0);
  });

  it("steps between none and many", () => {
    expect(step(undefined, 1)).toBe("1");
    expect(step("1", -1)).toBe("");
    expect(step("", -1)).toBe("");
    expect(step("100000", 1)).toBe("100000");
  });

  it.each([
    ["503.5", 50350],
    ["503.50", 50350],
    [" 500 ", 50000],
    ["0。05", 5],
    ["0", 0],
    ["", null],
    [".5", null],
    ["1,000", null],
    ["-5", null],
    ["5.123", null],
  ])("reads %j as %j fen", (typed, fen) => expect(fenOf(typed)).toBe(fen));

  it.each([
    [50000, "500"],
    [50350, "503.50"],
    [5, "0.05"],
    [0, "0"],
    [-9000, "-90"],
  ])("writes %j fen as %j", (fen, text) => expect(major(fen)).toBe(text));
});
