// The worker that is deployed to Cloudflare, on workerd: its own way to the API instead of a service of workerd's.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";
import { bundleWorker } from "../../web/gateway/workerd/bundle.ts";
import { workerdConfig } from "../../web/gateway/workerd/config.ts";
import { freePort } from "../../web/gateway/workerd/free-port.ts";
import { startSandbox } from "../support/sandbox.ts";

const root = resolve(import.meta.dirname, "../..");
const { default: workerd }: { readonly default: string } = createRequire(join(root, "web/gateway/workerd/run.ts"))(
  "workerd",
);
const folder = mkdtempSync(join(tmpdir(), "vestibule-cloudflare-"));
after(() => rmSync(folder, { recursive: true }));

/** workerd's configuration as Cloudflare has it: no service to the API, but a way to the network. */
function asOnCloudflare(port: number, upstream: string): string {
  const sites = [{ name: "main", origin: `http://127.0.0.1:${port}` }];
  const store = join(folder, "intents");
  mkdirSync(store);
  const text = workerdConfig({ port, config: { upstream, sites }, pages: join(root, "web/pages/dist"), store });
  return text.replace(/.*\(name = "UPSTREAM".*\n/, "").replace("(allow = [])", '(allow = ["private"])');
}

async function listening(child: ChildProcess): Promise<void> {
  const { stdio } = child;
  for await (const chunk of stdio[3] as AsyncIterable<Buffer>) if (String(chunk).includes('"listen"')) return;
  assert.fail("workerd ended");
}

test("it finds the API, proves the slot, and signs up", async () => {
  const sandbox = await startSandbox({ database: join(folder, "nue.db"), key: "k" });
  const port = await freePort();
  await bundleWorker(folder, join(root, "web/gateway/cloudflare/worker.ts"));
  writeFileSync(join(folder, "gateway.capnp"), asOnCloudflare(port, sandbox.origin));
  const child = spawn(workerd, ["serve", "gateway.capnp", "--control-fd=3"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "ignore", "pipe"],
    env: { NUE_API_KEY: "k", FORM_SECRET: "s", OPERATOR_SECRET: "o" },
  });
  try {
    await listening(child);
    const origin = `http://127.0.0.1:${port}`;
    const health = await fetch(`${origin}/healthz`, { headers: { authorization: "Bearer o" } });
    assert.deepEqual(await health.json(), { v: 1, store: "writable", slot: "proven", breaker: "closed" });
    const { token } = await (await fetch(`${origin}/api/form-token`)).json();
    const answer = await fetch(`${origin}/api/signups`, {
      method: "POST",
      headers: { origin, "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
      body: JSON.stringify({ v: 1, customer: { name: "Edge Ltd", recordType: "Business" }, form: { token } }),
    });
    assert.equal(answer.status, 201);
    assert.deepEqual(
      (await sandbox.customers()).map(({ name }) => name),
      ["Edge Ltd"],
    );
  } finally {
    child.kill("SIGKILL");
    await sandbox.stop();
  }
});
