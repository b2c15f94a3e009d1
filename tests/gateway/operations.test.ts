// What those who run the gateway see: health, metrics, and who may see them.
import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, test } from "node:test";
import { families } from "../../web/gateway/src/metrics/families.ts";
import { freePort } from "../../web/gateway/workerd/free-port.ts";
import { openSite, operatorSecret, type Sent, type TestSite } from "./support/site.ts";

let site: TestSite;
before(async () => {
  site = await openSite({ config: { times: {} } });
});
after(() => site[Symbol.asyncDispose]());

const acme = { name: "Acme", recordType: "Business" };
const operator = { authorization: `Bearer ${operatorSecret}` };
const get = (path: string): Promise<Sent> => site.get(path, operator);

async function value(series: string): Promise<number> {
  const { text } = await get("/metrics");
  const line = text.split("\n").find((line) => line.startsWith(`${series} `));
  return line === undefined ? 0 : Number(line.slice(series.length + 1));
}

test("the operator's addresses are for who has the secret", async () => {
  const cases: readonly Readonly<Record<string, string>>[] = [
    {},
    { authorization: "Bearer another" },
    { authorization: operatorSecret },
    { authorization: `Basic ${operatorSecret}` },
    { authorization: `${operator.authorization}x` },
    { authorization: "Bearer " },
  ];
  const paths = ["/healthz", "/metrics", "/operator/intents?state=parked", "/operator/audit"];
  for (const path of paths) {
    for (const headers of cases) {
      const { status, text } = await site.get(path, headers);
      assert.deepEqual([status, JSON.parse(text).code], [401, "request.unauthorized"], path);
    }
    assert.equal((await get(path)).status, 200, path);
  }
  assert.equal((await site.send(`/operator/intents/${"0".repeat(64)}/relink`, {})).status, 401);
});

test("health says that sign-ups are stored, found by their tokens and sent", async () => {
  const { status, text } = await get("/healthz");
  assert.equal(status, 200);
  assert.deepEqual(JSON.parse(text), { v: 1, store: "writable", slot: "proven", breaker: "closed" });
});

test("the metrics are OpenMetrics text of the documented families", async () => {
  await site.signUp(acme);
  const { headers, text } = await get("/metrics");
  assert.equal(headers.get("content-type"), "application/openmetrics-text; version=1.0.0; charset=utf-8");
  const lines = text.split("\n");
  assert.deepEqual(lines.slice(-2), ["# EOF", ""]);
  const types = lines.filter((line) => line.startsWith("# TYPE "));
  assert.deepEqual(
    types,
    families.map(({ name, type }) => `# TYPE ${name} ${type}`),
  );
  const sample = /^vestibule_\w+(?:\{\w+="[\w./{}+-]*"(?:,\w+="[\w./{}+-]*")*\})? \d+(?:\.\d+)?(?:e-\d+)?$/;
  for (const line of lines.slice(0, -2)) assert.ok(line.startsWith("# ") || sample.test(line), line);
});

test("what happens is counted", async () => {
  const created = 'vestibule_requests_total{route="/api/signups",class="2xx"}';
  const refused = 'vestibule_requests_total{route="/api/signups",class="4xx"}';
  const calls = 'vestibule_upstream_calls_total{method="POST",outcome="2xx"}';
  const unanswered = 'vestibule_upstream_calls_total{method="POST",outcome="none"}';
  const rests = 'vestibule_rests_total{state="created"}';
  const series = [created, refused, calls, unanswered, rests];
  const before = await Promise.all(series.map(value));
  await site.signUp(acme);
  await site.signUp({});
  site.proxy.plan(["refuse"], "POST");
  await site.signUp(acme);
  site.proxy.plan([]);
  const counted = (await Promise.all(series.map(value))).map((now, index) => now - (before[index] ?? 0));
  assert.deepEqual(counted, [1, 1, 1, 1, 1]);
  assert.equal(await value('vestibule_intents{state="unknown"}'), 1);
  assert.equal(await value('vestibule_slot{state="proven"}'), 1);
  assert.equal(await value('vestibule_slot{state="none"}'), 0);
});

test("the buckets of a histogram are cumulative, and count what they are of", async () => {
  const { text } = await get("/metrics");
  const buckets = [
    ...text.matchAll(/^vestibule_request_seconds_bucket\{route="\/api\/signups",le="([^"]+)"\} (\d+)$/gm),
  ];
  assert.equal(buckets.at(-1)?.[1], "+Inf");
  const counts = buckets.map(([, , count]) => Number(count));
  assert.deepEqual(
    counts,
    [...counts].sort((a, b) => a - b),
  );
  assert.equal(counts.at(-1), await value('vestibule_request_seconds_count{route="/api/signups"}'));
});

test("no address and no method makes a series of its own", async () => {
  await site.get(`/api/${crypto.randomUUID()}`);
  await site.get("/operator/anything");
  await site.send("/signup/", { method: "DELETE" });
  const { text } = await get("/metrics");
  const routes = new Set([...text.matchAll(/^vestibule_requests_total\{route="([^"]+)"/gm)].map(([, route]) => route));
  for (const route of routes) assert.match(route ?? "", /^(?:-|\/(?:[a-z-]+|\{\w+\}|\/)*)$/);
  assert.ok(routes.has("-"));
});

test("the operator's own port serves health and metrics without a secret, on loopback names alone", async () => {
  const port = await freePort();
  await using own = await openSite({ config: { operatorPort: port } });
  for (const path of ["/healthz", "/metrics"]) {
    assert.equal((await fetch(`http://127.0.0.1:${port}${path}`)).status, 200, path);
  }
  assert.equal((await fetch(`http://127.0.0.1:${port}/healthz`, { method: "POST" })).status, 405);
  assert.equal((await fetch(`http://127.0.0.1:${port}/operator/intents?state=parked`)).status, 404);
  assert.equal((await fetch(`http://127.0.0.1:${port}/signup/`)).status, 404);
  assert.equal((await own.get("/healthz")).status, 401);
  const rebound = await new Promise<number>((done) => {
    const options = { host: "127.0.0.1", port, path: "/healthz", headers: { host: `evil.example:${port}` } };
    request(options, (answer) => done(answer.resume().statusCode ?? 0)).end();
  });
  assert.equal(rebound, 421);
});
