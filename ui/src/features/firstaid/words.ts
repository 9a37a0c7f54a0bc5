// The words of the guide, whose keys the core's ids make, and those for what first aid is about.
import { tillName } from "../../elements/till";
import type { CardMask, Details, IncidentLine, IncidentPage, Origin, Told } from "../../generated/contract";
import { itemTitle, language, laneTitle, money, say } from "../../i18n";
import { words } from "../../i18n/live.svelte";

/** A text of the guide: `look-up-title`, `end-unknown-say`. Empty where the guide has none. */
export function guideText(id: string): string {
  const key = `guide-${id}`;
  return words().has(key) ? words().format(key, null) : "";
}

/** The numbered lines of a step or end. */
export function guideLines(id: string, lines: number): string[] {
  return Array.from({ length: lines }, (_, index) => guideText(`${id}-do-${index + 1}`));
}

export const symptomText = (id: string): string => guideText(`symptom-${id}`) || id;
export const cardText = (card: CardMask): string => say("aid-card-ending", { last: card.slice(-4) });

/** Code, text on the screen, symptom, item, or its own words: what an incident is called. */
export function whatText(details: Details): string {
  if (details.code !== undefined && details.code !== "") return say("aid-code", { code: details.code });
  if (details.screen) return details.screen;
  if (details.symptom) return symptomText(details.symptom);
  if (details.item) return itemTitle(details.item);
  return details.note ?? "";
}

/** Till, terminal, way of paying. */
export function whereText({ till, terminal, details }: Pick<IncidentLine, "till" | "terminal" | "details">): string {
  const lane = details.lane ? laneTitle(details.lane) : "";
  return [tillName(till), terminal?.name ?? "", lane].filter((part) => part !== "").join(" · ");
}

/** Amount and card, as far as they are known. */
export function saleText(details: Pick<Details, "amount_fen" | "card">): string {
  const amount = typeof details.amount_fen === "number" ? money(details.amount_fen) : "";
  return [amount, details.card ? cardText(details.card) : ""].filter((part) => part !== "").join(" · ");
}

export function headlineOf(page: IncidentPage): string {
  const what = whatText(page.details);
  return page.pending ? say("aid-headline-pending", { what }) : what;
}

/** What its code means, in the language of the screen. */
export const toldOf = (page: Pick<IncidentPage, "told_zh" | "told_en">): Told | null =>
  language() === "zh-CN" ? page.told_zh : page.told_en;

/** Where a number came from. */
export function originText(origin: Origin): string {
  return {
    contract: () => say("aid-origin-contract"),
    card_back: () => say("aid-origin-card-back"),
    terminal: () => say("aid-origin-terminal"),
    slip: () => say("aid-origin-slip"),
    official: () => say("aid-origin-official"),
    told: () => say("aid-origin-told"),
  }[origin]();
}

/** Minutes and seconds of a call: `3:07`. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
