// A project of ours, copied to a folder far from this one: nothing above it can help it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const root: string = resolve(import.meta.dirname, "../../..");

export class Folder implements Disposable {
  readonly path: string = mkdtempSync(join(tmpdir(), "vestibule-consumer-"));

  constructor(project?: string) {
    if (project !== undefined) cpSync(join(root, "tests/consumer", project), this.path, { recursive: true });
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true });
  }
}

/** Runs a program to its end: its standard output. The compilers' flags of whoever runs the tests are left out. */
export function mustRun(folder: string, program: string, ...words: readonly string[]): string {
  const env = { ...process.env };
  for (const name of ["CXXFLAGS", "CPPFLAGS", "LDFLAGS", "CMAKE_PREFIX_PATH", "NODE_OPTIONS", "NODE_PATH"])
    delete env[name];
  const options = { cwd: folder, env, encoding: "utf8", timeout: 300_000, maxBuffer: 64 * 1024 * 1024 } as const;
  const { status, stdout, stderr, error } = spawnSync(program, words, options);
  assert.equal(status, 0, `${program} ${words.join(" ")}\n${error?.message ?? ""}${stdout}${stderr}`);
  return stdout;
}

/** Configures and builds a CMake project with nothing but what is given. */
export function buildProject(folder: string, ...configure: readonly string[]): void {
  mustRun(folder, "cmake", "-G", "Ninja", "-B", "build", "-DCMAKE_FIND_USE_PACKAGE_REGISTRY=OFF", ...configure);
  mustRun(folder, "cmake", "--build", "build");
}
