// Draws the icons from src-tauri/icons/seal.svg. Needs a Chromium and the CJK serif font; the pictures it makes are
// committed, so a build never runs this. An .ico holds whole PNG pictures behind a small directory.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../src-tauri/icons/", import.meta.url));
const browser = process.env.CHROMIUM ?? "chromium";
const scratch = mkdtempSync(join(tmpdir(), "kaizhang-icons-"));
const svg = readFileSync(join(folder, "seal.svg"), "utf8");

/** The seal as a PNG of `size` pixels. Chromium will not open a tiny window, so the page is cut to size instead. */
function draw(size) {
  const page = join(scratch, `${size}.html`);
  const picture = join(scratch, `${size}.png`);
  const style = `html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}`;
  writeFileSync(page, `<!doctype html><meta charset="utf-8"><style>${style}</style>${svg}`);
  execFileSync(
    browser,
    [
      "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1",
      "--default-background-color=00000000", `--window-size=${size},${size}`, `--screenshot=${picture}`,
      `file://${page}`,
    ],
    { stdio: "ignore" },
  );
  const bytes = readFileSync(picture);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (width !== size || height !== size) throw new Error(`wanted ${size}×${size}, got ${width}×${height}`);
  return bytes;
}

/** Puts PNG pictures into one Windows icon file. */
function ico(pictures) {
  const directory = Buffer.alloc(6 + 16 * pictures.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(pictures.length, 4);
  let offset = directory.length;
  pictures.forEach(({ size, bytes }, at) => {
    const row = 6 + 16 * at;
    directory.writeUInt8(size % 256, row);
    directory.writeUInt8(size % 256, row + 1);
    directory.writeUInt16LE(1, row + 4);
    directory.writeUInt16LE(32, row + 6);
    directory.writeUInt32LE(bytes.length, row + 8);
    directory.writeUInt32LE(offset, row + 12);
    offset += bytes.length;
  });
  return Buffer.concat([directory, ...pictures.map(({ bytes }) => bytes)]);
}

try {
  const named = { "32x32.png": 32, "128x128.png": 128, "128x128@2x.png": 256, "icon.png": 512 };
  for (const [name, size] of Object.entries(named)) writeFileSync(join(folder, name), draw(size));
  const sizes = [16, 24, 32, 48, 64, 256];
  writeFileSync(join(folder, "icon.ico"), ico(sizes.map((size) => ({ size, bytes: draw(size) }))));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
