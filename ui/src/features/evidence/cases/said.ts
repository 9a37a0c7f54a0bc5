// Sentences about cases that are put together from what the core says.
import type {
  AskedPiece,
  DisputeDetails,
  DisputeKind,
  DisputeLine,
  DisputePage,
  DisputeState,
  FoundBy,
  LinkedThing,
} from "../../../generated/contract";
import { day as dayText, money, pieceText, say } from "../../../i18n";
import { cardText } from "../../records/figures";

export const KINDS: Readonly<Record<DisputeKind, () => string>> = {
  retrieval: () => say("dispute-kind-retrieval"),
  chargeback: () => say("dispute-kind-chargeback"),
  wechat_complaint: () => say("dispute-kind-wechat-complaint"),
  alipay_complaint: () => say("dispute-kind-alipay-complaint"),
  other: () => say("dispute-kind-other"),
};

export const STATES: Readonly<Record<DisputeState, () => string>> = {
  open: () => say("dispute-state-open"),
  submitted: () => say("dispute-state-submitted"),
  won: () => say("dispute-state-won"),
  lost: () => say("dispute-state-lost"),
  withdrawn: () => say("dispute-state-withdrawn"),
};

export const FOUND: Readonly<Record<FoundBy, () => string>> = {
  reference: () => say("dispute-found-reference"),
  trace: () => say("dispute-found-trace"),
  card: () => say("dispute-found-card"),
  amount: () => say("dispute-found-amount"),
  day: () => say("dispute-found-day"),
};

/** A case in a few words. */
export function pageText({ no, kind, amount_fen: fen }: Pick<DisputeLine, "no" | "kind" | "amount_fen">): string {
  if (fen === null) return say("dispute-page", { no, kind: KINDS[kind]() });
  return say("dispute-page-amount", { no, kind: KINDS[kind](), amount: money(fen) });
}

/** By when, and how long that is; what presses says so first. */
export function clockText({ reply_by: by, clock }: Pick<DisputeLine, "reply_by" | "clock">): string {
  if (by === null) return clock.urgency === "done" ? "" : say("dispute-no-day");
  const day = dayText(by);
  const days = Math.abs(clock.days_left ?? 0);
  switch (clock.urgency) {
    case "overdue":
      return say("dispute-overdue", { day, days });
    case "today":
      return say("dispute-by-today", { day });
    case "soon":
    case "later":
      return say("dispute-by-days", { day, days });
    default:
      return say("dispute-by", { day });
  }
}

/** What is missing, in a word; nothing once the case is over. */
export function missingText({ state, missing }: Pick<DisputeLine, "state" | "missing">): string {
  if (state !== "open") return "";
  return missing.length === 0 ? say("dispute-complete") : say("dispute-missing", { count: missing.length });
}

/** What a link leads to. */
export function thingText(thing: LinkedThing): string {
  switch (thing.to) {
    case "receipt":
      return say("dispute-link-receipt", { no: thing.receipt.no, amount: money(thing.receipt.total_fen) });
    case "incident":
      return say("dispute-link-incident", { no: thing.incident.no });
    case "sale":
      return say("dispute-link-sale", { no: thing.sale.incident_no });
    case "opening":
      return say("dispute-link-opening", { day: dayText(thing.opening.day) });
    case "file":
      return say("dispute-link-file", { name: thing.file.name, piece: pieceText(thing.piece) });
    case "not_needed":
      return `${pieceText(thing.piece)} · ${say("dispute-piece-not-needed", { why: thing.why })}`;
  }
}

/** A pack that was sent: the name of its file, or what somebody wrote before packs were looked up. */
export const packText = (sent: string, { packs }: Pick<DisputePage, "packs">): string =>
  packs.find(({ id }) => id === sent)?.name ?? sent;

/** How it stands with a piece. */
export function pieceStateText({ state, weight, why }: Pick<AskedPiece, "state" | "weight" | "why">): string {
  if (state === "there") return say("dispute-piece-there");
  if (state === "not_needed") return say("dispute-piece-not-needed", { why });
  return weight === "needed" ? say("dispute-piece-missing") : say("dispute-piece-helps");
}

export type Fact = { field: string; label: string; text: string };

/** What the notice says, field by field; what is not known is left out. */
export function factsOf(details: DisputeDetails, from: string): Fact[] {
  const { notice_on: on, notice_no: no, said, sold_on: sold, reference, trace, card, amount_fen: fen } = details;
  return [
    { field: "channel", label: say("field-channel"), text: from },
    { field: "amount", label: say("field-amount"), text: typeof fen === "number" ? money(fen) : "" },
    { field: "notice_on", label: say("dispute-notice-on"), text: dayText(on) },
    { field: "notice_no", label: say("field-notice_no"), text: no ?? "" },
    { field: "sold_on", label: say("dispute-sold-on"), text: sold ? dayText(sold) : "" },
    { field: "reference", label: say("field-reference"), text: reference ?? "" },
    { field: "trace", label: say("field-trace"), text: trace ?? "" },
    { field: "card", label: say("receipt-card"), text: cardText(card ?? null) },
    { field: "said", label: say("field-said"), text: said ?? "" },
  ].filter(({ text }) => text !== "");
}
