import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const sha256 = (text: string): string =>
  createHash("sha256").update(text).digest("hex");

/** A BagIt bag of nobody in particular, as another program would make it. Returns its folder. */
export async function bag(
  at: string,
  payload: Record<string, string>,
): Promise<string> {
  const names = Object.keys(payload).sort();
  const files: Record<string, string> = {
    "bagit.txt": "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
    "manifest-sha256.txt": names
      .map((name) => `${sha256(payload[name] ?? "")}  data/${name}\n`)
      .join(""),
    ...Object.fromEntries(
      names.map((name) => [`data/${name}`, payload[name] ?? ""]),
    ),
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(at, name)), { recursive: true });
    await writeFile(join(at, name), text);
  }
  return at;
}

/** The same as a zip, by a tool that is none of ours. */
export async function zipped(folder: string, to: string): Promise<string> {
  await run("python3", ["-m", "zipfile", "-c", to, folder]);
  return to;
}
