// Words for ids that come from the core. An id that these words do not know is shown as itself.
import { money } from "./formats";
import { say, words } from "./live.svelte";
import type { Args } from "./wording";

const kebab = (code: string): string => code.replaceAll("_", "-");

function sayOr(key: string, otherwise: string, args: Args | null = null): string {
  return words().has(key) ? words().format(key, args) : otherwise;
}

export const itemTitle = (item: string): string => sayOr(`item-${item}`, item);
/** What to look at. */
export const itemGuide = (item: string): string => sayOr(`item-${item}-guide`, "");
/** What to do when it is not right. */
export const itemFix = (item: string): string => sayOr(`item-${item}-fix`, "");
export const sectionTitle = (section: string): string => sayOr(`section-${section}`, section);
export const laneTitle = (lane: string): string => sayOr(`lane-${lane}`, lane);
export const laneStateText = (state: string): string => sayOr(`lane-state-${kebab(state)}`, state);
export const resultText = (result: string): string => sayOr(`result-${result}`, result);
export const choiceText = (choice: string): string => sayOr(`choice-${choice}`, choice);
export const unitText = (unit: string): string => sayOr(`unit-${unit.toLowerCase()}`, unit);
export const weightText = (weight: string): string => sayOr(`weight-${weight}`, weight);
export const openingText = (state: string): string => sayOr(`opening-${kebab(state)}`, state);
/** What a case asks for. */
export const pieceText = (piece: string): string => sayOr(`piece-${piece}`, piece);
/** The name of a note or coin, by its worth in fen. */
export const denominationText = (fen: number): string => sayOr(`cash-denomination-${fen}`, money(fen));
/** 1 is Monday. */
export const weekdayText = (weekday: number): string => sayOr(`weekday-${weekday}`, String(weekday));
/** What stands in for a lane, as said inside a sentence. */
export const fallbackName = (item: string): string => sayOr(`fallback-${item}`, itemTitle(item));

export function cadenceText(cadence: string | { days: number }): string {
  return typeof cadence === "string"
    ? sayOr(`cadence-${cadence}`, cadence)
    : say("cadence-days", { count: cadence.days });
}

/** `刷卡、扫码和现金`, from texts that are already words. */
export function listText(texts: readonly string[]): string {
  const [first, ...rest] = texts;
  if (first === undefined) return "";
  const [second] = rest;
  if (second === undefined) return first;
  if (rest.length === 1) return say("list-pair", { first, last: second });
  return say("list-more", { first, rest: listText(rest) });
}

type Reason = {
  code: string;
  item: string | null;
  fallback: string | null;
  amount_fen: number | null;
  incident?: number | null;
};

/** Why a lane is not simply ready. */
export function reasonText(reason: Reason): string {
  const { code, amount_fen: fen } = reason;
  let key = `reason-${kebab(code)}`;
  if (code === "change_short" && fen === null) key += "-uncounted";
  // The amount is the difference from the target; people say more or less, not plus or minus.
  if (code === "cash_off_target" && fen !== null) key += fen < 0 ? "-short" : "-over";
  return sayOr(key, code, {
    item: reason.item === null ? "" : itemTitle(reason.item),
    fallback: reason.fallback === null ? "" : fallbackName(reason.fallback),
    amount: fen === null ? "" : money(code === "cash_off_target" ? Math.abs(fen) : fen),
    number: reason.incident ?? "",
  });
}

type Headline = {
  kind: string;
  lanes: readonly string[];
  fallback: string | null;
  left: number;
  amount_fen: number | null;
};

/** The verdict in one sentence. */
export function headlineText(headline: Headline): string {
  let key = `headline-${kebab(headline.kind)}`;
  if (headline.kind === "workaround" && headline.fallback === null) key += "-mixed";
  // Every item may be set aside as not applicable; then nothing is left and still nothing is known.
  if (headline.kind === "items_left" && headline.left === 0) key += "-unclear";
  if (headline.kind === "only_cash" && headline.amount_fen === null) key += "-uncounted";
  return sayOr(key, headline.kind, {
    lanes: listText(headline.lanes.map((lane) => sayOr(`lane-${lane}-said`, lane))),
    count: headline.lanes.length,
    left: headline.left,
    fallback: headline.fallback === null ? "" : fallbackName(headline.fallback),
    amount: headline.amount_fen === null ? "" : money(headline.amount_fen),
  });
}

type Refusal = { code: string; params: Readonly<Record<string, unknown>> };

/** What happened and what to do next, for a refusal of the core. */
export function refusalText({ code, params }: Refusal): string {
  let key = `refusal-${kebab(code)}`;
  if (code === "folder_damaged" && !params["copy"]) key += "-uncopied";
  if (!words().has(key)) return sayOr("refusal-other", sayOr("app-not-saved", code), { code });
  const args = Object.entries(params).map(
    ([name, value]) => [name.replace(/_fen$/, ""), paramText(code, name, value)] as const,
  );
  return words().format(key, Object.fromEntries(args));
}

function paramText(code: string, name: string, value: unknown): string | number {
  if (typeof value === "number") return isMoney(code, name) ? money(value) : value;
  if (typeof value !== "string") return value === null || value === undefined ? "" : JSON.stringify(value);
  switch (name) {
    case "item":
    case "first":
      return itemTitle(value);
    case "fallback":
      return fallbackName(value);
    case "section":
      return sectionTitle(value);
    case "field":
      return sayOr(`field-${value}`, value);
    case "unit":
      return unitText(value);
    default:
      return value;
  }
}

function isMoney(code: string, name: string): boolean {
  return name.endsWith("_fen") || (code === "cash_off_target_needs_note" && (name === "total" || name === "target"));
}
