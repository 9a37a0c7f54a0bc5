import { expect, test } from "vitest";

import type { FoundRecord, IncidentLine } from "../../../generated/contract";
import { Picking } from "./picking.svelte";

type Asked = ConstructorParameters<typeof Picking>;

/** Incidents 1 to 60; the oldest alone holds the words, in two of its texts. */
function calls(): { asked: string[]; calls: Asked[0] & Asked[1] } {
  const asked: string[] = [];
  const line = (no: number): IncidentLine => ({ id: `i${no}`, no, day: "2026-11-23", details: {} }) as IncidentLine;
  const passage = (place: number): FoundRecord =>
    ({ kind: "incident", id: "i1", no: 1, day: "2026-11-23", text: "卡纸", place }) as FoundRecord;
  return {
    asked,
    calls: {
      listReceipts: () => Promise.resolve({ receipts: [], more: false }),
      listIncidents: ({ before = 61, limit = 50 }) => {
        asked.push(`list ${before} ${limit}`);
        const newest = Math.min(before, 61) - 1;
        const from = Math.max(newest + 1 - limit, 1);
        const incidents = Array.from({ length: newest + 1 - from }, (_, n) => line(newest - n));
        return Promise.resolve({ incidents, more: from > 1 });
      },
      searchRecords: ({ words }) => {
        asked.push(`search ${words}`);
        return Promise.resolve({ found: words === "卡纸" ? [passage(9), passage(4)] : [], more: false });
      },
    },
  };
}

async function check(words: string, rows: string[], questions: string[]): Promise<void> {
  const { asked, calls: answers } = calls();
  const picking = new Picking(answers, answers, () => "UTC");
  picking.filter = { to: "incident", words };
  await picking.read();
  expect(picking.shown.map(({ wish }) => ("id" in wish ? wish.id : ""))).toEqual(rows);
  expect(asked).toEqual(questions);
}

test("incidents are found by words and number among all of them, each once", async () => {
  await check("", ["i60", "i59", "i58", "i57", "i56", "i55"], ["list 61 6"]);
  await check("卡纸", ["i1"], ["search 卡纸"]);
  await check("7", ["i7"], ["search 7", "list 8 1"]);
  await check("61", [], ["search 61", "list 62 1"]);
  await check("没有", [], ["search 没有"]);
});
