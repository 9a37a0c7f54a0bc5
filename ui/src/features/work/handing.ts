import type { ProofCalls } from "../../ipc/proof";
import { Refusal } from "../../ipc/refusal";

/** Few enough bytes to be nothing in memory, enough that a file of many gigabytes takes no longer than its disk. */
const PIECE_BYTES = 4 * 1024 * 1024;
export const UNREADABLE = "file_unreadable";

export type Handing = {
  calls: Pick<ProofCalls, "handOver" | "dropHanded">;
  /** Told after each piece how many bytes are there. */
  came?: (bytes: number) => void;
  signal?: AbortSignal;
};

/** Hands a file to the core piece by piece, never holding more than one of them; the answer is its id there. */
export async function handOver(file: File, { calls, came, signal }: Handing): Promise<string> {
  let id = "";
  try {
    let at = 0;
    do {
      signal?.throwIfAborted();
      const bytes = await piece(file, at);
      const over = await calls.handOver({ file: id, name: file.name, at }, bytes);
      id = over.file;
      at = over.bytes;
      came?.(at);
    } while (at < file.size);
    signal?.throwIfAborted();
    return id;
  } catch (cause) {
    // What is there of it is of no use to anybody; should even this fail, it goes with the next start.
    if (id !== "") await calls.dropHanded(id).catch(() => undefined);
    throw cause;
  }
}

async function piece(file: File, at: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.slice(at, at + PIECE_BYTES).arrayBuffer());
  } catch {
    throw new Refusal(UNREADABLE, {});
  }
}
