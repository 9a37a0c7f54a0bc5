import type { Attachment } from "../../generated/contract";
import { refusalText, say } from "../../i18n";
import type { Refusal } from "../../ipc/refusal";
import { NO_ANSWER } from "../../ipc/refusal";
import { TOO_LARGE_TO_READ, UNREADABLE, type Brought } from "./intake.svelte";

/** Why a file is not kept. */
export function whyNot(refusal: Refusal): string {
  switch (refusal.code) {
    case NO_ANSWER:
      return say("files-not-kept");
    case UNREADABLE:
      return say("files-unreadable");
    case TOO_LARGE_TO_READ:
      return say("files-too-large");
    default:
      return refusalText(refusal);
  }
}

/** Another try may end otherwise; a file that is empty or too large stays so. */
export const mayRetry = (refusal: Refusal): boolean =>
  !refusal.code.startsWith("attachment_") && refusal.code !== TOO_LARGE_TO_READ;

/** What became of a file, in one sentence for a screen reader. */
export function toldOf(brought: Brought, kept: Attachment | null): string {
  if (kept) return say("files-kept", { name: kept.name });
  if (brought.refusal) return `${brought.name}: ${whyNot(brought.refusal)}`;
  return say("files-again", { name: brought.same });
}
