// The real stand-in for Nue as a process of its own, on a port the system chooses.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const root = resolve(import.meta.dirname, "../..");
const programs = ["release", "sandbox"].map((preset) => join(root, "build", preset, "tests/sandbox/vestibule-sandbox"));

export function sandboxProgram(): string {
  const program = programs.find((path) => existsSync(path));
  if (program === undefined) throw new Error(`no sandbox at ${programs.join(" or ")}; run scripts/build native`);
  return program;
}

export interface SandboxOptions {
  readonly database: string;
  readonly key: string;
  readonly port?: number;
  readonly arguments?: readonly string[];
}

export interface SandboxCustomer {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly accountNumber: string;
  readonly signupToken: string | null;
}

export interface SandboxContact {
  readonly id: string;
  readonly customerId: string;
  readonly name: string;
  readonly title: string | null;
  readonly email: string;
}

export interface Sandbox {
  readonly origin: string;
  /** Everything it holds, asked for over HTTP. */
  customers(): Promise<readonly SandboxCustomer[]>;
  contacts(): Promise<readonly SandboxContact[]>;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { database, key, port = 0 } = options;
  const child = spawn(sandboxProgram(), ["--port", String(port), "--db", database, ...(options.arguments ?? [])], {
    stdio: ["ignore", "pipe", "ignore"],
    env: { VESTIBULE_SANDBOX_KEY: key },
  });
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  const origin = await new Promise<string>((done, fail) => {
    createInterface(child.stdout).once("line", (line) => done(/https?:\S+/.exec(line)?.[0] ?? ""));
    child.once("close", () => fail(new Error("the sandbox ended before it listened")));
  });
  const list = async (path: string) => {
    const answer = await fetch(`${origin}${path}?limit=500`, { headers: { "nue-api-key": key } });
    return (await answer.json()).data;
  };
  return {
    origin,
    customers: () => list("/customers"),
    contacts: () => list("/contacts"),
    stop: (signal = "SIGTERM") => {
      child.kill(signal);
      return ended;
    },
  };
}
