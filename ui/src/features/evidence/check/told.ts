import type { CheckedPack } from "../../../generated/contract";
import { dayWithYear, say, time } from "../../../i18n";
import { words } from "../../../i18n/live.svelte";
import { Refusal } from "../../../ipc/refusal";

/** What is wrong, as a word; a kind that these words do not know is shown as itself. */
export function defectText(kind: string): string {
  const key = `check-defect-${dashed(kind)}`;
  return words().has(key) ? words().format(key, null) : kind;
}

/** What exactly was found; what these words do not know is said as the core says it, in English. */
export function whyText(why: string, params: Readonly<Record<string, string>>, otherwise: string): string {
  const key = `check-why-${dashed(why)}`;
  return words().has(key) ? words().format(key, params) : otherwise;
}

/** Why something is no pack, in the person's own words. */
export function spoken(refusal: Refusal): Refusal {
  const { why, path, detail } = refusal.params;
  if (refusal.code !== "not_a_pack" || typeof why !== "string") return refusal;
  const said = whyText(why, {}, String(detail));
  const whole = path ? say("check-why-of", { path, why: said }) : said;
  return new Refusal(refusal.code, { ...refusal.params, detail: whole });
}

function dashed(code: string): string {
  return code.replaceAll("_", "-");
}

/** The verdict in one sentence, as somebody would say it. */
export function verdictText(pack: CheckedPack): string {
  if (!pack.ok) return say("check-verdict-defects", { count: pack.defects.length + pack.untold });
  if (!pack.pack) return say("check-verdict-plain");
  return pack.key_fits === true ? say("check-verdict-sound-known") : say("check-verdict-sound");
}

/** What the verdict is worth. */
export function meansText(pack: CheckedPack): string {
  if (!pack.pack) return pack.ok ? say("check-means-listed") : say("check-means-list-broken");
  return pack.ok ? say("check-means-whole") : say("check-means-broken");
}

/** Whose signature it is, as far as that can be known here. */
export function keyText(pack: CheckedPack): string {
  if (pack.signed_by === null) return say("check-key-none");
  if (pack.key_follows) return say("check-key-follows");
  if (pack.key_fits === true) return say("check-key-fits");
  if (pack.key_fits === false) return say("check-key-other");
  return pack.own_key ? say("check-key-own") : say("check-key-unknown");
}

/** An instant with its year, on the shop's calendar. */
export function instantText(at: string, zone: string): string {
  const local = new Date(at);
  if (Number.isNaN(local.getTime())) return at;
  // The Swedish form of a date is the ISO one.
  const day = new Intl.DateTimeFormat("sv", { timeZone: zone, dateStyle: "short" }).format(local);
  return `${dayWithYear(day)} ${time(at, zone)}`;
}
