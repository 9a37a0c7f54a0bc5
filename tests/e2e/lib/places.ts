import { existsSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

/** The built screen. */
export const UI = resolve(root, process.env["KAIZHANG_UI_DIR"] ?? join("ui", "dist"));

/** A built program: in KAIZHANG_BIN_DIR, or where cargo puts what it builds. */
export function program(name: string): string {
  const folder = process.env["KAIZHANG_BIN_DIR"] ?? join(process.env["CARGO_TARGET_DIR"] ?? "target", "debug");
  const path = join(resolve(root, folder), name);
  if (!existsSync(path)) throw new Error(`${path} is not there: cargo build -p kaizhang-host -p kaizhang-cli`);
  return path;
}

/** The system's own browser; none is ever downloaded. */
export function chromium(): string {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const found = ["chromium", "google-chrome"]
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
  if (found === undefined) throw new Error("neither chromium nor google-chrome is there: scripts/setup.sh test");
  return found;
}
