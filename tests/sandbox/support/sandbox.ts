// Starts the real program on a port the system chooses, with a database in a folder of the test's own.

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

export const key = "sandbox-test-key";

/** VESTIBULE_SANDBOX names another build than the release one. */
export const program: string = resolve(
  process.env["VESTIBULE_SANDBOX"] ??
    join(import.meta.dirname, "../../../build/release/tests/sandbox/vestibule-sandbox"),
);

export class TemporaryFolder implements Disposable {
  readonly path: string = mkdtempSync(join(tmpdir(), "vestibule-sandbox-"));

  file(name: string): string {
    return join(this.path, name);
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export class Sandbox implements AsyncDisposable {
  readonly origin: string;
  readonly port: number;
  readonly exited: Promise<Exit>;
  /** Every line of the log so far. */
  readonly log: readonly string[];
  readonly #process: ChildProcess;

  constructor(origin: string, process: ChildProcess, exited: Promise<Exit>, log: readonly string[]) {
    this.origin = origin;
    this.port = Number(new URL(origin).port);
    this.exited = exited;
    this.log = log;
    this.#process = process;
  }

  signal(name: NodeJS.Signals): Promise<Exit> {
    this.#process.kill(name);
    return this.exited;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.signal("SIGKILL");
  }
}

export async function startSandbox(database: string, more: readonly string[] = []): Promise<Sandbox> {
  if (!existsSync(program)) throw new Error(`${program} is not there; scripts/build makes it`);
  const child = spawn(program, ["--key", key, "--db", database, ...more], { stdio: ["ignore", "pipe", "pipe"] });
  const exited = new Promise<Exit>((done) => child.once("close", (code, signal) => done({ code, signal })));
  const log: string[] = [];
  createInterface(child.stderr).on("line", (line) => log.push(line));
  const ready = new Promise<string>((done) => createInterface(child.stdout).once("line", done));
  const line = await Promise.race([ready, exited]);
  if (typeof line !== "string") throw new Error(`the sandbox ended at once: ${log.join("\n")}`);
  return new Sandbox(line.replace("listening on ", ""), child, exited, log);
}

/** Runs the program to its end, for command lines that are refused. */
export async function runSandbox(more: readonly string[]): Promise<Exit & { readonly output: string }> {
  const environment = { ...process.env };
  delete environment["VESTIBULE_SANDBOX_KEY"];
  const child = spawn(program, more, { stdio: ["ignore", "pipe", "pipe"], env: environment });
  let output = "";
  child.stdout.on("data", (data: Buffer) => (output += data.toString()));
  child.stderr.on("data", (data: Buffer) => (output += data.toString()));
  return new Promise((done) => child.once("close", (code, signal) => done({ code, signal, output })));
}
