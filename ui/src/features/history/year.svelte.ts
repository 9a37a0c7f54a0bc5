import type { Calendar, CalendarDay, Figures } from "../../generated/contract";
import type { HistoryCalls } from "../../ipc/history";
import { asRefusal, type Refusal } from "../../ipc/refusal";
import { firstDay, lastDay, monthsUpTo } from "./months";

/** The half year that calendar and figures show, of one till or of all of them as one. */
export class HalfYear {
  calendar = $state.raw<Calendar | null>(null);
  figures = $state.raw<Figures | null>(null);
  refusal = $state.raw<Refusal | null>(null);
  /** Its last month, and the till that was asked for; empty for all of them. */
  last = $state("");
  till = $state("");
  #turn = 0;

  readonly months = $derived(this.last === "" ? [] : monthsUpTo(this.last));
  readonly days: Readonly<Record<string, CalendarDay>> = $derived(
    Object.fromEntries((this.calendar?.days ?? []).map((each) => [each.day, each])),
  );

  constructor(private readonly calls: Pick<HistoryCalls, "showCalendar" | "showFigures">) {}

  /** Reads what is shown anew. An answer that was overtaken is dropped. */
  async read(last: string, till: string): Promise<void> {
    const turn = ++this.#turn;
    const months = monthsUpTo(last);
    const wish = { from: firstDay(months[0] ?? last), to: lastDay(last), ...(till === "" ? {} : { till }) };
    try {
      const [calendar, figures] = await Promise.all([
        this.calls.showCalendar({ ...wish, together: till === "" }),
        this.calls.showFigures(wish),
      ]);
      if (turn !== this.#turn) return;
      Object.assign(this, { calendar, figures, last, till, refusal: null });
    } catch (cause) {
      if (turn === this.#turn) this.refusal = asRefusal(cause);
    }
  }
}
