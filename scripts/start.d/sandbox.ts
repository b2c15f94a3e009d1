// The stand-in for Nue as a process, with its key in the environment, where no list of processes shows it.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export interface SandboxProcess {
  readonly origin: string;
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface SandboxProcessOptions {
  readonly program: string;
  readonly database: string;
  readonly key: string;
  readonly log: (line: string) => void;
}

export async function startSandboxProcess(options: SandboxProcessOptions): Promise<SandboxProcess> {
  const { program, database, key, log } = options;
  const child = spawn(program, ["--port", "0", "--db", database], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { VESTIBULE_SANDBOX_KEY: key },
  });
  createInterface(child.stderr).on("line", log);
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  const origin = await new Promise<string>((done, fail) => {
    createInterface(child.stdout).once("line", (line) => done(/https?:\S+/.exec(line)?.[0] ?? ""));
    child.once("error", fail);
    child.once("close", () => fail(new Error("the sandbox ended")));
  });
  return {
    origin,
    ended,
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}
