import { describe, expect, it } from "vitest";

import { piecesOf } from "./pieces";

const marked = (text: string, ...hits: [number, number][]): string =>
  piecesOf(
    text,
    hits.map(([from, to]) => ({ from, to })),
  )
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join("");

describe("a text that was found", () => {
  it.each([
    ["外网断开", [[0, 2]], "[外网]断开"],
    ["外网断开", [[2, 4]], "外网[断开]"],
    ["🧾在𠮷野家", [[2, 4]], "🧾在[𠮷野]家"],
    [
      "a b c",
      [
        [0, 1],
        [4, 5],
      ],
      "[a] b [c]",
    ],
    ["<b>外网</b>", [[3, 5]], "<b>[外网]</b>"],
    ["外网", [], "外网"],
    ["", [], ""],
  ] as [string, [number, number][], string][])("%s is cut at %j", (text, hits, want) =>
    expect(marked(text, ...hits)).toBe(want),
  );
});
