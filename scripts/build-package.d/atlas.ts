// The atlas as the package carries it: a file to fetch, and the same bytes as a module.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { integrityOf } from "./integrity.ts";

export interface Atlas {
  readonly bytes: Buffer;
  /** As an integrity attribute writes it. */
  readonly integrity: string;
}

export function readAtlas(root: string): Atlas {
  const bytes = readFileSync(join(root, "core/data/atlas.bin"));
  return { bytes, integrity: integrityOf(bytes) };
}

export function writeAtlas({ bytes }: Atlas, folder: string): void {
  writeFileSync(join(folder, "atlas.bin"), bytes);
  // What a bundler makes of the import of a file: where it lies.
  const types = "declare const address: string;\nexport default address;\n";
  writeFileSync(join(folder, "atlas.d.bin.ts"), types);
  writeFileSync(join(folder, "atlas.inline.js"), `export const base64 = "${bytes.toString("base64")}";\n`);
}
