import type { IncidentForm, IncidentPage, SaleForm } from "../../generated/contract";
import type { Refusal } from "../../ipc/refusal";
import { NUMBERS, type Numbers } from "./draft";

/** The numbers of the sale as they are written down, in the form in which they are typed. */
export function numbersOf(page: Pick<IncidentPage, "details" | "sales">): Required<Numbers> {
  const { amount_fen: fen, card } = page.details;
  const sale = page.sales.find((each) => each.settled === null);
  return {
    amount: typeof fen === "number" ? (fen / 100).toFixed(2) : "",
    // Of a card of which only its end is known the end is shown; stars would have to be typed around.
    card: (card ?? "").replace(/^\*+/, ""),
    trace: sale?.trace ?? "",
    reference: sale?.reference ?? "",
  };
}

/** What was changed, as the core takes it: amount and card belong to the incident, the rest to its sale. */
export function formsOf(known: Required<Numbers>, typed: Numbers): { incident: IncidentForm; sale: SaleForm } {
  const changed = NUMBERS.filter((name) => typed[name] !== undefined && typed[name] !== known[name]);
  const pick = (names: readonly string[]): Record<string, string> =>
    Object.fromEntries(changed.filter((name) => names.includes(name)).map((name) => [name, typed[name] ?? ""]));
  return { incident: pick(["amount", "card"]), sale: pick(["trace", "reference"]) };
}

/** The field that a refusal is about; null when it is about none of them. */
export function fieldOf(refusal: Pick<Refusal, "code" | "params">): (typeof NUMBERS)[number] | null {
  const { field } = refusal.params;
  const named = NUMBERS.find((name) => name === field);
  if (named !== undefined) return named;
  if (refusal.code.startsWith("card_")) return "card";
  return refusal.code.startsWith("amount_") ? "amount" : null;
}
