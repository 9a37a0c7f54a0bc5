import type { Attachment, PhonePage } from "../../generated/contract";
import type { FileCalls } from "../../ipc/files";
import { asRefusal, type Refusal } from "../../ipc/refusal";

const LOOK_EACH_MS = 500;

type Around = {
  calls: Pick<FileCalls, "startPhone" | "showPhone" | "stopPhone">;
  /** Takes a file that arrived; false when the same bytes were here before. */
  put: (attachment: Attachment) => boolean;
};

/** The page for the phone as this side sees it. It opens when it is asked to and never by itself. */
export class Phone {
  page = $state.raw<PhonePage | null>(null);
  refusal = $state.raw<Refusal | null>(null);
  starting = $state(false);
  /** Ids of files that came, but were here before. */
  again: string[] = $state([]);
  /** How many were new. */
  taken = $state(0);
  #given: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #left = false;

  constructor(private readonly around: Around) {}

  /** Whether a phone can come in now. */
  get open(): boolean {
    const { page } = this;
    return page !== null && page.url !== null && page.progress !== null && page.progress.state.kind !== "over";
  }

  /** Looks in which networks this PC is; goes on with a page that was open when the window was loaded anew. */
  async look(): Promise<void> {
    await this.#ask(() => this.around.calls.showPhone({}));
  }

  async start(address?: string): Promise<void> {
    this.starting = true;
    await this.#ask(() => this.around.calls.startPhone(address === undefined ? {} : { address }));
    this.starting = false;
    // Left while it was being opened: nobody looks at it any more.
    if (this.#left) await this.leave();
  }

  /** Closes the page and takes what arrived in the last moment. */
  async leave(): Promise<void> {
    this.#left = true;
    clearTimeout(this.#timer);
    if (this.page === null || this.page.url === null) return;
    this.#take(await this.around.calls.stopPhone({}).catch(() => null));
  }

  async #ask(call: () => Promise<PhonePage>): Promise<void> {
    clearTimeout(this.#timer);
    try {
      this.#take(await call());
      this.refusal = null;
    } catch (cause) {
      this.refusal = asRefusal(cause);
    }
    // An answer that fails to come is asked for again; the phone may be in the middle of sending.
    if (this.open && !this.#left) {
      this.#timer = setTimeout(() => void this.look(), LOOK_EACH_MS);
    }
  }

  #take(page: PhonePage | null): void {
    if (page === null) return;
    this.page = page;
    for (const attachment of page.attachments) {
      if (this.#given.includes(attachment.id)) continue;
      this.#given.push(attachment.id);
      if (this.around.put(attachment)) this.taken += 1;
      else this.again.push(attachment.id);
    }
  }
}

/** The dark squares of a code as one SVG path, one stroke for each run of them in a row. */
export function codePath(rows: readonly (readonly boolean[])[]): string {
  let path = "";
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== true) continue;
      const start = x;
      while (row[x + 1] === true) x += 1;
      path += `M${start} ${y}h${x - start + 1}v1H${start}z`;
    }
  });
  return path;
}

/** `9:05`. */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds) % 60).padStart(2, "0")}`;
}
