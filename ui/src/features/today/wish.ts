import type { MarkItem, MarkResult, TodayItem, Value } from "../../generated/contract";
import type { Draft } from "../place/place";
import { countText, major } from "./cash";

function valueText(value: Value | null): string | undefined {
  if (value === null) return undefined;
  if (typeof value !== "object") return String(value);
  const counts = value.counts;
  const pieces = counts && Object.fromEntries(Object.entries(counts).map(([fen, count]) => [fen, String(count)]));
  return (pieces && countText(pieces)) ?? major(value.total_fen);
}

function draftValue(item: TodayItem, draft: Draft): string | undefined {
  if (item.kind !== "cash") return draft.value?.trim();
  if (draft.way === "total") return draft.value?.trim().replace("。", ".");
  return draft.pieces && (countText(draft.pieces) ?? undefined);
}

/**
 * The whole mark to send: what was drafted, and what the standing mark already holds where nothing was. A note belongs
 * to its result, so it goes when the result changes; files are evidence and stay.
 */
export function wish(till: string, item: TodayItem, result: MarkResult, draft: Draft): MarkItem {
  const same = item.result === result;
  const note = draft.note ?? (same ? item.note : "");
  const value = draftValue(item, draft) ?? valueText(item.value);
  const files = [...item.attachments, ...(draft.files ?? [])].map((file) => file.id);
  return {
    till,
    item: item.item,
    result,
    ...(value !== undefined && value !== "" && result !== "na" ? { value } : {}),
    ...(note.trim() === "" ? {} : { note }),
    ...(files.length === 0 ? {} : { attachments: [...new Set(files)] }),
  };
}
