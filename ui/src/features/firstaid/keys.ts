import { isComposing, type Pressed } from "../today/keys";

/** What a key asks for in first aid. */
export type AidAct =
  | { do: "pick"; number: number }
  | { do: "type" | "photo" | "call" | "note" | "numbers" | "card" | "back" | "leave" | "anew" | "today" };

const SINGLE: Record<string, AidAct["do"] & ("photo" | "call" | "note" | "numbers" | "card")> = {
  p: "photo",
  c: "call",
  n: "note",
  e: "numbers",
  k: "card",
};

/**
 * What a key does. Where nothing is left to answer, Enter on no button leads back to today. In a field only Escape and F2 mean anything; on the opening screen any letter goes into its field;
 * in a step letters are acts. `single` keys, digits among them, can be switched off.
 */
export function aidActFor(
  pressed: Pressed,
  where: { field: boolean; step: boolean; end: boolean },
  singleKeys: boolean,
): AidAct | null {
  if (isComposing(pressed) || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  if (key === "Escape") return { do: "leave" };
  if (key === "F2") return where.step ? { do: "anew" } : { do: "type" };
  if (where.field) return null;
  if (key === "Enter") return where.end ? { do: "today" } : null;
  if (key === "Backspace") return where.step ? { do: "back" } : { do: "type" };
  if (!singleKeys) return null;
  if (/^[1-9]$/.test(key)) return { do: "pick", number: Number(key) };
  if (!where.step) return key.length === 1 && key !== " " ? { do: "type" } : null;
  const act = SINGLE[key];
  return act === undefined ? null : { do: act };
}
