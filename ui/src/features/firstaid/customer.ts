import type { WordKey } from "../../generated/words";

/** The headings of the card for a customer, which is written in both languages at once. */
export const CUSTOMER_KEYS = {
  promise: "aid-card-promise",
  check: "aid-card-check",
} as const satisfies Record<string, WordKey>;
