// The files of an answer: what would be sent, and what somebody says was not.
import type { Attachment, DisputePage } from "../../../generated/contract";
import { say } from "../../../i18n";

/** A file that leaves, and what it is called where it is chosen. */
export type Sent = { file: Attachment; name: string };

/** What a case would send: a copy with parts blacked out in place of its original, each file once. */
export function wouldSend({ files }: Pick<DisputePage, "files">): Sent[] {
  const sent = new Map<string, Sent>();
  for (const { file, redacted } of files) {
    const leaves = redacted ?? file;
    const name = redacted ? say("dispute-files-redacted", { name: file.name }) : file.name;
    if (!sent.has(leaves.id)) sent.set(leaves.id, { file: leaves, name });
  }
  return [...sent.values()];
}

/** The ids of the files that were not sent, as a draft keeps them. */
export const unsent = (kept: string): string[] => kept.split(" ").filter((id) => id !== "");
