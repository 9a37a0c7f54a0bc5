import type { FileSource } from "../generated/contract";
import { hostBridge } from "./host";
import { tauriInside, windowBridge } from "./window";

export type Caller = { staff?: string };

/** Where a piece belongs: the file's id, its name, and how many bytes of it came before. */
export type Piece = { file: string; name: string; at: number };

/** The one way out of the screen: calls, raw bytes, and word that somebody changed something. */
export type Bridge = {
  call(name: string, input: unknown, caller: Caller): Promise<unknown>;
  attach(name: string, bytes: Uint8Array<ArrayBuffer>, source: FileSource, caller: Caller): Promise<unknown>;
  /** Hands over a piece of a big file; `file` is empty for its first one. */
  handOver(piece: Piece, bytes: Uint8Array<ArrayBuffer>, caller: Caller): Promise<unknown>;
  /** Shows a file that the core made in the desktop's file manager. */
  showInFolder(path: string): Promise<unknown>;
  /** Where a small copy of a picture is found, made by the core and nothing but a picture. */
  pictureUrl(attachment: string, longestPx: number): string;
  /** Calls back after every committed change of the data folder, whoever made it. Returns the way to stop. */
  onChanged(tell: () => void): () => void;
  /** Calls back when somebody asks for today's checklist from outside: a reminder, the tray. Returns the way to stop. */
  onShowToday(show: () => void): () => void;
  /** Says that the screen can be used: a window that waited for it is shown. */
  ready(): void;
};

/** The program's window when there is one, else the loopback host that served this page. */
export function openBridge(): Bridge {
  const inside = tauriInside();
  return inside ? windowBridge(inside) : hostBridge();
}
