// H05: whoever is slow or silent loses the connection, and the place it held. These tests wait for the real limits
// (5 and 10 seconds), all at the same time.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { send } from "./support/client.ts";
import { head, json, open, postLine, type RawConnection, statusOf } from "./support/raw.ts";
import { shareSandbox } from "./support/shared.ts";

const { sandbox } = await shareSandbox();

/** Sends a byte now and then for as long as the other side listens. */
async function trickle(connection: RawConnection): Promise<string> {
  const timer = setInterval(() => connection.send("a"), 200);
  try {
    return await connection.closed;
  } finally {
    clearInterval(timer);
  }
}

describe("a connection is closed", { concurrency: true, timeout: 60_000 }, () => {
  test("when it says nothing", async () => {
    using connection = await open(sandbox);
    assert.equal(await connection.closed, "");
  });

  test("when its head comes byte by byte", async () => {
    using connection = await open(sandbox);
    connection.send("GET /customers HTTP/1.1\r\nX: ");
    assert.equal(await trickle(connection), "");
  });

  test("when its body comes byte by byte", async () => {
    using connection = await open(sandbox);
    connection.send(head(postLine, json, "Content-Length: 1000"));
    assert.equal(await trickle(connection), "");
  });

  test("when its body is shorter than announced", async () => {
    using connection = await open(sandbox);
    connection.send(`${head(postLine, json, "Content-Length: 3")}[]`);
    assert.equal(await connection.closed, "");
  });

  test("when it is idle after an answer", async () => {
    using connection = await open(sandbox);
    connection.send(head("GET /customers HTTP/1.1"));
    assert.equal(statusOf(await connection.closed), 200);
  });
});

test("512 connections are served, the next one is told to come back, and places are freed", async () => {
  const open512 = await Promise.all(Array.from({ length: 512 }, () => open(sandbox)));
  try {
    using extra = await open(sandbox);
    assert.match(await extra.closed, /^HTTP\/1\.1 503 [\s\S]*\r\nRetry-After: \d+\r\n/);
    const [first] = open512;
    first?.send(head("GET /customers HTTP/1.1", "Connection: close"));
    assert.equal(statusOf((await first?.closed) ?? ""), 200);
  } finally {
    for (const connection of open512) connection[Symbol.dispose]();
  }
  // The server notices closed connections one by one.
  let status = 503;
  while (status === 503) status = (await send(sandbox, "/customers")).status;
  assert.equal(status, 200);
});
