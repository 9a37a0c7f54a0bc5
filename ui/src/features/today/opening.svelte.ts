import type { MarkResult, Marked, Today, TodayItem } from "../../generated/contract";
import type { Calls } from "../../ipc/calls";
import { asRefusal, type Refusal } from "../../ipc/refusal";
import type { PlaceKeeper } from "../place/keeper.svelte";
import { draftsOf, type Draft } from "../place/place";
import { Acts } from "./acts";
import { flat } from "./order";
import { wish } from "./wish";

export type Trouble = { refusal: Refusal; retry: () => Promise<unknown> };

/** The opening on the screen: what the core last said, what is on its way to it, and what it refused. */
export class Opening {
  today = $state.raw<Today | null>(null);
  /** Results on their way, by item. */
  saving: Record<string, MarkResult> = $state({});
  /** Refusals by item; the draft they are about is still there. */
  troubles: Record<string, Trouble> = $state({});
  /** A refusal about the page as a whole. */
  trouble = $state.raw<Trouble | null>(null);
  finishing = $state(false);
  #acts = new Acts();
  #queue: Promise<unknown> = Promise.resolve();
  #writes = 0;
  #reads = 0;

  constructor(
    private readonly calls: Calls,
    private readonly place: PlaceKeeper,
  ) {}

  item(id: string): TodayItem | null {
    return (this.today && flat(this.today.sections).find((each) => each.item === id)) ?? null;
  }

  draft(id: string): Draft {
    return this.today ? this.place.draft(this.today.day, this.today.till.id, id) : {};
  }

  setDraft(id: string, draft: Draft): void {
    if (this.today) this.place.setDraft(this.today.day, this.today.till.id, id, draft);
  }

  /**
   * Reads the opening anew. An answer older than a write or than a later reading is thrown away. At the start the
   * first till's may be on its way already; it serves unless another till was left on the screen.
   */
  async read(first?: Promise<Today>): Promise<void> {
    const mine = ++this.#reads;
    const writes = this.#writes;
    try {
      const { till } = this.place.data;
      const early = await first;
      const today = early && (till === null || early.till.id === till) ? early : await this.calls.showToday(till);
      if (mine !== this.#reads || writes !== this.#writes) return;
      this.#show(today);
      this.trouble = null;
    } catch (cause) {
      const refusal = asRefusal(cause);
      if (refusal.code === "till_unknown" && this.place.data.till !== null) {
        // The till on the screen was taken away meanwhile; the shop's first one stands in.
        this.place.data.till = null;
        return this.read();
      }
      if (mine === this.#reads) this.trouble = { refusal, retry: () => this.read() };
    }
  }

  /** Marks an item with what was drafted for it. True when the core has it. */
  async mark(id: string, result: MarkResult): Promise<boolean> {
    const { today } = this;
    const item = this.item(id);
    if (!today || !item) return false;
    const draft = this.draft(id);
    const input = wish(today.till.id, item, result, draft);
    const sent = JSON.stringify(draft);
    this.saving[id] = result;
    const done = await this.#write(
      () => this.calls.markItem(input),
      id,
      () => this.mark(id, result),
    );
    if (this.saving[id] === result) delete this.saving[id];
    // What was typed while the mark was on its way is a new draft and stays.
    if (done && JSON.stringify(this.draft(id)) === sent) this.setDraft(id, {});
    return done !== null;
  }

  /** Passes what is left of a section to look at. Returns how many, or null when it was refused. */
  async confirm(section: string): Promise<number | null> {
    const till = this.today?.till.id;
    if (till === undefined) return null;
    const call = (): Promise<Marked> => this.calls.confirmSection(till, section);
    return (await this.#write(call, null, () => this.confirm(section)))?.length ?? null;
  }

  /** Takes back the last act of this sitting. Returns how many marks went, 0 when there is nothing to take back. */
  async undo(): Promise<number | null> {
    // What is still on its way was done last; taken back before it arrived, an earlier act would go instead.
    await this.#queue;
    const { today } = this;
    const marks = today && this.#acts.last(today.till.id, today.day);
    if (!marks) return 0;
    const till = today.till.id;
    const done = await this.#write(
      () => this.calls.undoMarks(till, marks),
      null,
      () => this.read(),
      false,
    );
    return done && marks.length;
  }

  async finish(note: string | null): Promise<boolean> {
    const till = this.today?.till.id;
    if (till === undefined) return false;
    this.finishing = true;
    const call = async (): Promise<Marked> => ({ today: await this.calls.finishOpening(till, note), marks: [] });
    const done = await this.#write(call, null, () => this.finish(note), false);
    this.finishing = false;
    return done !== null;
  }

  /** Sends one write after another, in the order of the hand, and shows what the last one left. */
  async #write(
    call: () => Promise<Marked>,
    item: string | null,
    retry: () => Promise<unknown>,
    undoable = true,
  ): Promise<string[] | null> {
    this.#writes += 1;
    const turn = this.#queue.then(call);
    this.#queue = turn.catch(() => undefined);
    try {
      const { today, marks } = await turn;
      if (undoable) this.#acts.add({ till: today.till.id, day: today.day, marks });
      if (today.till.id === (this.place.data.till ?? this.today?.till.id)) this.#show(today);
      if (item === null) this.trouble = null;
      else delete this.troubles[item];
      return marks;
    } catch (cause) {
      const trouble = { refusal: asRefusal(cause), retry };
      if (item === null) this.trouble = trouble;
      else this.troubles[item] = trouble;
      return null;
    } finally {
      this.#writes += 1;
    }
  }

  #show(today: Today): void {
    if (this.today && this.today.day !== today.day) {
      this.troubles = {};
      this.place.data.finishNote = null;
    }
    if (this.today?.day !== today.day) this.place.data.drafts = draftsOf(this.place.data.drafts, today.day);
    this.today = today;
  }
}
