// Words for the upload forms, and for what becomes of a file that goes to one.
import type { SetFull, UploadFile, UploadForm, UploadKind, UploadPreview } from "../../../generated/contract";
import { listText, number, say } from "../../../i18n";
import { words } from "../../../i18n/live.svelte";

/** The name of an upload form; one that these words do not know is called by its id. */
export function formText(id: string): string {
  const key = `upload-form-${id}`;
  return words().has(key) ? words().format(key, null) : id;
}

/** Forms count in thousands, not in 1,024; never more than was allowed. */
export function limitText(bytes: number): string {
  if (bytes < 100_000) return `${number(Math.floor(bytes / 1_000))} KB`;
  return `${number(Math.floor(bytes / 100_000) / 10)} MB`;
}

const KINDS: Readonly<Record<UploadKind, string>> = { jpeg: "JPEG", png: "PNG", pdf: "PDF", picture: "", other: "" };

/** What a form takes, in one line. */
export function limitsText(form: UploadForm): string {
  const limits = [say("upload-limit-kinds", { kinds: listText(form.takes.map((kind) => KINDS[kind])) })];
  if (form.file_bytes !== null) limits.push(say("upload-limit-file", { size: limitText(form.file_bytes) }));
  // One file for all of it says nothing new.
  if (form.total_bytes !== null) limits.push(say("upload-limit-total", { size: limitText(form.total_bytes) }));
  if (form.files !== null) limits.push(say("upload-limit-files", { count: form.files }));
  if (form.pages !== null) limits.push(say("upload-limit-pages", { count: form.pages }));
  return say("upload-limits", { limits: limits.join(" · ") });
}

/** What becomes of a file. */
export function fateText(file: UploadFile, { sets }: UploadPreview): string {
  switch (file.why) {
    case "form":
      return say("upload-left-form");
    case "large":
      return say("upload-left-large");
    case "unreadable":
      return say("upload-left-unreadable");
    case "pages":
      return say("upload-left-pages");
    case "pages_unknown":
      return say("upload-left-pages-unknown");
  }
  const what =
    file.at_most === null ? say("upload-list-kept") : say("packs-fate-smaller", { size: limitText(file.at_most) });
  return sets > 1 && file.set !== null ? say("packs-fate-set", { set: file.set, what }) : what;
}

/** Why this set, counted from two, is needed. */
export function setText(full: SetFull, set: number): string {
  const which = { set, before: set - 1 };
  switch (full) {
    case "room":
      return say("upload-set-room", which);
    case "files":
      return say("upload-set-files", which);
    case "pages":
      return say("upload-set-pages", which);
  }
}
