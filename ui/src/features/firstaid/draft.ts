import type { PlaceData } from "../place/place";

/**
 * A call that is going on. Instants are seconds since 1970, so that the timer goes on after a kill: in a kept place a
 * longer number would be taken for one of a card.
 */
export type CallDraft = {
  since: number;
  /** When somebody answered; null while it rings. */
  answered: number | null;
  answeredBy: string;
  ticket: string;
  said: string;
};

export const nowSeconds = (): number => Math.floor(Date.now() / 1000);

/** Numbers of a sale, as typed. */
export const NUMBERS = ["amount", "card", "trace", "reference"] as const;
export type Numbers = Partial<Record<(typeof NUMBERS)[number], string>>;

/** What was typed in first aid and not written down yet, and where the hand was: for one incident, or for a new one. */
export type AidDraft = {
  words?: string;
  amount?: string;
  card?: string;
  terminal?: string;
  /** The step that a text on the screen led to, past the one that the core would ask. */
  jump?: string;
  /** How many steps back somebody looks. */
  back?: number;
  /** The note; there while its field is open. */
  note?: string;
  call?: CallDraft;
  /** There while the form of the numbers is open. */
  numbers?: Numbers;
};

/** The key of what belongs to no incident yet; that of an incident is its number. */
export const FRESH = "new";

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const textsOf = <Name extends string>(from: Record<string, unknown>, names: readonly Name[]) =>
  Object.fromEntries(names.filter((name) => typeof from[name] === "string").map((name) => [name, from[name]])) as {
    [Each in Name]?: string;
  };

function callFrom(value: unknown): CallDraft | null {
  if (!isRecord(value) || typeof value["since"] !== "number") return null;
  const { answered } = value;
  return {
    answeredBy: "",
    ticket: "",
    said: "",
    ...textsOf(value, ["answeredBy", "ticket", "said"]),
    since: value["since"],
    answered: typeof answered === "number" ? answered : null,
  };
}

/** Reads what was kept under a key, whatever an older program left there. */
export function draftOf({ aidDraft }: Pick<PlaceData, "aidDraft">, key: string): AidDraft {
  const kept = aidDraft?.[key];
  if (!isRecord(kept)) return {};
  const draft: AidDraft = textsOf(kept, ["words", "amount", "card", "terminal", "jump", "note"]);
  if (typeof kept["back"] === "number") draft.back = kept["back"];
  if (isRecord(kept["numbers"])) draft.numbers = textsOf(kept["numbers"], NUMBERS);
  const call = callFrom(kept["call"]);
  if (call) draft.call = call;
  return draft;
}

/** Keeps it; what is empty leaves no trace, so that the place does not grow with every incident. */
export function keepDraft(place: Pick<PlaceData, "aidDraft">, key: string, draft: AidDraft): void {
  const { [key]: _, ...others } = place.aidDraft ?? {};
  const said = Object.entries(draft).filter(([name, value]) => {
    // An open field counts, even while nothing stands in it.
    if (name === "note" || name === "numbers") return value !== undefined;
    return value !== undefined && value !== "" && value !== 0;
  });
  const all = said.length > 0 ? { ...others, [key]: Object.fromEntries(said) } : others;
  place.aidDraft = Object.keys(all).length > 0 ? all : null;
}
