import type { Calls } from "../../ipc/calls";
import { draftKey, freshPlace, placeFrom, tidy, type Draft, type PlaceData } from "./place";

const REST_MS = 400;

/** Holds the place and keeps it in the core a moment after each change, so that a crash loses nothing typed. */
export class PlaceKeeper {
  data: PlaceData = $state(freshPlace());
  /** The last attempt to keep it was refused; the screen says so, for the drafts would not survive. */
  unsaved = $state(false);
  /** Null until the kept place has been read: nothing may be written over drafts that were not seen yet. */
  #kept: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly calls: Pick<Calls, "keepPlace" | "readPlace">) {}

  async restore(): Promise<void> {
    this.data = placeFrom(await this.calls.readPlace());
    this.#kept = JSON.stringify(this.data);
  }

  /** Starts watching; call once, where effects may run. */
  watch(): void {
    $effect(() => {
      const text = JSON.stringify(this.data);
      if (this.#kept === null || text === this.#kept) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.flush(), REST_MS);
    });
  }

  /** Keeps what is there now; also called when the window is hidden or goes. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    const text = JSON.stringify(this.data);
    if (this.#kept === null || text === this.#kept) return;
    const before = this.#kept;
    this.#kept = text;
    try {
      await this.calls.keepPlace(JSON.parse(text));
      this.unsaved = false;
    } catch {
      // Not kept: the next change tries again, and so does the next flush.
      if (this.#kept === text) this.#kept = before;
      this.unsaved = true;
    }
  }

  draft(day: string, till: string, item: string): Draft {
    return this.data.drafts[draftKey(day, till, item)] ?? {};
  }

  setDraft(day: string, till: string, item: string, draft: Draft): void {
    const key = draftKey(day, till, item);
    const kept = tidy(draft);
    if (kept) this.data.drafts[key] = kept;
    else delete this.data.drafts[key];
  }

  setStaff(name: string): void {
    this.data.staff = name;
    if (name === "") return;
    this.data.staffLately = [name, ...this.data.staffLately.filter((each) => each !== name)].slice(0, 6);
  }
}
