// Trouble on demand over HTTP: what a client sees of each fault, and what was carried out behind it.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { assertRefused, business, createOne, list, post, send } from "./support/client.ts";
import { faultsOf, met, setFaults } from "./support/faults.ts";
import { exchange, head, json, open, postLine, statusOf } from "./support/raw.ts";
import { control, eventually } from "./support/salesforce.ts";
import { type Sandbox, startSandbox, TemporaryFolder } from "./support/sandbox.ts";

const folder = new TemporaryFolder();
const create = "POST /customers";
const long = 60_000;
let sandbox: Sandbox;

before(async () => {
  sandbox = await startSandbox(folder.file("nue.db"), ["--control"]);
});

beforeEach(async () => {
  await setFaults(sandbox);
});

after(async () => {
  await sandbox[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** Requests that a fault answers in a way that no operation documents. */
const undocumented = { contract: false } as const;

/** How many customers have this name. */
async function stored(name: string): Promise<number> {
  return (await list(sandbox, `name=${name}`)).data.length;
}

/** A create on a connection of its own: every byte that comes back. */
function rawCreate(name: string): Promise<string> {
  const body = JSON.stringify([business(name)]);
  return exchange(sandbox, head(postLine, json, `Content-Length: ${body.length}`, "Connection: close") + body);
}

test("a list of faults is answered with its counts, and an empty one resets it", async () => {
  await setFaults(sandbox, { kind: "rate_limited", route: create, times: 2, after: 1, retryAfter: "7" });
  await post(sandbox, [business("Counted")]);
  await post(sandbox, [business("Counted")]);
  await send(sandbox, "/customers");
  assert.deepEqual(await faultsOf(sandbox), [
    { route: create, kind: "rate_limited", times: 2, after: 1, delay: 0, retryAfter: "7", passed: 1, met: 1 },
  ]);
  await setFaults(sandbox);
  assert.deepEqual(await faultsOf(sandbox), []);
});

test("a fault that makes no sense is refused, and the list before it stays", async () => {
  await setFaults(sandbox, { kind: "lost_answer", route: "GET /nothing" });
  for (const [fault, problem] of [
    [{ kind: "earthquake" }, /faults\[0\]\.kind: expected one of latency, late_work/],
    [{}, /faults\[0\]\.kind: is required/],
    [{ kind: "latency" }, /faults\[0\]\.delay: is required/],
    [{ kind: "lost_answer", status: 500 }, /faults\[0\]\.status: unknown field/],
    [{ kind: "error_before", status: 200 }, /faults\[0\]\.status: expected a whole number from 400 to 599/],
    [{ kind: "rate_limited", retryAfter: "1\r\nSet-Cookie: a=b" }, /faults\[0\]\.retryAfter: expected printable/],
    [{ kind: "sync_cut", delay: 5 }, /faults\[0\]\.delay: unknown field/],
    [{ kind: "sync_delay", delay: 10_001 }, /faults\[0\]\.delay: /],
    [{ kind: "lost_answer", route: "****" }, /faults\[0\]\.route: has more than three stars/],
  ] as const) {
    assertRefused(
      await send(sandbox, "/_sandbox/faults", { body: { faults: [fault] } }),
      400,
      "VALIDATION_ERROR",
      problem,
    );
  }
  assert.equal((await faultsOf(sandbox))[0]?.["route"], "GET /nothing");
});

test("the control API meets no fault, everything else does", async () => {
  await setFaults(sandbox, { kind: "error_before" });
  assert.equal((await send(sandbox, "/customers", undocumented)).status, 503);
  assert.equal((await send(sandbox, "/invoices", undocumented)).status, 503);
  assert.equal((await send(sandbox, "/_sandbox/settings")).status, 200);
  assert.equal(await met(sandbox), 2);
});

test("rate_limited: 429 with the Retry-After that was asked for, nothing carried out, twice and no more", async () => {
  const retryAfter = "Wed, 21 Oct 2037 07:28:00 GMT";
  await setFaults(sandbox, { kind: "rate_limited", route: create, times: 2, retryAfter });
  for (let i = 0; i < 2; i += 1) {
    const reply = await post(sandbox, [business("Limited")]);
    assertRefused(reply, 429, "RATE_LIMIT");
    assert.equal(reply.headers.get("retry-after"), retryAfter);
  }
  assert.equal(await stored("Limited"), 0);
  assert.equal((await post(sandbox, [business("Limited")])).status, 201);
});

test("error_before and error_after read alike; only one of them has stored", async () => {
  await setFaults(
    sandbox,
    { kind: "error_before", route: create, times: 1, status: 500 },
    { kind: "error_after", route: create, times: 1 },
  );
  const before = await post(sandbox, [business("Unlucky")], undocumented);
  assert.equal(await stored("Unlucky"), 0);
  const after = await post(sandbox, [business("Unlucky")], undocumented);
  assert.equal(await stored("Unlucky"), 1);
  const shown = ({ body, status }: typeof before) => ({ ...body, errorId: "", status });
  assert.equal(before.status, 500);
  assert.deepEqual(shown(before), shown(after));
});

test("lost_request and lost_answer look the same from outside: closed without a byte", async () => {
  await setFaults(
    sandbox,
    { kind: "lost_request", route: create, times: 1 },
    { kind: "lost_answer", route: create, times: 1 },
  );
  assert.equal(await rawCreate("Lost"), "");
  assert.equal(await stored("Lost"), 0);
  assert.equal(await rawCreate("Lost"), "");
  assert.equal(await stored("Lost"), 1);
  await setFaults(sandbox, { kind: "lost_answer", route: create, times: 1 });
  await assert.rejects(post(sandbox, [business("Lost")]), TypeError);
  assert.equal(await stored("Lost"), 2);
});

test("cut_body: half of the body that Content-Length promised, then the connection is closed", async () => {
  await setFaults(sandbox, { kind: "cut_body", route: create, times: 1 });
  const answer = await rawCreate("Halved");
  assert.equal(statusOf(answer), 201);
  const promised = Number(/\r\nContent-Length: (\d+)\r\n/.exec(answer)?.[1]);
  const [, body = ""] = answer.split("\r\n\r\n");
  assert.equal(body.length, Math.floor(promised / 2));
  assert.match(body, /^\{"status":"SUCCESS","data":\[\{/);
  assert.equal(await stored("Halved"), 1);
});

test("unreadable: the status of a success, the body of a proxy", async () => {
  await setFaults(sandbox, { kind: "unreadable", route: create, times: 1 });
  const answer = await rawCreate("Proxied");
  assert.equal(statusOf(answer), 201);
  assert.match(answer, /\r\nContent-Type: text\/html\r\n/);
  assert.match(answer, /\r\n\r\n<html>/);
  assert.equal(await stored("Proxied"), 1);
});

test("latency: carried out at once, while the answer is held back", async () => {
  await setFaults(sandbox, { kind: "latency", route: create, times: 1, delay: long });
  using connection = await open(sandbox);
  const body = JSON.stringify([business("Slow")]);
  connection.send(head(postLine, json, `Content-Length: ${body.length}`) + body);
  await eventually(
    "stored",
    () => stored("Slow"),
    (count) => count === 1,
  );
  assert.equal(connection.socket.bytesRead, 0);
});

test("late_work: carried out after the client has gone", async () => {
  await setFaults(sandbox, { kind: "late_work", route: create, times: 1, delay: 300 });
  const body = JSON.stringify([business("Late")]);
  {
    using connection = await open(sandbox);
    connection.send(head(postLine, json, `Content-Length: ${body.length}`) + body);
    await eventually(
      "met",
      () => met(sandbox),
      (count) => count === 1,
    );
  }
  await eventually(
    "stored",
    () => stored("Late"),
    (count) => count === 1,
  );
});

test("late_work: until then nothing is there", async () => {
  await setFaults(sandbox, { kind: "late_work", route: create, times: 1, delay: long });
  using connection = await open(sandbox);
  const body = JSON.stringify([business("Not yet")]);
  connection.send(head(postLine, json, `Content-Length: ${body.length}`) + body);
  await eventually(
    "met",
    () => met(sandbox),
    (count) => count === 1,
  );
  assert.equal((await list(sandbox, "name=Not+yet")).data.length, 0);
  assert.equal(connection.socket.bytesRead, 0);
});

test("a list is a script: the first fault whose turn it is takes the request, the others do not see it", async () => {
  await setFaults(
    sandbox,
    { kind: "rate_limited", route: "POST *", after: 1, times: 1 },
    { kind: "error_before", route: create, times: 1, status: 502 },
    { kind: "error_before", route: "* /customers*", status: 504 },
  );
  const answers = [];
  for (let i = 0; i < 3; i += 1) {
    answers.push((await post(sandbox, [business("Script")], undocumented)).status);
  }
  answers.push((await send(sandbox, "/customers/nobody", undocumented)).status);
  answers.push((await send(sandbox, "/orders")).status);
  assert.deepEqual(answers, [502, 429, 504, 504, 200]);
  assert.deepEqual(
    (await faultsOf(sandbox)).map(({ passed, met: count }) => [passed, count]),
    [
      [1, 1],
      [0, 1],
      [0, 2],
    ],
  );
});

test("faults and their counts survive SIGKILL, and strike only with --control", async () => {
  const database = folder.file("killed.db");
  {
    await using first = await startSandbox(database, ["--control"]);
    await setFaults(first, { kind: "lost_answer", route: create, times: 2 });
    await assert.rejects(post(first, [business("Killed")]));
  }
  {
    await using plain = await startSandbox(database);
    await createOne(plain, business("Plain"));
  }
  await using second = await startSandbox(database, ["--control"]);
  assert.equal(await met(second), 1);
  await assert.rejects(post(second, [business("Killed")]));
  assert.equal((await post(second, [business("Killed")])).status, 201);
  assert.equal((await list(second, "name=Killed")).data.length, 3);
  assert.equal((await control(second, "/faults"))["length"], 1);
});

test("a server that stops waits for no delay", async () => {
  await using stopping = await startSandbox(folder.file("stopping.db"), ["--control"]);
  await setFaults(stopping, { kind: "latency", route: "GET /customers", delay: long });
  const answer = send(stopping, "/customers");
  await eventually(
    "met",
    () => met(stopping),
    (count) => count === 1,
  );
  const exit = stopping.signal("SIGTERM");
  assert.equal((await answer).status, 200);
  assert.deepEqual(await exit, { code: 0, signal: null });
});
