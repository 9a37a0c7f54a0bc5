import { describe, expect, it } from "vitest";

import type { Attachment, TodayItem } from "../../generated/contract";
import { wish } from "./wish";

const file = (id: string): Attachment => ({
  id,
  name: `${id}.jpg`,
  bytes: 1,
  mime: "image/jpeg",
  sha256: "",
  at: "",
  actor: "",
  source: null,
  redacts: null,
});
const item = (more: Partial<TodayItem>): TodayItem =>
  ({ item: "x", kind: "check", result: null, note: "", value: null, attachments: [], ...more }) as TodayItem;

describe("wish", () => {
  it("sends the bare result when there is nothing else", () => {
    expect(wish("till-1", item({}), "pass", {})).toEqual({ till: "till-1", item: "x", result: "pass" });
  });

  it("keeps a note with its result, and lets it go with it", () => {
    const failed = item({ result: "fail", note: "纸卡住了" });
    expect(wish("t", failed, "fail", {}).note).toBe("纸卡住了");
    expect(wish("t", failed, "pass", {}).note).toBeUndefined();
    expect(wish("t", failed, "pass", { note: "换了一卷" }).note).toBe("换了一卷");
    expect(wish("t", failed, "fail", { note: " " }).note).toBeUndefined();
  });

  it("keeps a value that nobody changed, and never sends one with “not applicable”", () => {
    const data = item({ kind: "number", result: "pass", value: 12.5 });
    expect(wish("t", data, "pass", { note: "a" }).value).toBe("12.5");
    expect(wish("t", data, "pass", { value: " 3 " }).value).toBe("3");
    expect(wish("t", data, "na", {}).value).toBeUndefined();
    expect(wish("t", item({ kind: "number" }), "pass", { value: " " }).value).toBeUndefined();
  });

  it("writes cash as the core reads it, by pieces or as a total", () => {
    const float = item({ kind: "cash" });
    expect(wish("t", float, "pass", { way: "counts", pieces: { "10000": "5", "50": "1" } }).value).toBe("100x5 0.50x1");
    expect(wish("t", float, "pass", { way: "total", value: "503。50" }).value).toBe("503.50");
    const counted = item({ kind: "cash", result: "pass", value: { total_fen: 50000, counts: { "10000": 5 } } });
    expect(wish("t", counted, "pass", { note: "a" }).value).toBe("100x5");
    const summed = item({ kind: "cash", result: "pass", value: { total_fen: 50350, counts: null } });
    expect(wish("t", summed, "pass", { note: "a" }).value).toBe("503.50");
  });

  it("keeps files, each once", () => {
    const photo = item({ kind: "photo", result: "pass", attachments: [file("a")] });
    expect(wish("t", photo, "pass", { files: [file("b"), file("a")] }).attachments).toEqual(["a", "b"]);
  });
});
