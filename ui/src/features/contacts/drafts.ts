import type { PlaceKeeper } from "../place/keeper.svelte";

/** Names a form: `provider/provider-1`, `provider/new`. */
export type FormKey = string;

export const keyOf = (kind: string, id: string | null): FormKey => `${kind}/${id ?? "new"}`;

/**
 * Which form of the page is open, and what was typed in each and not saved. All of it stands in the place, so it
 * outlives the page; one form is open at a time, and opening another loses nothing.
 */
export class Drafts {
  constructor(private readonly place: PlaceKeeper) {}

  get open(): FormKey | null {
    const open = this.place.data.contactDraft?.["open"];
    return typeof open === "string" ? open : null;
  }

  /** What was typed in a form; null when that is nothing new. */
  of(key: FormKey): Record<string, unknown> | null {
    const draft = this.#forms()[key];
    return typeof draft === "object" && draft !== null ? (draft as Record<string, unknown>) : null;
  }

  show(key: FormKey): void {
    this.#set(key, this.#forms());
  }

  /** Closes the open form; what was typed stays. */
  close(): void {
    this.#set(null, this.#forms());
  }

  keep(key: FormKey, draft: Record<string, unknown> | null): void {
    const { [key]: _, ...others } = this.#forms();
    this.#set(this.open, draft === null ? others : { ...others, [key]: draft });
  }

  /** Closes a form and forgets what was typed in it. */
  drop(key: FormKey): void {
    this.keep(key, null);
    if (this.open === key) this.close();
  }

  /** The card that somebody was led to, once. */
  takeCard(): FormKey | null {
    const { card, ...others } = this.place.data.contactDraft ?? {};
    if (card !== undefined) this.place.data.contactDraft = Object.keys(others).length === 0 ? null : others;
    return typeof card === "string" ? card : null;
  }

  #forms(): Record<string, unknown> {
    const forms = this.place.data.contactDraft?.["forms"];
    return typeof forms === "object" && forms !== null ? (forms as Record<string, unknown>) : {};
  }

  #set(open: FormKey | null, forms: Record<string, unknown>): void {
    const empty = open === null && Object.keys(forms).length === 0;
    this.place.data.contactDraft = empty ? null : { open, forms };
  }
}

/** A form as it was typed: what an older program kept counts only where it has the form's own shape. */
export function withDraft<Form extends object>(fresh: Form, draft: Record<string, unknown> | null): Form {
  if (draft === null) return fresh;
  const merged = Object.entries(fresh).map(([name, value]: [string, unknown]) => {
    const kept = draft[name];
    if (typeof kept !== typeof value || Array.isArray(kept) !== Array.isArray(value)) return [name, value];
    if (typeof value !== "object" || value === null || Array.isArray(value) || kept === null)
      return [name, kept ?? value];
    return [name, withDraft(value, kept as Record<string, unknown>)];
  });
  return Object.fromEntries(merged) as Form;
}
