// The moves of the machine: each makes a state and what is to be done in it. machine.ts says when.
import type { Answer } from "./answer.ts";
import type { SignupEffect, SignupEvent, Stamp } from "./event.ts";
import { askWait, maxSends, maxWaitMs, resendWait, restingWait } from "./patience.ts";
import type { Attempt, Problem, Pursuit, SignupState } from "./state.ts";

export interface SignupStep {
  readonly state: SignupState;
  /** In the order in which they are done. */
  readonly effects: readonly SignupEffect[];
}

export type EventOf<Type> = SignupEvent & { readonly type: Type };

export function next(state: SignupState, ...effects: readonly SignupEffect[]): SignupStep {
  return { state, effects };
}

export function ask({ attempt: { key, secret } }: Pursuit): SignupEffect {
  return { type: "ask", key, secret };
}

/** The body of the request: always the same bytes for the same pursuit. */
export function post({ attempt, submission, token }: Pursuit): SignupEffect {
  if (submission === null) throw new Error("A sign-up without answers cannot be sent.");
  const { customer, trap, locale, rules } = submission;
  const form = { token, secret: attempt.secret, trap, locale, rules };
  return { type: "post", key: attempt.key, body: JSON.stringify({ v: 1, customer, form }) };
}

export function start(known: Attempt | null, { submission, fresh, now }: EventOf<"submit">): SignupStep {
  const attempt = known ?? { ...fresh, since: now };
  const none = { token: null, sends: 0, stale: false, reused: false, volatile: false };
  const pursuit: Pursuit = { attempt, submission, since: now, ...none };
  return next({ name: "persisting", pursuit }, { type: "store", attempt });
}

export function send(pursuit: Pursuit): SignupStep {
  const sent = { ...pursuit, sends: pursuit.sends + 1 };
  return next({ name: "sending", pursuit: sent }, sent.token === null ? { type: "token" } : post(sent));
}

export function resume({ attempt, now }: EventOf<"resume">): SignupStep {
  const none = { submission: null, token: null, stale: false, reused: false, volatile: false };
  const pursuit: Pursuit = { attempt, sends: maxSends, since: now, ...none };
  return next({ name: "waiting", pursuit, next: "ask", reason: "" }, ask(pursuit));
}

export function rest(pursuit: Pursuit, reason: string, atLeastMs: number): SignupStep {
  return next({ name: "unresolved", pursuit, reason }, { type: "wait", ms: Math.max(restingWait, atLeastMs) });
}

export interface Pause {
  readonly move: "send" | "ask";
  readonly reason: string;
  readonly atLeastMs: number;
}

export function pause(pursuit: Pursuit, { move, reason, atLeastMs }: Pause, { now, random }: Stamp): SignupStep {
  const waited = now - pursuit.since;
  const isSpent = waited >= maxWaitMs || (move === "send" && pursuit.sends >= maxSends);
  if (isSpent) return rest(pursuit, reason, atLeastMs);
  const usual = move === "send" ? resendWait(pursuit.sends, random) : askWait(waited);
  return next({ name: "waiting", pursuit, next: move, reason }, { type: "wait", ms: Math.max(usual, atLeastMs) });
}

export function confirm(pursuit: Pursuit, { created }: Answer & { readonly kind: "created" }): SignupStep {
  const earlier = pursuit.reused || pursuit.submission === null;
  return next({ name: "confirmed", created, earlier }, { type: "forget" });
}

export function refuse(problem: Problem): SignupStep {
  return next({ name: "refused", problem }, { type: "forget" });
}
