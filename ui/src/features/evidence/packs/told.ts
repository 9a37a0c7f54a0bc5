import type { MadePack, PackAbout, PackKind, PackSend, PackSubject, PackTopic } from "../../../generated/contract";
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

const TOPICS: Readonly<Record<PackTopic, () => string>> = {
  openings: () => say("packs-topic-openings"),
  incidents: () => say("packs-topic-incidents"),
  receipts: () => say("packs-topic-receipts"),
  cases: () => say("packs-topic-cases"),
  files: () => say("packs-topic-files"),
  shop: () => say("packs-topic-shop"),
  reminders: () => say("packs-topic-reminders"),
  proofs: () => say("packs-topic-proofs"),
};

/** What the entries are about, and how many of each there are; the most frequent first. */
export function topicsText(kinds: readonly PackKind[]): string {
  const counts = new Map<PackTopic, number>();
  for (const { topic, count } of kinds) counts.set(topic, (counts.get(topic) ?? 0) + count);
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  return sorted.map(([topic, count]) => `${TOPICS[topic]()} ${number(count)}`).join(" · ");
}
