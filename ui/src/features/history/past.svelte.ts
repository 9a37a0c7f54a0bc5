import type { HistoryDay } from "../../generated/contract";
import type { Calls } from "../../ipc/calls";
import { type Page, Pages, type Part } from "../records/pages.svelte";

/** The days gone by as far as they were read, newest first. */
export class Past extends Pages<HistoryDay, string> {
  constructor(private readonly calls: Pick<Calls, "listHistory">) {
    super({});
  }

  protected override async ask({ limit, before }: Part<string>): Promise<Page<HistoryDay>> {
    const { days, more } = await this.calls.listHistory(limit, before ?? null);
    return { rows: days.toReversed(), more };
  }

  protected override cursor({ day }: HistoryDay): string {
    return day;
  }
}
