import type { CheckedPack } from "../../../generated/contract";
import type { ProofCalls } from "../../../ipc/proof";
import { asRefusal, type Refusal } from "../../../ipc/refusal";
import { handOver } from "../../work/handing";
import { LongWork } from "../../work/work.svelte";

/** The check of a pack: the file is handed over, then the core looks; one after the other, and either can be stopped. */
export class PackCheck {
  readonly long: LongWork;
  /** The file that is on its way to the core; null when none is. */
  sending = $state.raw<{ name: string; percent: number } | null>(null);
  refusal = $state.raw<Refusal | null>(null);
  #stop: AbortController | null = null;

  constructor(private readonly calls: ProofCalls) {
    this.long = new LongWork(calls);
  }

  get busy(): boolean {
    return this.sending !== null || this.long.going;
  }

  /** What the last check found; null while there is none. */
  get found(): CheckedPack | null {
    return this.long.work?.result?.kind === "check_pack" ? this.long.work.result : null;
  }

  /** Why the last check could not be made. */
  get why(): Refusal | null {
    const { work } = this.long;
    const refused = work?.kind === "check_pack" && work.refusal ? asRefusal(work.refusal) : null;
    return this.refusal ?? this.long.refusal ?? refused;
  }

  async file(file: File, key: string): Promise<void> {
    if (this.busy) return;
    this.refusal = null;
    this.sending = { name: file.name, percent: 0 };
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    try {
      const came = (bytes: number): void => {
        this.sending = { name: file.name, percent: file.size === 0 ? 100 : Math.floor((100 * bytes) / file.size) };
      };
      const id = await handOver(file, { calls: this.calls, came, signal });
      await this.long.begin(() => this.calls.startVerify({ file: id, key }));
    } catch (cause) {
      if (!signal.aborted) this.refusal = asRefusal(cause);
    }
    this.sending = null;
  }

  async path(path: string, key: string): Promise<void> {
    if (this.busy) return;
    this.refusal = null;
    await this.long.begin(() => this.calls.startVerify({ path, key }));
  }

  /** Stops what goes on; what is over stays. */
  async stop(): Promise<void> {
    this.#stop?.abort();
    if (this.long.going) await this.long.stop();
  }

  /** Whoever leaves while a file is still on its way wants it no more; the check itself goes on. */
  leave(): void {
    this.#stop?.abort();
    this.long.leave();
  }
}
