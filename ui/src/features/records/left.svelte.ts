/** Gives the hand to the row of what was just left, as soon as it is there: the list may still have to be read. */
export class Left<Row> {
  #row = $state.raw<Row | null>(null);

  /** `there` says whether the list stands on the screen; `hand` finds what gets the focus. */
  constructor(there: () => boolean, hand: (row: Row) => HTMLElement | null) {
    $effect(() => {
      if (this.#row === null || !there()) return;
      hand(this.#row)?.focus();
      this.#row = null;
    });
  }

  leave(row: Row | null): void {
    this.#row = row;
  }
}
