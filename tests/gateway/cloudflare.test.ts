// The worker that is deployed to Cloudflare, on workerd: its own way to the API instead of a service of workerd's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { askHealth, deploy, signUp } from "./support/deployed.ts";

test("it finds the API, proves the slot, and signs up", async () => {
  await using deployed = await deploy();
  assert.deepEqual(await askHealth(deployed), { v: 1, store: "writable", slot: "proven", breaker: "closed" });
  assert.equal(await signUp(deployed, "Edge Ltd"), 201);
  const names = (await deployed.sandbox.customers()).map(({ name }) => name);
  assert.deepEqual(names, ["Edge Ltd"]);
});
