// The entries of the package, each bundled into one file.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import type { Atlas } from "./atlas.ts";
import { shortDigest } from "./integrity.ts";
import type { BuiltModule } from "./module.ts";

/** Paths in src and dist, without their ending. */
export const entries: readonly string[] = [
  "index",
  "index.browser",
  "index.workerd",
  "full.browser",
  "inline",
  "inline-full",
  "js",
  "js-full",
  "gateway",
  "atlas",
  "reference",
];

/** The entries for pages: what two of them need they share, in chunks. */
export const pageEntries: readonly string[] = ["form/index", "signup/index", "element/index"];

/** Runs on import, and so stands apart from what it imports. */
export const defineEntry = "element/define";

/** Entries that others import once they are asked for: these stay files of their own. */
const importedLater: Plugin = {
  name: "imported-later",
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\.?\/(?:reference|(?:full|index)\.browser|(?:inline|js)-full)\.ts$/ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path: path.replace(/\.ts$/, ".js"), external: true } : undefined,
    );
    onResolve({ filter: /^\.\/index\.ts$/ }, ({ importer }) =>
      importer.endsWith("define.ts") ? { path: "./index.js", external: true } : undefined,
    );
    onResolve({ filter: /^vestibule-languages$/ }, () => ({ path: "../locales/index.js", external: true }));
  },
};

interface Parts {
  readonly core: BuiltModule;
  readonly full: BuiltModule;
  readonly atlas: Atlas;
  /** Where the glue lies, by what the sources import. */
  readonly glue: Readonly<Record<string, string>>;
}

export async function bundleEntries(
  packageFolder: string,
  { core, full, atlas, glue }: Parts,
  folder: string,
): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  const pointsOf = (names: readonly string[]) => {
    return names.map((name) => ({ in: join(packageFolder, "src", `${name}.ts`), out: name }));
  };
  const options = {
    outdir: folder,
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    // Stay files of their own: one is fetched or compiled by the host, the other imported only when it is needed.
    external: ["./full.wasm", "./core.inline.js", "./full.inline.js", "./atlas.inline.js"],
    alias: glue,
    define: {
      BUILD_VERSION: JSON.stringify(version),
      // The smaller module is a part of the full one's sources: what they have in common they judge alike.
      BUILD_RULES: JSON.stringify(`${version}+${shortDigest(full.integrity + atlas.integrity)}`),
      BUILD_CORE_INTEGRITY: JSON.stringify(core.integrity),
      BUILD_FULL_INTEGRITY: JSON.stringify(full.integrity),
      BUILD_ATLAS_INTEGRITY: JSON.stringify(atlas.integrity),
    },
    plugins: [importedLater],
    logLevel: "warning",
  } satisfies BuildOptions;
  await build({ ...options, entryPoints: pointsOf(entries) });
  await build({ ...options, entryPoints: pointsOf(pageEntries), splitting: true, chunkNames: "shared/[name]-[hash]" });
  await build({ ...options, entryPoints: pointsOf([defineEntry]) });
}
