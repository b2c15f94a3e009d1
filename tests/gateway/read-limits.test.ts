// The limits of what creates nothing: questions about a sign-up, and reports of browsers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openSite, operatorSecret, type Sent, type TestSite } from "./support/site.ts";

const acme = { name: "Acme", recordType: "Business" };
const hour = 3600;
const limits = { addressHeader: "X-Client", perSite: [], global: [] };
const mine = { "signup-secret": "browser-secret" };

async function value(site: TestSite, series: string): Promise<number> {
  const { text } = await site.get("/metrics", { authorization: `Bearer ${operatorSecret}` });
  return Number(
    text
      .split("\n")
      .find((line) => line.startsWith(`${series} `))
      ?.split(" ")
      .at(-1) ?? 0,
  );
}

function assertLimited({ status, headers, text }: Sent): void {
  assert.deepEqual([status, JSON.parse(text).code], [429, "rate.limited"]);
  assert.ok(Number(headers.get("retry-after")) > 1);
}

test("whoever asks of one key is held to its limit, and another secret takes nothing from it", async () => {
  const rates = { ...limits, readsPerKey: [{ count: 4, seconds: hour }] };
  await using site = await openSite({ config: { times: {}, limits: rates } });
  const key = crypto.randomUUID();
  await site.signUp(acme, { key });
  const unknown = crypto.randomUUID();
  for (let count = 0; count < 4; ++count) {
    for (const path of [`/api/signups/${key}`, `/api/signups/${unknown}`]) {
      assert.equal((await site.get(path, { "signup-secret": "another" })).status, 404);
    }
  }
  const answers = [];
  for (const path of [`/api/signups/${key}`, `/api/signups/${unknown}`]) {
    answers.push(await site.get(path, { "signup-secret": "another" }));
  }
  for (const answer of answers) assertLimited(answer);
  assert.equal(answers[0]?.text, answers[1]?.text);
  for (const path of ["", "/status", "", "/status"]) {
    assert.equal((await site.get(`/api/signups/${key}${path}`, mine)).status, 200);
  }
  const asked = site.proxy.seen.length;
  for (const path of ["", "/status"]) assertLimited(await site.get(`/api/signups/${key}${path}`, mine));
  assert.equal(site.proxy.seen.length, asked);
  assert.equal(await value(site, 'vestibule_rate_limited_total{by="reads_key"}'), 4);
});

test("an address is held to its limit of questions, whatever it asks of; sign-ups go on", async () => {
  const rates = { ...limits, readsPerAddress: [{ count: 3, seconds: hour }] };
  await using site = await openSite({ config: { times: {}, limits: rates } });
  const from = (address: string) => ({ ...mine, "x-client": address });
  const ask = (address: string) => site.get(`/api/signups/${crypto.randomUUID()}/status`, from(address));
  for (let count = 0; count < 3; ++count) assert.equal((await ask("192.0.2.1")).status, 404);
  assertLimited(await ask("192.0.2.1"));
  assert.equal((await ask("192.0.2.2")).status, 404);
  assert.equal((await site.signUp(acme, { headers: { "x-client": "192.0.2.1" } })).status, 201);
  assert.equal(await value(site, 'vestibule_rate_limited_total{by="reads_address"}'), 1);
});

test("a page that asks once a second for two minutes is not limited", async () => {
  await using site = await openSite({ config: { times: {}, limits: { perSite: [], global: [] } } });
  const key = crypto.randomUUID();
  await site.signUp(acme, { key });
  for (let count = 0; count < 120; ++count) assert.equal((await site.get(`/api/signups/${key}`, mine)).status, 200);
});

test("reports of browsers are limited in number and size, counted by themselves, and alarm nobody", async () => {
  const rates = { ...limits, reports: [{ count: 3, seconds: hour }] };
  await using site = await openSite({ config: { times: {}, limits: rates } });
  const report = (address: string, body: string) =>
    site.send("/csp-report", {
      headers: { "x-client": address, "content-type": "application/reports+json" },
      body,
    });
  const alarms = await value(site, "vestibule_alarms_total");
  assert.equal((await report("192.0.2.1", '[{"type":"csp-violation"}]')).status, 204);
  assert.equal((await report("192.0.2.1", " ".repeat(16 * 1024))).status, 204);
  assert.equal((await report("192.0.2.1", " ".repeat(16 * 1024 + 1))).status, 413);
  assert.equal((await report("192.0.2.1", "[]")).status, 429);
  assert.equal((await report("192.0.2.2", "[]")).status, 204);
  assert.equal(await value(site, "vestibule_policy_reports_total"), 3);
  assert.equal(await value(site, "vestibule_alarms_total"), alarms);
  assert.equal(await value(site, 'vestibule_rate_limited_total{by="reports"}'), 1);
});

test("where nobody is told apart, reports have one limit, and sign-ups another", async () => {
  const rates = { perSite: [], global: [], reports: [{ count: 2, seconds: hour }] };
  await using site = await openSite({ config: { times: {}, limits: rates } });
  const statuses = [];
  for (let count = 0; count < 3; ++count) statuses.push((await site.send("/csp-report", { body: "[]" })).status);
  assert.deepEqual(statuses, [204, 204, 429]);
  assert.equal((await site.signUp(acme)).status, 201);
});
