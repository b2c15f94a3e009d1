// What a network does to messages, on request: they come twice, late, or in another order; and SIGKILL.

import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { assertRefused, business, create, post, send } from "./support/client.ts";
import { deliveries, feed, register, remove, settled } from "./support/events.ts";
import { newCustomer } from "./support/orders.ts";
import { type Receiver, startReceiver } from "./support/receiver.ts";
import { control, eventually } from "./support/salesforce.ts";
import { type Sandbox, startSandbox } from "./support/sandbox.ts";
import { shareSandbox } from "./support/shared.ts";

const { sandbox, folder } = await shareSandbox(["--control"]);

const setFaults = (faults: Readonly<Record<string, unknown>>): Promise<unknown> =>
  control(sandbox, "/webhooks/faults", faults);

/** Distances between the sequences received, from the first message on. */
const order = (receiver: Receiver): readonly number[] => {
  const first = Math.min(...receiver.sequences);
  return receiver.sequences.map((sequence) => sequence - first);
};

test("the next messages come twice, with one id", async () => {
  await using receiver = await startReceiver();
  const webhook = await register(sandbox, receiver.url);
  await setFaults({ duplicate: 2 });
  for (let count = 0; count < 3; count += 1) await newCustomer(sandbox);
  const requests = await receiver.count(5);
  assert.deepEqual(order(receiver), [0, 0, 1, 1, 2]);
  assert.equal(new Set(requests.map(({ headers }) => headers["webhook-id"])).size, 3);
  assert.equal((await settled(sandbox, webhook)).length, 5);
  assert.deepEqual(await control(sandbox, "/webhooks/faults"), { duplicate: 0, reverse: 0, hold: false });
  await remove(sandbox, webhook);
});

test("messages that are held come when they are released, and all of them", async () => {
  await using receiver = await startReceiver();
  const webhook = await register(sandbox, receiver.url);
  await setFaults({ hold: true });
  await create(sandbox, business("A"), business("B"), business("C"));
  // Longer than the sandbox pauses between two looks at what is due; on its own this would prove nothing.
  await sleep(300);
  assert.deepEqual(
    (await deliveries(sandbox, webhook)).map(({ state, attempts }) => [state, attempts.length]),
    Array(3).fill(["waiting", 0]),
  );
  assert.equal(receiver.received.length, 0);
  await setFaults({ hold: false });
  await receiver.count(3);
  assert.deepEqual(order(receiver), [0, 1, 2]);
  await remove(sandbox, webhook);
});

test("the next messages come in reverse, after that in order again", async () => {
  await using receiver = await startReceiver();
  const webhook = await register(sandbox, receiver.url);
  await setFaults({ reverse: 3 });
  await newCustomer(sandbox);
  await newCustomer(sandbox);
  assert.deepEqual(
    (await deliveries(sandbox, webhook)).map(({ state }) => state),
    ["gathering", "gathering"],
  );
  await newCustomer(sandbox);
  await newCustomer(sandbox);
  await receiver.count(4);
  assert.deepEqual(order(receiver), [2, 1, 0, 3]);
  await remove(sandbox, webhook);
});

test("what waits to be reversed goes out when the switch is set again", async () => {
  await using receiver = await startReceiver();
  const webhook = await register(sandbox, receiver.url);
  await setFaults({ reverse: 5 });
  await newCustomer(sandbox);
  await newCustomer(sandbox);
  await setFaults({ reverse: 0 });
  await receiver.count(2);
  assert.deepEqual(order(receiver), [1, 0]);
  await remove(sandbox, webhook);
});

test("switches take whole numbers and true or false", async () => {
  for (const body of [{ duplicate: -1 }, { reverse: 1.5 }, { hold: 1 }, { lose: 1 }]) {
    assertRefused(await send(sandbox, "/_sandbox/webhooks/faults", { body }), 400, "VALIDATION_ERROR");
  }
});

/** Creates customers until the server is gone; gives the ids that were acknowledged. */
async function createUntilGone(target: Sandbox, acknowledged: Set<string>): Promise<void> {
  try {
    for (;;) {
      const reply = await post(target, [business("A")]);
      for (const { id } of reply.body.data) acknowledged.add(String(id));
    }
  } catch (error) {
    // fetch's word for a connection that broke, and JSON's for an answer that was cut.
    if (error instanceof TypeError || error instanceof SyntaxError) return;
    throw error;
  }
}

test("SIGKILL loses no message: each is accepted at least once, under one id (L25)", { timeout: 120_000 }, async () => {
  const database = folder.file("killed.db");
  const more = ["--control", "--org", folder.file("killed-org.db")];
  await using receiver = await startReceiver();
  const acknowledged = new Set<string>();
  const accepted = new Set<string>();
  for (let kill = 0; kill < 6; kill += 1) {
    const running = await startSandbox(database, more);
    if (kill === 0) await register(running, receiver.url, { retryDelay: 100 });
    receiver.answering = (count, response) => {
      // In the first round nothing is accepted.
      if (kill === 0) return response.destroy();
      accepted.add(receiver.received[count]?.line.id ?? "");
      return response.writeHead(204).end();
    };
    const work = Array.from({ length: 3 }, () => createUntilGone(running, acknowledged));
    await sleep(100 + Math.random() * 300);
    await running.signal("SIGKILL");
    await Promise.all(work);
  }
  assert.ok(acknowledged.size > 0);

  await using last = await startSandbox(database, more);
  const lines = await feed(last);
  await eventually(
    "every message",
    async () => lines.filter(({ id }) => !accepted.has(id)),
    (missing) => missing.length === 0,
  );
  const announced = lines.filter(({ event }) => event === "customer.created").map((line) => line["customerId"]);
  assert.equal(new Set(announced).size, announced.length, "a customer is announced once");
  for (const id of acknowledged) assert.ok(announced.includes(id), `${id} was acknowledged and is not announced`);
});
