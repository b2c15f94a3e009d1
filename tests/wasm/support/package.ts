// The built package as tests see it: wasm/package/dist, imported at run time so that types do not need a build.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { describe } from "../../../wasm/package/src/describe.ts";
import type { VestibuleLoadError, VestibuleUsageError } from "../../../wasm/package/src/errors.ts";
import type { Load, Locale } from "../../../wasm/package/src/types.ts";

export interface Vestibule {
  readonly load: Load;
  readonly describe: typeof describe;
  readonly VestibuleLoadError: typeof VestibuleLoadError;
  readonly VestibuleUsageError: typeof VestibuleUsageError;
}

export const root: string = resolve(import.meta.dirname, "../../..");
export const packageFolder: string = join(root, "wasm/package");
export const dist: string = join(packageFolder, "dist");

async function importBuilt(path: string): Promise<unknown> {
  const file = join(dist, path);
  if (!existsSync(file)) throw new Error(`${path} is not built; run scripts/build wasm packages`);
  return import(pathToFileURL(file).href);
}

export async function importPackage(entry = "index.js"): Promise<Vestibule> {
  return (await importBuilt(entry)) as Vestibule;
}

export async function importLocale(): Promise<Locale> {
  return ((await importBuilt("locales/en.js")) as { readonly default: Locale }).default;
}
