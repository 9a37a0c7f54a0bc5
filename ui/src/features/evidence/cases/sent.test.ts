import { expect, test } from "vitest";

import type { Attachment, DisputeFile } from "../../../generated/contract";
import { unsent, wouldSend } from "./sent";

const file = (id: string): Attachment => ({
  id,
  name: `${id}.jpg`,
  bytes: 1,
  mime: "image/jpeg",
  sha256: "",
  at: "",
  actor: "",
  source: null,
  redacts: null,
});

const of = (id: string, copy: string | null = null): DisputeFile => ({
  file: file(id),
  of: "notice",
  redacted: copy === null ? null : file(copy),
});

function check(files: DisputeFile[], sent: string[]): void {
  expect(wouldSend({ files }).map((one) => one.file.id)).toEqual(sent);
}

test("a copy stands in for its original, and each file is sent once", () => {
  check([], []);
  check([of("a"), of("b", "b-copy")], ["a", "b-copy"]);
  // The copy was linked as well.
  check([of("b", "b-copy"), of("b-copy")], ["b-copy"]);
});

test("what was unticked is kept in one line", () => {
  expect(unsent("")).toEqual([]);
  expect(unsent("a b")).toEqual(["a", "b"]);
});
