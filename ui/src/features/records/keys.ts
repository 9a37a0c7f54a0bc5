import { isComposing } from "../today/keys";

type Ways = {
  /** What the letter N does, where there is something to add. */
  new?: () => void;
  /** What `/` does, where there is something to search. */
  search?: () => void;
  /** The buttons of the rows, for the arrows. */
  rows: string;
  singleKeys: boolean;
};

/** Whether the hand is in something to type in; letters belong to it then. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input:not([type=radio], [type=checkbox]), textarea, select");
}

/** A key that means something by itself: no other key with it, no composition, and nobody has taken it. */
export function isPlain(event: KeyboardEvent): boolean {
  return !event.defaultPrevented && !isComposing(event) && !event.ctrlKey && !event.metaKey && !event.altKey;
}

/** The keys of a list of records. */
export function listKey(event: KeyboardEvent, { new: add, search, rows, singleKeys }: Ways): void {
  if (!isPlain(event) || isTyping(event.target) || document.querySelector(":popover-open, dialog[open]")) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const found = [...document.querySelectorAll<HTMLElement>(rows)];
    const at = found.findIndex((row) => row === document.activeElement);
    const next = event.key === "ArrowDown" ? found[at + 1] : found[at - 1];
    if (!next) return;
    next.focus();
    event.preventDefault();
    return;
  }
  if (!singleKeys) return;
  const key = event.key.toLowerCase();
  if (key === "n" && add) add();
  else if ((key === "/" || key === "、") && search) search();
  else return;
  event.preventDefault();
}

/** Gives the hand back to what opened a form; where that is gone, to the next thing that opens one, or to the way back. */
export function focusOpener(form: string | null, back: string): void {
  const opener = document.querySelector<HTMLElement>(`[data-opens="${form}"]`);
  (opener ?? document.querySelector<HTMLElement>(`[data-opens], [data-testid=${back}]`))?.focus();
}
