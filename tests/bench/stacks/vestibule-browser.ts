// Our own with the module that browsers start with, which is built for size.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Load } from "../../../wasm/package/src/types.ts";
import type { Check } from "./stack.ts";

export async function make(): Promise<Check> {
  const inPackage = (name: string): string => new URL(name, import.meta.resolve("vestibule")).href;
  // At once: what loads Node's promises of files takes longer than they are read in.
  const bytes = (name: string): Uint8Array => new Uint8Array(readFileSync(fileURLToPath(inPackage(name))));
  const { load }: { readonly load: Load } = await import(inPackage("index.browser.js"));
  const core = await load({ module: bytes("core.wasm"), atlas: bytes("atlas.bin") });
  return (record) => core.check(record);
}
