// The rules of one sign-up, without a network: every order of events up to a depth, with the invariants held against it.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Intent } from "../../web/gateway/src/intents/intent.ts";
import {
  type Change,
  type Event,
  nextProbe,
  type Policy,
  type Step,
  step,
} from "../../web/gateway/src/intents/machine.ts";

const policy: Policy = { hasSlot: true, leaseMs: 30_000, absenceMs: 120_000 };
const day = 24 * 60 * 60 * 1000;

const claimed: Intent = {
  site: "main",
  key: "00000000-0000-4000-8000-000000000001",
  state: "claimed",
  fingerprint: "f",
  rawBodyHash: "r",
  token: "T".repeat(26),
  secretHash: null,
  payload: "[{}]",
  sends: 0,
  epoch: 1,
  sentAt: null,
  probedAt: null,
  nextProbeAt: 0,
  responseStatus: null,
  responseBody: null,
  customerId: null,
};

function apply(intent: Intent, change: Change): Intent {
  const { accountNumber: _, ...columns } = change;
  return { ...intent, ...columns };
}

const record = { id: "b", accountNumber: "ACC-1", externalId: null, createdDate: "2026-01-02" };
const sendEvents: readonly Event[] = [
  { type: "send_answer", outcome: { kind: "created", record } },
  { type: "send_answer", outcome: { kind: "refused" } },
  { type: "send_answer", outcome: { kind: "not_executed", waitMs: 1000 } },
  { type: "send_answer", outcome: { kind: "ambiguous" } },
];
const probeEvents: readonly Event[] = [
  { type: "probe_answer", outcome: { kind: "found", records: [record] } },
  { type: "probe_answer", outcome: { kind: "absent" } },
  { type: "probe_answer", outcome: { kind: "unanswered" } },
  { type: "probe_answer", outcome: { kind: "not_filterable" } },
];

function eventsAfter({ effect }: Step): readonly Event[] {
  if (effect === "rest") return [{ type: "start" }];
  return effect === "send" ? sendEvents : probeEvents;
}

/** What is checked wherever the machine can get to. */
function check(
  before: Intent,
  event: Event,
  now: number,
  { change, effect }: Step,
  after: Intent,
  rules: Policy,
): void {
  const at = `${before.state}, ${JSON.stringify(event)}, ${now}`;
  if (effect === "send") {
    // C2, C3, C17: written before it is sent, only when the one before has ended, at most three.
    assert.equal(change.state, "sent", at);
    assert.equal(after.sends, before.sends + 1, at);
    assert.equal(after.sentAt, now, at);
    assert.ok(after.sends <= 3, at);
    assert.notEqual(after.payload, null, at);
    const isCertain = before.state === "claimed" || now - (before.sentAt ?? 0) >= rules.absenceMs;
    assert.ok(isCertain, at);
    if (before.state === "unknown") assert.deepEqual(event, probeEvents[1], at);
  }
  // C1: a final state is never left, and its answer never changes.
  if (before.state === "created" || before.state === "rejected") assert.deepEqual(after, before, at);
  const isFinal = after.state === "created" || after.state === "rejected";
  assert.equal(after.payload === null, isFinal, at);
  assert.equal(after.responseBody !== null, isFinal, at);
  // C10: whoever rests without being finished or parked has a time to go on.
  if (effect === "rest" && !isFinal && after.state !== "parked") assert.notEqual(after.nextProbeAt, null, at);
}

function explore(rules: Policy): number {
  let seen = 0;
  const visited = new Set<string>();
  const visit = (intent: Intent, event: Event, now: number, depth: number): void => {
    const place = JSON.stringify([intent.state, intent.sends, intent.sentAt, intent.nextProbeAt, event, now]);
    if (depth === 0 || visited.has(place)) return;
    visited.add(place);
    seen += 1;
    const next = step(intent, event, now, rules);
    const after = apply(intent, next.change);
    check(intent, event, now, next, after, rules);
    for (const later of [0, 1000, rules.absenceMs, day]) {
      for (const following of eventsAfter(next)) visit(after, following, now + later, depth - 1);
      // A crash at this point: the run starts anew from what is stored.
      visit(after, { type: "start" }, now + later, depth - 1);
    }
  };
  visit(claimed, { type: "start" }, 1_000_000, 9);
  return seen;
}

test("every order of answers, waits and crashes keeps the invariants", () => {
  assert.ok(explore(policy) > 1000);
});

test("without a slot nothing is probed, and nothing is sent a second time unless it was put off", () => {
  assert.ok(explore({ ...policy, hasSlot: false }) > 50);
  const unknown: Intent = { ...claimed, state: "unknown", sends: 1, sentAt: 1000 };
  const late = step(unknown, { type: "start" }, 1000 + policy.absenceMs, { ...policy, hasSlot: false });
  assert.deepEqual([late.change.state, late.effect], ["parked", "rest"]);
});

test("of several records with the token the oldest is bound, and the others are reported", () => {
  const unknown: Intent = { ...claimed, state: "unknown", sends: 1, sentAt: 1000 };
  const records = [record, { ...record, id: "a" }, { ...record, id: "0", createdDate: "2026-01-03" }];
  const next = step(unknown, { type: "probe_answer", outcome: { kind: "found", records } }, 2000, policy);
  assert.deepEqual([next.change.customerId, next.surplus], ["a", 2]);
});

test("probes are close at first, at the horizon for certain, and never more than five minutes apart", () => {
  const unknown: Intent = { ...claimed, state: "unknown", sends: 1, sentAt: 0 };
  const times: number[] = [];
  for (let now = 0; now < 60 * 60 * 1000; now = nextProbe(unknown, now, policy)) times.push(now / 1000);
  assert.deepEqual(times.slice(0, 10), [0, 1, 2, 4, 8, 15, 30, 60, 120, 240]);
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  assert.equal(Math.max(...gaps), 300);
});

test("an upstream that never answers parks the sign-up after a day, and not before", () => {
  const unknown: Intent = { ...claimed, state: "unknown", sends: 1, sentAt: 0 };
  const event: Event = { type: "probe_answer", outcome: { kind: "unanswered" } };
  assert.equal(step(unknown, event, day - 1, policy).change.state, undefined);
  assert.equal(step(unknown, event, day, policy).change.state, "parked");
});
