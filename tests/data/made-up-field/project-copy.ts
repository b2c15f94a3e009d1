// A copy of the project in a temporary folder, where the catalogue can be changed and everything built from it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { listFiles } from "../../../scripts/lib/files.ts";

const project = resolve(import.meta.dirname, "../../..");

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export class ProjectCopy {
  readonly root: string = mkdtempSync(join(tmpdir(), "vestibule-field-"));

  /** Written files only: nothing that was built here can answer for what is built there. */
  constructor() {
    for (const path of listFiles(project, "")) cpSync(join(project, path), join(this.root, path));
    symlinkSync(join(project, "node_modules"), join(this.root, "node_modules"));
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), "utf8");
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.root, path), text);
  }

  /** Puts `text` in the one place where `before` stands. */
  replace(path: string, before: string, text: string): void {
    const parts = this.read(path).split(before);
    assert.equal(parts.length, 2, `${path} has this once: ${before}`);
    this.write(path, parts.join(text));
  }

  /** Runs a program in the copy; `input` is its standard input. */
  run(program: string, args: readonly string[], input = ""): Run {
    const options = { cwd: this.root, input, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 } as const;
    const { status, stdout, stderr, error } = spawnSync(program, args, options);
    if (error !== undefined) throw error;
    return { status, stdout, stderr };
  }

  /** The same for what has to succeed: its standard output. */
  mustRun(program: string, args: readonly string[], input = ""): string {
    const { status, stdout, stderr } = this.run(program, args, input);
    assert.equal(status, 0, `${program} ${args.join(" ")}\n${stdout}${stderr}`);
    return stdout;
  }

  /** Configures with the given arguments of CMake and builds into `folder`. */
  build(folder: string, configure: readonly string[]): void {
    this.mustRun("cmake", ["-G", "Ninja", "-B", folder, ...configure]);
    this.mustRun("cmake", ["--build", folder, "--parallel", String(availableParallelism())]);
  }
}
