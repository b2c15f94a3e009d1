// Bytes that no browser sends. What the gateway's handler sees it refuses itself; what workerd decides before is pinned
// here, so that another workerd that decides otherwise is noticed.
import assert from "node:assert/strict";
import { connect } from "node:net";
import { after, before, test } from "node:test";
import { openSite, type TestSite } from "./support/site.ts";

let site: TestSite;
before(async () => {
  site = await openSite({ config: { limits: { perSite: [], global: [], bodyMs: 500 } } });
});
after(() => site[Symbol.asyncDispose]());

/** The status of the answer to these bytes, 0 when the connection is closed without one. */
function statusOf(bytes: string): Promise<number> {
  return new Promise((done) => {
    const socket = connect(site.gateway.port, "127.0.0.1", () => socket.write(bytes));
    let text = "";
    socket.on("data", (data) => {
      text += data;
      const [, status] = /^HTTP\/1\.[01] (\d{3})/.exec(text) ?? [];
      if (status === undefined) return;
      socket.destroy();
      done(Number(status));
    });
    socket.on("error", () => {});
    socket.on("close", () => done(0));
  });
}

const host = (): string => new URL(site.gateway.origin).host;
const get = (headers: string, path = "/api/form-token"): string =>
  `GET ${path} HTTP/1.1\r\nHost: ${host()}\r\n${headers}\r\n`;
const post = (rest: string): string =>
  `POST /api/signups HTTP/1.1\r\nHost: ${host()}\r\nOrigin: ${site.gateway.origin}\r\nContent-Type: application/json\r\n` +
  `Idempotency-Key: ${crypto.randomUUID()}\r\n${rest}`;
const lines = (count: number, size: number): string =>
  Array.from({ length: count }, (_, index) => `X-${index}: ${"a".repeat(size)}\r\n`).join("");

async function assertStatuses(cases: Readonly<Record<string, readonly [string, number]>>): Promise<void> {
  for (const [name, [bytes, status]] of Object.entries(cases)) assert.equal(await statusOf(bytes), status, name);
}

test("H03: what two parsers could read differently is refused", async () => {
  const sent = site.proxy.seen.length;
  await assertStatuses({
    "length and chunks": [post("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400],
    "two lengths": [post("Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x"), 400],
    "a length with a sign": [post("Content-Length: +2\r\n\r\n{}"), 400],
    "a list of lengths": [post("Content-Length: 2, 2\r\n\r\n{}"), 400],
    "a negative chunk": [post("Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n"), 400],
    "a chunk beyond 64 bits": [post("Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n"), 400],
    "a space before a colon": [post("Content-Length : 2\r\n\r\n{}"), 400],
    "a folded header": [get("X-A: a\r\n b\r\n"), 400],
    "no HTTP": ["hello\r\n\r\n", 400],
    "no host": ["GET /signup/ HTTP/1.1\r\n\r\n", 400],
    "HTTP/2 at once": ["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 0],
  });
  assert.equal(site.proxy.seen.length, sent);
});

test("H04: too many headers, one that is too long, too much in all, and a stream of them", async () => {
  await assertStatuses({
    "30 headers": [get(lines(30, 20)), 200],
    "65 headers": [get(lines(65, 1)), 431],
    "one of 9 KiB": [get(lines(1, 9 * 1024)), 431],
    "17 KiB": [get(lines(17, 1024)), 431],
    "a mebibyte": [get(lines(1, 1024 * 1024)), 431],
  });
});

test("H05: a body that is shorter than its length is given up", async () => {
  await assertStatuses({ short: [post("Content-Length: 10\r\n\r\n{}"), 408] });
});

test("H11: a gibibyte is refused before it is sent, ranges and upgrades are ignored", async () => {
  const ranges = Array.from({ length: 1000 }, (_, index) => `${index}-${index}`).join(",");
  await assertStatuses({
    "Expect: 100-continue with 1 GiB": [post("Expect: 100-continue\r\nContent-Length: 1073741824\r\n\r\n"), 413],
    "1,000 ranges": [get(`Range: bytes=${ranges}\r\n`, "/signup/"), 200],
    "an upgrade": [get("Connection: Upgrade\r\nUpgrade: websocket\r\n", "/signup/"), 200],
  });
});

test("H10: the address line cannot name another host", async () => {
  const status = await statusOf(`GET http://evil.example/signup/ HTTP/1.1\r\nHost: evil.example\r\n\r\n`);
  assert.equal(status, 421);
});

test("H12: nothing of a request is echoed in a header", async () => {
  const headers = {
    "idempotency-key": "zebra",
    "signup-secret": "zebra",
    "x-zebra": "zebra",
    origin: "https://zebra.example",
  };
  for (const path of ["/api/form-token", "/api/signups/zebra", "/zebra", "/signup/"]) {
    const answer = await site.get(path, headers);
    assert.ok(![...answer.headers].flat().some((text) => text.includes("zebra")), path);
  }
});
