import { execFileSync } from "node:child_process";
import { rm } from "node:fs/promises";

/** The zone of shops with a clock of their own; it has no summer time. */
export const ZONE = "Asia/Shanghai";
const AHEAD = "+08:00";

/** How far an hour of the shop, `2026-11-23 08:40` with seconds or without, is from now, as faketime reads it. */
export function offsetTo(local: string): string {
  const at = Date.parse(`${local.replace(" ", "T")}${AHEAD}`);
  if (Number.isNaN(at)) throw new Error(`${local} is no hour`);
  const seconds = (at - Date.now()) / 1000;
  return `${seconds < 0 ? "" : "+"}${seconds.toFixed(3)}\n`;
}

let library: string | undefined;

/**
 * What puts a program on a wall clock that a file sets: the whole real program, and the real loop in it, on another
 * day. The clock that nobody can set is left alone, as on a PC.
 */
export function clockFrom(file: string): Record<string, string> {
  // The wrapper is only asked where its library is: it would stay between the test and the program, and be ended alone.
  library ??= execFileSync("faketime", ["-m", "-f", "+0", "printenv", "LD_PRELOAD"], { encoding: "utf8" }).trim();
  return {
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: "1",
    FAKETIME_DONT_FAKE_MONOTONIC: "1",
  };
}

/** Removes what libfaketime shares with a program's children: a program that was killed leaves it behind. */
export async function clearShared(pid: number | undefined): Promise<void> {
  for (const shared of ["sem.faketime_sem", "faketime_shm"]) await rm(`/dev/shm/${shared}_${pid}`, { force: true });
}
