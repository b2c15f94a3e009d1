// The stacks as a web engineer ships them: each a minified ES module with all it needs inside, in build/bench/stacks.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { Check } from "./stack.ts";

/** By the name of their file; ours, with either module, are the last. */
export const stackNames = [
  "handwritten",
  "zod",
  "valibot",
  "ajv",
  "arktype",
  "typebox",
  "vestibule",
  "vestibule-browser",
] as const;
export type StackName = (typeof stackNames)[number];
export const ours = "vestibule";
export const oursInBrowsers = "vestibule-browser";

/** The formats alone too, to time them. */
const entries: readonly (StackName | "formats")[] = [...stackNames, "formats"];
export type Bundles = Readonly<Record<StackName | "formats", string>>;

export async function bundleStacks(root: string): Promise<Bundles> {
  const folder = join(root, "build/bench/stacks");
  await build({
    entryPoints: entries.map((name) => join(import.meta.dirname, `${name}.ts`)),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "node",
    target: "es2022",
    // Ours is measured as it is published.
    external: ["vestibule"],
    logLevel: "warning",
  });
  return Object.fromEntries(entries.map((name) => [name, join(folder, `${name}.mjs`)])) as Bundles;
}

export async function makeStack(bundle: string): Promise<Check> {
  const { make }: { readonly make: () => Check | Promise<Check> } = await import(pathToFileURL(bundle).href);
  return await make();
}
