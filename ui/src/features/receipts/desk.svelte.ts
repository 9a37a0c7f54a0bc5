import type { Attachment, ReceiptPage } from "../../generated/contract";
import type { Calls } from "../../ipc/calls";
import { asRefusal, type Refusal } from "../../ipc/refusal";
import { formOf, givenBy } from "./slip";

/** The page of one receipt: what the core says of it, and the way back from a sale that it settled. */
export class ReceiptDesk {
  receipt = $state.raw<ReceiptPage | null>(null);
  refusal = $state.raw<Refusal | null>(null);
  /** The sale that was settled last. */
  settled = $state.raw<string | null>(null);

  constructor(
    private readonly calls: Calls,
    readonly id: string,
  ) {}

  read(): Promise<void> {
    return this.#try(async () => (this.receipt = await this.calls.showReceipt({ receipt: this.id })));
  }

  /** Settles a sale with this receipt as what shows it. */
  settle(sale: string): Promise<void> {
    return this.#try(async () => {
      await this.calls.settleSale({ sale, form: { how: "settled", receipt: this.id } });
      this.settled = sale;
      this.receipt = await this.calls.showReceipt({ receipt: this.id });
    });
  }

  /** Puts the sale that was settled last back on the list. */
  takeBack(): Promise<void> {
    return this.#try(async () => {
      if (this.settled === null) return;
      await this.calls.reopenSale({ sale: this.settled });
      this.settled = null;
      this.receipt = await this.calls.showReceipt({ receipt: this.id });
    });
  }

  /** A blacked-out copy of one of its pictures belongs to the slip as well. */
  attach(copy: Attachment, zone: string): Promise<void> {
    return this.#try(async () => {
      if (this.receipt === null) return;
      const given = givenBy(this.receipt, zone);
      const ids = [...this.receipt.attachments.map(({ id }) => id), copy.id];
      const form = formOf(given, ids, "", { at: this.receipt.at, shown: given["at"] ?? "" });
      this.receipt = await this.calls.amendReceipt({ receipt: this.id, form });
    });
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
