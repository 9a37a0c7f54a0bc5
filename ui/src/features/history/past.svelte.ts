import type { HistoryDay } from "../../generated/contract";
import type { Calls } from "../../ipc/calls";
import { asRefusal, type Refusal } from "../../ipc/refusal";

const PAGE = 30;

/** The days gone by as far as they were read, newest first. */
export class Past {
  days = $state.raw<HistoryDay[] | null>(null);
  more = $state(false);
  refusal = $state.raw<Refusal | null>(null);

  constructor(private readonly calls: Pick<Calls, "listHistory">) {}

  /** Reads what is shown anew, as much of it as was there. */
  async read(): Promise<void> {
    await this.#page(Math.max(PAGE, this.days?.length ?? 0), null);
  }

  async earlier(): Promise<void> {
    await this.#page(PAGE, this.days?.at(-1)?.day ?? null);
  }

  async #page(limit: number, before: string | null): Promise<void> {
    try {
      const { days, more } = await this.calls.listHistory(limit, before);
      const known = before === null ? [] : (this.days ?? []);
      this.days = [...known, ...days.toReversed()];
      this.more = more;
      this.refusal = null;
    } catch (cause) {
      this.refusal = asRefusal(cause);
    }
  }
}
