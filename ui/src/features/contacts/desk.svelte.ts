import type { Contacts, OwnText, Provider, Staff, Terminal } from "../../generated/contract";
import { say } from "../../i18n";
import type { ContactCalls } from "../../ipc/contacts";
import { asRefusal, type Refusal } from "../../ipc/refusal";

/** What was done last, in words that follow the language, and the way back. */
export type Undo = { said: () => string; back: () => Promise<Contacts>; focus: string };

export type Kept = { provider: Provider; terminal: Terminal; staff: Staff };
export type Kind = keyof Kept;
type List = { provider: "providers"; terminal: "terminals"; staff: "staff" };
const LISTS: List = { provider: "providers", terminal: "terminals", staff: "staff" };

/** Smallest free number: `provider-3`. */
export function freeId(kind: Kind, taken: readonly { id: string }[]): string {
  let number = 1;
  while (taken.some(({ id }) => id === `${kind}-${number}`)) number += 1;
  return `${kind}-${number}`;
}

/** Everything on record about equipment and people, every change of it, and the way back from the last one. */
export class ContactsDesk {
  page = $state.raw<Contacts | null>(null);
  refusal = $state.raw<Refusal | null>(null);
  undo = $state.raw<Undo | null>(null);
  /** Changes go out one after the other, and nothing is read between a change and its answer. */
  #line: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly calls: ContactCalls,
    private readonly tell: (text: string) => void,
  ) {}

  async read(): Promise<void> {
    this.refusal = await this.#change(async () => {
      this.page = await this.calls.showContacts({});
    });
  }

  list<Name extends Kind>(kind: Name): Kept[Name][] {
    return (this.page?.[LISTS[kind]] ?? []) as Kept[Name][];
  }

  /** Writes a record down; without an id it is a new one. */
  async put<Name extends Kind>(
    kind: Name,
    id: string | null,
    record: Omit<Kept[Name], "id" | "retired">,
  ): Promise<Refusal | null> {
    return this.#change(async () => {
      // Somebody else may have taken a number since this page was read.
      if (id === null) this.page = await this.calls.showContacts({});
      const before = this.list(kind).find((each) => each.id === id) ?? null;
      const own = { id: id ?? freeId(kind, this.list(kind)), retired: before?.retired ?? false };
      this.page = await this.#write(kind, { ...record, ...own } as Kept[Name]);
      this.#did(() => say("contact-did-saved", { name: record.name }), kind, before);
    });
  }

  /** Nothing is removed: an old incident still names its terminal. */
  async retire<Name extends Kind>(kind: Name, record: Kept[Name], retired: boolean): Promise<Refusal | null> {
    return this.#change(async () => {
      this.page = await this.#write(kind, { ...record, retired });
      const { name } = record;
      const said = (): string => (retired ? say("contact-did-retired", { name }) : say("contact-did-back", { name }));
      this.#did(said, kind, record);
    });
  }

  /** Empty texts take the shop's own text away again. */
  async putCode(text: OwnText, before: OwnText | null): Promise<Refusal | null> {
    return this.#change(async () => {
      this.page = await this.calls.putCodeText(text);
      const { code } = before ?? text;
      const gone = text.meaning.trim() === "" && text.advice.trim() === "";
      const said = (): string =>
        gone ? say("contact-did-code-gone", { code }) : say("contact-did-saved", { name: code });
      this.undo =
        before === null ? null : { said, back: () => this.calls.putCodeText(before), focus: `code/${codeId(before)}` };
      this.tell(said());
    });
  }

  /** Takes the last change back; gives the form whose row it was. */
  async takeBack(said: string): Promise<string | null> {
    const { undo } = this;
    if (undo === null) return null;
    this.undo = null;
    this.refusal = await this.#change(async () => {
      this.page = await undo.back();
      this.tell(said);
    });
    return undo.focus;
  }

  #write<Name extends Kind>(kind: Name, record: Kept[Name]): Promise<Contacts> {
    const writes: { [Each in Kind]: (record: Kept[Each]) => Promise<Contacts> } = {
      provider: (each) => this.calls.putProvider(each),
      terminal: (each) => this.calls.putTerminal(each),
      staff: (each) => this.calls.putStaff(each),
    };
    return writes[kind](record);
  }

  #did<Name extends Kind>(said: () => string, kind: Name, before: Kept[Name] | null): void {
    this.undo = before === null ? null : { said, back: () => this.#write(kind, before), focus: `${kind}/${before.id}` };
    this.tell(said());
  }

  async #change(run: () => Promise<void>): Promise<Refusal | null> {
    let refusal: Refusal | null = null;
    const mine = this.#line.then(run).catch((cause: unknown) => {
      refusal = asRefusal(cause);
    });
    this.#line = mine;
    await mine;
    return refusal;
  }
}

/** What tells the shop's own texts apart, as the core does: code, whose words, which company. */
export const codeId = ({ code, from, provider }: OwnText): string => `${code}-${from}-${provider ?? "any"}`;
