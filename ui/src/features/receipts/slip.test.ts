import { expect, test } from "vitest";

import type { ReceiptLine } from "../../generated/contract";
import { formOf, givenBy } from "./slip";

const RECEIPT: ReceiptLine = {
  id: "r",
  no: 3,
  day: "2026-11-23",
  kind: "sale",
  at: "2026-11-23T04:31:05.250Z",
  amount_fen: 12800,
  tip_fen: 500,
  total_fen: 13300,
  terminal: "terminal-1",
  merchant_name: "老王面馆",
  merchant_no: "",
  terminal_no: "",
  operator: "",
  issuer: "",
  acquirer: "",
  card: "****6620",
  batch: "",
  trace: "000123",
  auth: "",
  reference: "",
  note: "",
  attachments: [],
  added_at: "",
  added_by: "",
  amended: 0,
};

test("a receipt fills its form, and sent back untouched it is the same receipt", () => {
  const given = givenBy(RECEIPT, "Asia/Shanghai");
  expect(given).toMatchObject({ amount: "128.00", tip: "5.00", card: "6620", at: "2026-11-23 12:31:05" });
  const kept = { at: RECEIPT.at, shown: given["at"] ?? "" };
  expect(formOf(given, ["f"], "2026-11-24", kept)).toEqual({
    amount: "128.00",
    attachments: ["f"],
    kind: "sale",
    at: RECEIPT.at,
    tip: "5.00",
    terminal: "terminal-1",
    merchant_name: "老王面馆",
    card: "6620",
    trace: "000123",
  });
});

test("a new one has only what was typed; an hour alone is today's, none is now", () => {
  expect(formOf({ amount: "１２.５０", at: "9:05" }, [], "2026-11-23", null)).toEqual({
    amount: "１２.５０",
    attachments: [],
    at: "2026-11-23 09:05",
  });
  expect(formOf({ amount: "1", at: " " }, [], "2026-11-23", null)).toEqual({ amount: "1", attachments: [] });
});
