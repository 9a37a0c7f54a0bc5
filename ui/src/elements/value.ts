import type { Value } from "../generated/contract";
import { choiceText, money, number, unitText } from "../i18n";

/** A value as a person reads it: money, a figure with its unit, a choice by its name, text as it was typed. */
export function valueText(value: Value, item: { kind: string; range?: { unit: string } }): string {
  if (typeof value === "object") return money(value.total_fen);
  if (typeof value === "number") return item.range ? `${number(value)} ${unitText(item.range.unit)}` : number(value);
  return item.kind === "choice" ? choiceText(value) : value;
}
