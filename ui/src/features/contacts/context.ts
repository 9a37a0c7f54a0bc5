import { createContext } from "svelte";

import type { ContactsDesk } from "./desk.svelte";
import type { Drafts, FormKey } from "./drafts";

/** What every part of the page shares. */
export type ContactsPage = {
  readonly desk: ContactsDesk;
  readonly drafts: Drafts;
  /** The shop's business day. */
  readonly today: string;
  /** Opens a form; one that was open is closed, and keeps what was typed. */
  show: (key: FormKey) => void;
  /** Puts the hand where a form was opened, once it is closed. */
  leave: (key: FormKey) => Promise<void>;
};

export const [getPage, setPage] = createContext<ContactsPage>();
