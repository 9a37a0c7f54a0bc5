import { readFileSync } from "node:fs";
import { crc32 } from "node:zlib";

import type { Page } from "@playwright/test";

/** A file as it is handed to a file field. */
export type Paper = { name: string; mimeType: string; buffer: Buffer };

export const jpeg = (name: string, buffer: Buffer): Paper => ({ name, mimeType: "image/jpeg", buffer });

/**
 * A JPEG of this size, drawn by the browser: the left half red, the right half blue, and a mark of its own, so that no two
 * with different marks have the same bytes.
 */
export async function photo(page: Page, width: number, height: number, mark: string): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ({ width, height, mark }) => {
      const canvas = new OffscreenCanvas(width, height);
      const brush = canvas.getContext("2d");
      if (!brush) throw new Error("no canvas");
      brush.fillStyle = "#c81e1e";
      brush.fillRect(0, 0, width / 2, height);
      brush.fillStyle = "#1e3cc8";
      brush.fillRect(width / 2, 0, width / 2, height);
      brush.fillStyle = "#ffffff";
      brush.font = `${Math.round(height / 6)}px sans-serif`;
      brush.fillText(mark, width * 0.05, height * 0.95);
      const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.9 });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let text = "";
      for (const byte of bytes) text += String.fromCharCode(byte);
      return btoa(text);
    },
    { width, height, mark },
  );
  return Buffer.from(base64, "base64");
}

/** EXIF of a photo: how the camera was held, and when it was taken by the camera's clock. */
export function withExif(picture: Buffer, orientation: number, taken = "2026:11:23 12:31:05"): Buffer {
  const text = Buffer.from(`${taken}\0`, "latin1");
  const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4 + 2 + 12 + 4 + text.length);
  tiff.write("II*\0", 0, "latin1");
  tiff.writeUInt32LE(8, 4);
  const entry = (at: number, tag: number, type: number, count: number, value: number): void => {
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  };
  const own = 8 + 2 + 2 * 12 + 4;
  tiff.writeUInt16LE(2, 8);
  entry(10, 0x0112, 3, 1, orientation);
  entry(22, 0x8769, 4, 1, own);
  tiff.writeUInt16LE(1, own);
  entry(own + 2, 0x9003, 2, text.length, own + 2 + 12 + 4);
  text.copy(tiff, own + 2 + 12 + 4);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(2 + 6 + tiff.length, 2);
  return Buffer.concat([picture.subarray(0, 2), head, Buffer.from("Exif\0\0", "latin1"), tiff, picture.subarray(2)]);
}

/** A PNG whose head claims this size; there is next to nothing behind it. */
export function claimingPng(width: number, height: number): Buffer {
  const chunk = (kind: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  const nothing = Buffer.from("789c030000000001", "hex");
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", nothing), chunk("IEND", Buffer.alloc(0))]);
}

/** A real photo as iPhones store them. */
export const heic = (): Buffer =>
  readFileSync(new URL("../../../src-tauri/crates/picture/samples/photo.heic", import.meta.url));

/** The colour of a picture of the host at a point, given as parts of its sides. */
export async function colourAt(
  page: Page,
  url: string,
  points: [number, number][],
): Promise<[number, number, number][]> {
  return page.evaluate(
    async ({ url, points }) => {
      const picture = await createImageBitmap(await (await fetch(url)).blob());
      const brush = new OffscreenCanvas(picture.width, picture.height).getContext("2d", { willReadFrequently: true });
      if (!brush) throw new Error("no canvas");
      brush.drawImage(picture, 0, 0);
      return points.map(([x, y]) => {
        const { data } = brush.getImageData(
          Math.floor(x * (picture.width - 1)),
          Math.floor(y * (picture.height - 1)),
          1,
          1,
        );
        return [data[0] ?? -1, data[1] ?? -1, data[2] ?? -1] as [number, number, number];
      });
    },
    { url, points },
  );
}

/** Pastes files where the focus is, as a person would. */
export async function paste(page: Page, files: Paper[], text = ""): Promise<void> {
  await page.evaluate(
    ({ files, text }) => {
      const clip = new DataTransfer();
      for (const file of files) clip.items.add(new File([new Uint8Array(file.bytes)], file.name, { type: file.type }));
      if (text !== "") clip.setData("text/plain", text);
      const paste = new ClipboardEvent("paste", { clipboardData: clip, bubbles: true, cancelable: true });
      (document.activeElement ?? document.body).dispatchEvent(paste);
    },
    { files: files.map((file) => ({ name: file.name, type: file.mimeType, bytes: [...file.buffer] })), text },
  );
}

/** Drags files over a part of the page; `letGo` drops them there. */
export async function drag(page: Page, files: Paper[], over: string, letGo: boolean): Promise<boolean> {
  return page.evaluate(
    ({ files, over, letGo }) => {
      const target = document.querySelector(over);
      if (!target) throw new Error(`no ${over}`);
      const dataTransfer = new DataTransfer();
      for (const file of files) {
        dataTransfer.items.add(new File([new Uint8Array(file.bytes)], file.name, { type: file.type }));
      }
      const fire = (kind: string): boolean =>
        target.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
      fire("dragenter");
      fire("dragover");
      // False is what keeps the browser from opening the file in place of the page.
      return letGo ? fire("drop") : true;
    },
    {
      files: files.map((file) => ({ name: file.name, type: file.mimeType, bytes: [...file.buffer] })),
      over,
      letGo,
    },
  );
}
