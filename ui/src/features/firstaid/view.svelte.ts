import type { App } from "../../app.svelte";
import type { FirstAid, GuideEnd, GuideNext, GuideStep, IncidentPage } from "../../generated/contract";
import { asRefusal, NO_ANSWER, type Refusal } from "../../ipc/refusal";
import type { PlaceData } from "../place/place";
import { draftOf, FRESH, keepDraft, type AidDraft } from "./draft";

/** First aid as it stands on the screen: the guide, the incident it is about, and where in the guide the hand is. */
export class AidView {
  first = $state.raw<FirstAid | null>(null);
  /** The last reading: a hand may be quicker than the first one. */
  protected reading: Promise<void> = Promise.resolve();
  /** Null while nothing was chosen. */
  page = $state.raw<IncidentPage | null>(null);
  refusal = $state.raw<Refusal | null>(null);
  /** Does again what the core did not answer. */
  again = $state.raw<(() => unknown) | null>(null);
  #writes = 0;
  /** Writes go out one after another, in the order of the hand. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(readonly app: App) {}

  protected get place(): PlaceData {
    return this.app.place.data;
  }

  get #key(): string {
    return this.page === null ? FRESH : String(this.page.no);
  }

  /** The incident that was being treated is still on its way to the screen. */
  readonly waiting = $derived.by(() => this.place.aid !== null && this.page?.id !== this.place.aid);
  readonly draft: AidDraft = $derived.by(() => draftOf(this.place, this.#key));
  readonly till = $derived.by(() => this.app.opening.today?.till.id ?? null);
  readonly zone = $derived.by(() => this.app.opening.today?.shop.zone ?? "UTC");

  /** Steps that were answered, in order. */
  readonly taken: string[] = $derived.by(() =>
    (this.page?.timeline ?? []).flatMap(({ what }) => (what.kind === "step" && what.answer !== "" ? [what.step] : [])),
  );

  /** Where the guide is shown: a step looked back at, one that a text led to, else where the core says it stands. */
  readonly at: GuideNext | null = $derived.by(() => {
    const { back = 0, jump } = this.draft;
    const before = back > 0 ? this.taken.at(-back) : undefined;
    if (before !== undefined) return { step: before };
    return jump === undefined ? (this.page?.stands_at ?? null) : { step: jump };
  });

  readonly step: GuideStep | null = $derived.by(() => {
    const { at } = this;
    return (at && "step" in at && this.first?.guide.steps.find((each) => each.id === at.step)) || null;
  });

  readonly end: GuideEnd | null = $derived.by(() => {
    const { at } = this;
    return (at && "end" in at && this.first?.guide.ends.find((each) => each.id === at.end)) || null;
  });

  change(part: { [Name in keyof AidDraft]?: AidDraft[Name] | undefined }): void {
    keepDraft(this.place, this.#key, { ...this.draft, ...part } as AidDraft);
  }

  /** Reads guide and incident anew. An answer older than a write is thrown away. */
  read(): Promise<void> {
    return (this.reading = this.#read());
  }

  async #read(): Promise<void> {
    const writes = this.#writes;
    const { aid } = this.place;
    try {
      const [first, page] = await Promise.all([
        this.app.calls.showFirstAid(this.till === null ? {} : { till: this.till }),
        aid === null ? null : this.app.calls.showIncident({ incident: aid }),
      ]);
      this.first = first;
      if (writes !== this.#writes || aid !== this.place.aid) return;
      this.page = page;
      if (this.again) this.refusal = this.again = null;
    } catch (cause) {
      const refusal = asRefusal(cause);
      // An incident that this folder does not know leads to the opening screen.
      if (refusal.code === "incident_unknown") this.place.aid = null;
      else this.refused(refusal, () => this.read());
    }
  }

  /**
   * Sends a write and shows the incident as it is afterwards, unless the screen is about another one by then: a photo
   * may arrive when the next customer is already being helped. True when the core has it.
   */
  protected async write(call: () => Promise<IncidentPage>, again: (() => unknown) | null): Promise<boolean> {
    const { aid } = this.place;
    this.#writes += 1;
    const turn = this.#queue.then(call);
    this.#queue = turn.catch(() => undefined);
    try {
      const page = await turn;
      if (this.place.screen !== "firstaid" || this.place.aid !== aid) return true;
      this.place.aid = page.id;
      this.page = page;
      this.refusal = this.again = null;
      return true;
    } catch (cause) {
      this.refused(asRefusal(cause), again);
      return false;
    } finally {
      this.#writes += 1;
    }
  }

  protected refused(refusal: Refusal, again: (() => unknown) | null): void {
    this.refusal = refusal;
    this.again = refusal.code === NO_ANSWER ? again : null;
  }
}
