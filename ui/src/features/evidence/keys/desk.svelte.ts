import type { AnchorsPage, CheckpointCode, KeysPage, NoteAnchor } from "../../../generated/contract";
import type { ProofCalls } from "../../../ipc/proof";
import { asRefusal, type Refusal } from "../../../ipc/refusal";

/** Which form is open; there is one at a time. */
export type Form = "copy" | "restore" | "replace" | "lost" | "service" | "given";

/** Keys and anchors: what the core says of them, and every change. Nothing secret is kept here beyond a form. */
export class KeysDesk {
  keys = $state.raw<KeysPage | null>(null);
  anchors = $state.raw<AnchorsPage | null>(null);
  refusal = $state.raw<Refusal | null>(null);
  form = $state<Form | null>(null);
  /** Where the last copy was written to. */
  copied = $state("");
  /** What was found for a code; undefined before anything was looked for. */
  found = $state.raw<CheckpointCode | null | undefined>(undefined);

  constructor(private readonly calls: ProofCalls) {}

  async read(): Promise<void> {
    this.refusal = await attempt(async () => {
      [this.keys, this.anchors] = await Promise.all([this.calls.showKeys(), this.calls.showAnchors()]);
    });
  }

  copy(path: string, passphrase: string): Promise<Refusal | null> {
    return attempt(async () => {
      const made = await this.calls.backUpKey(path, passphrase);
      this.keys = made.keys;
      this.copied = made.path;
    });
  }

  restore(text: string, passphrase: string): Promise<Refusal | null> {
    return attempt(async () => {
      this.keys = await this.calls.restoreKey({ text, passphrase });
    });
  }

  replace(lost: boolean, note: string): Promise<Refusal | null> {
    return attempt(async () => {
      this.keys = await this.calls.rotateKey(lost, note);
      this.copied = "";
      this.anchors = await this.calls.showAnchors();
    });
  }

  service(url: string, root: string): Promise<Refusal | null> {
    return attempt(async () => {
      this.anchors = await this.calls.setTimestamps(url, root);
    });
  }

  ask(): Promise<Refusal | null> {
    return attempt(async () => {
      this.anchors = await this.calls.askTimestamp();
    });
  }

  given(input: NoteAnchor): Promise<Refusal | null> {
    return attempt(async () => {
      this.anchors = await this.calls.noteAnchor(input);
    });
  }

  find(code: string): Promise<Refusal | null> {
    this.found = undefined;
    return attempt(async () => {
      this.found = (await this.calls.findCheckpoint(code)).checkpoint;
    });
  }
}

async function attempt(run: () => Promise<void>): Promise<Refusal | null> {
  try {
    await run();
    return null;
  } catch (cause) {
    return asRefusal(cause);
  }
}
