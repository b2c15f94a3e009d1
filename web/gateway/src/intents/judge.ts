// From a request that the core has read to what its sender is told. Refusals come before the claim and store nothing.
import type { Finding, SignupRequest } from "vestibule/gateway";
import type { Config } from "../config.ts";
import { newToken, onWire, rules as ownRules } from "../core.ts";
import { sha256Hex } from "../digest.ts";
import type { Problem } from "../problems.ts";
import type { Claim, IntentAnswer } from "./intent.ts";

export interface Received {
  readonly site: string;
  readonly key: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly read: SignupRequest;
  /** How old its form token has to be. */
  readonly formAge: number;
}

/** What every new customer gets beside its answers. `slot`: as far as the API honours the configured one. */
export type Judging = Pick<Config, "slot" | "customerType">;

export type Outcome =
  | { readonly kind: "stored"; readonly status: number; readonly body: string; readonly replayed: boolean }
  | { readonly kind: "problem"; readonly problem: Problem };

const busySeconds = 2;

/** Findings about the text itself: there was nothing to judge. */
const unreadable = /^(?:json|form|request|limit)\./;

function problem(status: number, code: Problem["code"], retryAfter?: number): Outcome {
  return { kind: "problem", problem: { status, code, ...(retryAfter === undefined ? {} : { retryAfter }) } };
}

/** What the sender is told of a text that the core refused. */
export function refusalOf(findings: readonly Finding[]): Problem {
  const errors = findings.filter(({ severity }) => severity === "error");
  const text = errors.find(({ code }) => unreadable.test(code));
  if (text?.code === "limit.memory") return { status: 503, code: "gateway.failed", retryAfter: 1 };
  if (text?.code === "limit.input") return { status: 413, code: "request.too_large" };
  if (text !== undefined) return { status: 400, code: text.code, findings };
  return { status: 422, code: "request.invalid", findings };
}

/** What is sent to the upstream if this request is the first of its key. */
function payloadOf(
  read: SignupRequest & { readonly ok: true },
  token: string,
  { slot, customerType }: Judging,
): string {
  const mark = slot.kind === "field" ? { [slot.field]: token } : {};
  return JSON.stringify([{ ...onWire(read.value, "customer"), type: customerType, ...mark }]);
}

function contactOf({ contact }: SignupRequest & { readonly ok: true }): string | null {
  return contact === undefined ? null : JSON.stringify([onWire(contact, "contact")]);
}

function outcomeOf(answer: IntentAnswer, read: SignupRequest): Outcome {
  switch (answer.kind) {
    case "final":
      return { kind: "stored", status: answer.status, body: answer.body, replayed: answer.replayed };
    case "none":
      return { kind: "problem", problem: refusalOf(read.findings) };
    case "reused":
      return problem(422, "request.key_reused");
    case "stale":
      return problem(403, "form.stale");
    case "busy":
      return problem(503, "rate.busy", busySeconds);
    case "pending":
      if (answer.running) return problem(409, "request.in_progress", answer.retryAfter);
      if (answer.state === "parked") return problem(503, "upstream.parked", 300);
      return problem(503, answer.state === "claimed" ? "upstream.unavailable" : "upstream.unknown", answer.retryAfter);
  }
}

export async function judgeSignup(
  { site, key, body, read, formAge }: Received,
  judging: Judging,
  claimIntent: (claim: Claim) => Promise<IntentAnswer>,
): Promise<Outcome> {
  // No person fills in the trap. The answer teaches a robot nothing.
  if (read.form.trap !== "") return problem(400, "request.refused");
  const token = newToken();
  const { secret, rules } = read.form;
  const claim: Claim = {
    site,
    key,
    rawBodyHash: await sha256Hex(body),
    fingerprint: read.fingerprint,
    payload: read.ok ? payloadOf(read, token, judging) : null,
    contact: read.ok ? contactOf(read) : null,
    token,
    secretHash: secret === "" ? null : await sha256Hex(secret),
    // A form without a script was judged here alone.
    rulesVersion: rules === "" ? ownRules : rules,
    formToken: read.form.token,
    formAge,
  };
  return outcomeOf(await claimIntent(claim), read);
}
