// H rows about where a request ends: heads, lengths, chunks and how long a connection lives. No client library would
// send most of these, so they go over a bare socket.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertRefused, business, list, send } from "./support/client.ts";
import { assertClosed, exchange, head, json, open, postLine, statusOf } from "./support/raw.ts";
import { key } from "./support/sandbox.ts";
import { shareSandbox } from "./support/shared.ts";

const { sandbox } = await shareSandbox();
const body = JSON.stringify([business("A")]);
const getLine = "GET /customers HTTP/1.1";

function chunked(...parts: readonly string[]): string {
  return head(postLine, json, "Transfer-Encoding: chunked") + parts.join("");
}

test("H03: a head that two parsers could read differently is 400", async () => {
  const lengths = [
    ["Content-Length: 5", "Transfer-Encoding: chunked"],
    ["Content-Length: 5", "Content-Length: 6"],
    ["Content-Length: 5", "Content-Length: 5"],
    ["Content-Length: +5"],
    ["Content-Length: 5, 5"],
    ["Content-Length: 0x5"],
    ["Content-Length : 5"],
    ["Transfer-Encoding: gzip, chunked"],
    ["Transfer-Encoding: identity"],
    ["Transfer-Encoding: chunked", "Transfer-Encoding: chunked"],
    ["X: a", " folded"],
    ["Host: other"],
    ["X: a\nY: b"],
    ["X: a\rY: b"],
    ["X: a\0b"],
    [": x"],
  ];
  for (const lines of lengths) await assertClosed(sandbox, 400, head(postLine, json, ...lines));
  await assertClosed(sandbox, 400, "GET /customers HTTP/1.1\nHost: x\n\n");
  await assertClosed(sandbox, 400, `GET /customers HTTP/1.1\r\nnue-api-key: ${key}\r\n\r\n`);
  await assertClosed(sandbox, 400, "\r\nGET /customers HTTP/1.1\r\n\r\n");
  await assertClosed(sandbox, 505, head("GET /customers HTTP/2.0"));
});

test("H03: damaged chunks are 400", async () => {
  for (const size of ["-2", "FFFFFFFFFFFFFFFFF", "0x2", "+2", "", " 2", "2 ", "2\n", "g"]) {
    await assertClosed(sandbox, 400, chunked(`${size}\r\n[]\r\n0\r\n\r\n`));
  }
  await assertClosed(sandbox, 400, chunked("2\r\n[]xx0\r\n\r\n"));
  await assertClosed(sandbox, 400, chunked("2\n[]\n0\n\n\r\n\r\n"));
  await assertClosed(sandbox, 400, chunked('2;a="\n"\r\n[]\r\n0\r\n\r\n'));
});

test("a chunked body is read, its extensions and trailers are ignored", async () => {
  const half = Math.floor(body.length / 2);
  const part = (text: string, extension = ""): string => `${text.length.toString(16)}${extension}\r\n${text}\r\n`;
  using connection = await open(sandbox);
  connection.send(chunked(part(body.slice(0, half), ";a=b"), part(body.slice(half)), "0\r\nnue-api-key: x\r\n\r\n"));
  await connection.expect(/^HTTP\/1\.1 201 [^{]*\{[\s\S]*\}/);
  // The connection is still in step.
  connection.send(head(getLine));
  await connection.expect(/^HTTP\/1\.1 200 /);
});

test("H04: too many, too long or too large headers are 431", async () => {
  const many = (count: number): string => head(getLine, ...Array<string>(count).fill("A: b"));
  await assertClosed(sandbox, 431, many(63));
  await assertClosed(sandbox, 431, head(getLine, `A: ${"x".repeat(9 * 1024)}`));
  await assertClosed(sandbox, 431, head(getLine, ...Array<string>(3).fill(`A: ${"x".repeat(6 * 1024)}`)));
  using connection = await open(sandbox);
  connection.send(many(62));
  await connection.expect(/^HTTP\/1\.1 200 /);
});

test("H04: a header that never ends is answered long before it does", async () => {
  await assertClosed(sandbox, 431, `${getLine}\r\n${"x".repeat(1024 * 1024)}`);
  await assertClosed(sandbox, 414, "G".repeat(1024 * 1024));
});

test("H04: chunk extensions and trailers without an end are refused", async () => {
  await assertClosed(sandbox, 431, chunked(`2;${"a".repeat(256 * 1024)}`));
  await assertClosed(sandbox, 431, chunked(`0\r\nX: ${"a".repeat(256 * 1024)}`));
});

test("H11: a body announced as too large is refused before it is sent", async () => {
  await assertClosed(sandbox, 413, head(postLine, json, "Content-Length: 1073741824", "Expect: 100-continue"));
  await assertClosed(sandbox, 413, head(postLine, json, "Content-Length: 5242881"));
  await assertClosed(sandbox, 417, head(postLine, json, "Content-Length: 2", "Expect: something"));
});

test("H11: a body that is small enough is asked for", async () => {
  using connection = await open(sandbox);
  connection.send(head(postLine, json, `Content-Length: ${body.length}`, "Expect: 100-continue"));
  await connection.expect(/^HTTP\/1\.1 100 Continue\r\n\r\n/);
  connection.send(body);
  await connection.expect(/^HTTP\/1\.1 201 /);
});

test("a body of 5 MiB is read, one byte more is 413, in chunks too", async () => {
  const limit = 5 * 1024 * 1024;
  const padded = (size: number): string => `${" ".repeat(size - 2)}[]`;
  assertRefused(await send(sandbox, "/customers", { body: padded(limit) }), 400, "VALIDATION_ERROR", /empty array/);
  const chunk = (size: number): string => `${size.toString(16)}\r\n${" ".repeat(size)}\r\n`;
  await assertClosed(sandbox, 413, chunked(chunk(limit), chunk(1)));
});

test("a GET with a body is refused, its bytes are never taken for a request", async () => {
  const smuggled = head("DELETE /customers HTTP/1.1");
  await assertClosed(sandbox, 400, head(getLine, `Content-Length: ${smuggled.length}`) + smuggled);
});

test("requests sent at once are answered in order", async () => {
  using connection = await open(sandbox);
  connection.send(head(getLine) + head("GET /nowhere HTTP/1.1") + head("GET /customers?limit=1 HTTP/1.1"));
  await connection.expect(/^HTTP\/1\.1 200 [\s\S]*?"total":\d+\}\}/);
  await connection.expect(/^HTTP\/1\.1 404 [\s\S]*?\}/);
  await connection.expect(/^HTTP\/1\.1 200 /);
});

test("a connection serves 100 requests and says so with the last", async () => {
  const answers = await exchange(sandbox, head("GET /nowhere HTTP/1.1").repeat(101));
  assert.equal(answers.match(/HTTP\/1\.1 404 /g)?.length, 100);
  assert.equal(answers.match(/Connection: close/g)?.length, 1);
});

test("a client may close after its request, and HTTP/1.0 always does", async () => {
  assert.equal(statusOf(await exchange(sandbox, head(getLine, "Connection: close"))), 200);
  assert.equal(statusOf(await exchange(sandbox, head("GET /customers HTTP/1.0"))), 200);
});

test("no refusal above has stored anything", async () => {
  const { data } = await list(sandbox, "limit=500");
  assert.deepEqual(new Set(data.map((customer) => customer["name"])), new Set(["A"]));
});
