// The rules by which one sign-up becomes at most one customer. Pure: an intent and an event in, a change and an effect
// out; time comes with the event. The order that everything rests on: a change is on the disk before its effect runs.
//
//   claimed --send--> sent --created--> created      sent --refused--> rejected
//      ^               |--not executed--> claimed    sent --anything else, a crash--> unknown
//      |               v
//      +--absent-- unknown --found--> created        unknown --absent after three sends--> parked
//
// "Absent" is an answer without the record once the last send is older than the horizon: before that it may still be
// on its way, and a second send could make a second customer.
import type { ProbeOutcome, SendOutcome, UpstreamRecord } from "../upstream.ts";
import type { Intent, IntentState } from "./intent.ts";
import { createdBody, refusedBody } from "./stored-answer.ts";

export interface Policy {
  /** False: the created record carries no token, so a lost answer cannot be looked up. */
  readonly hasSlot: boolean;
  readonly leaseMs: number;
  readonly absenceMs: number;
}

export type Event =
  | { readonly type: "start" }
  | { readonly type: "send_answer"; readonly outcome: SendOutcome }
  | { readonly type: "probe_answer"; readonly outcome: ProbeOutcome };

/** The columns to write; what is not named stays. */
export interface Change {
  readonly state?: IntentState;
  readonly sends?: number;
  readonly sentAt?: number;
  readonly probedAt?: number;
  readonly nextProbeAt?: number | null;
  readonly payload?: null;
  readonly responseStatus?: number;
  readonly responseBody?: string;
  readonly customerId?: string;
  readonly accountNumber?: string | null;
}

export interface Step {
  readonly change: Change;
  readonly effect: "send" | "probe" | "rest";
  /** More than one record carries the token: a person has to look. */
  readonly surplus?: number;
}

const maxSends = 3;
const probeDelays = [1, 2, 4, 8, 15, 30, 60].map((seconds) => seconds * 1000);
const longestWait = 5 * 60 * 1000;
const unansweredFor = 24 * 60 * 60 * 1000;

function ageOf(intent: Intent, now: number): number {
  return now - (intent.sentAt ?? now);
}

/** Close together at first, at the horizon for certain, then ever rarer. */
export function nextProbe(intent: Intent, now: number, { absenceMs }: Policy): number {
  const age = ageOf(intent, now);
  const planned = [...probeDelays, absenceMs].filter((delay) => delay > age);
  return now + (planned.length > 0 ? Math.min(...planned) - age : Math.min(longestWait, Math.max(age, 1000)));
}

function rest(change: Change): Step {
  return { change, effect: "rest" };
}

const park: Step = rest({ state: "parked", nextProbeAt: null });

function send(intent: Intent, now: number, { leaseMs }: Policy): Step {
  const change: Change = { state: "sent", sends: intent.sends + 1, sentAt: now, nextProbeAt: now + leaseMs };
  return { change, effect: "send" };
}

function bind(record: UpstreamRecord): Step {
  const { id, accountNumber } = record;
  const answer = { responseStatus: 201, responseBody: createdBody(record) };
  return rest({ state: "created", payload: null, nextProbeAt: null, customerId: id, accountNumber, ...answer });
}

function unsettled(intent: Intent, now: number, policy: Policy): Step {
  return rest({ state: "unknown", nextProbeAt: nextProbe(intent, now, policy) });
}

// Without a slot there is nothing to ask for: a person settles it, and nothing is ever sent blindly again.
function withoutSlot(intent: Intent, now: number, policy: Policy): Step {
  if (ageOf(intent, now) >= policy.absenceMs) return park;
  return rest({ state: "unknown", nextProbeAt: (intent.sentAt ?? now) + policy.absenceMs });
}

function onStart(intent: Intent, now: number, policy: Policy): Step {
  switch (intent.state) {
    case "claimed":
      if (intent.sends === 0) return send(intent, now, policy);
      if (now < (intent.nextProbeAt ?? 0)) return rest({});
      // Put off by the upstream: asked for once, in case it was not.
      return policy.hasSlot ? { change: { probedAt: now }, effect: "probe" } : send(intent, now, policy);
    case "sent":
    case "unknown":
      if (!policy.hasSlot) return withoutSlot(intent, now, policy);
      return { change: { state: "unknown", probedAt: now, nextProbeAt: now + policy.leaseMs }, effect: "probe" };
    case "parked":
      return policy.hasSlot ? { change: { probedAt: now }, effect: "probe" } : rest({});
    default:
      return rest({});
  }
}

function onSendAnswer(intent: Intent, outcome: SendOutcome, now: number, policy: Policy): Step {
  switch (outcome.kind) {
    case "created":
      return bind(outcome.record);
    case "refused": {
      const answer = { responseStatus: 422, responseBody: refusedBody() };
      return rest({ state: "rejected", payload: null, nextProbeAt: null, ...answer });
    }
    case "not_executed":
      if (intent.sends >= maxSends) return park;
      return rest({ state: "claimed", nextProbeAt: now + outcome.waitMs });
    case "ambiguous":
      return unsettled(intent, now, policy);
  }
}

function onAbsent(intent: Intent, now: number, policy: Policy): Step {
  if (intent.state === "parked") return rest({});
  const proven = intent.state === "claimed" || ageOf(intent, now) >= policy.absenceMs;
  if (!proven) return unsettled(intent, now, policy);
  return intent.sends < maxSends ? send(intent, now, policy) : park;
}

// Smallest (createdDate, id), so that whoever asks gets the same one.
function compareRecords(a: UpstreamRecord, b: UpstreamRecord): number {
  const [left, right] = [`${a.createdDate} ${a.id}`, `${b.createdDate} ${b.id}`];
  return left < right ? -1 : 1;
}

function onProbeAnswer(intent: Intent, outcome: ProbeOutcome, now: number, policy: Policy): Step {
  switch (outcome.kind) {
    case "found": {
      const [first, ...others] = [...outcome.records].sort(compareRecords);
      if (first === undefined) return onAbsent(intent, now, policy);
      return others.length === 0 ? bind(first) : { ...bind(first), surplus: others.length };
    }
    case "absent":
      return onAbsent(intent, now, policy);
    case "unanswered":
      if (intent.state === "parked") return rest({});
      if (ageOf(intent, now) >= unansweredFor) return park;
      return rest({ nextProbeAt: nextProbe(intent, now, policy) });
    case "not_filterable":
      if (intent.state === "parked") return rest({});
      return intent.state === "claimed" ? send(intent, now, policy) : withoutSlot(intent, now, policy);
  }
}

export function step(intent: Intent, event: Event, now: number, policy: Policy): Step {
  switch (event.type) {
    case "start":
      return onStart(intent, now, policy);
    case "send_answer":
      return onSendAnswer(intent, event.outcome, now, policy);
    case "probe_answer":
      return onProbeAnswer(intent, event.outcome, now, policy);
  }
}
