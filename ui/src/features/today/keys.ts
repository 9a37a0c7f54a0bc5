/** Where the hand is: on a row (or on nothing), inside something to type in, or on some other control. */
export type Where = "list" | "field" | "control";

export type Act =
  | { do: "item"; number: number }
  | { do: "row" | "section"; by: 1 | -1 }
  | { do: "pass" | "fail" | "na" | "confirm" | "detail" | "undo" | "search" | "help" | "escape" };

export type Pressed = {
  key: string;
  keyCode: number;
  isComposing: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
};

type Line = { keys: string[]; where: Where[]; act: Act; single?: true };

const everywhere: Where[] = ["list", "field", "control"];
const outside: Where[] = ["list", "control"];
const list: Where[] = ["list"];

/** The whole keyboard of the page. `single` lines are letters and digits, which can be switched off. */
export const TABLE: readonly Line[] = [
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number): Line => ({
    keys: [String(number)],
    where: outside,
    act: { do: "item", number },
    single: true,
  })),
  { keys: ["ArrowDown"], where: outside, act: { do: "row", by: 1 } },
  { keys: ["ArrowUp"], where: outside, act: { do: "row", by: -1 } },
  { keys: ["ArrowRight"], where: list, act: { do: "section", by: 1 } },
  { keys: ["ArrowLeft"], where: list, act: { do: "section", by: -1 } },
  { keys: [" "], where: list, act: { do: "pass" } },
  { keys: ["Enter"], where: list, act: { do: "confirm" } },
  { keys: ["x"], where: outside, act: { do: "fail" }, single: true },
  { keys: ["n"], where: outside, act: { do: "na" }, single: true },
  { keys: ["e"], where: outside, act: { do: "detail" }, single: true },
  { keys: ["z"], where: outside, act: { do: "undo" }, single: true },
  { keys: ["/", "、"], where: outside, act: { do: "search" }, single: true },
  { keys: ["?", "？"], where: outside, act: { do: "help" }, single: true },
  { keys: ["Escape"], where: everywhere, act: { do: "escape" } },
];

/** While an input method composes, its keys belong to it alone; some engines say so only by the key code 229. */
export function isComposing(pressed: Pick<Pressed, "isComposing" | "keyCode">): boolean {
  return pressed.isComposing || pressed.keyCode === 229;
}

/** What a key does; null leaves it to the browser. */
export function actFor(pressed: Pressed, where: Where, singleKeys: boolean): Act | null {
  if (isComposing(pressed)) return null;
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  const control = pressed.ctrlKey || pressed.metaKey;
  if (control && !pressed.altKey && key === "z" && where !== "field") return { do: "undo" };
  if (control || pressed.altKey) return null;
  const line = TABLE.find((each) => each.keys.includes(key) && each.where.includes(where));
  if (!line || (line.single && !singleKeys)) return null;
  return line.act;
}

/** Whether Enter in a field means “save it”: not while composing, and Shift + Enter stays a new line. */
export function submits(pressed: Pressed & { shiftKey: boolean }): boolean {
  return pressed.key === "Enter" && !pressed.shiftKey && !isComposing(pressed);
}
