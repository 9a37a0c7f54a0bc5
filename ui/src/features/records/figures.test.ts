import { expect, test } from "vitest";

import { cardText, grouped, majorOf, minutesOfSeconds, slipTime, wholeTime } from "./figures";

test("an amount stands in its field as a slip writes it", () => {
  for (const [fen, text] of [
    [12800, "128.00"],
    [5, "0.05"],
    [0, "0.00"],
    [1_000_000_000, "10000000.00"],
    [null, ""],
  ] as const) {
    expect(majorOf(fen)).toBe(text);
  }
});

test("a card shows six and four and never more", () => {
  expect(cardText("622202******0128")).toBe("622202 **** 0128");
  expect(cardText("****6620")).toBe("**** 6620");
  expect(cardText(null)).toBe("");
});

test("long numbers are grouped for reading out, short ones and words are not", () => {
  expect(grouped("822100058120117")).toBe("8221 0005 8120 117");
  expect(grouped("33012764")).toBe("33012764");
  expect(grouped("A-12345678901")).toBe("A-12345678901");
});

test("an instant stands in its field in the shop's hours", () => {
  expect(slipTime("2026-11-23T04:31:05.250Z", "Asia/Shanghai")).toBe("2026-11-23 12:31:05");
  expect(slipTime("no instant", "Asia/Shanghai")).toBe("");
});

test("an hour alone is today's", () => {
  for (const [typed, whole] of [
    ["12:31", "2026-11-23 12:31"],
    ["9:05", "2026-11-23 09:05"],
    ["12:31:05", "2026-11-23 12:31:05"],
    ["１２：３１", "2026-11-23 12:31"],
    ["", ""],
    ["2026-11-22 21:40", "2026-11-22 21:40"],
    ["noon", "noon"],
  ] as const) {
    expect(wholeTime(typed, "2026-11-23")).toBe(whole);
  }
});

test("a call lasted at least a minute", () => {
  expect(minutesOfSeconds(20)).toBe(1);
  expect(minutesOfSeconds(200)).toBe(3);
});
