// An object that is quiet is ended, on Cloudflare and on workerd unless it is told otherwise. Not in scripts/test: that takes
// half a minute in which nothing happens.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { askHealth, deploy, signUp } from "./support/deployed.ts";

test("the pause that the API asked for outlives the control object", { timeout: 100_000 }, async () => {
  await using deployed = await deploy();
  await askHealth(deployed);
  deployed.proxy.plan(["never", "pass"], "POST");
  assert.equal(await signUp(deployed, "First Ltd"), 503);
  const metrics = async () => {
    await (await fetch(`${deployed.origin}/metrics`, { headers: { authorization: "Bearer o" } })).text();
  };
  await metrics();
  // Ten quiet seconds end it, within ten more.
  await sleep(25_000);
  // What the control object now knows is taken over.
  await metrics();
  assert.equal(await signUp(deployed, "Second Ltd"), 503);
  assert.equal(deployed.proxy.seen.filter(({ method }) => method === "POST").length, 1);
});
