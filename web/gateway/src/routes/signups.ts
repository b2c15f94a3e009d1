// POST /api/signups: one request to sign somebody up, as JSON from a script or as form fields from a page without one.
import { workOnBody } from "../body.ts";
import { checkOrigin, type Format, formatOf, headerKey, readKey } from "../checks.ts";
import type { Context } from "../context.ts";
import { slotState } from "../control/instance.ts";
import { readSignup } from "../core.ts";
import { sha256Hex } from "../digest.ts";
import { takeField } from "../form-field.ts";
import { answerForm } from "../html/answer-form.ts";
import type { Claim } from "../intents/intent.ts";
import { judgeSignup, type Outcome, type Received } from "../intents/judge.ts";
import { claimWithinLimits } from "../intents/limited-claim.ts";
import { type Problem, problemHeaders, problemText, Refusal } from "../problems.ts";

function jsonAnswer(outcome: Outcome): Response {
  switch (outcome.kind) {
    case "stored": {
      const { status, body, replayed } = outcome;
      const type = status < 400 ? "application/json; charset=utf-8" : "application/problem+json";
      const headers = { "content-type": type, ...(replayed ? { "idempotency-replayed": "true" } : {}) };
      return new Response(body, { status, headers });
    }
    case "problem":
      return answerProblem(outcome.problem);
  }
}

function answerProblem(problem: Problem): Response {
  return new Response(problemText(problem), { status: problem.status, headers: problemHeaders(problem) });
}

/** The problem a check ends with, for a page that has to show it; anything else goes on up. */
async function problemsAsOutcome(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return { kind: "problem", problem: error.problem };
    throw error;
  }
}

export async function createSignup(request: Request, context: Context): Promise<Response> {
  checkOrigin(context.site, request, false);
  const format = formatOf(request);
  const givenKey = format === "json" ? headerKey(request) : "";
  return workOnBody(request, context, (body) => {
    const taken = takeChallenge(request, context, body, format);
    return takeSignup(request, context, { ...taken, format, givenKey });
  });
}

/** What the page has of the challenge service: a field of a form beside ours, or a header of a script. */
function takeChallenge(
  { headers }: Request,
  { config: { challenge } }: Context,
  body: Uint8Array<ArrayBuffer>,
  format: Format,
): Pick<Sent, "body" | "challenge"> {
  if (challenge === null) return { body, challenge: "" };
  if (format === "json") return { body, challenge: headers.get("challenge-response") ?? "" };
  const { body: rest, value } = takeField(body, challenge.field);
  return { body: rest, challenge: value };
}

interface Sent {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly format: Format;
  readonly givenKey: string;
  readonly challenge: string;
}

async function takeSignup(request: Request, context: Context, sent: Sent): Promise<Response> {
  const { body, format, givenKey, challenge } = sent;
  const { site, config, noted } = context;
  const read = readSignup(body, format);
  // A form that was served without a key gets one now; the answer carries it on.
  const key = format === "json" ? givenKey : (readKey(read.form.key) ?? crypto.randomUUID());
  noted.key = (await sha256Hex(key)).slice(0, 8);

  // A script fetches its token when it sends, so that the age of it says nothing of a person.
  const formAge = format === "form" ? config.times.formAgeMs : 0;
  const received: Received = { site: site.name, key, body, read, formAge };
  const claim = (wanted: Claim) => claimWithinLimits(wanted, request, context, challenge);
  const slot = (await slotState(context.env)) === "none" ? ({ kind: "none" } as const) : config.slot;
  const judging = { slot, customerType: config.customerType };
  const outcome = await problemsAsOutcome(() => judgeSignup(received, judging, claim));
  if (format === "form") return answerForm({ body, read, key, outcome }, context);
  return jsonAnswer(outcome);
}
