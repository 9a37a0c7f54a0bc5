import { beforeEach, describe, expect, it } from "vitest";

import {
  allWords,
  day,
  dayAndTime,
  dayWithYear,
  headlineText,
  itemTitle,
  language,
  listText,
  money,
  number,
  pickLanguage,
  reasonText,
  refusalText,
  say,
  setLanguage,
  time,
} from ".";

async function speak(next: "zh-CN" | "en"): Promise<void> {
  await setLanguage(next);
  await allWords();
}

describe("words", () => {
  beforeEach(() => speak("zh-CN"));

  it("switches live, both ways", async () => {
    expect(say("lane-card")).toBe("刷卡");
    await speak("en");
    expect(language()).toBe("en");
    expect(say("lane-card")).toBe("Card");
    expect(say("today-left", { left: 1 })).toBe("One to go");
    expect(say("today-left", { left: 2 })).toBe("2 to go");
  });

  it("lets the later of two overlapping switches win", async () => {
    await Promise.all([setLanguage("en"), setLanguage("zh-CN")]);
    await allWords();
    expect(language()).toBe("zh-CN");
    expect(say("history-title")).toBe("历史");
  });

  it("says the verdict as a person would", () => {
    const headline = { lanes: ["card"], fallback: "network-hotspot", left: 0, amount_fen: null };
    expect(headlineText({ ...headline, kind: "workaround" })).toBe("可以开门，刷卡先走手机热点");
    const cash = { kind: "only_cash", lanes: ["cash"], fallback: null, left: 0, amount_fen: 50350 };
    expect(headlineText(cash)).toBe("只能收现金，零钱有 503.50 元");
    expect(listText(["刷卡", "扫码", "现金"])).toBe("刷卡、扫码和现金");
    const off = { code: "cash_off_target", item: "cash-float", fallback: null };
    expect(reasonText({ ...off, amount_fen: -6650 })).toBe("备用金比目标少 66.50 元");
    expect(reasonText({ code: "change_short", item: null, fallback: null, amount_fen: null })).toBe("零钱不够找");
  });

  it("shows refusals with titles and money, and unknown ids as themselves", () => {
    expect(
      refusalText({ code: "cash_off_target_needs_note", params: { total_fen: 43350, target_fen: 50000 } }),
    ).toMatch(/^数到 433\.50 元，目标是 500\.00 元。/);
    expect(refusalText({ code: "moon_is_full", params: {} })).toContain("moon_is_full");
    expect(itemTitle("no-such-item")).toBe("no-such-item");
  });

  it("never reads a person's text as Fluent", () => {
    const text = "{ $item } { lane-card } <b>";
    expect(refusalText({ code: "item_unknown", params: { item: text } })).toContain(`“${text}”`);
  });

  it("writes money, days and hours as each language does", () => {
    expect([money(50350), money(-5), money(123456)]).toEqual(["503.50 元", "-0.05 元", "1,234.56 元"]);
    expect([money(50350, "en"), money(-5, "en")]).toEqual(["¥503.50", "-¥0.05"]);
    expect([day("2026-11-23"), dayWithYear("2026-09-01")]).toEqual(["11月23日 周一", "2026年9月1日 周二"]);
    expect([day("2026-11-23", "en"), dayWithYear("2026-09-01", "en")]).toEqual(["Mon 23 Nov", "Tue 1 Sep 2026"]);
    expect(time("2026-11-22T16:05:00Z", "Asia/Shanghai")).toBe("00:05");
    expect(dayAndTime("2026-11-22T16:05:00Z", "Asia/Shanghai")).toBe("11月23日 周一 00:05");
    expect(time("2026-11-22T16:05:00Z", "Nowhere/Land")).toBe("16:05 UTC");
    expect(number(1234.5)).toBe("1,234.5");
  });

  it("has keys and arguments that the compiler checks", () => {
    // @ts-expect-error: there is no such key.
    expect(say("no-such-key")).toBe("no-such-key");
    // @ts-expect-error: the count is missing.
    expect(say("today-left")).toContain("left");
    // @ts-expect-error: a plural form cannot be chosen by text.
    expect(say("today-left", { left: "2" })).toContain("2");
    // @ts-expect-error: this message takes no arguments.
    expect(say("nav-today", { left: 2 })).toBe("今天");
  });

  it("picks a language from what the system prefers", () => {
    expect(pickLanguage(["zh-Hans-CN", "en"])).toBe("zh-CN");
    expect(pickLanguage(["fr", "en-GB"])).toBe("en");
    expect(pickLanguage(["de"])).toBe("en");
    expect(pickLanguage([])).toBe("zh-CN");
  });
});
