// A cell's folder: a group's own packages by its lock, then the packed package, far from this repository.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { packageFolder } from "../../../wasm/support/package.ts";

export const cells: string = resolve(import.meta.dirname, "..");

export interface Group extends Disposable {
  readonly folder: string;
}

export function npm(folder: string, ...words: readonly string[]): void {
  const { status, stdout, stderr, error } = spawnSync("npm", words, { cwd: folder, encoding: "utf8" });
  assert.equal(status, 0, `npm ${words.join(" ")}: ${error?.message ?? ""}${stdout}${stderr}`);
}

/** Packs the package, and unpacks it where an installation would put it: it has no dependencies and no scripts. */
export function addPackage(folder: string): void {
  npm(packageFolder, "pack", "--silent", "--pack-destination", folder);
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "";
  const target = join(folder, "node_modules/vestibule");
  mkdirSync(target, { recursive: true });
  const { status, stderr } = spawnSync("tar", ["xzf", tarball, "-C", target, "--strip-components=1"], {
    cwd: folder,
    encoding: "utf8",
  });
  assert.equal(status, 0, stderr);
}

/** The programs of a group with the cells' sources; without a name the sources alone. */
export function installGroup(name?: string): Group {
  const folder = mkdtempSync(join(tmpdir(), "vestibule-cell-"));
  if (name !== undefined) {
    cpSync(join(cells, name), folder, { recursive: true, filter: (path) => !path.includes("node_modules") });
    npm(folder, "ci", "--prefer-offline", "--no-progress");
  }
  cpSync(join(cells, "app"), folder, { recursive: true });
  addPackage(folder);
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}
