// The stand-in for Nue as a process, with its key in the environment, where no list of processes shows it.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export interface SandboxProcess {
  readonly origin: string;
  /** Has it tell `url` of everything that happens, and nobody else. */
  sendWebhooks(url: string, secret: string): Promise<void>;
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface SandboxProcessOptions {
  readonly program: string;
  readonly database: string;
  readonly key: string;
  readonly log: (line: string) => void;
}

async function sendWebhooks(origin: string, key: string, url: string, secret: string): Promise<void> {
  const address = `${origin}/_sandbox/webhooks`;
  const headers = { "nue-api-key": key, "content-type": "application/json" };
  const { data } = await (await fetch(address, { headers })).json();
  // Those of earlier starts: the gateway had another port then.
  for (const { id } of data) await fetch(`${address}/${id}`, { method: "DELETE", headers });
  const { ok } = await fetch(address, { method: "POST", headers, body: JSON.stringify({ url, secret }) });
  if (!ok) throw new Error("the sandbox takes no webhook");
}

export async function startSandboxProcess(options: SandboxProcessOptions): Promise<SandboxProcess> {
  const { program, database, key, log } = options;
  const child = spawn(program, ["--port", "0", "--db", database, "--control"], {
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
    sendWebhooks: (url, secret) => sendWebhooks(origin, key, url, secret),
    ended,
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}
