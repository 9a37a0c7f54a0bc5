import type { Input, Output } from "./asking";
import { ProofCalls } from "./proof";

/** Packs, and the long work that makes them. */
export class PackCalls extends ProofCalls {
  previewPack(input: Input<"preview_pack">): Promise<Output<"preview_pack">> {
    return this.ask("preview_pack", input);
  }
  listUploadForms(): Promise<Output<"list_upload_forms">> {
    return this.ask("list_upload_forms", {});
  }
  startPack(input: Input<"start_pack">): Promise<Output<"start_pack">> {
    return this.ask("start_pack", input);
  }
  listPacks(): Promise<Output<"list_packs">> {
    return this.ask("list_packs", {});
  }
}
