import type { Attachment, FileSource } from "../../generated/contract";
import type { Calls } from "../../ipc/calls";
import { asRefusal, type Refusal } from "../../ipc/refusal";

/** A file that was brought and is not kept: on its way, refused, or the same as one that is here. */
export type Brought = {
  key: number;
  name: string;
  file: File;
  source: FileSource;
  state: "waiting" | "adding" | "refused" | "again";
  refusal: Refusal | null;
  /** The name of the file that it equals. */
  same: string;
};

/** Read whole into memory before the core can say no; beyond this not even tried. Far above what the core takes. */
const MOST_READ = 256 * 1024 * 1024;
export const UNREADABLE = "file_unreadable";
export const TOO_LARGE_TO_READ = "file_too_large_to_read";

type Around = {
  calls: Pick<Calls, "attach">;
  /** What the record holds by now. */
  here: () => readonly Attachment[];
  add: (attachment: Attachment) => void;
  /** Tells what became of a file, for a screen reader. */
  told: (brought: Brought, kept: Attachment | null) => void;
};

/** Takes files in one after another, in the order in which they were brought; one that is refused stops no other. */
export class Intake {
  rows: Brought[] = $state([]);
  /** A file is on its way. */
  busy = $state(false);
  /** How many were handed over since somebody asked. */
  fresh = $state(0);
  #next = 0;
  // Handed over, but not seen in the record yet: the same file twice in one go is found all the same.
  #handed: Attachment[] = [];

  constructor(private readonly around: Around) {}

  take(files: Iterable<File>, source: FileSource): void {
    for (const file of files) {
      const key = this.#next++;
      this.rows.push({ key, name: file.name, file, source, state: "waiting", refusal: null, same: "" });
    }
    if (!this.busy) void this.#run();
  }

  /** Takes a file that is kept already, as from a phone; the same bytes twice are shown once. True when it was new. */
  put(attachment: Attachment): boolean {
    const same = this.#known(attachment.sha256);
    if (same) return same.id === attachment.id;
    this.#handed.push(attachment);
    this.fresh += 1;
    this.around.add(attachment);
    return true;
  }

  /** The record has followed; what it holds needs not be remembered here. */
  seen(files: readonly Attachment[]): void {
    this.#handed = this.#handed.filter((each) => !files.some((file) => file.id === each.id));
  }

  forget(row: Brought): void {
    this.rows = this.rows.filter((each) => each.key !== row.key);
  }

  retry(row: Brought): void {
    this.forget(row);
    this.take([row.file], row.source);
  }

  #known(sha256: string): Attachment | undefined {
    return [...this.around.here(), ...this.#handed].find((file) => file.sha256 === sha256);
  }

  async #run(): Promise<void> {
    this.busy = true;
    for (;;) {
      const row = this.rows.find((each) => each.state === "waiting");
      if (!row) break;
      row.state = "adding";
      try {
        const kept = await this.#keep(row);
        if (kept) this.forget(row);
        this.around.told(row, kept);
      } catch (cause) {
        row.refusal = asRefusal(cause);
        row.state = "refused";
        this.around.told(row, null);
      }
    }
    this.busy = false;
  }

  async #keep(row: Brought): Promise<Attachment | null> {
    if (row.file.size > MOST_READ) throw { code: TOO_LARGE_TO_READ };
    const bytes = await row.file.arrayBuffer().then(
      (buffer) => new Uint8Array(buffer),
      () => Promise.reject({ code: UNREADABLE }),
    );
    // Asked before it is sent, so that the ledger is spared an entry that nobody needs.
    const before = this.#known(await sha256Of(bytes));
    const kept = before ?? (await this.around.calls.attach(row.name, bytes, row.source));
    const same = this.#known(kept.sha256);
    if (!same) {
      this.put(kept);
      return kept;
    }
    row.same = same.name;
    row.state = "again";
    return null;
  }
}

/** Of a file's bytes, in hex digits; empty where this web view does not reckon it. */
async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (!subtle) return "";
  const digest = new Uint8Array(await subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
