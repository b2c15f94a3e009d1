// The entries of the package, each bundled into one file.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import type { Atlas } from "./atlas.ts";
import type { BuiltModule } from "./module.ts";

/** Paths in src and dist, without their ending. */
export const entries: readonly string[] = [
  "index",
  "index.browser",
  "index.workerd",
  "atlas",
  "form/index",
  "reference",
  "signup/index",
];

/** The reference is an entry of its own; the others import that file, and only when it is asked for. */
const referenceApart: Plugin = {
  name: "reference-apart",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/reference\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./reference.js", external: true } : undefined,
    ),
};

export async function bundleEntries(
  packageFolder: string,
  { module, atlas }: { readonly module: BuiltModule; readonly atlas: Atlas },
  folder: string,
): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  await build({
    entryPoints: entries.map((name) => ({ in: join(packageFolder, "src", `${name}.ts`), out: name })),
    outdir: folder,
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    // Stay files of their own: one is fetched or compiled by the host, the other imported only when it is needed.
    external: ["./core.wasm", "./core.inline.js", "./atlas.inline.js"],
    alias: { "vestibule-glue": module.gluePath },
    define: {
      BUILD_VERSION: JSON.stringify(version),
      BUILD_INTEGRITY: JSON.stringify(module.integrity),
      BUILD_ATLAS_INTEGRITY: JSON.stringify(atlas.integrity),
    },
    plugins: [referenceApart],
    logLevel: "warning",
  });
}
