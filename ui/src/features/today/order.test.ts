import { describe, expect, it } from "vitest";

import type { MarkResult, Section, TodayItem } from "../../generated/contract";
import { columns, firstLeft, found, nextLeft, rowBeside, sectionBeside, sectionOf } from "./order";

const item = (id: string, result: MarkResult | null): TodayItem =>
  ({ item: id, kind: "check", result }) as unknown as TodayItem;
const section = (id: string, ...items: TodayItem[]): Section => ({ id, done: 0, failed: 0, items });

const day = [
  section("account", item("a1", "pass"), item("a2", null)),
  section("machine"),
  section("network", item("n1", null), item("n2", "fail"), item("n3", null)),
  section("cash", item("c1", "na")),
];

describe("order", () => {
  it.each([
    [null, 1, "a1"],
    ["gone", -1, "a1"],
    ["a1", -1, "a1"],
    ["a2", 1, "n1"],
    ["n1", -1, "a2"],
    ["c1", 1, "c1"],
  ] as const)("row beside %j by %j is %j", (from, by, to) => expect(rowBeside(day, from, by)).toBe(to));

  it.each([
    ["a1", 1, "n1"],
    ["n3", 1, "c1"],
    ["c1", 1, "c1"],
    ["c1", -1, "n1"],
    ["n1", -1, "a2"],
    [null, 1, "a2"],
  ] as const)("section beside %j by %j starts at %j", (from, by, to) => expect(sectionBeside(day, from, by)).toBe(to));

  it.each([
    [null, "a2"],
    ["a2", "n1"],
    ["n1", "n3"],
    ["n3", "a2"],
    ["c1", "a2"],
  ])("next left after %j is %j", (from, to) => expect(nextLeft(day, from)).toBe(to));

  it("comes to an end", () => {
    expect(firstLeft([section("cash", item("c1", "pass"))])).toBeNull();
    expect(firstLeft([])).toBeNull();
    expect(nextLeft([section("cash", item("c1", null))], "c1")).toBe("c1");
    expect(sectionOf(day, "n2")?.id).toBe("network");
    expect(sectionOf(day, "gone")).toBeNull();
  });

  it("cuts the sections into two columns of about the same height, in order, none lost", () => {
    const sized = (...sizes: number[]): Section[] =>
      sizes.map((size, index) => section(String(index), ...Array.from({ length: size }, () => item("x", null))));
    for (const sizes of [[3, 7, 4, 2, 2, 4], [2, 5, 3, 1, 1, 1], [1], [], [0, 0, 3], [9, 1, 1]]) {
      const [left, right] = columns(sized(...sizes));
      const kept = sizes.map(String).filter((_, index) => sizes[index] !== 0);
      expect([...left, ...right].map((each) => String(each.items.length))).toEqual(kept);
    }
    expect(columns(sized(3, 7, 4, 2, 2, 4))[0].map((each) => each.id)).toEqual(["0", "1"]);
  });

  it("finds by every word, in title and guide, whatever the case", () => {
    const text: Record<string, string> = { a1: "小票纸够用一天", a2: "Print a test slip", n1: "外网 打开网页" };
    const ids = (words: string): string[] =>
      found(day, words, (id) => text[id] ?? "").flatMap((each) => each.items.map((one) => one.item));
    expect(ids("小票")).toEqual(["a1"]);
    expect(ids("TEST print")).toEqual(["a2"]);
    expect(ids("外网 网页")).toEqual(["n1"]);
    expect(ids("nothing")).toEqual([]);
    expect(ids("  ")).toHaveLength(6);
  });
});
