// Webhooks by real HTTP: who may receive them, what is sent and how it is signed, attempts and the log of deliveries.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { assertRefused, business, type Customer, createOne, patch, send } from "./support/client.ts";
import { deliveries, feed, lastSequence, register, remove, settled } from "./support/events.ts";
import { activate, draft, entries, newCustomer, orderOf, recurring } from "./support/orders.ts";
import { assertSigned, type Received, startReceiver } from "./support/receiver.ts";
import { control, customerOf, eventually } from "./support/salesforce.ts";
import { shareSandbox } from "./support/shared.ts";

const { sandbox } = await shareSandbox(["--control"]);

before(async () => {
  await control(sandbox, "/settings", { syncDelay: 0 });
});

const eventsOf = (received: readonly Received[]): readonly string[] => received.map(({ line }) => line.event);

test("a message is one signed POST without personal values, and the log of deliveries has it", async () => {
  await using receiver = await startReceiver();
  const webhook = await register(sandbox, `${receiver.url}?from=sandbox`);
  const { id } = await createOne(sandbox, business("Fjordlys Instruments AS", { email: "accounts@fjordlys.example" }));
  const [request] = await receiver.count(1);
  assert.ok(request);
  assert.deepEqual([request.method, request.path], ["POST", "/hook?from=sandbox"]);
  assert.equal(request.headers["content-type"], "application/json");
  assert.equal(request.headers.host, `127.0.0.1:${receiver.port}`);
  assert.equal(request.headers["webhook-id"], request.line.id);
  assertSigned(request, webhook.secret);
  assert.equal(request.line.event, "customer.created");
  assert.equal(request.line["customerId"], id);
  assert.doesNotMatch(request.text, /fjordlys/i);

  const [delivery, ...more] = await settled(sandbox, webhook);
  assert.ok(delivery);
  assert.deepEqual(more, []);
  const { attempts, id: number, ...rest } = delivery;
  assert.ok(number > 0);
  assert.deepEqual(rest, {
    messageId: request.line.id,
    event: "customer.created",
    sequence: request.line.sequence,
    webhookId: webhook.id,
    state: "delivered",
  });
  assert.equal(attempts.length, 1);
  assert.match(String(attempts[0]?.time), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  assert.deepEqual({ ...attempts[0], time: "" }, { attempt: 1, time: "", status: 204, error: null });
  await remove(sandbox, webhook);
});

test("a secret of one's own signs, and only the answer to the registration shows a secret", async () => {
  await using receiver = await startReceiver();
  const secret = `whsec_${Buffer.from("thirty bytes that nobody knows").toString("base64")}`;
  const { secret: answered, ...rest } = await register(sandbox, receiver.url, { secret, events: ["customer.created"] });
  assert.equal(answered, secret);
  assert.deepEqual(await control(sandbox, "/webhooks"), [rest]);
  await newCustomer(sandbox);
  const [request] = await receiver.count(1);
  assert.ok(request);
  assertSigned(request, secret);
  assert.throws(() => assertSigned(request, `whsec_${Buffer.alloc(24).toString("base64")}`));
  await remove(sandbox, { ...rest, secret });
  assert.deepEqual(await control(sandbox, "/webhooks"), []);
});

test("from sign-up to a linked customer each event is sent once, and an endpoint gets those it named", async () => {
  await using everything = await startReceiver();
  await using some = await startReceiver();
  const hooks = [
    await register(sandbox, everything.url),
    await register(sandbox, some.url, { events: ["order.activated", "invoice.activated"] }),
  ];
  const id = await newCustomer(sandbox);
  const person = { firstName: "Solveig", lastName: "Aune", name: "Solveig Aune", email: "solveig@fjordlys.example" };
  const contacts = await send(sandbox, `/customers/${id}/contacts`, { body: [person] });
  const title = { title: "Head of Finance" };
  await send(sandbox, `/contacts/${contacts.body.data[0]?.["id"]}`, { method: "PATCH", body: title });
  await patch(sandbox, id, { phone: "+47 22 00 11 22" });
  const { order } = await draft(sandbox, orderOf(id, recurring(entries.cloudMonthly, 3)));
  const options = { generateInvoice: true, activateInvoice: true };
  const { invoices, subscriptions } = await activate(sandbox, order["id"], options);
  await eventually(
    "linked",
    () => customerOf(sandbox, id),
    ({ externalId }) => externalId !== null,
  );
  await send(sandbox, `/subscriptions/${subscriptions[0]?.["id"]}`, { method: "PATCH", body: { autoRenew: true } });

  const contactLinked = ({ line }: Received): boolean => {
    const { changed } = line as { readonly changed?: readonly string[] };
    return line.event === "contact.updated" && changed?.includes("externalId") === true;
  };
  const received = await eventually(
    "the contact linked, and the subscription changed",
    async () => everything.received,
    (all) => all.some(contactLinked) && all.some(({ line }) => line.event === "subscription.updated"),
  );
  assert.deepEqual(eventsOf(received).slice(0, 10), [
    "customer.created",
    "contact.created",
    "contact.updated",
    "customer.updated",
    "order.created",
    "order.activated",
    "subscription.created",
    "customer.updated",
    "invoice.created",
    "invoice.activated",
  ]);
  assert.deepEqual(
    everything.sequences,
    everything.sequences.toSorted((a, b) => a - b),
  );
  assert.deepEqual(
    received[9]?.line["invoice"],
    invoices.map((invoice) => ({ ...invoice }))[0],
    "Nue's event carries the invoice and its items",
  );
  assert.doesNotMatch(received.map(({ text }) => text).join(), /Solveig|fjordlys|Finance|\+47/i);
  assert.deepEqual(eventsOf(await some.count(2)), ["order.activated", "invoice.activated"]);
  for (const hook of hooks) await remove(sandbox, hook);
});

test("what is refused is not sent: neither a batch nor an activation leaves a message", async () => {
  const id = await newCustomer(sandbox);
  const { order } = await draft(sandbox, orderOf(id, recurring(entries.cloudMonthly, 1)));
  await activate(sandbox, order["id"]);
  await eventually(
    "linked",
    () => customerOf(sandbox, id),
    ({ externalId }) => externalId !== null,
  );
  const start = await lastSequence(sandbox);
  await send(sandbox, "/customers", { body: [business("A"), { name: "B" }] });
  await send(sandbox, "/customers", {
    body: [business("A"), business("B", { accountNumber: "X" }), business("C", { accountNumber: "X" })],
  });
  assert.equal((await send(sandbox, `/orders/${order["id"]}`, { body: {} })).status, 409);
  await patch(sandbox, id, { recordType: "nothing" });
  // Customers of other tests may still be on their way to Salesforce.
  const lines = (await feed(sandbox, start)).filter(
    (line) => line["customerId"] === id || !line.event.endsWith(".updated"),
  );
  assert.deepEqual(lines, []);
});

test("only this machine receives, and a registration that makes no sense is refused", async () => {
  const url = "http://127.0.0.1:1/";
  const bodies: readonly (readonly [RegExp, Customer])[] = [
    [/^url: /, {}],
    [/^url: /, { url: "" }],
    [/^url: /, { url: "http://192.0.2.1/" }],
    [/^url: /, { url: "http://fjordlys.example/" }],
    [/^url: /, { url: "http://127.0.0.1.fjordlys.example/" }],
    [/^url: /, { url: "http://127.0.0.1@fjordlys.example/" }],
    [/^url: /, { url: "ftp://127.0.0.1/" }],
    [/^url: /, { url: "http://0.0.0.0/" }],
    [/^events/, { url, events: ["customer.deleted"] }],
    [/^secret: /, { url, secret: "secret" }],
    [/^secret: /, { url, secret: `whsec_${Buffer.alloc(23).toString("base64")}` }],
    [/^certificate: /, { url, certificate: "no PEM" }],
    [/^retryDelay: /, { url, retryDelay: -1 }],
    [/^method: unknown field/, { url, method: "GET" }],
  ];
  for (const [message, body] of bodies) {
    assertRefused(await send(sandbox, "/_sandbox/webhooks", { body }), 400, "VALIDATION_ERROR", message);
  }
  const hooks = [];
  for (let count = 0; count < 16; count += 1) hooks.push(await register(sandbox, url));
  assertRefused(await send(sandbox, "/_sandbox/webhooks", { body: { url } }), 409, "CONFLICT");
  for (const hook of hooks) await remove(sandbox, hook);
  const unknown = `/_sandbox/webhooks/${crypto.randomUUID()}`;
  assertRefused(await send(sandbox, unknown, { method: "DELETE" }), 404, "NOT_FOUND");
  assertRefused(await send(sandbox, unknown, { method: "DELETE", body: {} }), 400, "VALIDATION_ERROR");
});

test("an attempt that fails is repeated with the same message, signed anew", async () => {
  await using receiver = await startReceiver();
  receiver.answering = (count, response) => response.writeHead(count < 2 ? 500 : 200).end("seen");
  const webhook = await register(sandbox, receiver.url, { retryDelay: 10 });
  await newCustomer(sandbox);
  const requests = await receiver.count(3);
  assert.equal(new Set(requests.map(({ text }) => text)).size, 1);
  assert.equal(new Set(requests.map(({ headers }) => headers["webhook-id"])).size, 1);
  for (const request of requests) assertSigned(request, webhook.secret);
  const [delivery] = await settled(sandbox, webhook);
  assert.deepEqual(
    delivery?.attempts.map(({ attempt, status }) => [attempt, status]),
    [
      [1, 500],
      [2, 500],
      [3, 200],
    ],
  );
  await remove(sandbox, webhook);
});

test("after six attempts it is given up, and sent again on request", async () => {
  const receiver = await startReceiver();
  const { port } = receiver;
  const webhook = await register(sandbox, receiver.url, { retryDelay: 0 });
  await receiver[Symbol.asyncDispose]();
  const id = await newCustomer(sandbox);
  const [delivery] = await settled(sandbox, webhook);
  assert.ok(delivery);
  assert.equal(delivery.state, "given_up");
  assert.deepEqual(
    delivery.attempts.map(({ attempt, status, error }) => [attempt, status, error]),
    [1, 2, 3, 4, 5, 6].map((attempt) => [attempt, null, "no connection"]),
  );
  assert.equal(sandbox.log.filter((line) => line.includes("webhooks.gave_up")).length, 1);

  await using back = await startReceiver(undefined, port);
  const repeated = await control(sandbox, `/webhooks/deliveries/${delivery.id}/redeliver`, {});
  const [request] = await back.count(1);
  assert.equal(request?.headers["webhook-id"], delivery.messageId);
  assert.equal(request?.line["customerId"], id);
  const all = await settled(sandbox, webhook);
  assert.deepEqual(
    all.map(({ id: number, messageId, state }) => [number, messageId, state]),
    [
      [delivery.id, delivery.messageId, "given_up"],
      [repeated["id"], delivery.messageId, "delivered"],
    ],
  );
  await remove(sandbox, webhook);
  for (const unknown of [delivery.id, 0, "x"]) {
    const path = `/_sandbox/webhooks/deliveries/${unknown}/redeliver`;
    assertRefused(await send(sandbox, path, { body: {} }), 404, "NOT_FOUND");
  }
});

test("an endpoint that is removed gets nothing more", async () => {
  await using receiver = await startReceiver();
  receiver.answering = (_, response) => response.writeHead(500).end();
  const webhook = await register(sandbox, receiver.url, { retryDelay: 3_600_000 });
  await newCustomer(sandbox);
  await receiver.count(1);
  await eventually(
    "the attempt in the log",
    () => deliveries(sandbox, webhook),
    (all) => all[0]?.attempts.length === 1,
  );
  await remove(sandbox, webhook);
  await newCustomer(sandbox);
  const all = await deliveries(sandbox, webhook);
  assert.deepEqual(
    all.map(({ state }) => state),
    ["removed"],
  );
});

test("the log on standard error names no endpoint, secret, person or message", async () => {
  await using receiver = await startReceiver();
  const webhook = await register(sandbox, `${receiver.url}/zqx-path`);
  const id = await newCustomer(sandbox);
  const [request] = await receiver.count(1);
  await settled(sandbox, webhook);
  await remove(sandbox, webhook);
  const log = sandbox.log.join("\n");
  for (const value of ["zqx", webhook.secret, webhook.id, id, String(request?.line.id), String(receiver.port)]) {
    assert.ok(!log.includes(value), value);
  }
});
