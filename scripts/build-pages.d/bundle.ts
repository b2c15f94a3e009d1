// Scripts, styles and pictures of the pages, each under a name that holds the digest of its content.
import { createHash } from "node:crypto";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { basename, join, parse, relative } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";

export interface Assets {
  /** Where an asset lies in the result, by its place in the sources: "signup/page.ts" -> "assets/page-ABC.js". */
  readonly files: ReadonlyMap<string, string>;
  /** What the script of a page imports before it runs, by the script. */
  readonly imports: ReadonlyMap<string, readonly string[]>;
  /** The words of each language, which a script fetches at once where the page is in it. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** The core, which every page needs soon. */
  readonly core: LoadedModule;
  /** What it is in a page with a tenant's profile: its script beside that of the core, its module in place of that one. */
  readonly full: LoadedModule;
}

export interface LoadedModule {
  /** What loads it, and what that imports. */
  readonly scripts: readonly string[];
  readonly module: string;
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

/** The languages that nobody speaks are not among those of the package; a script that is to know them is told. */
function addLanguages(tags: readonly string[]): Plugin {
  return {
    name: "add-languages",
    setup: ({ onLoad }) => {
      onLoad({ filter: /[\\/]dist[\\/]locales[\\/]index\.js$/ }, ({ path }) => {
        const rows = tags.map((tag) => {
          const words = `Promise.all([import("./${tag}.js"), import("./${tag}.page.js")])`;
          return `languages["${tag}"] = () => ${words}.then(([locale, page]) => ({ locale: locale.default, words: page.default }));\n`;
        });
        return { contents: readFileSync(path, "utf8") + rows.join("") };
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

/** Bundles page.ts, page.css and mark.svg of each folder of `source` into `target`; `more` are languages beside the usual. */
export async function bundle(
  source: string,
  folders: readonly string[],
  more: readonly string[],
  target: string,
): Promise<Assets> {
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
    // Words in another alphabet would be three times as long as escapes.
    charset: "utf8",
    metafile: true,
    plugins: [nameFetched(names), addLanguages(more)],
    logLevel: "warning",
  });
  for (const [file, name] of names) cpSync(join(packageFolder, file), join(target, "assets", name));
  const place = (path: string): string => relative(target, join(source, path));
  const files = new Map<string, string>();
  const imports = new Map<string, readonly string[]>();
  const words = new Map<string, readonly string[]>();
  for (const [path, { entryPoint, inputs }] of Object.entries(metafile.outputs)) {
    const [, tag] = /[\\/]locales[\\/]([\w-]+)(?:\.page)?\.js$/.exec(entryPoint ?? "") ?? [];
    // A copied file names no entry point, only the one input it was copied from.
    const from = entryPoint ?? (path.endsWith(".svg") ? Object.keys(inputs)[0] : undefined);
    if (tag !== undefined) words.set(tag, [...(words.get(tag) ?? []), place(path)]);
    else if (from !== undefined) {
      files.set(from, place(path));
      imports.set(from, importsOf(path, metafile.outputs).map(place));
    }
  }
  const loaded = (file: string): LoadedModule => {
    const entry = `dist/${fetched.get(file)}`;
    const [loader] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint?.endsWith(entry)) ?? [];
    if (loader === undefined) throw new Error(`the pages do not load ${file}`);
    const scripts = [loader, ...importsOf(loader, metafile.outputs)].map(place);
    return { scripts, module: `assets/${names.get(file) ?? ""}` };
  };
  return { files, imports, words, core: loaded("core.wasm"), full: loaded("full.wasm") };
}
