import type { FileSource } from "../../generated/contract";
import { dayAndTime, dayWithYear, say } from "../../i18n";

/** A camera's own clock, `2026-11-23T12:31:05` with `+08:00` or without, as a person reads it. It may be wrong. */
export function cameraTime(taken: string): string {
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d)?(.*)$/.exec(taken);
  const [, date, hour, offset] = parts ?? [];
  if (date === undefined || hour === undefined) return taken;
  return [dayWithYear(date), hour, offset === "" ? "" : `(UTC${offset})`].filter((part) => part !== "").join(" ");
}

/** When the core took it in, on the shop's calendar. */
export const takenIn = (at: string, zone: string): string => dayAndTime(at, zone);

/** Which way a file came. */
export function wayText(source: FileSource): string {
  switch (source) {
    case "file":
      return say("files-way-file");
    case "paste":
      return say("files-way-paste");
    case "drop":
      return say("files-way-drop");
    case "camera":
      return say("files-way-camera");
    case "phone":
      return say("files-way-phone");
    case "redacted":
      return say("files-way-redacted");
  }
}
