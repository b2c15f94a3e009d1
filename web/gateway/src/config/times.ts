// How long things take and how long they are kept. The order of the times is what the safety of a sign-up rests on.
import { ConfigError, membersOf, readCount } from "./members.ts";

/** Milliseconds. */
export interface Times {
  /** How long an answer of the API is waited for. */
  readonly upstreamMs: number;
  /** How long a page is kept waiting before it is told to ask again. */
  readonly gatewayMs: number;
  /** How long a browser waits for this gateway. */
  readonly clientMs: number;
  /** After so long an interrupted send is looked after. */
  readonly leaseMs: number;
  /** After so long without a trace a send is taken as never executed. */
  readonly absenceMs: number;
  readonly formTokenMs: number;
  /** A form that is posted sooner after its page was served waits until then. */
  readonly formAgeMs: number;
  /** How long what the API says of a customer is answered again without asking. */
  readonly standingMs: number;
  /** How long a browser keeps a sign-up to send it again. */
  readonly outboxMs: number;
  /** How long a settled sign-up is remembered. */
  readonly retentionMs: number;
}

const second = 1000;
const hour = 3600 * second;
const standard: Times = {
  upstreamMs: 10 * second,
  gatewayMs: 15 * second,
  clientMs: 20 * second,
  leaseMs: 30 * second,
  absenceMs: 120 * second,
  formTokenMs: 2 * hour,
  formAgeMs: 2 * second,
  standingMs: second,
  outboxMs: 24 * hour,
  retentionMs: 30 * 24 * hour,
};
const names = Object.keys(standard) as readonly (keyof Times)[];

/** Each ends before the next: a lease that ended before its send would allow a second send beside the first. */
const order: readonly (keyof Times)[] = ["upstreamMs", "gatewayMs", "clientMs", "leaseMs", "absenceMs"];

/** By how much the clocks of a browser and of this gateway may differ. */
const skewMs = hour;
/** A browser asks about its key for so long (signup/times.hpp). One that nobody knows looks to it like one that never arrived. */
const askedForMs = 29 * 24 * hour;

/** Nobody is to wait for an answer longer than people are used to. */
const mostFormAgeMs = 10 * second;

export function readTimes(value: unknown): Times {
  const given = membersOf(value, '"times"', names);
  const times = Object.fromEntries(
    names.map((name) => [name, readCount(given[name], name, "milliseconds", standard[name])]),
  ) as unknown as Times;
  for (const [index, name] of order.entries()) {
    const next = order[index + 1];
    if (next !== undefined && times[name] >= times[next]) {
      throw new ConfigError(`"${name}" (${times[name]}) must be less than "${next}" (${times[next]}).`);
    }
  }
  if (times.formAgeMs > mostFormAgeMs) throw new ConfigError(`"formAgeMs" must be at most ${mostFormAgeMs}.`);
  // A browser that sends a forgotten key again would make a second customer (C19).
  if (Math.max(times.outboxMs, askedForMs) + skewMs >= times.retentionMs) {
    throw new ConfigError('"outboxMs" and 29 days, each and an hour, must be less than "retentionMs".');
  }
  return times;
}
