// What a browser has to fetch: the package's files and the page's, as they lie on disk and as a server sends them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import type { Bench, Row, Section, Settings } from "./bench.ts";

const packageFiles: readonly (readonly [name: string, path: string])[] = [
  ["core.wasm", "wasm/package/dist/core.wasm"],
  ["full.wasm", "wasm/package/dist/full.wasm"],
  ["atlas.bin", "wasm/package/dist/atlas.bin"],
  ["glue of full.wasm, as emcc wrote it", "build/wasm/modules/full.mjs"],
  ["entry for browsers", "wasm/package/dist/index.browser.js"],
  ["entry for Node, glue inside", "wasm/package/dist/index.js"],
  ["core.wasm inside a script, for healing", "wasm/package/dist/core.inline.js"],
  ["form", "wasm/package/dist/form/index.js"],
];
const pageFolder = "web/pages/dist";

function brotliSize(bytes: Buffer): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
}

function sizeRow(root: string, name: string, path: string): Row {
  if (!existsSync(join(root, path))) return { name, values: [null, null] };
  const bytes = readFileSync(join(root, path));
  return { name, values: [bytes.length, brotliSize(bytes)] };
}

/** The page's files; a name goes without the digest in it, which changes with every build. */
function pageRows(root: string): readonly Row[] {
  const folder = join(root, pageFolder);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name).slice(folder.length + 1)).sort();
  return paths.map((path) =>
    sizeRow(root, `page: ${path.replace(/-[0-9A-Za-z]{8}(?=\.\w+$)/, "")}`, join(pageFolder, path)),
  );
}

async function run({ root }: Settings): Promise<readonly Section[]> {
  const page = pageRows(root);
  const rows = [...packageFiles.map(([name, path]) => sizeRow(root, name, path)), ...page];
  const columns = [
    { title: "raw", unit: "bytes" },
    { title: "brotli", unit: "bytes" },
  ] as const;
  const notes = page.length === 0 ? ["The page is not built; scripts/build packages builds it."] : [];
  return [{ title: "sizes", columns, rows, notes }];
}

export const bench: Bench = { name: "sizes", run };
