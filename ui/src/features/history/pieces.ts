import type { TextRange } from "../../generated/contract";

export type Piece = { text: string; hit: boolean };

/** A text cut at the places of what was found, which are counted in characters and not in UTF-16. */
export function piecesOf(text: string, hits: readonly TextRange[]): Piece[] {
  const signs = [...text];
  const cut = (from: number, to: number, hit: boolean): Piece => ({ text: signs.slice(from, to).join(""), hit });
  const pieces: Piece[] = [];
  let done = 0;
  for (const { from, to } of hits) {
    pieces.push(cut(done, from, false), cut(from, to, true));
    done = to;
  }
  pieces.push(cut(done, signs.length, false));
  return pieces.filter((piece) => piece.text !== "");
}
