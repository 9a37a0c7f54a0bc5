import { hostBridge } from "./host";
import { tauriInside, windowBridge } from "./window";

export type Caller = { staff?: string };

/** The one way out of the screen: calls, raw bytes, and word that somebody changed something. */
export type Bridge = {
  call(name: string, input: unknown, caller: Caller): Promise<unknown>;
  attach(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<unknown>;
  /** Calls back after every committed change of the data folder, whoever made it. Returns the way to stop. */
  onChanged(tell: () => void): () => void;
  /** Says that the screen can be used: a window that waited for it is shown. */
  ready(): void;
};

/** The program's window when there is one, else the loopback host that served this page. */
export function openBridge(): Bridge {
  const inside = tauriInside();
  return inside ? windowBridge(inside) : hostBridge();
}
