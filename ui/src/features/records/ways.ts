// The forms in which a record or a list can be saved, and where the menu of them opens.
import type { ReportFormat, ReportLanguage, ReportWhat } from "../../generated/contract";
import { language, say } from "../../i18n";
import type { Input } from "../../ipc/asking";

/** What is told; form and languages are chosen where it is saved. */
export type Wish = Omit<Input<"make_report">, "languages" | "format">;

export type Way = { id: string; title: () => string; format: ReportFormat; both?: true };

const PDF: Way = { id: "pdf", title: () => say("report-as-pdf"), format: "pdf" };
const PAPERS: readonly Way[] = [PDF, { id: "both", title: () => say("report-as-both"), format: "pdf", both: true }];
const SHEETS: readonly Way[] = [
  { id: "xlsx", title: () => say("report-as-xlsx"), format: "xlsx" },
  { id: "csv", title: () => say("report-as-csv"), format: "csv" },
  PDF,
];

/** A story is a paper in one language or in both, a list a sheet or a paper; of a key's page there is one. */
export function waysOf(what: ReportWhat): readonly Way[] {
  switch (what) {
    case "openings":
    case "incidents":
    case "receipts":
    case "disputes":
      return SHEETS;
    case "key":
      return [PDF];
    default:
      return PAPERS;
  }
}

/** In the language of the screen; where both are wanted it comes first. */
export function inLanguages({ both }: Way): ReportLanguage[] {
  const here = language();
  return both ? [here, here === "en" ? "zh-CN" : "en"] : [here];
}

type Box = Pick<DOMRect, "top" | "bottom" | "left" | "right">;

const GAP = 4;
const MARGIN = 12;

/** Where a menu opens beside its button: under it or above it, along its left or its right edge, wherever there is more room. */
export function spotBeside(button: Element): Record<"top" | "bottom" | "left" | "right" | "maxHeight", string> {
  return spotIn(button.getBoundingClientRect(), document.documentElement);
}

export function spotIn(
  { top, bottom, left, right }: Box,
  { clientWidth: width, clientHeight: height }: Pick<Element, "clientWidth" | "clientHeight">,
): ReturnType<typeof spotBeside> {
  const [under, toTheRight] = [height - bottom >= top, width - left >= right];
  return {
    top: under ? `${bottom + GAP}px` : "auto",
    bottom: under ? "auto" : `${height - top + GAP}px`,
    left: toTheRight ? `${Math.max(left, MARGIN)}px` : "auto",
    right: toTheRight ? "auto" : `${Math.max(width - right, MARGIN)}px`,
    maxHeight: `${(under ? height - bottom : top) - GAP - MARGIN}px`,
  };
}
