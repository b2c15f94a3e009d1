// How an answer of the gateway is read. What it means for a sign-up: tests/core/signup/answer_test.cpp.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Answer, readAnswer, readRetryAfter } from "../../wasm/package/src/signup/answer.ts";
import { makeRequests } from "../../wasm/package/src/signup/requests.ts";

const made = { v: 1, id: "001", accountNumber: "A-1", stage: "Prospect", link: "None" };
const now = Date.UTC(2026, 0, 1);

function read(status: number, body: object | string, retryAfter: string | null = null): Answer {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return readAnswer({ status, retryAfter, text }, now);
}

test("a whole customer of this wire's version is read; anything less is none", () => {
  const { v: _, ...created } = made;
  assert.deepEqual(read(201, made).created, created);
  assert.deepEqual(read(200, { ...made, accountNumber: null, newMember: 1 }).created, {
    ...created,
    accountNumber: null,
  });
  const broken = ["", "<html>", "null", "[]", '{"v":1', { ...made, v: 2 }, { ...made, id: "" }, { ...made, stage: 1 }];
  for (const body of broken) assert.equal(read(201, body).created, undefined, JSON.stringify(body));
});

test("a code is short and plain, or none", () => {
  assert.equal(read(403, { code: "form.stale" }).problem.code, "form.stale");
  for (const code of [7, "", "A person's name", "a".repeat(65), "a\0b"]) {
    assert.equal(read(403, { code }).problem.code, "", String(code));
  }
});

test("findings point into the customer, and damaged ones are left out", () => {
  const good = { code: "email.syntax", pointer: "/customer/email", severity: "error" };
  const whole = { code: "field.required", pointer: "/customer", severity: "error" };
  const body = { code: "request.invalid", findings: [good, whole, null, 7, { ...good, severity: "?" }, { code: "x" }] };
  assert.deepEqual(read(422, body).problem, {
    status: 422,
    code: "request.invalid",
    findings: [
      { ...good, pointer: "/email" },
      { ...whole, pointer: "" },
    ],
  });
});

test("Retry-After is seconds or a date, and nothing when damaged", () => {
  assert.equal(readRetryAfter("7", now), 7000);
  assert.equal(readRetryAfter("Thu, 01 Jan 2026 00:00:30 GMT", now), 30_000);
  assert.equal(readRetryAfter("Wed, 31 Dec 2025 00:00:00 GMT", now), 0);
  for (const damaged of [null, "", "-5", "1.5", "soon", "5 apples", "Thu, 99 Jan 2026 00:00:30 GMT"]) {
    assert.equal(readRetryAfter(damaged, now), 0, String(damaged));
  }
  const { status, retryAfterMs } = read(503, { code: "upstream.unknown" }, "4");
  assert.deepEqual([status, retryAfterMs], [503, 4000]);
});

test("whoever set an endpoint where no gateway is finds that on the console, and an outage says nothing there", async (t) => {
  const warn = t.mock.method(console, "warn", () => {});
  const answers = [
    [404, "<p>not found"],
    [200, "<!doctype html>"],
    [503, "<p>unavailable"],
    [403, '{"code":"request.origin"}'],
    [200, '{"v":1,"token":"t"}'],
  ] as const;
  for (const [status, text] of answers) {
    const fetch = async () => new Response(text, { status });
    await makeRequests("/wrong", fetch, () => now).token(new AbortController().signal);
  }
  const said = warn.mock.calls.map(({ arguments: [text] }) => String(text));
  assert.equal(said.length, 2);
  assert.match(said[0] ?? "", /\/wrong\/form-token answered 404, but not as its gateway does/);
});
