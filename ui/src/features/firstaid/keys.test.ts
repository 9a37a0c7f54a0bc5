import { describe, expect, it } from "vitest";

import { aidActFor } from "./keys";

const press = (key: string, more: object = {}) => ({
  key,
  keyCode: 0,
  isComposing: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});
const START = { field: false, step: false, end: false };
const FIELD = { ...START, field: true };
const STEP = { ...START, step: true };
const END = { ...STEP, end: true };

describe("the keys of first aid", () => {
  it.each([
    ["a digit picks a symptom or an answer", "3", START, { do: "pick", number: 3 }],
    ["a digit answers", "3", STEP, { do: "pick", number: 3 }],
    ["zero answers nothing", "0", STEP, null],
    ["a letter goes into the field of the opening screen", "w", START, { do: "type" }],
    ["a slash too", "/", START, { do: "type" }],
    ["P in a step is the phone", "P", STEP, { do: "photo" }],
    ["P in a field is a letter", "p", FIELD, null],
    ["a digit in a field is a digit", "9", FIELD, null],
    ["Escape leaves everywhere", "Escape", FIELD, { do: "leave" }],
    ["Backspace in a step looks back", "Backspace", STEP, { do: "back" }],
    ["Backspace in a field deletes", "Backspace", FIELD, null],
    ["F2 in a step begins anew", "F2", STEP, { do: "anew" }],
    ["F2 on the opening screen goes to the field", "F2", START, { do: "type" }],
    ["Enter answers nothing: the first answer may be that it was charged", "Enter", STEP, null],
    ["Enter at the end goes to today", "Enter", END, { do: "today" }],
    ["an arrow is the browser's", "ArrowDown", STEP, null],
  ])("%s", (_, key, where, act) => expect(aidActFor(press(key), where, true)).toEqual(act));

  it("leaves the input method and the browser their keys", () => {
    expect(aidActFor(press("1", { isComposing: true }), STEP, true)).toBeNull();
    expect(aidActFor(press("Escape", { keyCode: 229 }), FIELD, true)).toBeNull();
    expect(aidActFor(press("c", { ctrlKey: true }), STEP, true)).toBeNull();
  });

  it("has no single keys where they are switched off, and keeps the others", () => {
    for (const key of ["1", "p", "k"]) expect(aidActFor(press(key), STEP, false)).toBeNull();
    expect(aidActFor(press("Escape"), STEP, false)).toEqual({ do: "leave" });
  });
});
