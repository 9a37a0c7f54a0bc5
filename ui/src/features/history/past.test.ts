import { expect, it } from "vitest";

import type { HistoryDay, ListHistory } from "../../generated/contract";
import { freshPlace } from "../place/place";
import { Past } from "./past.svelte";

it("asks for the days of the till that was chosen, page by page, and never picks them from a page of all", async () => {
  const asked: ListHistory[] = [];
  const day = (day: string): HistoryDay => ({ day }) as HistoryDay;
  const calls = {
    listHistory: (input: ListHistory) => {
      asked.push(input);
      return Promise.resolve({ days: [day("2026-11-01"), day("2026-11-02")], more: true });
    },
  };
  const { past: view } = freshPlace();
  const past = new Past(calls, view);
  await past.read();
  past.filter.till = "till-2";
  await past.read();
  await past.older();
  expect(asked).toEqual([
    { limit: 30 },
    { limit: 30, till: "till-2" },
    { limit: 30, before: "2026-11-01", till: "till-2" },
  ]);
  expect(past.rows?.map((row) => row.day)).toEqual(["2026-11-02", "2026-11-01", "2026-11-02", "2026-11-01"]);
});
