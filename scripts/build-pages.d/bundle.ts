// Scripts, styles and pictures of the pages, each under a name that holds the digest of its content.
import { createHash } from "node:crypto";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build, type Plugin } from "esbuild";

/** Where an asset lies in the result, by its place in the sources: "signup/page.ts" -> "assets/page-ABC.js". */
export type Assets = ReadonlyMap<string, string>;

const packageFolder = join(import.meta.dirname, "../../wasm/package/dist");

/** The package's browser entry fetches core.wasm beside itself; here that file has a digest in its name. */
function nameModule(name: string): Plugin {
  return {
    name: "name-module",
    setup: ({ onLoad }) => {
      onLoad({ filter: /[\\/]dist[\\/]index\.browser\.js$/ }, ({ path }) => {
        const text = readFileSync(path, "utf8");
        if (!text.includes("./core.wasm")) throw new Error(`${path} does not mention ./core.wasm`);
        return { contents: text.replaceAll("./core.wasm", `./${name}`) };
      });
    },
  };
}

/** Bundles page.ts, page.css and mark.svg of each folder of `source` into `target`. */
export async function bundle(source: string, folders: readonly string[], target: string): Promise<Assets> {
  const module = join(packageFolder, "core.wasm");
  if (!existsSync(module)) throw new Error(`${module} is missing; run scripts/build-package`);
  const digest = createHash("sha256").update(readFileSync(module)).digest("hex").slice(0, 8);
  const { metafile } = await build({
    entryPoints: folders.flatMap((folder) => ["page.ts", "page.css", "mark.svg"].map((file) => join(folder, file))),
    absWorkingDir: source,
    outdir: target,
    entryNames: "assets/[name]-[hash]",
    chunkNames: "assets/[name]-[hash]",
    loader: { ".svg": "copy" },
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    minify: true,
    metafile: true,
    plugins: [nameModule(`core-${digest}.wasm`)],
    logLevel: "warning",
  });
  cpSync(module, join(target, `assets/core-${digest}.wasm`));
  const outputs = Object.entries(metafile.outputs).flatMap(([path, { entryPoint, inputs }]) => {
    // A copied file names no entry point, only the one input it was copied from.
    const from = entryPoint ?? (path.endsWith(".svg") ? Object.keys(inputs)[0] : undefined);
    return from === undefined ? [] : [[from, relative(target, join(source, path))] as const];
  });
  return new Map(outputs);
}
