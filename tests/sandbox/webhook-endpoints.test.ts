// Endpoints of webhooks that do not answer as they should, and those that speak https.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { send } from "./support/client.ts";
import { deliveries, register, remove, settled } from "./support/events.ts";
import { draft, entries, newCustomer, orderOf, recurring } from "./support/orders.ts";
import { assertSigned, type Keys, startReceiver } from "./support/receiver.ts";
import { eventually } from "./support/salesforce.ts";
import { shareSandbox } from "./support/shared.ts";

const { sandbox, folder } = await shareSandbox(["--control"]);

test("a redirect is not followed, and counts as a failure", async () => {
  await using elsewhere = await startReceiver();
  await using receiver = await startReceiver();
  receiver.answering = (_, response) => response.writeHead(307, { location: elsewhere.url }).end();
  const webhook = await register(sandbox, receiver.url, { retryDelay: 0 });
  await newCustomer(sandbox);
  const [delivery] = await settled(sandbox, webhook);
  assert.equal(delivery?.state, "given_up");
  assert.deepEqual(
    delivery?.attempts.map(({ status }) => status),
    Array(6).fill(307),
  );
  assert.equal(elsewhere.received.length, 0);
  await remove(sandbox, webhook);
});

describe("an endpoint that does not answer as it should", { concurrency: true, timeout: 60_000 }, () => {
  test("keeps no other one waiting, and is cut off when it hangs", async () => {
    await using hanging = await startReceiver();
    await using receiver = await startReceiver();
    hanging.answering = () => {};
    const slow = await register(sandbox, hanging.url, { events: ["order.created"] });
    const quick = await register(sandbox, receiver.url, { events: ["order.created"] });
    const id = await newCustomer(sandbox);
    for (let count = 0; count < 3; count += 1) {
      await draft(sandbox, orderOf(id, recurring(entries.cloudMonthly, 1)));
    }
    await receiver.count(3);
    assert.equal(hanging.received.length, 1);
    const [first] = await eventually(
      "the time limit",
      () => deliveries(sandbox, slow),
      (all) => all[0]?.attempts.length === 1,
    );
    assert.equal(first?.attempts[0]?.error, "timeout");
    for (const hook of [slow, quick]) await remove(sandbox, hook);
  });

  test("is told to try again when its answer is too large or no HTTP", async () => {
    await using receiver = await startReceiver();
    receiver.answering = (count, response) => {
      if (count === 0) return response.writeHead(200).end("x".repeat(64 * 1024 + 1));
      if (count === 1) return response.writeHead(200, { "x-long": "x".repeat(9_000) }).end();
      if (count === 2) return response.socket?.end("hello\r\n\r\n");
      return response.writeHead(200).end("x".repeat(64 * 1024));
    };
    const webhook = await register(sandbox, receiver.url, { events: ["contact.created"], retryDelay: 0 });
    const id = await newCustomer(sandbox);
    const person = { firstName: "Ines", lastName: "Duarte", name: "Ines Duarte", email: "ines@fjordlys.example" };
    await send(sandbox, `/customers/${id}/contacts`, { body: [person] });
    const [delivery] = await settled(sandbox, webhook);
    assert.deepEqual(
      delivery?.attempts.map(({ status, error }) => status ?? error),
      ["answer too large", "answer too large", "no HTTP answer", 200],
    );
    await remove(sandbox, webhook);
  });
});

/** A certificate for one name or address. */
function certificateFor(name: string): Keys {
  const [cert, key] = [folder.file("cert.pem"), folder.file("key.pem")];
  const subject = ["-subj", "/CN=receiver", "-addext", `subjectAltName=${name}`];
  const kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  execFileSync("openssl", ["req", ...kind, "-keyout", key, "-out", cert, ...subject], { stdio: "ignore" });
  return { cert: readFileSync(cert, "utf8"), key: readFileSync(key, "utf8") };
}

test("https is spoken with a certificate that was registered, for this address, and with no other", async () => {
  const keys = certificateFor("IP:127.0.0.1");
  await using receiver = await startReceiver(keys);
  const misnaming = certificateFor("DNS:fjordlys.example");
  await using stranger = await startReceiver(misnaming);
  const more = { certificate: keys.cert, events: ["customer.created"], retryDelay: 0 };
  const trusted = await register(sandbox, receiver.url, more);
  const untrusted = await register(sandbox, receiver.url, { ...more, certificate: null });
  const misnamed = await register(sandbox, stranger.url, { ...more, certificate: misnaming.cert });
  await newCustomer(sandbox);
  const [request] = await receiver.count(1);
  assert.ok(request);
  assertSigned(request, trusted.secret);
  for (const webhook of [untrusted, misnamed]) {
    const [delivery] = await settled(sandbox, webhook);
    assert.deepEqual(new Set(delivery?.attempts.map(({ error }) => error)), new Set(["no TLS"]));
  }
  assert.equal(receiver.received.length, 1);
  assert.equal(stranger.received.length, 0);
  for (const hook of [trusted, untrusted, misnamed]) await remove(sandbox, hook);
});
