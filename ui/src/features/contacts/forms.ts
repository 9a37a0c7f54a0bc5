// What is typed for a provider, a terminal and a code, and the record that it makes. Days are the only thing read here.
import type { Lane, Licence, Origin, OwnText, Provider, Sourced, Terminal } from "../../generated/contract";
import { say } from "../../i18n";
import { addDays, parseDay } from "../reminders/dates";
import { dayUnread, type Wrong } from "./wrong";

/** No origin until somebody says it: a proposal here would become a false record. */
export type SourcedForm = { value: string; from: Origin | ""; seen: string };
export type LicenceForm = { holder: string; number: string; business: string; expires: string; looked: string };
export type ProviderForm = Omit<Provider, "id" | "retired" | "hotline" | "site" | "branch" | "licence"> &
  Record<SourcedName, SourcedForm> & { licence: LicenceForm };
export type TerminalForm = Omit<Terminal, "id" | "retired" | "got_from"> & { got_from: Terminal["got_from"] | "" };
export type CodeForm = Omit<OwnText, "provider"> & { provider: string };

export const SOURCED = ["hotline", "site", "branch"] as const;
export type SourcedName = (typeof SOURCED)[number];

/** A record, or what is missing before the core can be asked. */
export type Read<Made> = { made: Made } | { wrong: Wrong };

/** A day gone by, as typed: without a year it is the last such day. Null when it is no day. */
export function pastDay(typed: string, today: string): string | null {
  return parseDay(typed.normalize("NFKC"), addDays(today, -364));
}

const sourcedForm = (kept: Sourced | null, today: string): SourcedForm =>
  kept === null ? { value: "", from: "", seen: today } : { value: kept.value, from: kept.from, seen: kept.seen_on };

export function providerForm(kept: Provider | null, today: string): ProviderForm {
  const licence = kept?.licence ?? null;
  return {
    name: kept?.name ?? "",
    kind: kept?.kind ?? "acquirer",
    hotline: sourcedForm(kept?.hotline ?? null, today),
    site: sourcedForm(kept?.site ?? null, today),
    branch: sourcedForm(kept?.branch ?? null, today),
    merchant_no: kept?.merchant_no ?? "",
    note: kept?.note ?? "",
    licence: {
      holder: licence?.holder ?? "",
      number: licence?.number ?? "",
      business: licence?.business ?? "",
      expires: licence?.expires_on ?? "",
      looked: licence?.looked_up_on ?? today,
    },
  };
}

function readSourced(field: SourcedName, form: SourcedForm, today: string): Read<Sourced | null> {
  if (form.value.trim() === "") return { made: null };
  if (form.from === "") return { wrong: { field: `${field}_from`, text: () => say("contact-from-needed") } };
  const seen = pastDay(form.seen, today);
  if (seen === null) return { wrong: dayUnread(`${field}_seen`, form.seen) };
  return { made: { value: form.value, from: form.from, seen_on: seen } };
}

/** Whether anything was written down about a licence; the day alone says nothing. */
export function licenceTyped({ holder, number, business, expires }: LicenceForm): boolean {
  return [holder, number, business, expires].some((each) => each.trim() !== "");
}

function readLicence(form: LicenceForm, today: string): Read<Licence | null> {
  if (!licenceTyped(form)) return { made: null };
  const expires = form.expires.trim() === "" ? null : parseDay(form.expires.normalize("NFKC"), today);
  if (expires === null && form.expires.trim() !== "") return { wrong: dayUnread("licence_expires", form.expires) };
  const looked = pastDay(form.looked, today);
  if (looked === null) return { wrong: dayUnread("licence_looked", form.looked) };
  const { holder, number, business } = form;
  return { made: { holder, number, business, expires_on: expires, looked_up_on: looked } };
}

/**
 * Drafts keep no whole numbers: what comes back with stars in it is no number any more, and must not become one. The
 * core cannot tell, for a star can be dialled.
 */
export function starred(numbers: Readonly<Record<string, string>>): Wrong | null {
  const field = Object.keys(numbers).find((each) => numbers[each]?.includes("***"));
  return field === undefined ? null : { field, text: () => say("contact-starred") };
}

export function providerFrom(form: ProviderForm, today: string): Read<Omit<Provider, "id" | "retired">> {
  const { hotline: dialled, merchant_no: merchant } = form;
  const wrong = starred({ hotline: dialled.value, merchant_no: merchant, licence_number: form.licence.number });
  if (wrong !== null) return { wrong };
  const sourced: Partial<Record<SourcedName, Sourced | null>> = {};
  for (const field of SOURCED) {
    const read = readSourced(field, form[field], today);
    if ("wrong" in read) return read;
    sourced[field] = read.made;
  }
  const licence = readLicence(form.licence, today);
  if ("wrong" in licence) return licence;
  const { hotline = null, site = null, branch = null } = sourced;
  const { name, kind, merchant_no, note } = form;
  return { made: { name, kind, hotline, site, branch, merchant_no, note, licence: licence.made } };
}

/** A till or a provider that is gone is named no more: what the person can choose from is what there is. */
export function terminalForm(kept: Terminal | null, tills: readonly string[], lanes: Lane[]): TerminalForm {
  return {
    name: kept?.name ?? "",
    till: tills.find((till) => till === kept?.till) ?? (kept === null && tills.length === 1 ? (tills[0] ?? "") : ""),
    lanes: kept?.lanes ?? lanes,
    provider: kept?.provider ?? "",
    terminal_no: kept?.terminal_no ?? "",
    model: kept?.model ?? "",
    serial_no: kept?.serial_no ?? "",
    lights: kept?.lights ?? "",
    software: kept?.software ?? "",
    got_from: kept?.got_from ?? "",
    address: kept?.address ?? "",
  };
}

/** Nobody said how it came: then nobody knows. */
export function terminalFrom(form: TerminalForm): Read<Omit<Terminal, "id" | "retired">> {
  const wrong = starred({ terminal_no: form.terminal_no, serial_no: form.serial_no });
  if (wrong !== null) return { wrong };
  return { made: { ...form, got_from: form.got_from === "" ? "unknown" : form.got_from } };
}

export function codeForm(kept: OwnText | null): CodeForm {
  if (kept === null) return { code: "", meaning: "", advice: "", from: "acquirer", provider: "" };
  return { ...kept, provider: kept.provider ?? "" };
}

export function codeFrom(form: CodeForm, anew: boolean): Read<OwnText> {
  // Empty texts take a text away, and of a new one there is nothing to take.
  if (anew && form.meaning.trim() === "" && form.advice.trim() === "") {
    return { wrong: { field: "meaning", text: () => say("contact-code-needed") } };
  }
  return { made: { ...form, provider: form.provider === "" ? null : form.provider } };
}
