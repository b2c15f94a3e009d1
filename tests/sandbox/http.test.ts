// The key, what every answer carries, and H rows about single headers, methods and URLs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertRefused, business, createOne, list, send } from "./support/client.ts";
import { assertClosed, head, json, open, postLine } from "./support/raw.ts";
import { key } from "./support/sandbox.ts";
import { shareSandbox } from "./support/shared.ts";

const { sandbox } = await shareSandbox();
const body = JSON.stringify([business("A")]);
const getLine = "GET /customers HTTP/1.1";

test("a missing key and a wrong key are both 401, with different codes", async () => {
  const call = async (headers: Record<string, string>): Promise<string> => {
    const response = await fetch(`${sandbox.origin}/customers`, { headers });
    assert.equal(response.status, 401);
    const { errorType, errorCode } = (await response.json()) as { errorType: string; errorCode: string };
    assert.equal(errorType, "AUTHENTICATION_ERROR");
    return errorCode;
  };
  assert.equal(await call({}), "API_KEY_MISSING");
  for (const wrong of ["", "x", `${key}x`, key.slice(1), key.toUpperCase()]) {
    assert.equal(await call({ "nue-api-key": wrong }), "API_KEY_INVALID");
  }
});

test("without the key nothing is learned about paths", async () => {
  for (const path of ["/", "/nowhere", "/customers/x", "/customers?nickname=x"]) {
    for (const method of ["GET", "DELETE"]) {
      assert.equal((await fetch(sandbox.origin + path, { method })).status, 401);
    }
  }
});

test("every answer carries the same headers and none that a client sent", async () => {
  const paths = ["/customers", "/nowhere", "/customers?x=1"];
  for (const path of paths) {
    const { headers } = await send(sandbox, path, { headers: { "x-request-id": "echo-me" } });
    assert.equal(headers.get("content-type"), "application/json; charset=utf-8");
    assert.equal(headers.get("cache-control"), "no-store");
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("content-security-policy"), "default-src 'none'; frame-ancestors 'none'");
    assert.match(headers.get("date") ?? "", /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/);
    assert.ok(![...headers.values()].some((value) => value.includes("echo-me")));
  }
});

test("H01: a body that is not JSON in UTF-8 is 415", async () => {
  const types = ["text/plain", "multipart/form-data", "application/json; charset=utf-16", "application/x-json"];
  for (const type of types) {
    const reply = await send(sandbox, "/customers", { body, headers: { "content-type": type } });
    assertRefused(reply, 415, "VALIDATION_ERROR");
  }
  await assertClosed(sandbox, 415, `${head(postLine, `Content-Length: ${body.length}`)}${body}`);
});

test("H02: an encoded body is 415 and is not read", async () => {
  await assertClosed(sandbox, 415, head(postLine, json, "Content-Encoding: gzip", "Content-Length: 10240"));
});

test("H06: URLs are bounded and well encoded", async () => {
  const path = (size: number): string => `GET /${"a".repeat(size - 1)} HTTP/1.1`;
  await assertClosed(sandbox, 414, head(path(2049)));
  assert.equal((await send(sandbox, `/${"a".repeat(2047)}`)).status, 404);
  const damaged = ["/%00", "/%zz", "/%", "/%C0%AF", "/%ED%A0%80", "?name=%00", "?name=%zz", "?name=%C0%AF"];
  for (const rest of damaged) {
    using connection = await open(sandbox);
    connection.send(head(`GET /customers${rest} HTTP/1.1`));
    await connection.expect(/^HTTP\/1\.1 400 /);
  }
  const parameters = Array.from({ length: 33 }, (_, index) => `p${index}=1`).join("&");
  assertRefused(await send(sandbox, `/customers?${parameters}`), 400, "VALIDATION_ERROR", /32/);
  assertRefused(await send(sandbox, "/customers?name=A&name=A"), 400, "VALIDATION_ERROR", /twice/);
});

test("H07: other methods are 405 with those allowed; an override is ignored", async () => {
  const { id } = await createOne(sandbox, business("A"));
  for (const method of ["DELETE", "PUT", "POST", "OPTIONS"]) {
    const reply = await send(sandbox, `/customers/${id}`, { method });
    assertRefused(reply, 405, "VALIDATION_ERROR");
    assert.equal(reply.headers.get("allow"), "GET, PATCH");
  }
  assert.equal((await send(sandbox, "/customers", { method: "PUT" })).headers.get("allow"), "GET, POST");
  for (const method of ["TRACE", "FOO", "get"]) {
    using connection = await open(sandbox);
    connection.send(head(`${method} /customers HTTP/1.1`));
    await connection.expect(/^HTTP\/1\.1 405 [\s\S]*\r\nAllow: GET, POST\r\n/);
  }
  const override = { headers: { "x-http-method-override": "DELETE" } };
  assert.equal((await send(sandbox, `/customers/${id}`, override)).status, 200);
});

test("H10: forwarded addresses are ignored", async () => {
  const headers = { "x-forwarded-for": "1.2.3.4", "x-real-ip": "1.2.3.4", forwarded: "for=1.2.3.4" };
  assert.equal((await send(sandbox, "/customers", { headers })).status, 200);
});

test("H11: Range and Upgrade are ignored", async () => {
  const ranges = `bytes=${Array.from({ length: 1000 }, (_, index) => `${index}-${index}`).join(",")}`;
  assert.equal((await send(sandbox, "/customers", { headers: { range: ranges.slice(0, 8000) } })).status, 200);
  using connection = await open(sandbox);
  connection.send(head(getLine, "Connection: Upgrade", "Upgrade: websocket"));
  await connection.expect(/^HTTP\/1\.1 200 /);
});

test("a PATCH takes one record, and a record has at most 1 MiB", async () => {
  const { id } = await createOne(sandbox, business("A"));
  const large = `${" ".repeat(1024 * 1024)}{}`;
  assertRefused(await send(sandbox, `/customers/${id}`, { method: "PATCH", body: large }), 413, "VALIDATION_ERROR");
});

test("H12: a value with a line break is answered as text, never as a header", async () => {
  const { id } = await createOne(sandbox, business("A", { description: "a\r\nSet-Cookie: b" }));
  const { headers } = await send(sandbox, `/customers/${id}`);
  assert.equal(headers.get("set-cookie"), null);
});

test("I10: a path id that is none is 404", async () => {
  for (const id of ["..%2Fadmin", "%2e%2e%2f", "1%20OR%201=1", "*", "null", "a".repeat(500), "%F0%9F%8E%A4"]) {
    using connection = await open(sandbox);
    connection.send(head(`GET /customers/${id} HTTP/1.1`));
    await connection.expect(/^HTTP\/1\.1 404 /);
  }
  assert.equal((await send(sandbox, "/customers/")).status, 404);
});

test("no refusal above has stored anything", async () => {
  const { data } = await list(sandbox, "limit=500");
  assert.deepEqual(new Set(data.map((customer) => customer["name"])), new Set(["A"]));
});
