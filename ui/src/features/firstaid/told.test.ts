import { beforeAll, describe, expect, it } from "vitest";

import type { Happened, TimelineEvent } from "../../generated/contract";
import { allWords, setLanguage } from "../../i18n";
import { toldLines } from "./told";

const event = (at: string, what: object): TimelineEvent => ({
  id: `${at} ${JSON.stringify(what)}`,
  at,
  actor: "",
  what: what as Happened,
});
const told = (...events: TimelineEvent[]): string[] => toldLines(events).map(({ text }) => text);
const details = { till: "till-1", code: "96" };
const opened = event("12:31", { kind: "opened", details, attachments: [] });

describe("the timeline in words", () => {
  beforeAll(async () => {
    await setLanguage("en");
    await allWords();
  });

  it("says of an amendment only what was not known before", () => {
    const numbers = { ...details, amount_fen: 12800, card: "****6620" };
    expect(told(opened, event("12:32", { kind: "amended", details: numbers }))).toEqual([
      "Payment failed, Code 96",
      "Filled in: ¥128.00 · card ending 6620",
    ]);
    // Where the path tells but a cause, there is nothing to read for the till.
    const cause = { ...details, cause: "machine" };
    expect(told(opened, event("12:33", { kind: "amended", details: cause }))).toHaveLength(1);
    const stopped = { ...details, lane: "card", lane_effect: "stopped" };
    expect(told(opened, event("12:34", { kind: "amended", details: stopped }))).toContain(
      "Filled in: Card stopped for now",
    );
  });

  it("says numbers once that came by one act, and twice that came by two", () => {
    const amended = event("12:32", { kind: "amended", details: { ...details, amount_fen: 100 } });
    const sale = (at: string) => event(at, { kind: "sale_amended", sale: "s", amount_fen: 100 });
    expect(told(opened, amended, sale("12:32"))).toHaveLength(2);
    expect(told(opened, amended, sale("12:33"))).toHaveLength(3);
  });

  it("says steps by their titles and answers, and unknown ones by their ids", () => {
    const step = (id: string, answer: string) => event("12:35", { kind: "step", step: id, answer });
    expect(told(step("look-up", "unknown"))).toEqual(["Look up the last sale: Still unknown"]);
    expect(told(step("look-up", ""))).toEqual(["Look up the last sale"]);
    expect(told(step("gone", "x"))).toEqual(["gone"]);
  });

  it("says a call with what is known of it", () => {
    const call = {
      provider: "",
      hotline: "95016",
      answered_by: "Li",
      ticket: "T-1",
      waited_s: 5,
      lasted_s: 187,
      said: "",
    };
    expect(told(event("12:36", { kind: "call", call }))).toEqual(["Called 95016, 3:07: Li answered; ticket T-1"]);
    const bare = { ...call, hotline: "", answered_by: "", ticket: "" };
    expect(told(event("12:36", { kind: "call", call: bare }))).toEqual(["Called, 3:07"]);
  });
});
