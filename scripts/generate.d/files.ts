// Puts generated files on disk, and finds those that are not what they should be.
// Depends on names and outputs.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { noticeStart } from "./names.ts";
import type { Output } from "./outputs.ts";

export interface Difference {
  readonly path: string;
  readonly what: string;
}

function contentOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** Writes what is new or changed; a file that is right keeps its time, so nothing is compiled again for it. */
export function writeOutputs(root: string, outputs: readonly Output[]): readonly string[] {
  const changed = outputs.filter(({ path, text }) => contentOf(join(root, path)) !== text);
  for (const { path, text } of changed) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return changed.map(({ path }) => path);
}

/** Files that this generator once wrote and no longer does. Files of others in the same folders are left alone. */
export function findStale(root: string, outputs: readonly Output[]): readonly string[] {
  const folders = new Set(outputs.map(({ path }) => dirname(path)));
  const wanted = new Set(outputs.map(({ path }) => path));
  return [...folders]
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { withFileTypes: true }).map((entry) => ({ folder, entry })))
    .filter(({ entry }) => entry.isFile())
    .map(({ folder, entry }) => `${folder}/${entry.name}`)
    .filter((path) => !wanted.has(path) && isOurs(readFileSync(join(root, path), "utf8")));
}

/** The notice stands in the first line, or in the second one of a JSON file. */
function isOurs(text: string): boolean {
  return text.split("\n", 2).some((line) => line.includes(noticeStart));
}

export function removeFiles(root: string, paths: readonly string[]): void {
  for (const path of paths) rmSync(join(root, path));
}

/** Compares the files in `root` with the fresh ones in `fresh`. */
export function findDifferences(root: string, fresh: string, outputs: readonly Output[]): readonly Difference[] {
  const differing = outputs.flatMap(({ path }): readonly Difference[] => {
    const before = contentOf(join(root, path));
    const after = readFileSync(join(fresh, path), "utf8");
    if (before === after) return [];
    if (before === undefined) return [{ path, what: "missing" }];
    return [{ path, what: `differs from line ${firstDifferentLine(before, after)} on` }];
  });
  return [...differing, ...findStale(root, outputs).map((path) => ({ path, what: "no longer generated" }))];
}

function firstDifferentLine(before: string, after: string): number {
  const old = before.split("\n");
  return after.split("\n").findIndex((line, index) => line !== old[index]) + 1 || after.split("\n").length + 1;
}
