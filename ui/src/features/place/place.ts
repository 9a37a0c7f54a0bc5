import type { Attachment, MarkResult } from "../../generated/contract";

export const SCREENS = [
  "today",
  "firstaid",
  "incidents",
  "receipts",
  "history",
  "evidence",
  "reminders",
  "shop",
  "contacts",
] as const;
export type Screen = (typeof SCREENS)[number];
export type Theme = "system" | "light" | "dark";
export type Language = "zh-CN" | "en";

/** What was typed and not saved yet. It is shown as a draft and never as a mark. */
export type Draft = {
  note?: string;
  value?: string;
  way?: "counts" | "total";
  pieces?: Record<string, string>;
  files?: Attachment[];
  result?: MarkResult;
};

/** What the history shows and looks for. */
export type PastView = {
  /** Empty for all of them. */
  till: string;
  /** The last month of the calendar; null for the one at hand. */
  last: string | null;
  words: string;
  kind: "" | "checks" | "incidents" | "receipts" | "disputes" | "files" | "contacts";
  from: string;
  to: string;
};

/** Everything that puts a person back where they were. None of it belongs to the ledger. */
export type PlaceData = {
  screen: Screen;
  till: string | null;
  day: { till: string; day: string } | null;
  past: PastView;
  language: Language | null;
  theme: Theme;
  textSize: number;
  singleKeys: boolean;
  staff: string;
  staffLately: string[];
  cashWay: "counts" | "total";
  focus: string | null;
  open: string | null;
  scroll: Record<string, number>;
  drafts: Record<string, Draft>;
  finishNote: string | null;
  shopDraft: Record<string, unknown> | null;
  /** The screen that Escape goes back to from first aid. */
  before: Screen;
  /** The incident that first aid is about; null while nothing was chosen. */
  aid: string | null;
  /** What was typed in first aid before anything was chosen, and in its call. */
  aidDraft: Record<string, unknown> | null;
  /** The incident that is open on the page of incidents. */
  incident: string | null;
  /** What was typed for incidents and not saved: by its id, a new one under `new`. */
  incidentDrafts: Record<string, Record<string, unknown>>;
  /** The receipt that is open on the page of receipts; `new` while one is being written down. */
  receipt: string | null;
  /** What was typed for receipts and not saved: by its id, a new one under `new`. */
  receiptDrafts: Record<string, Record<string, unknown>>;
  /** The tab of the evidence page. */
  evidenceTab: string;
  /** The case that is open on the page of cases; `new` while one is being written down. */
  dispute: string | null;
  /** What was typed for cases and not saved: by its id, a new one under `new`. */
  disputeDrafts: Record<string, Record<string, unknown>>;
  /** What was typed for a contact, terminal, person or code and not saved. */
  contactDraft: Record<string, unknown> | null;
};

export const TEXT_SIZES = [100, 115, 130, 150, 175, 200] as const;

