import type { Attachment, Contacts, IncidentLine, IncidentPage } from "../../generated/contract";
import type { Calls } from "../../ipc/calls";
import { asRefusal, type Refusal } from "../../ipc/refusal";
import { addDays } from "../reminders/dates";
import { earlierOf } from "./changes";

/** Days in which the same fault counts as coming back. */
const SAME_FAULT_DAYS = 30;

/** What was done last, in words that follow the language, and the way back. */
type Undo = { said: () => string; back: () => Promise<IncidentPage>; undone: () => string };

/** The page of one incident: what the core says of it, and the way back from the last thing that was done. */
export class IncidentDesk {
  page = $state.raw<IncidentPage | null>(null);
  contacts = $state.raw<Contacts | null>(null);
  earlier = $state.raw<IncidentLine[]>([]);
  refusal = $state.raw<Refusal | null>(null);
  undo = $state.raw<Undo | null>(null);
  /** The numbers of the receipts that settled its sales, by their ids. */
  #receipts: Record<string, number> = $state.raw({});

  constructor(
    readonly calls: Calls,
    readonly id: string,
    private readonly tell: (text: string) => void,
  ) {}

  async read(): Promise<void> {
    try {
      const [page, contacts] = await Promise.all([
        this.calls.showIncident({ incident: this.id }),
        this.calls.showContacts({}),
      ]);
      this.page = page;
      this.contacts = contacts;
      this.refusal = null;
      await this.#learnReceipts(page);
      this.earlier = page.times > 1 ? await this.#before(page) : [];
    } catch (cause) {
      this.refusal = asRefusal(cause);
    }
  }

  /** Shows what a change left, says it, and keeps the way back from it where there is one. */
  did(page: IncidentPage, said: () => string, back?: Omit<Undo, "said">): void {
    this.page = page;
    void this.#learnReceipts(page);
    this.undo = back ? { said, ...back } : null;
    this.tell(said());
  }

  /** A blacked-out copy, say, that was made of one of its pictures. */
  async attach(file: Attachment): Promise<void> {
    try {
      this.page = await this.calls.noteIncident({
        incident: this.id,
        note: { kind: "attached", attachments: [file.id] },
      });
    } catch (cause) {
      this.refusal = asRefusal(cause);
    }
  }

  async takeBack(): Promise<void> {
    const { undo } = this;
    if (undo === null) return;
    try {
      this.did(await undo.back(), undo.undone);
    } catch (cause) {
      this.refusal = asRefusal(cause);
    }
  }

  /** The number under which a receipt is known; a sign for it until that is there. */
  receiptNo(id: string): string {
    return String(this.#receipts[id] ?? "…");
  }

  async #learnReceipts({ sales }: IncidentPage): Promise<void> {
    const ids = sales.map(({ settled }) => settled?.receipt ?? "").filter((id) => id !== "" && !(id in this.#receipts));
    const found = await Promise.allSettled(ids.map((receipt) => this.calls.showReceipt({ receipt })));
    const known = found.flatMap((each) =>
      each.status === "fulfilled" ? [[each.value.id, each.value.no] as const] : [],
    );
    if (known.length > 0) this.#receipts = { ...this.#receipts, ...Object.fromEntries(known) };
  }

  async #before(page: IncidentPage): Promise<IncidentLine[]> {
    const wish = { from: addDays(page.day, 1 - SAME_FAULT_DAYS), to: page.day, before: page.no, limit: 500 };
    const { terminal } = page.details;
    const { incidents } = await this.calls.listIncidents({ ...wish, ...(terminal ? { terminal } : {}) });
    return earlierOf(page, incidents);
  }
}
