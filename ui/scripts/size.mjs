// Weighs what the first screen loads: every script that the entry pulls in before it can draw, after gzip.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const LIMIT_KB = 60;
const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));

const first = new Set();
function follow(key) {
  if (first.has(key)) return;
  first.add(key);
  for (const next of manifest[key].imports ?? []) follow(next);
}
for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) follow(key);

// The words of one language are fetched before the first paint as well; the longer of the two counts.
const weigh = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;
const words = Object.keys(manifest).filter((key) => key.endsWith(".first.ts"));
words.sort((left, right) => weigh(manifest[right].file) - weigh(manifest[left].file));
if (words[0]) follow(words[0]);

let total = 0;
const files = [...first].map((key) => manifest[key].file).filter((file) => file.endsWith(".js"));
for (const file of [...files, "early.js"]) {
  const bytes = weigh(file);
  total += bytes;
  console.log(`${(bytes / 1024).toFixed(1).padStart(7)} KB  ${file}`);
}
console.log(`${(total / 1024).toFixed(1).padStart(7)} KB  first screen, limit ${LIMIT_KB} KB`);
if (total > LIMIT_KB * 1024) process.exit(1);