export function freshPlace(): PlaceData {
  return {
    screen: "today",
    till: null,
    day: null,
    past: { till: "", last: null, words: "", kind: "", from: "", to: "" },
    language: null,
    theme: "system",
    textSize: 100,
    singleKeys: true,
    staff: "",
    staffLately: [],
    cashWay: "counts",
    focus: null,
    open: null,
    scroll: {},
    drafts: {},
    finishNote: null,
    shopDraft: null,
    before: "today",
    aid: null,
    aidDraft: null,
    incident: null,
    incidentDrafts: {},
    receipt: null,
    receiptDrafts: {},
    evidenceTab: "",
    dispute: null,
    disputeDrafts: {},
    contactDraft: null,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function oneOf<Choice>(value: unknown, choices: readonly Choice[], otherwise: Choice): Choice {
  return choices.find((choice) => choice === value) ?? otherwise;
}

const textOr = <Otherwise>(value: unknown, otherwise: Otherwise): string | Otherwise =>
  typeof value === "string" ? value : otherwise;

const sameKind = <Kept>(value: unknown, kind: "string" | "number"): Record<string, Kept> =>
  isRecord(value)
    ? (Object.fromEntries(Object.entries(value).filter(([, each]) => typeof each === kind)) as Record<string, Kept>)
    : {};

const records = (value: unknown): Record<string, Record<string, unknown>> =>
  isRecord(value)
    ? Object.fromEntries(
        Object.entries(value).filter((each): each is [string, Record<string, unknown>] => isRecord(each[1])),
      )
    : {};

function pastFrom(value: unknown): PastView {
  const kept = isRecord(value) ? value : {};
  const last = textOr(kept["last"], null);
  return {
    till: textOr(kept["till"], ""),
    last: last !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(last) ? last : null,
    words: textOr(kept["words"], ""),
    kind: oneOf(kept["kind"], ["", "checks", "incidents", "receipts", "disputes", "files", "contacts"] as const, ""),
    from: textOr(kept["from"], ""),
    to: textOr(kept["to"], ""),
  };
}

function draftFrom(value: Record<string, unknown>): Draft {
  const draft: Draft = {};
  if (typeof value["note"] === "string") draft.note = value["note"];
  if (typeof value["value"] === "string") draft.value = value["value"];
  if (value["way"] === "counts" || value["way"] === "total") draft.way = value["way"];
  if (isRecord(value["pieces"])) draft.pieces = sameKind<string>(value["pieces"], "string");
  if (Array.isArray(value["files"])) {
    draft.files = value["files"].filter((file) => isRecord(file) && typeof file["id"] === "string") as Attachment[];
  }
  if (value["result"] === "fail") draft.result = "fail";
  return draft;
}

/** Reads a kept place, whatever an older or newer program left there; what cannot be read is as if never set. */
export function placeFrom(kept: unknown): PlaceData {
  const fresh = freshPlace();
  if (!isRecord(kept)) return fresh;
  const day = kept["day"];
  return {
    screen: oneOf(kept["screen"], SCREENS, fresh.screen),
    till: textOr(kept["till"], null),
    day:
      isRecord(day) && typeof day["till"] === "string" && typeof day["day"] === "string"
        ? { till: day["till"], day: day["day"] }
        : null,
    past: pastFrom(kept["past"]),
    language: oneOf(kept["language"], ["zh-CN", "en", null] as const, null),
    theme: oneOf(kept["theme"], ["system", "light", "dark"] as const, fresh.theme),
    textSize: oneOf<number>(kept["textSize"], TEXT_SIZES, fresh.textSize),
    singleKeys: kept["singleKeys"] !== false,
    staff: textOr(kept["staff"], ""),
    staffLately: Array.isArray(kept["staffLately"])
      ? kept["staffLately"].filter((name): name is string => typeof name === "string").slice(0, 6)
      : [],
    cashWay: oneOf(kept["cashWay"], ["counts", "total"] as const, fresh.cashWay),
    focus: textOr(kept["focus"], null),
    open: textOr(kept["open"], null),
    scroll: sameKind<number>(kept["scroll"], "number"),
    drafts: isRecord(kept["drafts"])
      ? Object.fromEntries(
          Object.entries(kept["drafts"])
            .filter((each): each is [string, Record<string, unknown>] => isRecord(each[1]))
            .map(([key, draft]) => [key, draftFrom(draft)]),
        )
      : {},
    finishNote: textOr(kept["finishNote"], null),
    shopDraft: isRecord(kept["shopDraft"]) ? kept["shopDraft"] : null,
    before: oneOf(kept["before"], SCREENS, fresh.before),
    aid: textOr(kept["aid"], null),
    aidDraft: isRecord(kept["aidDraft"]) ? kept["aidDraft"] : null,
    incident: textOr(kept["incident"], null),
    incidentDrafts: records(kept["incidentDrafts"]),
    receipt: textOr(kept["receipt"], null),
    receiptDrafts: records(kept["receiptDrafts"]),
    evidenceTab: textOr(kept["evidenceTab"], ""),
    dispute: textOr(kept["dispute"], null),
    disputeDrafts: records(kept["disputeDrafts"]),
    contactDraft: isRecord(kept["contactDraft"]) ? kept["contactDraft"] : null,
  };
}

export function draftKey(day: string, till: string, item: string): string {
  return `${day} ${till} ${item}`;
}

/** A draft of a day gone by can no longer be saved into its day, and must not slip into another. */
export function draftsOf(drafts: Record<string, Draft>, day: string): Record<string, Draft> {
  return Object.fromEntries(Object.entries(drafts).filter(([key]) => key.slice(0, day.length) >= day));
}

/** Null when there is nothing in it worth keeping. */
export function tidy(draft: Draft): Draft | null {
  const pieces = Object.values(draft.pieces ?? {}).some((typed) => typed !== "");
  const files = (draft.files ?? []).length > 0;
  const kept = draft.note !== undefined || draft.value !== undefined || pieces || files || draft.result !== undefined;
  return kept ? draft : null;
}
