// The package's types, by the TypeScript compiler.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Writes declarations of what can be reached from `entries`, names without ending. */
export function writeTypes(root: string, folder: string, entries: readonly string[]): void {
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const project = join(root, "wasm/package");
  const flags = ["--noEmit", "false", "--emitDeclarationOnly", "--rootDir", join(project, "src"), "--outDir", folder];
  const { status } = spawnSync(process.execPath, [compiler, "--project", project, ...flags], { stdio: "inherit" });
  if (status !== 0) throw new Error("the TypeScript compiler found something in wasm/package (above)");

  const reached = new Set<string>();
  for (const entry of entries) visit(join(folder, `${entry}.d.ts`), reached);
  for (const path of declarationsIn(folder)) if (!reached.has(path)) rmSync(path);
}

function declarationsIn(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".d.ts")).map((name) => join(folder, name));
}

/**
 * Follows a declaration's imports. The compiler keeps the ".ts" they have in the sources; the package has files that
 * end in ".js".
 */
function visit(path: string, reached: Set<string>): void {
  if (reached.has(path)) return;
  reached.add(path);
  const text = readFileSync(path, "utf8").replaceAll(/(["'])(\.\.?\/[^"'\s]+)\.ts\1/g, "$1$2.js$1");
  writeFileSync(path, text);
  for (const [, target] of text.matchAll(/["'](\.\.?\/[^"'\s]+)\.js["']/g)) {
    visit(join(dirname(path), `${target}.d.ts`), reached);
  }
}
