// /operator/...: what waits for a person, what a person decides, and what was decided.
import { readBody } from "../body.ts";
import { formatOf } from "../checks.ts";
import type { Context } from "../context.ts";
import { listIntents, readAudit, readFlight, relinkIntent, settleSurplus } from "../intents/desk-client.ts";
import { type Decision, deskStates } from "../intents/desk-types.ts";
import { checkOperator } from "../operator.ts";
import { Refusal, refuse } from "../problems.ts";

const maxBody = 4096;
const maxReason = 200;

export async function operatorIntents(request: Request, { env, url }: Context): Promise<Response> {
  await checkOperator(request, env);
  const [[name, value] = [], ...others] = [...url.searchParams];
  const state = deskStates.find((known) => known === value);
  if (name !== "state" || state === undefined || others.length > 0) return refuse(400, "request.address");
  return Response.json({ v: 1, intents: await listIntents(env.INTENTS, state) });
}

export async function operatorAudit(request: Request, { env }: Context): Promise<Response> {
  await checkOperator(request, env);
  return Response.json({ v: 1, entries: await readAudit(env.INTENTS) });
}

/** The newest steps of a sign-up, for `scripts/replay`. */
export async function operatorFlight(request: Request, { env, key: hash }: Context): Promise<Response> {
  await checkOperator(request, env);
  const record = await readFlight(env.INTENTS, hash);
  if (record === "") return refuse(404, "request.not_found");
  return new Response(record, { headers: { "content-type": "application/x-ndjson" } });
}

type Words = Pick<Decision, "customerId" | "why">;

/** Only an operator's body is parsed outside of the core: two texts are taken from it, and nothing else. */
function readWords(body: Uint8Array): Words {
  try {
    const { customerId, reason } = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
    const isId = typeof customerId === "string" && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(customerId);
    const isReason = typeof reason === "string" && reason.trim() !== "" && reason.length <= maxReason;
    if (isId && isReason) return { customerId, why: reason };
  } catch {
    // Not JSON at all, which is answered like JSON of another kind.
  }
  return refuse(400, "json.shape");
}

/** Who decided what about the sign-up in the address, and why. */
async function readDecision(request: Request, { env, config, key: hash }: Context): Promise<Decision> {
  await checkOperator(request, env);
  if (formatOf(request) !== "json") refuse(415, "request.content_type");
  const who = request.headers.get("operator-name") ?? "";
  if (!/^[\w.@-]{1,64}$/.test(who)) refuse(400, "field.required");
  const body = await readBody(request, { size: maxBody, milliseconds: config.limits.bodyMs });
  return { hash, who, ...readWords(body) };
}

export async function operatorRelink(request: Request, context: Context): Promise<Response> {
  const decision = await readDecision(request, context);
  const { hash, customerId } = decision;
  const { kind } = await relinkIntent(context.env.INTENTS, decision);
  switch (kind) {
    case "relinked":
      return Response.json({ v: 1, hash, customerId });
    case "not_parked":
      return refuse(409, "request.not_parked");
    case "unknown_customer":
      return refuse(422, "request.unknown_customer");
    case "unanswered":
      throw new Refusal({ status: 503, code: "upstream.unavailable", retryAfter: 5 });
  }
}

export async function operatorSettle(request: Request, context: Context): Promise<Response> {
  const decision = await readDecision(request, context);
  const { hash, customerId } = decision;
  if (!(await settleSurplus(context.env.INTENTS, decision))) return refuse(404, "request.not_found");
  return Response.json({ v: 1, hash, customerId });
}
