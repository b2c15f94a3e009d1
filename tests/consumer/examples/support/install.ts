// An example of web/examples in a folder far from this repository: its packages by its lock, ours from the tarball.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../../wasm/support/package.ts";
import { addPackage, npm } from "../../bundlers/support/install.ts";
import { run } from "../../bundlers/support/run.ts";

export interface Example extends Disposable {
  readonly folder: string;
}

interface Manifest {
  dependencies?: Record<string, string>;
}

/** In the repository the example has the package by its folder, which is not there where the copy is. */
function forgetFolder(file: string): void {
  const read: Manifest & { packages?: Record<string, Manifest> } = JSON.parse(readFileSync(file, "utf8"));
  for (const manifest of [read, read.packages?.[""]]) delete manifest?.dependencies?.["vestibule"];
  for (const path of ["node_modules/vestibule", "../../../wasm/package"]) delete read.packages?.[path];
  writeFileSync(file, JSON.stringify(read));
}

export function installExample(name: string): Example {
  const folder = mkdtempSync(join(tmpdir(), "vestibule-example-"));
  const skipped = /node_modules|\.next|dist$/;
  cpSync(join(root, "web/examples", name), folder, { recursive: true, filter: (path) => !skipped.test(path) });
  for (const file of ["package.json", "package-lock.json"]) forgetFolder(join(folder, file));
  npm(folder, "ci", "--prefer-offline", "--no-progress");
  addPackage(folder);
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

/** It holds to its own settings, which are strict, by its own compiler. */
export function assertTypes(folder: string): void {
  const settings = JSON.parse(readFileSync(join(folder, "tsconfig.json"), "utf8"));
  const { strict, exactOptionalPropertyTypes } = settings.compilerOptions;
  assert.deepEqual([strict, exactOptionalPropertyTypes], [true, true]);
  run(folder, ["npm", "run", "check"]);
}
