import { describe, expect, it } from "vitest";

import { handOver } from "./handing";
import { percentOf } from "./work.svelte";

const MIB = 1024 * 1024;

/** A core that counts what it is given. */
function core(refuseAt = Number.POSITIVE_INFINITY) {
  const calls: string[] = [];
  return {
    calls,
    handOver: (piece: { file: string; name: string; at: number }, bytes: Uint8Array) => {
      calls.push(`${piece.file}@${piece.at}+${bytes.length}`);
      if (piece.at >= refuseAt) return Promise.reject(new Error("disk full"));
      return Promise.resolve({ file: "one", bytes: piece.at + bytes.length });
    },
    dropHanded: (file: string) => {
      calls.push(`drop ${file}`);
      return Promise.resolve({});
    },
  };
}

const file = (mib: number) => new File([new Uint8Array(mib * MIB)], "pack.zip");

describe("handing a file over", () => {
  it("sends it in pieces that follow each other", async () => {
    const one = core();
    expect(await handOver(file(9), { calls: one })).toBe("one");
    expect(one.calls).toEqual([`@0+${4 * MIB}`, `one@${4 * MIB}+${4 * MIB}`, `one@${8 * MIB}+${MIB}`]);
  });

  it("hands an empty file over too, for the core says what it is not", async () => {
    const one = core();
    await handOver(new File([], "empty.zip"), { calls: one });
    expect(one.calls).toEqual(["@0+0"]);
  });

  it("leaves nothing behind when a piece is refused or somebody stops", async () => {
    const refusing = core(4 * MIB);
    await expect(handOver(file(9), { calls: refusing })).rejects.toThrow("disk full");
    expect(refusing.calls.at(-1)).toBe("drop one");
    const stopped = core();
    const stop = new AbortController();
    const handing = handOver(file(9), { calls: stopped, signal: stop.signal, came: () => stop.abort() });
    await expect(handing).rejects.toThrow();
    expect(stopped.calls).toEqual([`@0+${4 * MIB}`, "drop one"]);
  });
});

describe("how far it is", () => {
  it.each([
    [0, 200, 0],
    [199, 200, 99],
    [200, 200, 100],
    [5, null, null],
    [0, 0, null],
  ])("%s of %s is %s", (done, total, percent) => expect(percentOf({ done, total })).toBe(percent));
});
