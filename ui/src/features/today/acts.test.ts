import { expect, it } from "vitest";

import { Acts } from "./acts";

it("takes back step by step, and only what belongs to the till and day in sight", () => {
  const acts = new Acts();
  acts.add({ till: "a", day: "1", marks: ["m1"] });
  acts.add({ till: "a", day: "1", marks: [] });
  acts.add({ till: "a", day: "1", marks: ["m2", "m3"] });
  acts.add({ till: "b", day: "1", marks: ["m4"] });
  expect(acts.last("a", "2")).toBeNull();
  expect(acts.last("a", "1")).toEqual(["m2", "m3"]);
  expect(acts.last("b", "1")).toEqual(["m4"]);
  expect(acts.last("a", "1")).toEqual(["m1"]);
  expect(acts.last("a", "1")).toBeNull();
});
