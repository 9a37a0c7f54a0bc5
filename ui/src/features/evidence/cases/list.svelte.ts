import type { DisputeLine } from "../../../generated/contract";
import type { CaseCalls } from "../../../ipc/cases";
import { type Page, Pages, type Part } from "../../records/pages.svelte";

/** More open ones than a shop ever has; they all stand in sight. */
const MOST_OPEN = 500;

/** The cases as the page shows them: those to reply to, the most pressing first, and the others as far as read. */
export class CaseList extends Pages<DisputeLine, number, { words: string; all: boolean }> {
  open = $state.raw<DisputeLine[]>([]);
  readonly others = $derived((this.rows ?? []).filter(({ state }) => state !== "open"));

  constructor(private readonly calls: Pick<CaseCalls, "listDisputes">) {
    super({ words: "", all: true });
  }

  protected override async ask(part: Part<number>): Promise<Page<DisputeLine>> {
    const { words, all } = this.filter;
    const { disputes, more } = await this.calls.listDisputes({
      words,
      ...part,
      ...(all ? {} : { going_on: true }),
    });
    return { rows: disputes, more };
  }

  protected override cursor({ no }: DisputeLine): number {
    return no;
  }

  protected override async beside(): Promise<() => void> {
    const wish = { words: this.filter.words, state: "open", limit: MOST_OPEN } as const;
    const { disputes } = await this.calls.listDisputes(wish);
    return () => (this.open = disputes.toSorted(byDay));
  }
}

/** In the order of the days to reply by; those without a day last. */
const byDay = (one: DisputeLine, other: DisputeLine): number =>
  (one.reply_by ?? "9999").localeCompare(other.reply_by ?? "9999") || one.no - other.no;
