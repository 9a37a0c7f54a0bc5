export const rowId = (item: string): string => `row-${item}`;
export const panelId = (item: string): string => `panel-${item}`;
export const noteId = (item: string): string => `note-${item}`;
export const FINISH_ID = "finish-button";
export const OPEN_ID = "open-after-all";

export function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}

/** Puts the focus on a row, or into the first field of its panel, and brings the whole row into view. */
export function focusRow(item: string, inside: boolean): void {
  const row = document.getElementById(rowId(item));
  const field = document.getElementById(panelId(item))?.querySelector<HTMLElement>("[data-first]");
  const target = inside && field ? field : row;
  target?.focus({ preventScroll: true });
  row?.closest("li")?.scrollIntoView({ block: "nearest" });
}
