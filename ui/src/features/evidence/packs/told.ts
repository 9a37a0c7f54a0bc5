import type { MadePack, PackAbout, PackSend, PackSubject } from "../../../generated/contract";
import { dayWithYear, number, say } from "../../../i18n";
import { sizeText } from "../../files/kinds";

export const ABOUTS: Readonly<Record<PackAbout, () => string>> = {
  incident: () => say("packs-about-incident"),
  dispute: () => say("packs-about-dispute"),
  range: () => say("packs-about-range"),
};

export const SENDS: Readonly<Record<PackSend, () => string>> = {
  original: () => say("packs-send-original"),
  redacted: () => say("packs-send-redacted"),
  nothing: () => say("packs-send-nothing"),
};

/** What a pack was about, in a few words. */
export function subjectText(subject: PackSubject): string {
  if (subject.about !== "range") return ABOUTS[subject.about]();
  return say("packs-days", { from: dayWithYear(subject.from), to: dayWithYear(subject.to) });
}

/** That it is there, as it is read out as well. */
export function madeText(made: MadePack): string {
  return made.profile === null ? say("packs-made") : say("packs-made-upload");
}

/** How many files were made for an upload form, and how large they are. */
export function uploadText(files: number, bytes: number): string {
  return say("packs-made-upload-told", { files: number(files), size: sizeText(bytes) });
}
