// The package as its users get it: packed, and installed into an empty folder.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageFolder } from "./package.ts";

export interface Installed extends Disposable {
  readonly folder: string;
  /** Paths inside of the package. */
  readonly files: readonly string[];
}

function npm(folder: string, ...words: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync("npm", words, { cwd: folder, encoding: "utf8" });
  assert.equal(status, 0, `npm ${words.join(" ")}: ${error?.message ?? stderr}`);
  return stdout;
}

export function installPackage(): Installed {
  const folder = mkdtempSync(join(tmpdir(), "vestibule-installed-"));
  const [packed] = JSON.parse(npm(packageFolder, "pack", "--json", "--pack-destination", folder));
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  npm(folder, "install", "--offline", "--no-audit", "--no-fund", `./${packed.filename}`);
  return {
    folder,
    files: packed.files.map(({ path }: { readonly path: string }) => path),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
}
