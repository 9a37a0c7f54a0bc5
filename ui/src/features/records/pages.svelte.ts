import { asRefusal, type Refusal } from "../../ipc/refusal";

export type Page<Row> = { rows: Row[]; more: boolean };
/** So many of the newest, or of those after the cursor. */
export type Part<Cursor> = { limit: number; before?: Cursor };

const RESTS_MS = 150;

/**
 * A list as far as it was read, newest first, and what narrows it. What is shown never mixes two questions: an answer
 * or a refusal that a newer question has overtaken is dropped.
 */
export abstract class Pages<Row, Cursor, Filter extends object = object> {
  /** Null until the first answer is here. */
  rows = $state.raw<Row[] | null>(null);
  more = $state(false);
  refusal = $state.raw<Refusal | null>(null);
  filter = $state({} as Filter);
  readonly #unfiltered: Filter;
  #shown: number;
  #turn = 0;
  #reading: Promise<void> = Promise.resolve();
  #onward: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    filter: Filter,
    private readonly size = 30,
  ) {
    this.filter = filter;
    this.#unfiltered = { ...filter };
    this.#shown = size;
  }

  /** Null while nothing is looked for. */
  protected abstract ask(part: Part<Cursor>): Promise<Page<Row> | null>;

  protected abstract cursor(row: Row): Cursor;

  /** Asks for what stands beside the list, and says how to show it once the rows are here too. */
  protected beside(): Promise<() => void> {
    return Promise.resolve(() => undefined);
  }

  /** Whether nothing but the filter can be why the list is empty. */
  get filtered(): boolean {
    const bare = (value: unknown): unknown => (typeof value === "string" ? value.trim() : value);
    return Object.entries(this.#unfiltered).some(
      ([field, value]) => bare(this.filter[field as keyof Filter]) !== value,
    );
  }

  /** Reads what is shown anew, as much of it as was there; done when an answer at least as new as this is shown. */
  read(): Promise<void> {
    return (this.#reading = this.#anew(++this.#turn));
  }

  /** Looks for something else, from the newest on. */
  look(): Promise<void> {
    clearTimeout(this.#timer);
    this.#shown = this.size;
    return this.read();
  }

  /** Looks a moment after the last key, so that a fast hand asks once. */
  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(), RESTS_MS);
  }

  /** Reads on; asked again meanwhile, it is the same reading on. */
  older(): Promise<void> {
    return (this.#onward ??= this.#readOn().finally(() => (this.#onward = null)));
  }

  async #anew(turn: number): Promise<void> {
    try {
      const [page, show] = await Promise.all([this.ask({ limit: this.#shown }), this.beside()]);
      if (turn !== this.#turn) return await this.#reading;
      show();
      this.#take([], page);
    } catch (cause) {
      if (turn !== this.#turn) return await this.#reading;
      this.refusal = asRefusal(cause);
    }
  }

  /** What is read anew in the meantime is waited for, or it would take the older ones away again. */
  async #readOn(): Promise<void> {
    await this.#reading;
    const known = this.rows ?? [];
    const last = known.at(-1);
    if (last === undefined || !this.more) return;
    const turn = this.#turn;
    try {
      const page = await this.ask({ limit: this.size, before: this.cursor(last) });
      if (turn !== this.#turn) return await this.#readOn();
      this.#shown += this.size;
      this.#take(known, page);
    } catch (cause) {
      if (turn !== this.#turn) return await this.#readOn();
      this.refusal = asRefusal(cause);
    }
  }

  #take(known: Row[], page: Page<Row> | null): void {
    this.rows = page && [...known, ...page.rows];
    this.more = page?.more ?? false;
    this.refusal = null;
  }
}
