import type { BlackBox } from "../../generated/contract";
import { boxAfter, boxBetween, FIRST_BOX } from "./boxes";

type Point = { x: number; y: number };
type Key = { key: string; shiftKey: boolean; ctrlKey: boolean };

/** The boxes that are drawn over a picture, by hand or by the keyboard, as parts of its sides. */
export class Boxes {
  boxes = $state.raw<BlackBox[]>([]);
  /** What the hand is drawing. */
  drawn = $state.raw<BlackBox | null>(null);
  /** The box that the arrows move; shown as a frame, once a key asked for it, until it is added. */
  frame = $state.raw<BlackBox>(FIRST_BOX);
  keyed = $state(false);
  #begun: Point | null = null;

  begin(at: Point): void {
    this.keyed = false;
    this.#begun = at;
  }

  draw(at: Point): void {
    if (this.#begun) this.drawn = boxBetween(this.#begun, at);
  }

  end(): void {
    if (this.drawn) this.boxes = [...this.boxes, this.drawn];
    this.drop();
  }

  /** Whatever was being drawn was none. */
  drop(): void {
    this.#begun = null;
    this.drawn = null;
  }

  undo(): void {
    this.boxes = this.boxes.slice(0, -1);
  }

  /** What a key does here; false when it means nothing. The first arrow brings the frame in sight where it is. */
  press(key: Key): boolean {
    if (key.key === "Enter") {
      if (this.keyed) this.boxes = [...this.boxes, this.frame];
    } else if (key.key === "Backspace" || (key.ctrlKey && key.key.toLowerCase() === "z")) {
      this.undo();
      return true;
    } else {
      const next = boxAfter(this.frame, key);
      if (!next) return false;
      if (this.keyed) this.frame = next;
    }
    this.keyed = true;
    return true;
  }
}
