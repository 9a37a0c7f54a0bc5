import { describe, expect, it } from "vitest";

import type { Provider } from "../../generated/contract";
import { freeId } from "./desk.svelte";
import { withDraft } from "./drafts";
import { codeForm, codeFrom, pastDay, providerForm, providerFrom, terminalForm } from "./forms";

const TODAY = "2026-11-23";

it.each([
  ["2026-11-20", "2026-11-20"],
  ["11-20", "2026-11-20"],
  ["11-23", TODAY],
  ["１１月２０日", "2026-11-20"],
  ["12-31", "2025-12-31"],
  ["2026-02-30", null],
  ["yesterday", null],
  ["", null],
])("reads %j as the day %j gone by", (typed, day) => expect(pastDay(typed, TODAY)).toBe(day));

const BANK: Provider = {
  id: "provider-1",
  name: "银行",
  kind: "acquirer",
  hotline: { value: "95500", from: "card_back", seen_on: "2026-11-20" },
  site: null,
  branch: { value: "建设路", from: "told", seen_on: "2026-10-02" },
  merchant_no: "8221",
  licence: { holder: "甲", number: "", business: "", expires_on: null, looked_up_on: "2026-11-20" },
  note: "",
  retired: false,
};

describe("a provider as typed", () => {
  it("comes out of its form as it went in", () => {
    const { id, retired, ...rest } = BANK;
    expect([id, retired]).toEqual(["provider-1", false]);
    expect(providerFrom(providerForm(BANK, TODAY), TODAY)).toEqual({ made: rest });
    const { made } = providerFrom(providerForm(null, TODAY), TODAY) as { made: object };
    expect(made).toMatchObject({ hotline: null, site: null, branch: null, licence: null });
  });

  it.each([
    [{ hotline: { value: "95500", from: "" as const, seen: TODAY } }, "hotline_from"],
    [{ site: { value: "x", from: "official" as const, seen: "soon" } }, "site_seen"],
    [{ licence: { holder: "甲", number: "", business: "", expires: "soon", looked: TODAY } }, "licence_expires"],
    [{ licence: { holder: "甲", number: "", business: "", expires: "", looked: "" } }, "licence_looked"],
  ])("says which field is missing: %j", (typed, field) => {
    const read = providerFrom({ ...providerForm(null, TODAY), ...typed }, TODAY);
    expect("wrong" in read && read.wrong.field).toBe(field);
  });
});

it("stands at a till that there is", () => {
  expect(terminalForm(null, ["till-1"], ["card"]).till).toBe("till-1");
  expect(terminalForm(null, ["till-1", "till-2"], ["card"]).till).toBe("");
  const gone = { ...terminalForm(null, [], ["card"]), id: "terminal-1", retired: false, till: "till-9" };
  expect(terminalForm({ ...gone, got_from: "agent" }, ["till-1"], ["card"]).till).toBe("");
});

it("takes a code's text away by empty texts, and makes none out of nothing", () => {
  const kept = { code: "96", meaning: "忙", advice: "", from: "owner" as const, provider: null };
  expect(codeFrom({ ...codeForm(kept), meaning: " " }, false)).toMatchObject({
    made: { meaning: " ", provider: null },
  });
  expect(codeFrom(codeForm(null), true)).toMatchObject({ wrong: { field: "meaning" } });
});

it("takes the smallest number that is free", () => {
  expect(freeId("provider", [])).toBe("provider-1");
  expect(freeId("provider", [{ id: "provider-1" }, { id: "provider-3" }])).toBe("provider-2");
});

it("reads a draft only where it has the form's own shape", () => {
  const fresh = { name: "", lanes: ["card"], hotline: { value: "", from: "" } };
  expect(withDraft(fresh, null)).toBe(fresh);
  const draft = { name: "x", lanes: "qr", hotline: { value: "95500", from: 7, more: 1 }, else: true };
  expect(withDraft(fresh, draft)).toEqual({ name: "x", lanes: ["card"], hotline: { value: "95500", from: "" } });
  expect(withDraft(fresh, { hotline: null })).toEqual(fresh);
});
