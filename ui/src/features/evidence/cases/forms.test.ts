import { expect, test } from "vitest";

import { actFor, actsIn } from "./forms";

test("a letter does what can be done in that state, and nothing else", () => {
  expect(actsIn("open").map(({ letter }) => letter)).toEqual(["A", "L", "S", "C"]);
  expect(actsIn("submitted").map(({ letter }) => letter)).toEqual(["A", "L", "C", "R"]);
  expect(actsIn("lost").map(({ letter }) => letter)).toEqual(["A", "L", "R"]);
  expect(actFor("s", "open")).toBe("submit");
  expect(actFor("s", "submitted")).toBeNull();
  expect(actFor("R", "open")).toBeNull();
  expect(actFor("R", "won")).toBe("reopen");
  expect(actFor("z", "open")).toBeNull();
});
