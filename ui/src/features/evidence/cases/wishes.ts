// A linked thing as the wish that links it.
import type { LinkedThing, LinkWish } from "../../../generated/contract";

export function wishOf(thing: LinkedThing): LinkWish {
  switch (thing.to) {
    case "receipt":
      return { to: "receipt", id: thing.receipt.id };
    case "incident":
      return { to: "incident", id: thing.incident.id };
    case "sale":
      return { to: "sale", id: thing.sale.id };
    case "opening":
      return { to: "opening", day: thing.opening.day, till: thing.opening.till.id };
    case "file":
      return { to: "file", id: thing.file.id, piece: thing.piece };
    case "not_needed":
      return { to: "not_needed", piece: thing.piece, why: thing.why };
  }
}

/** What tells one thing from another in a list. */
export const keyOf = (thing: LinkedThing): string => JSON.stringify(wishOf(thing));
