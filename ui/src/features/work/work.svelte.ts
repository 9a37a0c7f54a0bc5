import type { Work, WorkPage } from "../../generated/contract";
import type { ProofCalls } from "../../ipc/proof";
import { asRefusal, type Refusal } from "../../ipc/refusal";

const LOOK_EACH_MS = 250;

/** The long work of the core as this side sees it: begun here or before, followed until it is over. */
export class LongWork {
  work = $state.raw<Work | null>(null);
  refusal = $state.raw<Refusal | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #left = false;

  constructor(private readonly calls: Pick<ProofCalls, "showWork" | "stopWork">) {}

  /** It goes on, or is tidying up. */
  get going(): boolean {
    return this.work !== null && (this.work.state === "running" || this.work.state === "stopping");
  }

  /** Looks whether there is any; goes on with one that was begun before the window was loaded anew. */
  look(): Promise<void> {
    return this.#ask(() => this.calls.showWork());
  }

  /** Begins a piece by one of the core's commands, and follows it. */
  begin(start: () => Promise<WorkPage>): Promise<void> {
    return this.#ask(start);
  }

  /** Stops it, or puts away what came of it. */
  async stop(): Promise<void> {
    const { work } = this;
    if (work !== null) await this.#ask(() => this.calls.stopWork(work.id));
  }

  /** Nobody looks any more; the work itself goes on. */
  leave(): void {
    this.#left = true;
    clearTimeout(this.#timer);
  }

  async #ask(call: () => Promise<WorkPage>): Promise<void> {
    clearTimeout(this.#timer);
    try {
      this.work = (await call()).work;
      this.refusal = null;
    } catch (cause) {
      this.refusal = asRefusal(cause);
    }
    if (this.going && !this.#left) this.#timer = setTimeout(() => void this.look(), LOOK_EACH_MS);
  }
}

/** How far it is, from 0 to 100; null where nobody can know. */
export function percentOf(work: Pick<Work, "done" | "total">): number | null {
  if (work.total === null || work.total === 0) return null;
  return Math.floor((100 * work.done) / work.total);
}
