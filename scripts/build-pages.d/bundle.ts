// Scripts, styles and pictures of the pages, each under a name that holds the digest of its content.
import { createHash } from "node:crypto";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { basename, join, parse, relative } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";

/** A script as it lies in the result, and what it imports at once, all of it. */
export interface Script {
  readonly path: string;
  readonly imports: readonly string[];
}

export interface Assets {
  /** By their place in the sources: "signup/page.css" -> "assets/page-ABC.css". */
  readonly files: ReadonlyMap<string, string>;
  /** By page and language: "signup de". */
  readonly scripts: ReadonlyMap<string, Script>;
}

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

/**
 * "signup/page.ts in de" is the page's script, started with the words of a language. These are imported, not a part of
 * it: whoever changes to another language fetches the same files.
 */
function startInLanguage(source: string): Plugin {
  return {
    name: "start-in-language",
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: / in / }, ({ path }) => ({ path, namespace: "start" }));
      onLoad({ filter: /./, namespace: "start" }, ({ path }) => {
        const [script, tag] = path.split(" in ");
        const contents = `
          import { start } from "./${script}";
          import locale from "vestibule/locales/${tag}";
          import words from "vestibule/locales/${tag}.page";
          start({ tag: "${tag}", locale, words });`;
        return { contents, resolveDir: source };
      });
    },
  };
}

type Outputs = Metafile["outputs"];

/** What a file imports before it runs, and what that does. */
function importsOf(path: string, outputs: Outputs): readonly string[] {
  const found = new Set<string>();
  const visit = (from: string): void => {
    for (const { path: next, kind } of outputs[from]?.imports ?? []) {
      if (kind !== "import-statement" || found.has(next)) continue;
      found.add(next);
      visit(next);
    }
  };
  visit(path);
  return [...found];
}

/** core.wasm -> core-1a2b3c4d.wasm */
function nameWithDigest(path: string): string {
  if (!existsSync(path)) throw new Error(`${path} is missing; run scripts/build-package`);
  const { name, ext } = parse(path);
  return `${name}-${createHash("sha256").update(readFileSync(path)).digest("hex").slice(0, 8)}${ext}`;
}

/** Bundles page.ts in each language, page.css and mark.svg of each folder of `source` into `target`. */
export async function bundle(
  source: string,
  folders: readonly string[],
  tags: readonly string[],
  target: string,
): Promise<Assets> {
  const names = new Map([...fetched.keys()].map((file) => [file, nameWithDigest(join(packageFolder, file))]));
  const { metafile } = await build({
    entryPoints: folders.flatMap((folder) => [
      ...tags.map((tag) => ({ in: `${folder}/page.ts in ${tag}`, out: `page-${tag}` })),
      ...["page.css", "mark.svg"].map((file) => ({ in: join(folder, file), out: parse(file).name })),
    ]),
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
    // Words in another alphabet would be three times as long as escapes.
    charset: "utf8",
    metafile: true,
    plugins: [nameFetched(names), startInLanguage(source)],
    logLevel: "warning",
  });
  for (const [file, name] of names) cpSync(join(packageFolder, file), join(target, "assets", name));
  const place = (path: string): string => relative(target, join(source, path));
  const scripts = new Map<string, Script>();
  const files = new Map<string, string>();
  for (const [path, { entryPoint, inputs }] of Object.entries(metafile.outputs)) {
    const [, folder, tag] = /^start:(.*)\/page\.ts in (.*)$/.exec(entryPoint ?? "") ?? [];
    // A copied file names no entry point, only the one input it was copied from.
    const from = entryPoint ?? (path.endsWith(".svg") ? Object.keys(inputs)[0] : undefined);
    if (tag !== undefined) {
      const imports = importsOf(path, metafile.outputs).map(place);
      scripts.set(`${folder} ${tag}`, { path: place(path), imports });
    } else if (from !== undefined) files.set(from, place(path));
  }
  return { files, scripts };
}
