// The workerd entry in a real workerd.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { bundle } from "./support/bundle.ts";
import { dist } from "./support/package.ts";
import { startWorkerd, type Workerd } from "./support/workerd.ts";

let workerd: Workerd;

before(async () => {
  workerd = await startWorkerd({
    "worker.js": await bundle("contract-worker.ts", ["./index.workerd.js"]),
    "index.workerd.js": readFileSync(join(dist, "index.workerd.js")),
    "core.wasm": readFileSync(join(dist, "core.wasm")),
  });
});

after(() => workerd?.[Symbol.asyncDispose]());

test("the contract holds", async () => {
  const response = await fetch(workerd.origin);
  assert.equal(response.status, 200);
  assert.deepEqual(await response.json(), []);
});
