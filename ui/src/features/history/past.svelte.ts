import type { HistoryDay } from "../../generated/contract";
import type { HistoryCalls } from "../../ipc/history";
import type { PastView } from "../place/place";
import { type Page, Pages, type Part } from "../records/pages.svelte";

/** The days gone by as far as they were read, newest first: of the till that was chosen, or of all. */
export class Past extends Pages<HistoryDay, string, PastView> {
  constructor(
    private readonly calls: Pick<HistoryCalls, "listHistory">,
    view: PastView,
  ) {
    super(view);
  }

  protected override async ask(part: Part<string>): Promise<Page<HistoryDay>> {
    const { till } = this.filter;
    const { days, more } = await this.calls.listHistory({ ...part, ...(till === "" ? {} : { till }) });
    return { rows: days.toReversed(), more };
  }

  protected override cursor({ day }: HistoryDay): string {
    return day;
  }
}
