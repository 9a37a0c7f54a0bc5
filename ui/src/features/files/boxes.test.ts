import { expect, it } from "vitest";

import { boxAfter, boxBetween } from "./boxes";

const key = (key: string, shiftKey = false, ctrlKey = false) => ({ key, shiftKey, ctrlKey });

it("makes a box between two points, in whichever order they come, and keeps it within the picture", () => {
  const box = { x: 0.1, y: 0.2, w: 0.3, h: 0.4 };
  expect(boxBetween({ x: 0.1, y: 0.2 }, { x: 0.4, y: 0.6 })).toEqual(box);
  expect(boxBetween({ x: 0.4, y: 0.2 }, { x: 0.1, y: 0.6 })).toEqual(box);
  expect(boxBetween({ x: 0.4, y: 0.6 }, { x: 0.1, y: 0.2 })).toEqual(box);
  expect(boxBetween({ x: 0.9, y: 0.9 }, { x: 7, y: 7 })).toEqual({ x: 0.9, y: 0.9, w: 0.1, h: 0.1 });
  expect(boxBetween({ x: 0.5, y: 0.5 }, { x: -3, y: -3 })).toEqual({ x: 0, y: 0, w: 0.5, h: 0.5 });
});

it("takes a slip of the hand for none", () => {
  expect(boxBetween({ x: 0.5, y: 0.5 }, { x: 0.5, y: 0.5 })).toBeNull();
  expect(boxBetween({ x: 0.5, y: 0.5 }, { x: 0.505, y: 0.9 })).toBeNull();
  expect(boxBetween({ x: 1.2, y: 0.1 }, { x: 1.9, y: 0.9 })).toBeNull();
});

it("moves by arrows, sizes with Shift, goes far with Ctrl, and stays within the picture", () => {
  const box = { x: 0.5, y: 0.5, w: 0.2, h: 0.1 };
  expect(boxAfter(box, key("ArrowLeft"))).toEqual({ ...box, x: 0.49 });
  expect(boxAfter(box, key("ArrowDown"))).toEqual({ ...box, y: 0.51 });
  expect(boxAfter(box, key("ArrowRight", true))).toEqual({ ...box, w: 0.21 });
  expect(boxAfter(box, key("ArrowUp", true))).toEqual({ ...box, h: 0.09 });
  expect(boxAfter(box, key("ArrowUp", false, true))).toEqual({ ...box, y: 0.45 });
  expect(boxAfter({ ...box, x: 0.8 }, key("ArrowRight"))).toEqual({ ...box, x: 0.8 });
  expect(boxAfter({ ...box, x: 0 }, key("ArrowLeft"))).toEqual({ ...box, x: 0 });
  expect(boxAfter({ ...box, w: 0.01 }, key("ArrowLeft", true))).toEqual({ ...box, w: 0.01 });
  expect(boxAfter({ ...box, w: 0.5 }, key("ArrowRight", true))).toEqual({ ...box, w: 0.5 });
  expect(boxAfter(box, key("Enter"))).toBeNull();
});
