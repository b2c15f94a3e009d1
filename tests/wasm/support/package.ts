// The built package as tests see it: wasm/package/dist, imported at run time so that types do not need a build.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { describe } from "../../../wasm/package/src/describe.ts";
import type { Engine } from "../../../wasm/package/src/engine.ts";
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

/** With VESTIBULE_TWIN=1 what Node has by default is the module as JavaScript, with all that Node has from the start. */
async function importForNode(): Promise<Vestibule> {
  if (process.env["VESTIBULE_TWIN"] !== "1") return (await importBuilt("index.js")) as Vestibule;
  const twin = (await importBuilt("js.js")) as Vestibule;
  return { ...twin, load: (options) => twin.load({ full: true, atlas: true, reference: true, ...options }) };
}

export async function importPackage(entry?: string): Promise<Vestibule> {
  return entry === undefined ? importForNode() : ((await importBuilt(entry)) as Vestibule);
}

/** The full module of an entry, for what goes past load(). */
export async function fullEngine(entry: "inline" | "js"): Promise<Engine> {
  const built = await importBuilt(`${entry}-full.js`);
  const { glue, compileFull } = built as Pick<Engine, "glue"> & { compileFull?: () => Promise<WebAssembly.Module> };
  return compileFull === undefined ? { glue } : { module: await compileFull(), glue };
}

export async function importLocale(): Promise<Locale> {
  return ((await importBuilt("locales/en.js")) as { readonly default: Locale }).default;
}
