// A store that cannot be opened: nothing is sent, nothing typed is lost, and the same key goes on once it is there again.
import assert from "node:assert/strict";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { openSite, operatorSecret, type Sent, type TestSite } from "./support/site.ts";
import { signedHeaders } from "./support/webhook.ts";

const acme = { name: "Acme Otter", recordType: "Business" };

/** Damages so many databases of a class of objects; answers how to mend them. Both need the gateway to start anew. */
async function damage(site: TestSite, objects: string, most = 16): Promise<() => void> {
  await site.gateway.stop("SIGKILL");
  // workerd's own file of alarms stays.
  const files = globSync(`${site.folder}/intents/vestibule-${objects}-v1/*.sqlite*`).filter(
    (file) => !file.includes("metadata"),
  );
  const databases = files.filter((file) => file.endsWith(".sqlite"));
  assert.ok(databases.length > 0);
  const kept = files
    .filter((file) => databases.slice(0, most).some((name) => file.startsWith(name)))
    .map((file) => [file, readFileSync(file)] as const);
  for (const [file] of kept) writeFileSync(file, "no database".repeat(1000));
  return () => {
    for (const [file, bytes] of kept) writeFileSync(file, bytes);
  };
}

function assertPutOff({ status, headers, text }: Sent): void {
  assert.deepEqual([status, JSON.parse(text).code, headers.get("retry-after")], [503, "gateway.failed", "5"]);
}

test("without the store of sign-ups every answer is 503, nothing is sent, and the same key goes on afterwards", async () => {
  await using site = await openSite();
  const known = crypto.randomUUID();
  await site.signUp(acme, { key: known });
  // Every shard has its file.
  await site.get("/operator/audit", { authorization: `Bearer ${operatorSecret}` });
  const mend = await damage(site, "intents");
  await site.restart();
  const posts = (): number => site.proxy.seen.filter(({ method }) => method === "POST").length;
  const before = posts();
  const key = crypto.randomUUID();
  const own = { "signup-secret": "browser-secret" };
  assertPutOff(await site.signUp(acme, { key }));
  assertPutOff(await site.get(`/api/signups/${known}`, own));
  assertPutOff(await site.get(`/api/signups/${known}/status`, own));
  const headers = { ...own, origin: site.gateway.origin, "content-type": "application/json" };
  const body = '{"v":1,"customer":{"phone":null}}';
  assertPutOff(await site.send(`/api/signups/${known}`, { method: "PATCH", headers, body }));

  const page = (await site.get("/signup/")).text;
  const hidden = (name: string) => new RegExp(`name="form\\.${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";
  const fields = { "form.v": "1", "form.key": hidden("key"), "form.token": hidden("token"), ...acme };
  const posted = await site.send("/api/signups", {
    headers: { origin: site.gateway.origin, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
  });
  assert.deepEqual([posted.status, posted.headers.get("retry-after")], [503, "5"]);
  assert.match(posted.text, /name="name" value="Acme Otter"/);
  assert.ok(posted.text.includes(hidden("key")));
  assert.equal(posts(), before);

  await site.gateway.stop("SIGKILL");
  mend();
  await site.restart();
  assert.equal((await site.signUp(acme, { key })).status, 201);
  assert.equal((await site.get(`/api/signups/${known}`, own)).status, 200);
});

test("what a failing store could not take costs its sender nothing", async () => {
  const limits = { perSite: [{ count: 1, seconds: 3600 }], global: [] };
  await using site = await openSite({ config: { times: {}, limits } });
  await site.get("/operator/audit", { authorization: `Bearer ${operatorSecret}` });
  // Of the sixteen shards one is whole.
  await damage(site, "intents", 15);
  await site.restart();
  for (let count = 0; count < 500; ++count) {
    const key = crypto.randomUUID();
    // A token that is made for the key is in no shard.
    const { token } = JSON.parse((await site.get("/api/form-token", { "idempotency-key": key })).text);
    const answer = await site.signUp(acme, { key, form: { token } });
    if (answer.status === 503) continue;
    assert.equal(answer.status, 201);
    return;
  }
  assert.fail("no sign-up met the shard that is whole");
});

test("without the control object webhooks are put off, and sign-ups go on", async () => {
  await using site = await openSite();
  await damage(site, "control");
  await site.restart();
  const health = await site.get("/healthz", { authorization: `Bearer ${operatorSecret}` });
  assert.deepEqual([health.status, JSON.parse(health.text).store], [503, "failing"]);
  const message = '{"event":"customer.updated"}';
  assertPutOff(await site.send("/webhooks/nue", { headers: signedHeaders(message), body: message }));
  assert.equal((await site.signUp(acme)).status, 201);
});
