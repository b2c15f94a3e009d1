// The workerd entry in a real workerd.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { bundle } from "./support/bundle.ts";
import { dist } from "./support/package.ts";
import { startWorkerd, type Workerd } from "./support/workerd.ts";

async function serve(worker: string): Promise<Workerd> {
  return startWorkerd({
    "worker.js": await bundle(worker, ["./index.workerd.js"]),
    "index.workerd.js": readFileSync(join(dist, "index.workerd.js")),
    "atlas.inline.js": readFileSync(join(dist, "atlas.inline.js")),
    "full.wasm": readFileSync(join(dist, "full.wasm")),
  });
}

test("the contract holds", async () => {
  await using workerd = await serve("contract-worker.ts");
  const response = await fetch(workerd.origin);
  assert.equal(response.status, 200);
  assert.deepEqual(await response.json(), []);
});

test("W04: what one request lost is there again for the next", async () => {
  await using workerd = await serve("loss-worker.ts");
  const answered = async (path: string): Promise<string> => (await fetch(workerd.origin + path)).text();
  assert.equal(await answered("/check"), "ok ok ok");
  assert.equal(await answered("/lose"), "limit.memory limit.memory limit.memory");
  assert.equal(await answered("/check"), "ok ok ok");
});
