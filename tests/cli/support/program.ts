// The built command line as a user runs it: a real process, real pipes, real files.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** VESTIBULE_CLI names another build than the release one. */
export const program: string = resolve(
  process.env["VESTIBULE_CLI"] ?? join(import.meta.dirname, "../../../build/release/core/cli/vestibule"),
);

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function start(words: readonly string[], shell?: string): ChildProcess {
  if (!existsSync(program)) throw new Error(`${program} is not there; scripts/build makes it`);
  const [command, ...rest] = shell === undefined ? [program, ...words] : ["bash", "-c", shell, program, ...words];
  return spawn(command ?? program, rest, { stdio: ["pipe", "pipe", "pipe"] });
}

export function ended(child: ChildProcess): Promise<Ended> {
  let [stdout, stderr] = ["", ""];
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  // A program that stops early closes its input; what is left to write is nobody's concern.
  child.stdin?.on("error", () => {});
  return new Promise((done) => child.once("close", (code, signal) => done({ code, signal, stdout, stderr })));
}

/** Runs to the end; `input` is what is piped in. `shell` is a line of bash in which $0 is the program. */
export function run(words: readonly string[], input: string | Uint8Array = "", shell?: string): Promise<Ended> {
  const child = start(words, shell);
  const end = ended(child);
  child.stdin?.end(input);
  return end;
}

export interface Line {
  readonly ok: boolean;
  readonly value: unknown;
  readonly changed?: readonly string[];
  readonly findings: readonly { readonly code: string; readonly pointer: string; readonly params: object }[];
}

export function linesOf({ stdout }: Ended): readonly Line[] {
  return stdout
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

/** What came of each record: "ok", or the codes it was refused with. */
export function outcomes(end: Ended): readonly string[] {
  return linesOf(end).map(({ ok, findings }) => (ok ? "ok" : findings.map(({ code }) => code).join(" ")));
}

export class Folder implements Disposable {
  readonly path: string = mkdtempSync(join(tmpdir(), "vestibule-cli-"));

  write(name: string, content: string | Uint8Array): string {
    const path = join(this.path, name);
    writeFileSync(path, content);
    return path;
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true });
  }
}
