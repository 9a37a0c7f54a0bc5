import { tick } from "svelte";

import type { App } from "../../app.svelte";
import type { MarkResult, Section, TodayItem } from "../../generated/contract";
import { itemGuide, itemTitle, resultText, say, sectionTitle } from "../../i18n";
import { FINISH_ID, focusOn, focusRow, noteId } from "./focus";
import type { Act } from "./keys";
import { firstLeft, flat, found, isLooked, nextLeft, rowBeside, sectionBeside, sectionOf } from "./order";

/** Where the hand is on the page of today, and what each act of it does. */
export class Desk {
  /** What is searched for; null when nobody searches. */
  words: string | null = $state(null);
  keysShown = $state(false);

  constructor(readonly app: App) {}

  /** All sections, with what is on its way shown as if it had arrived. */
  readonly all: Section[] = $derived.by(() => {
    const { saving, today } = this.app.opening;
    const shown = (item: TodayItem): TodayItem => ({ ...item, result: saving[item.item] ?? item.result });
    return (today?.sections ?? []).map((section) => ({ ...section, items: section.items.map(shown) }));
  });

  readonly sections: Section[] = $derived(
    found(this.all, this.words ?? "", (item) => `${itemTitle(item)} ${itemGuide(item)}`),
  );

  readonly current: string | null = $derived.by(() => {
    const kept = this.app.place.data.focus;
    const there = flat(this.sections).some((each) => each.item === kept);
    return there ? kept : (firstLeft(this.sections) ?? flat(this.sections)[0]?.item ?? null);
  });

  item(id: string | null): TodayItem | null {
    return flat(this.all).find((each) => each.item === id) ?? null;
  }

  /** Puts the focus on a row, and into its first field when it is opened. */
  async to(id: string | null, open = false): Promise<void> {
    if (id === null) return;
    this.app.place.data.focus = id;
    if (open) this.app.place.data.open = id;
    await tick();
    focusRow(id, open);
  }

  close(): void {
    this.app.place.data.open = null;
  }

  async toggle(id: string): Promise<void> {
    if (this.app.place.data.open !== id) return this.to(id, true);
    this.close();
    return this.to(id);
  }

  /** To the item that the core says to go on with. */
  goOn(): void {
    const id = this.app.opening.today?.next ?? null;
    this.words = null;
    const item = this.item(id);
    void this.to(id, item !== null && !isLooked(item));
  }

  /** On to the next row without a mark; rows that ask for something open at once. At the end: the way out. */
  async advance(from: string | null): Promise<void> {
    this.close();
    // A picture cannot be typed: its row is passed by, so that nobody is held up by a file chooser.
    const stops = (item: TodayItem): boolean => item.kind !== "photo" || item.item === from;
    const typed = this.sections.map((section) => ({ ...section, items: section.items.filter(stops) }));
    const next = this.item(nextLeft(typed, from));
    if (next && next.kind !== "photo") return this.to(next.item, !isLooked(next));
    await tick();
    focusOn(FINISH_ID);
  }

  async mark(id: string, result: MarkResult): Promise<boolean> {
    const done = await this.app.opening.mark(id, result);
    if (done) this.app.tell(say("today-marked", { item: itemTitle(id), result: resultText(result) }));
    return done;
  }

  /** Fails a row at once, so that it is not lost, and opens its note; where a note must come first, it stays a draft. */
  async fail(id: string): Promise<void> {
    const item = this.item(id);
    if (!item) return;
    const { opening } = this.app;
    if (item.fail_needs_note && item.result !== "fail") {
      opening.setDraft(id, { ...opening.draft(id), result: "fail" });
    } else if (item.result !== "fail") {
      void this.mark(id, "fail");
    }
    this.app.place.data.open = id;
    this.app.place.data.focus = id;
    await tick();
    focusOn(noteId(id));
  }

  async pass(id: string, onward: boolean): Promise<void> {
    const item = this.item(id);
    if (!item) return;
    if (!isLooked(item)) return this.to(id, true);
    if (item.result !== "pass") void this.mark(id, "pass");
    return onward ? this.advance(id) : this.to(id);
  }

  async skip(id: string): Promise<void> {
    if (this.item(id)?.result !== "na") void this.mark(id, "na");
    return this.advance(id);
  }

  /** Enter on a row: what the row itself asks for comes first, then the rest of its section in one go. */
  async enter(id: string | null): Promise<void> {
    const item = this.item(id);
    if (!item) return;
    if (item.result === null && !isLooked(item)) return this.to(item.item, true);
    // While somebody searches, only what is seen is marked.
    if (this.words) return this.pass(item.item, true);
    const section = sectionOf(this.sections, item.item);
    const open = section?.items.some((each) => each.result === null && isLooked(each));
    return section && open ? this.confirm(section) : this.advance(item.item);
  }

  /** Passes everything in a section that a look is enough for, and goes on. */
  async confirm(section: Section): Promise<void> {
    const whole = this.all.find((each) => each.id === section.id) ?? section;
    const open = whole.items.filter((each) => each.result === null && isLooked(each));
    void this.#confirmed(section.id, open);
    // What is left of the section itself comes first, so the search for it starts just above.
    const first = section.items[0]?.item ?? null;
    const above = rowBeside(this.sections, first, -1);
    return this.advance(above === first ? null : above);
  }

  async #confirmed(section: string, open: TodayItem[]): Promise<void> {
    const { opening } = this.app;
    for (const each of open) opening.saving[each.item] = "pass";
    const count = await opening.confirm(section);
    for (const each of open) delete opening.saving[each.item];
    if (count !== null) this.app.tell(say("today-section-confirmed", { section: sectionTitle(section), count }));
  }

  async undo(): Promise<void> {
    const count = await this.app.opening.undo();
    if (count) this.app.tell(say("today-undone"));
  }

  async #digit(number: number): Promise<void> {
    const section = sectionOf(this.sections, this.current);
    const item = section?.items[number - 1];
    if (!section || !item) return;
    if (item.result !== null) return this.to(item.item);
    const last = section.items.filter((each) => each.result === null).length === 1;
    return this.pass(item.item, last);
  }

  /** Leaves what is open: a field, then the search. True when there was something to leave. */
  #escape(): boolean {
    if (this.app.place.data.open !== null) {
      this.close();
      void this.to(this.current);
      return true;
    }
    if (this.words === null) return false;
    this.words = null;
    void this.to(this.current);
    return true;
  }

  /** Does what a key asked for. False leaves the key to the browser. */
  do(act: Act): boolean {
    const { current } = this;
    if (act.do === "escape") return this.#escape();
    if (act.do === "undo") void this.undo();
    else if (act.do === "help") this.keysShown = true;
    else if (act.do === "search") this.words ??= "";
    else if (act.do === "row") void this.to(rowBeside(this.sections, current, act.by));
    else if (act.do === "section") void this.to(sectionBeside(this.sections, current, act.by));
    else if (act.do === "item") void this.#digit(act.number);
    else if (act.do === "confirm") void this.enter(current);
    else if (current === null) return false;
    else if (act.do === "pass") void this.pass(current, true);
    else if (act.do === "fail") void this.fail(current);
    else if (act.do === "na") void this.skip(current);
    else void this.toggle(current);
    return true;
  }
}
