import { expect, test } from "vitest";

import { spotIn, waysOf } from "./ways";

test("a story is a paper in one language or both, a list a sheet or a paper", () => {
  const of = (what: Parameters<typeof waysOf>[0]): string =>
    waysOf(what)
      .map(({ id }) => id)
      .join(" ");
  for (const what of ["day", "month", "incident", "dispute"] as const) expect(of(what)).toBe("pdf both");
  for (const what of ["incidents", "receipts", "disputes"] as const) expect(of(what)).toBe("xlsx csv pdf");
  expect(of("key")).toBe("pdf");
});

test("the menu opens where there is room", () => {
  const window = { clientWidth: 1024, clientHeight: 768 };
  const at = (left: number, top: number): string[] => {
    const {
      top: above,
      bottom,
      left: start,
      right,
      maxHeight,
    } = spotIn({ left, top, right: left + 100, bottom: top + 44 }, window);
    return [above, bottom, start, right, maxHeight];
  };
  expect(at(20, 100)).toEqual(["148px", "auto", "20px", "auto", "608px"]);
  expect(at(0, 100)).toEqual(["148px", "auto", "12px", "auto", "608px"]);
  expect(at(900, 100)).toEqual(["148px", "auto", "auto", "24px", "608px"]);
  expect(at(20, 700)).toEqual(["auto", "72px", "20px", "auto", "684px"]);
});
