// What each answer of the gateway means for a sign-up.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Answer, readAnswer, readRetryAfter } from "../../wasm/package/src/signup/answer.ts";

const made = { v: 1, id: "001", accountNumber: "A-1", stage: "Prospect", link: "None" };
const now = Date.UTC(2026, 0, 1);

interface Given {
  readonly retryAfter?: string;
  readonly asked?: true;
}

function read(status: number, body: object | string, { retryAfter, asked }: Given = {}): Answer {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return readAnswer({ status, retryAfter: retryAfter ?? null, text }, asked === true, now);
}

const kindOf = (status: number, body: object | string = {}, given: Given = {}) => read(status, body, given).kind;

test("200 and 201 with a whole customer are created; anything less is no answer", () => {
  const { v: _, ...created } = made;
  assert.deepEqual(read(201, made), { kind: "created", created });
  assert.equal(kindOf(200, { ...made, accountNumber: null, newMember: 1 }), "created");
  const broken = ["", "<html>", "null", "[]", '{"v":1', { ...made, v: 2 }, { ...made, id: "" }, { ...made, stage: 1 }];
  for (const body of broken) assert.equal(kindOf(201, body), "failed", JSON.stringify(body));
});

test("every other 4xx to a post refuses, but 408, 409, 425 and 429", () => {
  for (const status of [400, 401, 403, 404, 405, 413, 414, 415, 421, 422]) assert.equal(kindOf(status), "refused");
  for (const status of [408, 425, 429]) assert.equal(kindOf(status), "failed");
  assert.equal(kindOf(409), "pending");
});

test("202 is in progress; other successes, redirects and 5xx are no answer", () => {
  assert.equal(kindOf(202, { v: 1, state: "unknown" }), "pending");
  for (const status of [204, 206, 301, 500, 502, 503, 504]) assert.equal(kindOf(status), "failed");
});

test("the code tells an old form token and a used key from other refusals", () => {
  assert.equal(kindOf(403, { code: "form.stale" }), "stale");
  assert.equal(kindOf(422, { code: "request.key_reused" }), "reused");
  assert.equal(kindOf(403, { code: "request.origin" }), "refused");
});

test("a question is only refused by an answer that was kept: 422; 404 is a key that is not known", () => {
  assert.equal(kindOf(422, { code: "upstream.refused" }, { asked: true }), "refused");
  assert.equal(kindOf(404, {}, { asked: true }), "unknown");
  for (const status of [400, 401, 403, 405, 421, 500]) assert.equal(kindOf(status, {}, { asked: true }), "failed");
});

test("findings point into the customer, and damaged ones are left out", () => {
  const good = { code: "email.syntax", pointer: "/customer/email", severity: "error" };
  const whole = { code: "field.required", pointer: "/customer", severity: "error" };
  const body = { code: "request.invalid", findings: [good, whole, null, 7, { ...good, severity: "?" }, { code: "x" }] };
  const answer = read(422, body);
  assert.ok(answer.kind === "refused");
  assert.deepEqual(answer.problem, {
    status: 422,
    code: "request.invalid",
    findings: [
      { ...good, pointer: "/email" },
      { ...whole, pointer: "" },
    ],
  });
});

test("Retry-After is seconds or a date, at most five minutes, and nothing when damaged", () => {
  assert.equal(readRetryAfter("7", now), 7000);
  assert.equal(readRetryAfter("100000", now), 300_000);
  assert.equal(readRetryAfter("Thu, 01 Jan 2026 00:00:30 GMT", now), 30_000);
  assert.equal(readRetryAfter("Wed, 31 Dec 2025 00:00:00 GMT", now), 0);
  for (const damaged of [null, "", "-5", "1.5", "soon", "5 apples", "Thu, 99 Jan 2026 00:00:30 GMT"]) {
    assert.equal(readRetryAfter(damaged, now), 0, String(damaged));
  }
  assert.deepEqual(read(503, { code: "upstream.unknown" }, { retryAfter: "4" }), {
    kind: "failed",
    reason: "upstream.unknown",
    retryAfterMs: 4000,
  });
});
