import type { ReceiptLine, Terminal } from "../../generated/contract";
import type { Calls } from "../../ipc/calls";
import { isUnread, type Span, spanOf } from "../records/days";
import { type Page, Pages, type Part } from "../records/pages.svelte";

type Filter = Span & { words: string; terminal: string };

/** The receipts that the page shows, newest first, and what they are looked for by. */
export class ReceiptList extends Pages<ReceiptLine, string, Filter> {
  terminals = $state.raw<Terminal[]>([]);

  constructor(
    private readonly calls: Pick<Calls, "listReceipts" | "showContacts">,
    private readonly today: () => string,
  ) {
    super({ words: "", from: "", to: "", terminal: "" });
  }

  /** Whether a day field holds something that is no day. */
  unread(field: keyof Span): boolean {
    return isUnread(this.filter[field], this.today());
  }

  /** The days that are looked at. */
  get span(): Partial<Span> {
    return spanOf(this.filter, this.today());
  }

  /** Whether more narrows the list than its days, which are all that a saved one knows. */
  get unkept(): boolean {
    return this.filter.words.trim() !== "" || this.filter.terminal !== "";
  }

  protected override async ask(part: Part<string>): Promise<Page<ReceiptLine>> {
    const { words, terminal } = this.filter;
    const { receipts, more } = await this.calls.listReceipts({
      words,
      ...part,
      ...this.span,
      ...(terminal === "" ? {} : { terminal }),
    });
    return { rows: receipts, more };
  }

  protected override cursor({ id }: ReceiptLine): string {
    return id;
  }

  protected override async beside(): Promise<() => void> {
    const { terminals } = await this.calls.showContacts({});
    return () => (this.terminals = terminals);
  }
}
