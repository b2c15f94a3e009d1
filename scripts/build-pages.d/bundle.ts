// Scripts, styles and pictures of the pages, each under a name that holds the digest of its content.
import { createHash } from "node:crypto";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { basename, join, parse, relative } from "node:path";
import { build, type Plugin } from "esbuild";

/** Where an asset lies in the result, by its place in the sources: "signup/page.ts" -> "assets/page-ABC.js". */
export type Assets = ReadonlyMap<string, string>;

const packageFolder = join(import.meta.dirname, "../../wasm/package/dist");

/** Files that the package fetches beside itself, and who does; here they have a digest in their name. */
const fetched: ReadonlyMap<string, string> = new Map([
  ["core.wasm", "index.browser.js"],
  ["atlas.bin", "index.browser.js"],
  ["full.wasm", "full.browser.js"],
]);

function nameFetched(names: ReadonlyMap<string, string>): Plugin {
  return {
    name: "name-fetched",
    setup: ({ onLoad }) => {
      onLoad({ filter: /[\\/]dist[\\/](?:index|full)\.browser\.js$/ }, ({ path }) => {
        let contents = readFileSync(path, "utf8");
        for (const [file, name] of names) {
          if (fetched.get(file) !== basename(path)) continue;
          if (!contents.includes(`./${file}`)) throw new Error(`${path} does not mention ./${file}`);
          contents = contents.replaceAll(`./${file}`, `./${name}`);
        }
        return { contents };
      });
    },
  };
}

/** core.wasm -> core-1a2b3c4d.wasm */
function nameWithDigest(path: string): string {
  if (!existsSync(path)) throw new Error(`${path} is missing; run scripts/build-package`);
  const { name, ext } = parse(path);
  return `${name}-${createHash("sha256").update(readFileSync(path)).digest("hex").slice(0, 8)}${ext}`;
}

/** Bundles page.ts, page.css and mark.svg of each folder of `source` into `target`. */
export async function bundle(source: string, folders: readonly string[], target: string): Promise<Assets> {
  const names = new Map([...fetched.keys()].map((file) => [file, nameWithDigest(join(packageFolder, file))]));
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
    plugins: [nameFetched(names)],
    logLevel: "warning",
  });
  for (const [file, name] of names) cpSync(join(packageFolder, file), join(target, "assets", name));
  const outputs = Object.entries(metafile.outputs).flatMap(([path, { entryPoint, inputs }]) => {
    // A copied file names no entry point, only the one input it was copied from.
    const from = entryPoint ?? (path.endsWith(".svg") ? Object.keys(inputs)[0] : undefined);
    return from === undefined ? [] : [[from, relative(target, join(source, path))] as const];
  });
  return new Map(outputs);
}
