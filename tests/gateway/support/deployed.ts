// The worker as it is deployed to Cloudflare, on workerd: its own way to the API instead of a service of workerd's, and
// objects that end when they are quiet.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { bundleWorker } from "../../../web/gateway/workerd/bundle.ts";
import { workerdConfig } from "../../../web/gateway/workerd/config.ts";
import { freePort } from "../../../web/gateway/workerd/free-port.ts";
import { type FaultProxy, startFaultProxy } from "../../support/fault-proxy.ts";
import { type Sandbox, startSandbox } from "../../support/sandbox.ts";

const root = resolve(import.meta.dirname, "../../..");
const { default: workerd }: { readonly default: string } = createRequire(join(root, "web/gateway/workerd/run.ts"))(
  "workerd",
);

/** workerd's configuration as Cloudflare has it: no service to the API, but a way to the network, and objects that end. */
function asOnCloudflare(folder: string, port: number, upstream: string): string {
  const sites = [{ name: "main", origin: `http://127.0.0.1:${port}` }];
  const store = join(folder, "intents");
  mkdirSync(store);
  const text = workerdConfig({ port, config: { upstream, sites }, pages: join(root, "web/pages/dist"), store });
  return text
    .replace(/.*\(name = "UPSTREAM".*\n/, "")
    .replace("(allow = [])", '(allow = ["private"])')
    .replace(", preventEviction = true", "");
}

async function listening(child: ChildProcess): Promise<void> {
  const { stdio } = child;
  for await (const chunk of stdio[3] as AsyncIterable<Buffer>) if (String(chunk).includes('"listen"')) return;
  assert.fail("workerd ended");
}

export interface Deployed extends AsyncDisposable {
  readonly origin: string;
  readonly sandbox: Sandbox;
  readonly proxy: FaultProxy;
}

/** In a folder of its own. */
export async function deploy(): Promise<Deployed> {
  const folder = mkdtempSync(join(tmpdir(), "vestibule-cloudflare-"));
  const sandbox = await startSandbox({ database: join(folder, "nue.db"), key: "k" });
  const proxy = await startFaultProxy(sandbox.origin);
  const port = await freePort();
  await bundleWorker(folder, join(root, "web/gateway/cloudflare/worker.ts"));
  writeFileSync(join(folder, "gateway.capnp"), asOnCloudflare(folder, port, proxy.origin));
  const child = spawn(workerd, ["serve", "gateway.capnp", "--control-fd=3"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "ignore", "pipe"],
    env: { NUE_API_KEY: "k", FORM_SECRET: "s", OPERATOR_SECRET: "o" },
  });
  await listening(child);
  return {
    origin: `http://127.0.0.1:${port}`,
    sandbox,
    proxy,
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGKILL");
      await proxy.close();
      await sandbox.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

export async function askHealth({ origin }: Deployed): Promise<object> {
  return (await fetch(`${origin}/healthz`, { headers: { authorization: "Bearer o" } })).json();
}

export async function signUp({ origin }: Deployed, name: string): Promise<number> {
  const { token } = await (await fetch(`${origin}/api/form-token`)).json();
  const answer = await fetch(`${origin}/api/signups`, {
    method: "POST",
    headers: { origin, "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
    body: JSON.stringify({ v: 1, customer: { name, recordType: "Business" }, form: { token } }),
  });
  return answer.status;
}
