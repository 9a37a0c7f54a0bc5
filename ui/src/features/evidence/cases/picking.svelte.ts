import type { FoundRecord, IncidentLine, LinkWish, ReceiptLine } from "../../../generated/contract";
import { day as dayText, dayAndTime, itemTitle, money, say } from "../../../i18n";
import type { Calls } from "../../../ipc/calls";
import type { CaseCalls } from "../../../ipc/cases";
import { symptomText } from "../../firstaid/words";
import { whatText } from "../../incidents/said";
import { cardText } from "../../records/figures";
import { type Page, Pages, type Part } from "../../records/pages.svelte";

/** A record that can be linked, in words that follow the language. */
export type Choice = {
  wish: LinkWish & { to: "receipt" | "incident" };
  title: () => string;
  facts: () => string;
  cursor: string | number;
};

type Known = Pick<IncidentLine, "id" | "no" | "day" | "details">;
type Filter = { to: "receipt" | "incident"; words: string };

const PAGE = 6;
const line = (...parts: (string | null | false)[]): string => parts.filter(Boolean).join(" · ");

/** What words find among all receipts or incidents, newest first; without words the newest of them. */
export class Picking extends Pages<Choice, string | number, Filter> {
  /** An incident is found once for each text of it; it is one row all the same. */
  readonly shown = $derived(
    (this.rows ?? []).filter(({ wish }, at, rows) => rows.findIndex((row) => row.wish.id === wish.id) === at),
  );

  constructor(
    private readonly calls: Pick<Calls, "listReceipts" | "listIncidents">,
    private readonly cases: Pick<CaseCalls, "searchRecords">,
    private readonly zone: () => string,
  ) {
    super({ to: "receipt", words: "" }, PAGE);
  }

  protected override cursor({ cursor }: Choice): string | number {
    return cursor;
  }

  protected override async ask({ limit, before }: Part<string | number>): Promise<Page<Choice>> {
    const { to, words } = this.filter;
    if (to === "receipt") {
      const after = before === undefined ? {} : { before: String(before) };
      const { receipts, more } = await this.calls.listReceipts({ words, limit, ...after });
      return { rows: receipts.map((one) => this.#receipt(one)), more };
    }
    const after = before === undefined ? {} : { before: Number(before) };
    if (words === "") {
      const { incidents, more } = await this.calls.listIncidents({ limit, ...after });
      return { rows: incidents.map((one) => incident(one, one.no)), more };
    }
    const kinds: FoundRecord["kind"][] = ["incident", "incident_note", "sale"];
    const { found, more } = await this.cases.searchRecords({ words, kinds, limit, ...after });
    const numbered = before === undefined ? await this.#numbered(words) : null;
    const rows = found.map(passage);
    return { rows: numbered ? [numbered, ...rows] : rows, more };
  }

  /** The incident of this number: its number is no text that the search knows. */
  async #numbered(words: string): Promise<Choice | null> {
    if (!/^[1-9]\d{0,8}$/.test(words)) return null;
    const { incidents } = await this.calls.listIncidents({ before: Number(words) + 1, limit: 1 });
    const found = incidents.find(({ no }) => no === Number(words));
    return found ? incident(found, Number.MAX_SAFE_INTEGER) : null;
  }

  #receipt({ id, no, total_fen: fen, at, card }: ReceiptLine): Choice {
    return {
      wish: { to: "receipt", id },
      title: () => say("dispute-link-receipt", { no, amount: money(fen) }),
      facts: () => line(dayAndTime(at, this.zone()), cardText(card)),
      cursor: id,
    };
  }
}

function incident({ id, no, day, details }: Known, cursor: number): Choice {
  return {
    wish: { to: "incident", id },
    title: () => say("dispute-link-incident", { no }),
    facts: () => line(dayText(day), whatText(details, "")),
    cursor,
  };
}

function passage({ id, no, day, symptom, item, code, text, place }: FoundRecord): Choice {
  return {
    wish: { to: "incident", id },
    title: () => say("dispute-link-incident", { no: no ?? 0 }),
    facts: () => line(dayText(day), symptom && symptomText(symptom), item && itemTitle(item), code, text),
    cursor: place,
  };
}
