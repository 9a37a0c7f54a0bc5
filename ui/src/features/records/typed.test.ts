import { expect, test } from "vitest";

import type { Attachment } from "../../generated/contract";
import { openForm, setOpenForm, Typed, type Drafts } from "./typed";

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

test("what is typed lies over what the record holds, and goes when it is the same", () => {
  const drafts: Drafts = {};
  const typed = new Typed(
    () => drafts,
    "a",
    "amend",
    () => ({ amount: "128.00" }),
  );
  expect(typed.text("amount")).toBe("128.00");
  expect(typed.text("note")).toBe("");
  typed.set("amount", "218.00");
  typed.set("note", "x");
  expect(typed.all).toEqual({ amount: "218.00", note: "x" });
  expect(typed.changed).toEqual({ amount: "218.00", note: "x" });
  expect(typed.dirty).toBe(true);
  typed.set("amount", "128.00");
  typed.set("note", "");
  expect(typed.dirty).toBe(false);
  expect(drafts).toEqual({});
});

test("an emptied field is a change", () => {
  const drafts: Drafts = {};
  const typed = new Typed(
    () => drafts,
    "a",
    "amend",
    () => ({ note: "was there" }),
  );
  typed.set("note", "");
  expect(typed.text("note")).toBe("");
  expect(typed.changed).toEqual({ note: "" });
});

test("files are kept once each, beside the other forms of the record", () => {
  const drafts: Drafts = {};
  const note = new Typed(() => drafts, "a", "note");
  const call = new Typed(() => drafts, "a", "call");
  call.set("ticket", "T1");
  note.addFile(file("f1"));
  note.addFile(file("f1"));
  note.addFile(file("f2"));
  note.removeFile(file("f1"));
  expect(note.fileIds).toEqual(["f2"]);
  note.drop();
  expect(call.text("ticket")).toBe("T1");
  expect(note.dirty).toBe(false);
});

test("which form is open is kept, and closing it leaves what was typed", () => {
  const drafts: Drafts = {};
  setOpenForm(drafts, "a", "note");
  new Typed(() => drafts, "a", "note").set("text", "half");
  expect(openForm(drafts, "a")).toBe("note");
  setOpenForm(drafts, "a", null);
  expect(openForm(drafts, "a")).toBeNull();
  expect(new Typed(() => drafts, "a", "note").text("text")).toBe("half");
});

test("what an older or newer program left there is as if never typed", () => {
  const drafts: Drafts = { a: { note: "text", open: 7 } };
  expect(openForm(drafts, "a")).toBeNull();
  expect(new Typed(() => drafts, "a", "note").text("text")).toBe("");
  expect(new Typed(() => drafts, "a", "note").files).toEqual([]);
});
