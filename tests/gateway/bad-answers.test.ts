// L-08: answers of the API that are none. Each has a gateway of its own: so many in a row would open its breaker.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Fault } from "../support/fault-proxy.ts";
import { openSite, untilSettled } from "./support/site.ts";

for (const [fault, what] of [
  ["page", "200 with a page"],
  ["failed", "200 that says FAILED"],
  ["empty", "201 without a body"],
] satisfies [Fault, string][]) {
  test(`L-08: ${what} says nothing: looked for, and sent again once that is certain`, async () => {
    await using site = await openSite();
    site.proxy.plan([fault, "pass"], "POST");
    const send = () => site.signUp({ name: "Vague", recordType: "Business" }, { key });
    const key = crypto.randomUUID();
    const first = await send();
    assert.deepEqual([first.status, JSON.parse(first.text).code], [503, "upstream.unknown"]);
    assert.equal((await untilSettled(send)).status, 201);
    assert.equal((await site.sandbox.customers()).length, 1);
    const [, create, probe] = site.proxy.seen.map(({ method }) => method);
    assert.deepEqual([create, probe], ["POST", "GET"]);
    assert.equal(site.proxy.seen.filter(({ method }) => method === "POST").length, 2);
  });
}

for (const [fault, how] of [
  ["huge", "as it is"],
  ["bomb", "packed in a few kilobytes"],
] satisfies [Fault, string][]) {
  test(`L-08: an answer of more than 4 MiB, ${how}, is not read to its end, and the record found by its token`, async () => {
    await using site = await openSite();
    site.proxy.plan([fault, "pass"], "POST");
    const key = crypto.randomUUID();
    const send = () => site.signUp({ name: "Huge", recordType: "Business" }, { key });
    const first = await send();
    assert.deepEqual([first.status, JSON.parse(first.text).code], [503, "upstream.unknown"]);
    assert.equal((await untilSettled(send)).status, 201);
    assert.equal((await site.sandbox.customers()).length, 1);
    assert.equal(site.proxy.seen.filter(({ method }) => method === "POST").length, 1);
  });
}

test("an answer that is packed is read", async () => {
  await using site = await openSite();
  site.proxy.plan(["packed"]);
  assert.equal((await site.signUp({ name: "Packed", recordType: "Business" })).status, 201);
});

test("L-08: a Retry-After that is no time is as good as none", async () => {
  await using site = await openSite();
  site.proxy.plan(["soon", "pass"], "POST");
  const key = crypto.randomUUID();
  const send = () => site.signUp({ name: "Soon", recordType: "Business" }, { key });
  assert.equal((await send()).status, 503);
  assert.equal((await untilSettled(send)).status, 201);
  assert.equal((await site.sandbox.customers()).length, 1);
});

test("L-08: a Retry-After of years holds everybody back, and everybody is told the minutes", async () => {
  await using site = await openSite();
  site.proxy.plan(["never", "pass"], "POST");
  for (const name of ["First", "Second"]) {
    const { status, headers } = await site.signUp({ name, recordType: "Business" });
    assert.equal(status, 503);
    const wait = Number(headers.get("retry-after"));
    assert.ok(wait > 200 && wait <= 300, `${name} ${wait}`);
  }
  assert.equal(site.proxy.seen.filter(({ method }) => method === "POST").length, 1);
});
