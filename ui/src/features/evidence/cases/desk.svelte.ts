import { tick } from "svelte";

import type { Attachment, DisputePage, LinkWish } from "../../../generated/contract";
import type { CaseCalls } from "../../../ipc/cases";
import { asRefusal, type Refusal } from "../../../ipc/refusal";

/** What was done last, in words that follow the language, and the way back. */
type Undo = { said: () => string; back: () => Promise<DisputePage>; undone: () => string };

/** The page of one case: what the core says of it, and the way back from the last thing that was done. */
export class CaseDesk {
  page = $state.raw<DisputePage | null>(null);
  refusal = $state.raw<Refusal | null>(null);
  undo = $state.raw<Undo | null>(null);
  #busy = false;

  constructor(
    readonly calls: CaseCalls,
    readonly id: string,
    private readonly tell: (text: string) => void,
  ) {}

  read(): Promise<void> {
    return this.#try(async () => (this.page = await this.calls.showDispute({ dispute: this.id })));
  }

  /** Shows what a change left, says it, and keeps the way back from it where there is one. */
  did(page: DisputePage, said: () => string, back?: Omit<Undo, "said">): void {
    this.page = page;
    this.undo = back ? { said, ...back } : null;
    this.tell(said());
  }

  /** Links something; the answer says under which key, so that it can be taken off again. */
  link(link: LinkWish, said: () => string, undone: () => string): Promise<void> {
    return this.#once(async () => {
      const known = this.page?.links.map(({ key }) => key) ?? [];
      const page = await this.calls.linkDispute({ dispute: this.id, links: [link] });
      const key = page.links.find((each) => !known.includes(each.key))?.key ?? "";
      this.did(page, said, { back: () => this.calls.unlinkDispute({ dispute: this.id, key }), undone });
    });
  }

  unlink(key: string, back: LinkWish, said: () => string, undone: () => string): Promise<void> {
    return this.#once(async () => {
      const page = await this.calls.unlinkDispute({ dispute: this.id, key });
      this.did(page, said, { back: () => this.calls.linkDispute({ dispute: this.id, links: [back] }), undone });
    });
  }

  /** One more file of the notice. */
  addNotice(file: Attachment): Promise<void> {
    return this.#once(async () => void (this.page = await this.#notice([...this.#noticeIds, file.id])));
  }

  /** A file is no part of the notice after all; the records keep it, and it can be put back. */
  removeNotice(file: Attachment, said: () => string, undone: () => string): Promise<void> {
    return this.#once(async () => {
      const page = await this.#notice(this.#noticeIds.filter((id) => id !== file.id));
      this.did(page, said, { back: () => this.#notice([...this.#noticeIds, file.id]), undone });
    });
  }

  get #noticeIds(): string[] {
    return this.page?.notice.map(({ id }) => id) ?? [];
  }

  #notice(notice: string[]): Promise<DisputePage> {
    return this.calls.amendDispute({ dispute: this.id, form: {}, notice });
  }

  /** What was pressed is gone when it is done; the hand goes to the way back. */
  async handOn(done: Promise<void>): Promise<void> {
    await done;
    await tick();
    if (document.activeElement === document.body) document.querySelector<HTMLElement>("[data-testid=undo]")?.focus();
  }

  takeBack(): Promise<void> {
    return this.#once(async () => {
      if (this.undo !== null) this.did(await this.undo.back(), this.undo.undone);
    });
  }

  /** One change at a time: a hand that presses twice asks once. */
  async #once(run: () => Promise<unknown>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    await this.#try(run);
    this.#busy = false;
  }

  async #try(run: () => Promise<unknown>): Promise<void> {
    try {
      await run();
      this.refusal = null;
    } catch (cause) {
      this.refusal = asRefusal(cause);
    }
  }
}
