import type { DisputeLine, IncidentLine } from "../../../generated/contract";
import type { Calls } from "../../../ipc/calls";
import { CaseCalls } from "../../../ipc/cases";
import { type Page, Pages, type Part } from "../../records/pages.svelte";

/** An incident or a case that a pack can be about. */
export type Choice = { id: string; no: number; on: string; said: string };

const SIZE = 50;

/** What a pack can be about, newest first and as far as it was read, and the one that was asked for wherever it stands. */
abstract class Choices extends Pages<Choice, number> {
  /** The id of one that must be among them. */
  wanted = $state("");
  #beyond = $state.raw<Choice | null>(null);
  readonly all = $derived(this.#with(this.rows ?? [], this.#beyond));

  constructor() {
    super({}, SIZE);
  }

  protected abstract show(id: string): Promise<Choice>;

  protected override cursor({ no }: Choice): number {
    return no;
  }

  protected override async beside(): Promise<() => void> {
    const { wanted } = this;
    const known = wanted === "" || this.all.some(({ id }) => id === wanted);
    const beyond = known ? this.#beyond : await this.show(wanted);
    return () => (this.#beyond = beyond);
  }

  #with(rows: Choice[], beyond: Choice | null): Choice[] {
    return beyond === null || rows.some(({ id }) => id === beyond.id) ? rows : [...rows, beyond];
  }
}

export class IncidentChoices extends Choices {
  constructor(private readonly calls: Pick<Calls, "listIncidents" | "showIncident">) {
    super();
  }

  protected override async ask(part: Part<number>): Promise<Page<Choice>> {
    const { incidents, more } = await this.calls.listIncidents(part);
    return { rows: incidents.map(ofIncident), more };
  }

  protected override async show(incident: string): Promise<Choice> {
    return ofIncident(await this.calls.showIncident({ incident }));
  }
}

export class DisputeChoices extends Choices {
  readonly #calls: CaseCalls;

  constructor(calls: Pick<Calls, "as">) {
    super();
    this.#calls = calls.as(CaseCalls);
  }

  protected override async ask(part: Part<number>): Promise<Page<Choice>> {
    const { disputes, more } = await this.#calls.listDisputes(part);
    return { rows: disputes.map(ofDispute), more };
  }

  protected override async show(dispute: string): Promise<Choice> {
    return ofDispute(await this.#calls.showDispute({ dispute }));
  }
}

function ofIncident({ id, no, day, details }: Pick<IncidentLine, "id" | "no" | "day" | "details">): Choice {
  return { id, no, on: day, said: details.screen || details.note || "" };
}

function ofDispute({ id, no, notice_on: on, from }: Pick<DisputeLine, "id" | "no" | "notice_on" | "from">): Choice {
  return { id, no, on, said: from };
}
