import type { HandedOver } from "../generated/contract";
import { Asking, type Input, type Output } from "./asking";
import type { Piece } from "./bridge";

/** Keys, anchors, the check of a pack, and long work. */
export class ProofCalls extends Asking {
  showKeys(): Promise<Output<"show_keys">> {
    return this.ask("show_keys", {});
  }
  backUpKey(path: string, passphrase: string): Promise<Output<"back_up_key">> {
    return this.ask("back_up_key", { path, passphrase });
  }
  restoreKey(input: Input<"restore_key">): Promise<Output<"restore_key">> {
    return this.ask("restore_key", input);
  }
  rotateKey(lost: boolean, note: string): Promise<Output<"rotate_key">> {
    return this.ask("rotate_key", { lost, note });
  }
  showAnchors(): Promise<Output<"show_anchors">> {
    return this.ask("show_anchors", {});
  }
  setTimestamps(url: string, root: string): Promise<Output<"set_timestamps">> {
    return this.ask("set_timestamps", { url, root });
  }
  askTimestamp(): Promise<Output<"ask_timestamp">> {
    return this.ask("ask_timestamp", {});
  }
  noteAnchor(input: Input<"note_anchor">): Promise<Output<"note_anchor">> {
    return this.ask("note_anchor", input);
  }
  findCheckpoint(code: string): Promise<Output<"find_checkpoint">> {
    return this.ask("find_checkpoint", { code });
  }
  startVerify(input: Input<"start_verify">): Promise<Output<"start_verify">> {
    return this.ask("start_verify", input);
  }
  showWork(): Promise<Output<"show_work">> {
    return this.ask("show_work", {});
  }
  stopWork(work: string): Promise<Output<"stop_work">> {
    return this.ask("stop_work", { work });
  }
  handOver(piece: Piece, bytes: Uint8Array<ArrayBuffer>): Promise<HandedOver> {
    return this.bridge.handOver(piece, bytes, this.caller()) as Promise<HandedOver>;
  }
  dropHanded(file: string): Promise<unknown> {
    return this.ask("drop_handed", { file });
  }
  async showInFolder(path: string): Promise<void> {
    await this.bridge.showInFolder(path);
  }
}
