import type { IncidentLine, IncidentsPage, ListIncidents, Terminal } from "../../generated/contract";
import type { Calls } from "../../ipc/calls";
import { type Page, Pages, type Part } from "../records/pages.svelte";
import { addDays } from "../reminders/dates";
import { Codes } from "./codes.svelte";

/** More open ones than a shop ever has; they all stand in sight. */
const MOST_OPEN = 500;

/** What is shown of the incidents; no days are all of them. */
type Filter = { all: boolean; terminal: string; days: number };

/** The incidents as the page shows them: the open ones, and those that are over as far as they were read. */
export class IncidentList extends Pages<IncidentLine, number, Filter> {
  open = $state.raw<IncidentLine[]>([]);
  terminals = $state.raw<Terminal[]>([]);
  readonly over = $derived((this.rows ?? []).filter(({ state }) => state === "resolved"));
  readonly codes: Codes;

  constructor(
    private readonly calls: Pick<Calls, "listIncidents" | "showContacts" | "explainCode">,
    private readonly today: () => string,
  ) {
    super({ all: true, terminal: "", days: 0 });
    this.codes = new Codes(calls);
  }

  /** The first day that is looked at; nothing for all of them. */
  get span(): { from?: string } {
    const { days } = this.filter;
    return days === 0 ? {} : { from: addDays(this.today(), 1 - days) };
  }

  /** Whether more narrows the list than its days, which are all that a saved one knows. */
  get unkept(): boolean {
    return !this.filter.all || this.filter.terminal !== "";
  }

  protected override async ask(part: Part<number>): Promise<Page<IncidentLine>> {
    if (!this.filter.all) return { rows: [], more: false };
    const { incidents, more } = await this.#list(part);
    return { rows: incidents, more };
  }

  protected override cursor({ no }: IncidentLine): number {
    return no;
  }

  protected override async beside(): Promise<() => void> {
    const [{ incidents }, { terminals }] = await Promise.all([
      this.#list({ open: true, limit: MOST_OPEN }),
      this.calls.showContacts({}),
    ]);
    return () => Object.assign(this, { open: incidents, terminals });
  }

  async #list(wish: ListIncidents): Promise<IncidentsPage> {
    const { terminal } = this.filter;
    const page = await this.calls.listIncidents({
      ...wish,
      ...(terminal === "" ? {} : { terminal }),
      ...this.span,
    });
    void this.codes.learn(page.incidents.map(({ details }) => details.code));
    return page;
  }
}
