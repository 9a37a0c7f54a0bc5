import type { FoundIn, FoundRecord } from "../../generated/contract";
import type { HistoryCalls } from "../../ipc/history";
import type { PastView } from "../place/place";
import { isUnread, type Span, spanOf } from "../records/days";
import { type Page, Pages, type Part } from "../records/pages.svelte";

const PAGE = 40;

/** What each filter of kinds looks into. */
export const LOOKS: Record<Exclude<PastView["kind"], "">, FoundIn[]> = {
  checks: ["mark", "finish", "day_note"],
  incidents: ["incident", "incident_note", "sale"],
  receipts: ["receipt"],
  disputes: ["dispute", "dispute_note"],
  files: ["file"],
  contacts: ["provider", "terminal", "staff", "code_text"],
};

/** What search has found, newest first. What it looks for is kept with the place. */
export class Finding extends Pages<FoundRecord, number, PastView> {
  constructor(
    private readonly calls: Pick<HistoryCalls, "searchRecords">,
    view: PastView,
    private readonly today: () => string,
  ) {
    super(view, PAGE);
  }

  get looking(): boolean {
    return this.filter.words.trim() !== "";
  }

  /** Whether a day field holds something that is no day. */
  unread(field: keyof Span): boolean {
    return isUnread(this.filter[field], this.today());
  }

  protected override async ask(part: Part<number>): Promise<Page<FoundRecord> | null> {
    if (!this.looking) return null;
    const { words, kind, till } = this.filter;
    const { found, more } = await this.calls.searchRecords({
      words,
      ...part,
      ...(kind === "" ? {} : { kinds: LOOKS[kind] }),
      ...(till === "" ? {} : { till }),
      ...spanOf(this.filter, this.today()),
    });
    return { rows: found, more };
  }

  protected override cursor({ place }: FoundRecord): number {
    return place;
  }
}
