import { tick } from "svelte";

import type { Attachment, Found, IncidentForm, Note, SaleForm } from "../../generated/contract";
import type { Refusal } from "../../ipc/refusal";
import { FRESH, keepDraft, nowSeconds } from "./draft";
import { AidView } from "./view.svelte";
import { guideText, headlineOf } from "./words";

export const STEP_ID = "aid-step";
export const WORDS_ID = "aid-words";

/** What the hand does in first aid. */
export class Aid extends AidView {
  /** A choice or an answer is on its way; another one would be for a step that nobody has seen yet. */
  busy = $state(false);
  /** Opens the page for a phone; set by whoever shows the photos. */
  openPhone: () => void = () => undefined;

  /** Opens an incident with what was chosen, or adds that to the one at hand; then goes to the step it leads to. */
  async choose(form: IncidentForm, to: string | null = null): Promise<void> {
    const { page, draft } = this;
    if (this.busy) return;
    this.busy = true;
    const known = {
      ...(this.till === null ? {} : { till: this.till }),
      ...(draft.amount ? { amount: draft.amount } : {}),
      ...(draft.card ? { card: draft.card } : {}),
      ...(draft.terminal ? { terminal: draft.terminal } : {}),
    };
    const done = await this.write(
      () =>
        page
          ? this.app.calls.amendIncident({ incident: page.id, form })
          : this.app.calls.openIncident({ form: { ...known, ...form } }),
      () => this.choose(form, to),
    );
    this.busy = false;
    if (!done) return;
    if (!page) keepDraft(this.place, FRESH, {});
    const stands = this.page?.stands_at;
    const there = stands && "step" in stands && stands.step === to;
    this.change({ words: undefined, back: undefined, jump: to === null || there ? undefined : to });
    await this.#arrive();
  }

  /** Chooses the symptom with this number, from 1. */
  async pick(number: number): Promise<void> {
    if (!this.first) await this.reading;
    const symptom = this.first?.guide.symptoms[number - 1];
    if (symptom) await this.choose({ symptom: symptom.id });
  }

  /** What a line of the search leads to. Where a symptom begins at that step, its name is worth more than none. */
  async chooseFound(found: Found, typed: string): Promise<void> {
    if (!this.first) await this.reading;
    const guide = this.first?.guide;
    if (found.kind === "symptom") return this.choose({ symptom: found.id });
    if (found.kind === "code") return this.choose({ code: found.id }, this.page ? found.step : null);
    const text = guide?.screen_texts.find((each) => found.kind === "screen_text" && each.id === found.id);
    const symptom = guide?.symptoms.find((each) => each.first === found.step)?.id ?? "screen-text";
    const code = text?.code ? { code: text.code } : {};
    return this.choose({ ...(this.page ? {} : { symptom }), ...code, screen: text ? found.text : typed }, found.step);
  }

  /** Gives the answer with this number, from 1. */
  async answer(number: number): Promise<void> {
    const { page, step } = this;
    const answer = step?.answers[number - 1];
    if (!page || !step || !answer || this.busy) return;
    this.busy = true;
    const done = await this.write(
      () => this.app.calls.takeStep({ incident: page.id, step: step.id, answer: answer.id }),
      () => this.answer(number),
    );
    this.busy = false;
    if (!done) return;
    this.change({ jump: undefined, back: undefined, words: undefined });
    await this.#arrive();
  }

  /** Shows the step before; what was answered stays written. */
  async back(): Promise<void> {
    const back = (this.draft.back ?? 0) + 1;
    if (back > this.taken.length) return;
    this.change({ back });
    await this.#arrive();
  }

  async note(note: Note): Promise<boolean> {
    const incident = this.page?.id;
    if (incident === undefined) return false;
    return this.write(
      () => this.app.calls.noteIncident({ incident, note }),
      () => this.note(note),
    );
  }

  attach(attachment: Attachment): Promise<boolean> {
    return this.note({ kind: "attached", attachments: [attachment.id] });
  }

  /** Writes numbers down; a refusal goes to whoever shows the fields. */
  async numbers(form: IncidentForm, sale: SaleForm): Promise<Refusal | null> {
    const { page } = this;
    if (!page) return null;
    const pending = page.sales.find((each) => each.settled === null);
    const { calls } = this.app;
    const amendBoth = async () => {
      const now = Object.keys(form).length > 0 ? await calls.amendIncident({ incident: page.id, form }) : page;
      if (!pending || Object.keys(sale).length === 0) return now;
      return calls.amendSale({ sale: pending.id, form: sale });
    };
    if (await this.write(amendBoth, null)) return null;
    const { refusal } = this;
    this.refusal = null;
    return refusal;
  }

  /** Goes on with an incident. */
  async goOn(incident: string): Promise<void> {
    this.place.aid = incident;
    await this.read();
    await this.#arrive();
  }

  /** Puts the hand on the step, where digits answer. */
  toStep(): void {
    void tick().then(() => document.getElementById(STEP_ID)?.focus());
  }

  /** To the opening screen; nothing of the incident at hand is lost. */
  async anew(): Promise<void> {
    this.place.aid = null;
    this.page = null;
    this.refusal = this.again = null;
    await tick();
    // At once: while the rest is still being read, the hand may have gone on from here.
    document.getElementById(WORDS_ID)?.focus();
    await this.read();
  }

  /** Starts the timer of a call, and has it kept at once: from here on a kill would lose time. */
  startCall(): void {
    if (this.page === null || this.draft.call) return;
    this.change({ call: { since: nowSeconds(), answered: null, answeredBy: "", ticket: "", said: "" } });
    void this.app.place.flush();
  }

  /** Back to where first aid was asked for. */
  leave(): void {
    this.app.go(this.place.before === "firstaid" ? "today" : this.place.before);
  }

  async #arrive(): Promise<void> {
    await tick();
    document.getElementById(STEP_ID)?.focus();
    const title = this.end ? guideText(`end-${this.end.id}-title`) : guideText(`${this.step?.id ?? ""}-title`);
    if (this.page) this.app.tell(`${headlineOf(this.page)}. ${title}`);
  }
}
