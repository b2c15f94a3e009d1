// Our own with the module that browsers start with, which is built for size.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Load } from "../../../wasm/package/src/types.ts";
import type { Check } from "./stack.ts";

export async function make(): Promise<Check> {
  const inPackage = (name: string): string => new URL(name, import.meta.resolve("vestibule")).href;
  const bytes = (name: string): Promise<Uint8Array> => readFile(fileURLToPath(inPackage(name)));
  const { load }: { readonly load: Load } = await import(inPackage("index.browser.js"));
  const core = await load({ module: await bytes("core.wasm"), atlas: new Uint8Array(await bytes("atlas.bin")) });
  return (record) => core.check(record);
}
