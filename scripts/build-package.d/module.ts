// The WebAssembly module and its glue, as emcc left them and as the package carries them.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { integrityOf } from "./integrity.ts";

export interface BuiltModule {
  readonly gluePath: string;
  readonly bytes: Buffer;
  /** As an integrity attribute writes it. */
  readonly integrity: string;
}

export function readModule(folder: string): BuiltModule {
  const gluePath = join(folder, "core.mjs");
  const wasmPath = join(folder, "core.wasm");
  for (const path of [gluePath, wasmPath]) {
    if (!existsSync(path)) throw new Error(`${path} is missing; run scripts/build wasm`);
  }
  const bytes = readFileSync(wasmPath);
  return { gluePath, bytes, integrity: integrityOf(bytes) };
}

export function writeModule({ bytes }: BuiltModule, folder: string): void {
  writeFileSync(join(folder, "core.wasm"), bytes);
  writeFileSync(join(folder, "core.d.wasm.ts"), "declare const module: WebAssembly.Module;\nexport default module;\n");
  writeFileSync(join(folder, "core.inline.js"), `export const base64 = "${bytes.toString("base64")}";\n`);
}
