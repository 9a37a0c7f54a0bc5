// What a slip says, in its order, and how a form of it is filled and sent.
import type { MatchedBy, ReceiptForm, ReceiptLine, SlipKind } from "../../generated/contract";
import { say } from "../../i18n";
import { majorOf, slipTime, wholeTime } from "../records/figures";

/** The fields that are words, as the core names them. */
const TEXTS = [
  "tip",
  "terminal",
  "merchant_name",
  "merchant_no",
  "terminal_no",
  "operator",
  "issuer",
  "acquirer",
  "card",
  "batch",
  "trace",
  "auth",
  "reference",
  "note",
] as const;

export const KINDS: Readonly<Record<SlipKind, () => string>> = {
  sale: () => say("receipt-kind-sale"),
  void: () => say("receipt-kind-void"),
  refund: () => say("receipt-kind-refund"),
  pre_auth: () => say("receipt-kind-pre-auth"),
  query: () => say("receipt-kind-query"),
  wallet: () => say("receipt-kind-wallet"),
};

/** By what a slip and a sale belong together. */
export const MATCHED: Readonly<Record<MatchedBy, () => string>> = {
  reference: () => say("receipt-match-reference"),
  trace: () => say("receipt-match-trace"),
  amount: () => say("receipt-match-amount"),
};

/** The fields of a receipt as its form holds them. */
export function givenBy(receipt: ReceiptLine, zone: string): Record<string, string> {
  return {
    ...Object.fromEntries(TEXTS.map((field) => [field, field === "tip" ? "" : (receipt[field] ?? "")])),
    // Of a card of which only its end is known the end is shown; stars would have to be typed around.
    card: (receipt.card ?? "").replace(/^\*+/, ""),
    kind: receipt.kind,
    amount: majorOf(receipt.amount_fen),
    tip: majorOf(receipt.tip_fen),
    at: slipTime(receipt.at, zone),
  };
}

/**
 * A form as the core takes it, all of it anew. `kept` is the receipt that is amended: a time that nobody touched stays
 * what it was, for the field does not show its last fractions.
 */
export function formOf(
  typed: Readonly<Record<string, string>>,
  attachments: string[],
  today: string,
  kept: { at: string; shown: string } | null,
): ReceiptForm {
  const form: ReceiptForm = { amount: typed["amount"] ?? "", attachments };
  for (const field of TEXTS) {
    const text = typed[field];
    if (text !== undefined && text !== "") form[field] = text;
  }
  if (typed["kind"]) form.kind = typed["kind"] as SlipKind;
  const at = typed["at"] ?? "";
  if (kept !== null && at === kept.shown) form.at = kept.at;
  else if (at.trim() !== "") form.at = wholeTime(at, today);
  return form;
}
