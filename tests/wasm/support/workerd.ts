// A real workerd with one worker, on a port the system chooses.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";

// The program itself: the command of the same name is a script that starts it, and ends without it.
const { default: workerd }: { readonly default: string } = createRequire(import.meta.url)("workerd");

/** By name; "worker.js" is the worker itself. */
export type Modules = Readonly<Record<string, string | Uint8Array>>;

export interface Workerd extends AsyncDisposable {
  readonly origin: string;
}

function configuration(modules: Modules): string {
  // The worker comes first, whatever else there is.
  const names = ["worker.js", ...Object.keys(modules).filter((name) => name !== "worker.js")];
  const listed = names.map((name) => {
    const kind = name.endsWith(".wasm") ? "wasm" : "esModule";
    return `    (name = "${name}", ${kind} = embed "${name}"),`;
  });
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .worker)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const worker :Workerd.Worker = (
  modules = [
${listed.join("\n")}
  ],
  compatibilityDate = "2026-11-01",
);
`;
}

/** Starts it and waits until it listens. */
export async function startWorkerd(modules: Modules): Promise<Workerd> {
  const folder = mkdtempSync(join(tmpdir(), "vestibule-workerd-"));
  for (const [name, content] of Object.entries(modules)) writeFileSync(join(folder, name), content);
  writeFileSync(join(folder, "config.capnp"), configuration(modules));
  // It tells its port on the control descriptor.
  const child = spawn(workerd, ["serve", "config.capnp", "--control-fd=3"], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill("SIGKILL");
    await gone;
    rmSync(folder, { recursive: true });
  };
  try {
    const failed = gone.then(() => Promise.reject(new Error("workerd ended before it listened (its words above)")));
    const port = await Promise.race([listeningPort(child.stdio[3] as Readable), failed]);
    return { origin: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function listeningPort(control: Readable): Promise<number> {
  return new Promise((resolve) => {
    let told = "";
    control.on("data", (chunk: Buffer) => {
      told += chunk.toString();
      for (const line of told.split("\n").slice(0, -1)) {
        const message: { readonly event?: string; readonly port?: number } = JSON.parse(line);
        if (message.event === "listen" && message.port !== undefined) resolve(message.port);
      }
    });
  });
}
