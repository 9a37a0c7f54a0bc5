// A wall clock that a test sets, for real programs: libfaketime gives them the hour that stands in a file. The clock
// that only counts is left alone, as on a PC whose clock somebody sets.
import { execFileSync } from "node:child_process";
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Asia/Shanghai, where the shops of these tests stand, has no summer time. */
const AHEAD = "+08:00";

let library;

/** An hour of the shop, `2026-11-23 08:40` with seconds or without, as a moment. */
export const at = (local) => new Date(`${local.replace(" ", "T")}${AHEAD}`);

/** As moments are written in the data folder. */
export const utc = (local) => at(local).toISOString();

export class Clock {
  #file;
  #ahead = 0;

  constructor(folder, local) {
    this.#file = join(folder, "clock");
    this.set(local);
  }

  /** What puts a program and all that it starts on this clock. */
  get environment() {
    // The wrapper is only asked where its library is: it would stay between the test and the program, and end alone.
    library ??= execFileSync("faketime", ["-m", "-f", "+0", "printenv", "LD_PRELOAD"], { encoding: "utf8" }).trim();
    return {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: this.#file,
      FAKETIME_NO_CACHE: "1",
      FAKETIME_DONT_FAKE_MONOTONIC: "1",
    };
  }

  /** Sets the clock; it goes on from there. A reader never finds half a file. */
  set(local) {
    this.#ahead = at(local).getTime() - Date.now();
    const seconds = this.#ahead / 1000;
    writeFileSync(`${this.#file}.new`, `${seconds < 0 ? "" : "+"}${seconds.toFixed(3)}\n`);
    renameSync(`${this.#file}.new`, this.#file);
  }

  now() {
    return new Date(Date.now() + this.#ahead);
  }
}
