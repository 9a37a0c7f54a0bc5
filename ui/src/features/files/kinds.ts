import type { Attachment } from "../../generated/contract";
import { number, say } from "../../i18n";

/** What of a file can be put on the screen; the core has read its first bytes, its name counts for nothing. */
export type Sight = "picture" | "heic" | "pdf" | "other";

const SIGHTS: Readonly<Record<string, Sight>> = {
  "image/jpeg": "picture",
  "image/png": "picture",
  "image/webp": "picture",
  "image/heic": "heic",
  "application/pdf": "pdf",
};

export function sightOf(mime: string): Sight {
  return SIGHTS[mime] ?? "other";
}

/** Why there is no picture to see. `broken` is a picture of which the core could make no small copy. */
export function whyUnseen(sight: Exclude<Sight, "picture"> | "broken"): string {
  switch (sight) {
    case "heic":
      return say("files-unseen-heic");
    case "pdf":
      return say("files-unseen-pdf");
    case "broken":
      return say("files-unseen-broken");
    case "other":
      return say("files-unseen-other");
  }
}

const KIB = 1024;

/** A length in bytes as people say it: `820 B`, `45 KB`, `3.4 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < KIB) return `${number(bytes)} B`;
  if (bytes < KIB * KIB) return `${number(Math.round(bytes / KIB))} KB`;
  return `${number(Math.round((bytes * 10) / KIB / KIB) / 10)} MB`;
}

/** The same files with every blacked-out copy right behind the one that it was made of. */
export function together(files: readonly Attachment[]): Attachment[] {
  const here = new Set(files.map((file) => file.id));
  const copies = (of: Attachment): Attachment[] =>
    files.filter((file) => file.redacts === of.id).flatMap((file) => [file, ...copies(file)]);
  return files
    .filter((file) => file.redacts === null || !here.has(file.redacts))
    .flatMap((file) => [file, ...copies(file)]);
}
