import { describe, expect, it } from "vitest";

import { actFor, submits, type Act, type Pressed, type Where } from "./keys";

function press(key: string, more: Partial<Pressed> = {}): Pressed {
  return { key, keyCode: 0, isComposing: false, ctrlKey: false, metaKey: false, altKey: false, ...more };
}

const rows: [string, Where, Act | null][] = [
  ["1", "list", { do: "item", number: 1 }],
  ["9", "control", { do: "item", number: 9 }],
  ["0", "list", null],
  ["5", "field", null],
  ["ArrowDown", "list", { do: "row", by: 1 }],
  ["ArrowUp", "control", { do: "row", by: -1 }],
  ["ArrowDown", "field", null],
  ["ArrowRight", "list", { do: "section", by: 1 }],
  ["ArrowLeft", "list", { do: "section", by: -1 }],
  ["ArrowLeft", "field", null],
  [" ", "list", { do: "pass" }],
  [" ", "control", null],
  [" ", "field", null],
  ["Enter", "list", { do: "confirm" }],
  ["Enter", "control", null],
  ["Enter", "field", null],
  ["x", "list", { do: "fail" }],
  ["X", "list", { do: "fail" }],
  ["x", "field", null],
  ["n", "control", { do: "na" }],
  ["e", "list", { do: "detail" }],
  ["Z", "list", { do: "undo" }],
  ["/", "list", { do: "search" }],
  ["、", "list", { do: "search" }],
  ["?", "control", { do: "help" }],
  ["？", "list", { do: "help" }],
  ["Escape", "field", { do: "escape" }],
  ["Escape", "list", { do: "escape" }],
  ["Tab", "list", null],
  ["F2", "list", null],
];

describe("keys", () => {
  it.each(rows)("%j in %s", (key, where, act) => {
    expect(actFor(press(key), where, true)).toEqual(act);
  });

  it.each(rows)("%j in %s does nothing while composing", (key, where) => {
    expect(actFor(press(key, { isComposing: true }), where, true)).toBeNull();
    expect(actFor(press(key, { keyCode: 229 }), where, true)).toBeNull();
  });

  it("leaves the browser its own combinations, but undoes by Ctrl + Z outside a field", () => {
    for (const [key, where] of rows) expect(actFor(press(key, { altKey: true }), where, true)).toBeNull();
    expect(actFor(press("n", { ctrlKey: true }), "list", true)).toBeNull();
    expect(actFor(press("z", { ctrlKey: true }), "list", false)).toEqual({ do: "undo" });
    expect(actFor(press("z", { metaKey: true }), "control", true)).toEqual({ do: "undo" });
    expect(actFor(press("z", { ctrlKey: true }), "field", true)).toBeNull();
  });

  it("can do without single keys; arrows, Space, Enter and Escape stay", () => {
    for (const key of ["1", "x", "n", "e", "z", "/", "?"]) expect(actFor(press(key), "list", false)).toBeNull();
    for (const key of ["ArrowDown", " ", "Enter", "Escape"]) expect(actFor(press(key), "list", false)).not.toBeNull();
  });

  it("saves by Enter, never from inside a composition", () => {
    expect(submits({ ...press("Enter"), shiftKey: false })).toBe(true);
    expect(submits({ ...press("Enter"), shiftKey: true })).toBe(false);
    expect(submits({ ...press("Enter", { isComposing: true }), shiftKey: false })).toBe(false);
    expect(submits({ ...press("Enter", { keyCode: 229 }), shiftKey: false })).toBe(false);
  });
});
