import { expect, test } from "vitest";

import { dayAs, formOf } from "./read";

const TODAY = "2026-11-23";

test("a day without a year is the next one for an answer, and the last one for what is over", () => {
  expect(dayAs("reply_by", "12-04", TODAY)).toBe("2026-12-04");
  expect(dayAs("reply_by", "1月4日", TODAY)).toBe("2027-01-04");
  expect(dayAs("notice_on", "11-20", TODAY)).toBe("2026-11-20");
  expect(dayAs("sold_on", "12-04", TODAY)).toBe("2025-12-04");
  expect(dayAs("sold_on", "１１-０３", TODAY)).toBe("2026-11-03");
  // What is no day is for the core to refuse, as it was typed.
  expect(dayAs("reply_by", "下周五", TODAY)).toBe("下周五");
});

test("only what was typed is sent; an emptied day is taken away", () => {
  expect(formOf({}, TODAY)).toEqual({});
  expect(formOf({ reply_by: " ", amount: "12.5", kind: "chargeback" }, TODAY)).toEqual({
    reply_by: "",
    amount: "12.5",
    kind: "chargeback",
  });
});
