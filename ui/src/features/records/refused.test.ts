import { expect, test } from "vitest";

import { fieldOf } from "./refused";

function check(code: string, params: Record<string, string | number>, field: string | null): void {
  const fields = ["amount", "card", "screen", "note"];
  expect(fieldOf({ code, params }, { screen: "x".repeat(81), note: "😀😀" }, fields)).toBe(field);
}

test("a refusal stands at the field that it is about", () => {
  check("amount_unreadable", { field: "amount" }, "amount");
  check("card_secret", { field: "note", what: "pin" }, "note");
  check("card_unreadable", {}, "card");
  check("evidence_needed", { how: "settled" }, "note");
  check("note_too_long", { limit: 80, length: 81 }, "screen");
  check("note_too_long", { limit: 1, length: 2 }, "note");
  check("note_too_long", { limit: 80, length: 500 }, "note");
});

test("a refusal about nothing in the form is the form's own", () => {
  check("amount_unreadable", { field: "tip" }, null);
  check("terminal_unknown", { terminal: "terminal-9" }, null);
  check("disk_full", { path: "/" }, null);
});

test("of several days the one that reads so was meant", () => {
  const typed = { notice_on: "2026-11-20", reply_by: " 31.12. ", note: "" };
  const of = (code: string, params: Record<string, string>, fields: string[]): string | null =>
    fieldOf({ code, params }, typed, fields);
  const days = ["notice_on", "reply_by"];
  expect(of("day_unreadable", { value: "31.12." }, days)).toBe("reply_by");
  expect(of("day_unreadable", { value: "soon" }, ["due", "note"])).toBe("due");
  expect(of("reply_by_out_of_range", { reply_by: "x", notice_on: "y" }, days)).toBe("reply_by");
  expect(of("reason_needed", {}, ["outcome", "note"])).toBe("note");
  expect(of("reason_needed", {}, ["why"])).toBe("why");
  expect(of("reason_needed", {}, days)).toBeNull();
  expect(of("receipt_unknown", { receipt: "9" }, ["which"])).toBe("which");
});
