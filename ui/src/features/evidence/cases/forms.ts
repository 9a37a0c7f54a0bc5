import type { DisputePage, DisputeState } from "../../../generated/contract";
import { Typed, type Drafts } from "../../records/typed";

/** What can be done with a case in each state, with the letter that does it. */
const ACTS = [
  { name: "form", letter: "A", in: ["open", "submitted", "won", "lost", "withdrawn"] },
  { name: "pick", letter: "L", in: ["open", "submitted", "won", "lost", "withdrawn"] },
  { name: "submit", letter: "S", in: ["open"] },
  { name: "close", letter: "C", in: ["open", "submitted"] },
  { name: "reopen", letter: "R", in: ["submitted", "won", "lost", "withdrawn"] },
] as const satisfies readonly { name: string; letter: string; in: readonly DisputeState[] }[];

export type ActName = (typeof ACTS)[number]["name"];

export function actsIn(state: DisputeState): { name: ActName; letter: string }[] {
  return ACTS.filter((act) => (act.in as readonly DisputeState[]).includes(state));
}

/** What a letter does in a state; null for nothing. */
export function actFor(key: string, state: DisputeState): ActName | null {
  return actsIn(state).find(({ letter }) => letter === key.toUpperCase())?.name ?? null;
}

/** The form of one piece: files that are it, or why it is not needed. */
export const attachForm = (piece: string): string => `attach ${piece}`;
export const waiveForm = (piece: string): string => `waive ${piece}`;

/** What is typed into one form of a case. */
export function typedIn(drafts: () => Drafts, form: string, page: () => DisputePage, given = {}): Typed {
  return new Typed(drafts, page().id, form, () => given);
}
