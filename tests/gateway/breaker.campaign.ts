// The breaker on the real gateway: an API that fails opens it for everybody, and once it is back one call closes it again.
// Not in scripts/test: it stays open for up to a minute.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openSite, operatorSecret, untilSettled } from "./support/site.ts";

test("five failures open the breaker; when the API is back everybody is created, once", {
  timeout: 200_000,
}, async () => {
  await using site = await openSite();
  const operator = { authorization: `Bearer ${operatorSecret}` };
  const breaker = async () => JSON.parse((await site.get("/healthz", operator)).text).breaker;
  const signUps = Array.from({ length: 8 }, (_, index) => {
    const key = crypto.randomUUID();
    const name = `Waited ${index}`;
    return { name, send: () => site.signUp({ name, recordType: "Business" }, { key }) };
  });
  site.proxy.plan(["error"], "POST");
  await Promise.all(signUps.map(({ send }) => send()));
  assert.equal(await breaker(), "open");
  const posts = () => site.proxy.seen.filter(({ method }) => method === "POST").length;
  const before = posts();
  const late = await site.signUp({ name: "Late", recordType: "Business" });
  assert.deepEqual([late.status, JSON.parse(late.text).code], [503, "upstream.unavailable"]);
  assert.equal(posts(), before, "nothing is sent while it is open");
  site.proxy.plan([]);
  for (const { send } of signUps) assert.equal((await untilSettled(send)).status, 201);
  assert.equal(await breaker(), "closed");
  const customers = await site.sandbox.customers();
  for (const { name } of signUps) assert.equal(customers.filter((customer) => customer.name === name).length, 1, name);
});
