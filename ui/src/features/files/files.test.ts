import { expect, it, vi } from "vitest";

import type { Attachment, FileSource } from "../../generated/contract";
import { cameraTime } from "./facts";
import { Intake } from "./intake.svelte";
import { sightOf, sizeText, together } from "./kinds";
import { clockText, codePath } from "./phone.svelte";
import { zoomed } from "./zoom";

const paper = (id: string, sha256 = id, redacts: string | null = null): Attachment => ({
  id,
  name: `${id}.jpg`,
  bytes: 1,
  mime: "image/jpeg",
  sha256,
  at: "2026-11-23T04:00:00Z",
  actor: "",
  source: "file",
  redacts,
});

it("puts every blacked-out copy right behind the one that it was made of", () => {
  const ids = (files: Attachment[]) => together(files).map((file) => file.id);
  expect(ids([paper("a"), paper("b"), paper("a1", "x", "a"), paper("a11", "y", "a1"), paper("a2", "z", "a")])).toEqual([
    "a",
    "a1",
    "a11",
    "a2",
    "b",
  ]);
  // A copy whose original is not here stands for itself.
  expect(ids([paper("c1", "x", "c"), paper("b")])).toEqual(["c1", "b"]);
});

it("goes by what the core read, never by a name it was not told", () => {
  expect(["image/jpeg", "image/webp", "image/heic", "application/pdf", "image/svg+xml", ""].map(sightOf)).toEqual([
    "picture",
    "picture",
    "heic",
    "pdf",
    "other",
    "other",
  ]);
});

it("says lengths, hours and camera clocks as people do", () => {
  expect([sizeText(0), sizeText(1023), sizeText(45_000), sizeText(3_500_000)]).toEqual([
    "0 B",
    "1,023 B",
    "44 KB",
    "3.3 MB",
  ]);
  expect([clockText(600), clockText(65), clockText(0)]).toEqual(["10:00", "1:05", "0:00"]);
  expect(cameraTime("2026-11-23T12:31:05")).toBe("2026年11月23日 周一 12:31");
  expect(cameraTime("2026-11-23T12:31:05+08:00")).toBe("2026年11月23日 周一 12:31 (UTC+08:00)");
  expect(cameraTime("yesterday")).toBe("yesterday");
});

it("draws each run of dark squares once", () => {
  expect(
    codePath([
      [true, true, false, true],
      [false, false, false, false],
      [false, true, true, true],
    ]),
  ).toBe("M0 0h2v1H0zM3 0h1v1H3zM1 2h3v1H1z");
});

it("never zooms below the place or out of hand", () => {
  expect(zoomed(1, -1)).toBe(1);
  expect(zoomed(1, 1)).toBe(1.5);
  expect(Array.from({ length: 20 }).reduce<number>((zoom) => zoomed(zoom, 1), 1)).toBe(8);
});

/** An intake whose core names files by their text and refuses empty ones. */
function desk(here: Attachment[] = []) {
  const attach = vi.fn(async (name: string, bytes: Uint8Array<ArrayBuffer>, source?: FileSource) => {
    const text = new TextDecoder().decode(bytes);
    if (text === "") return Promise.reject({ code: "attachment_empty", params: {} });
    return Promise.resolve({ ...paper(name, text), source: source ?? null });
  });
  const added: string[] = [];
  const intake = new Intake({
    calls: { attach },
    here: () => here,
    add: (file) => void added.push(file.id),
    told: () => undefined,
  });
  return { intake, attach, added };
}

const until = (intake: Intake): Promise<void> => vi.waitFor(() => expect(intake.busy).toBe(false));

it("takes files one after another, and a refused one stops no other", async () => {
  const { intake, added, attach } = desk();
  intake.take([new File(["1"], "a"), new File([], "b"), new File(["3"], "c")], "drop");
  intake.take([new File(["4"], "d")], "paste");
  await until(intake);
  expect(added).toEqual(["a", "c", "d"]);
  expect(attach.mock.calls.map(([, , source]) => source)).toEqual(["drop", "drop", "drop", "paste"]);
  expect(intake.rows).toMatchObject([{ name: "b", state: "refused", refusal: { code: "attachment_empty" } }]);
  expect(intake.fresh).toBe(3);
});

it("finds the same bytes in the record, in one go, and from a phone", async () => {
  const { intake, added } = desk([paper("old", "0")]);
  intake.take([new File(["0"], "again"), new File(["1"], "new"), new File(["1"], "twice")], "file");
  await until(intake);
  expect(added).toEqual(["new"]);
  expect(intake.rows.map(({ state, same }) => [state, same])).toEqual([
    ["again", "old.jpg"],
    ["again", "new.jpg"],
  ]);
  expect(intake.put(paper("phone", "1"))).toBe(false);
  expect(intake.put(paper("other", "2"))).toBe(true);
  // The record held it and lost it again: it may come anew.
  intake.seen([paper("new", "1")]);
  intake.take([new File(["1"], "anew")], "file");
  await until(intake);
  expect(added).toEqual(["new", "other", "anew"]);
});
