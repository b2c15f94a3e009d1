// The command behind scripts/build-atlas, which documents it.
// Depends on everything else here.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { frame } from "./frame.ts";
import { phonePlans } from "./phone.ts";
import { sections } from "./sections.ts";

const root = resolve(import.meta.dirname, "../..");

function buildAll(check: boolean): void {
  const path = "core/data/atlas.bin";
  const file = join(root, path);

  const parts = sections.map(({ tag, build }) => ({ tag, bytes: build(root) }));
  const atlas = frame(parts);
  for (const { tag, bytes } of [...parts, { tag: "all", bytes: atlas }]) {
    process.stdout.write(`${tag.padEnd(4)} ${bytes.length} bytes, ${brotliCompressSync(bytes).length} after brotli\n`);
  }
  const same = existsSync(file) && readFileSync(file).equals(atlas);
  if (same) {
    process.stdout.write(`${path} is up to date.\n`);
  } else if (check) {
    process.stderr.write(`${path} is not what core/data/atlas says. Repair it with: scripts/build-atlas\n`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, atlas);
    process.stdout.write(`wrote ${path}\n`);
  }
}

const [option, facts = "", out = ""] = process.argv.slice(2);
if (option === "--phone") writeFileSync(out, frame([{ tag: "PHON", bytes: phonePlans(facts) }]));
else buildAll(option === "--check");
