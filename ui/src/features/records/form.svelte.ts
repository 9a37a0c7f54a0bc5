import { createContext } from "svelte";

import { asRefusal, type Refusal } from "../../ipc/refusal";
import { fieldOf } from "./refused";
import type { Typed } from "./typed";

/** One form on the screen: what is typed in it, and what was refused the last time it was saved. */
export class Form {
  refusal = $state.raw<Refusal | null>(null);
  /** A field that could not even be sent, with the words for it. */
  unread = $state.raw<{ field: string; text: () => string } | null>(null);
  busy = $state(false);
  readonly #fields: string[] = [];

  constructor(
    readonly typed: Typed,
    /** What ids and test ids of its fields begin with. */
    readonly id: string,
  ) {}

  /** A field tells that it is there, so that a refusal can stand beside it. */
  has(field: string): void {
    this.#fields.push(field);
  }

  /** The field that was refused; null when none was, or the refusal is about the whole form. */
  get refused(): string | null {
    if (this.unread !== null) return this.unread.field;
    return this.refusal && fieldOf(this.refusal, this.typed.all, this.#fields);
  }

  /** Somebody types over what was refused; what stood beside it is no longer true. */
  forgive(field: string): void {
    if (this.refused !== field) return;
    this.refusal = null;
    this.unread = null;
  }

  /** Sends it. What was typed stays until that has worked. */
  async send(run: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.unread = null;
    try {
      await run();
      this.refusal = null;
      this.typed.drop();
      return true;
    } catch (cause) {
      if (cause instanceof Unread) this.unread = cause;
      this.refusal = cause instanceof Unread ? null : asRefusal(cause);
      return false;
    } finally {
      this.busy = false;
    }
  }
}

/** Thrown while a form is read: what stands in this field is no such thing as it asks for. */
export class Unread extends Error {
  constructor(
    readonly field: string,
    readonly text: () => string,
  ) {
    super(field);
  }
}

export const [getForm, setForm] = createContext<Form>();
