// Running the programs of a cell: to their end, or as a server for as long as a test needs it.
import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";

function environment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { NODE_TEST_CONTEXT: _, NODE_OPTIONS: __, NODE_PATH: ___, ...env } = process.env;
  return { ...env, NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1", CI: "1", ...more };
}

export interface Result {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function runAnyway(
  folder: string,
  [program = "", ...words]: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Result {
  const options = { cwd: folder, env: environment(more), encoding: "utf8", timeout: 600_000 } as const;
  const { status, stdout, stderr, error } = spawnSync(program, words, options);
  return { status, stdout, stderr: stderr + (error?.message ?? "") };
}

/** Its standard output; fails the test when it fails. */
export function run(folder: string, words: readonly string[], more?: Readonly<Record<string, string>>): string {
  const { status, stdout, stderr } = runAnyway(folder, words, more);
  assert.equal(status, 0, `${words.join(" ")}:\n${stdout}${stderr}`);
  return stdout;
}

export interface Served extends AsyncDisposable {
  readonly origin: string;
}

/** The port that it says it listens on. */
function listeningPort(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = "";
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const [, port] = /http:\/\/(?:localhost|127\.0\.0\.1):(\d+)/.exec(said) ?? [];
      if (port !== undefined) found(port);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("close", () => failed(new Error(`it ended before it listened: ${said}`)));
  });
}

/** Starts a server, and waits until it says where it listens. It is a group of processes: what it starts ends with it. */
export async function serve(folder: string, [program = "", ...words]: readonly string[]): Promise<Served> {
  const child = spawn(program, words, { cwd: folder, env: environment({}), detached: true });
  const closed = once(child, "close");
  const stop = async (): Promise<void> => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
    await closed;
  };
  try {
    return { origin: `http://127.0.0.1:${await listeningPort(child)}`, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
