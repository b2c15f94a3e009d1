// PATCH /api/signups/{key}: changes answers after the customer was created, for the browser that sent them.
import type { SignupChange } from "vestibule/gateway";
import { workOnBody } from "../body.ts";
import { checkOrigin, formatOf } from "../checks.ts";
import type { Context } from "../context.ts";
import { onWire, readChange } from "../core.ts";
import type { ChangeAnswer } from "../intents/changes.ts";
import { askChange, askOutcome } from "../intents/client.ts";
import { refusalOf } from "../intents/judge.ts";
import { takeFromLimits } from "../limits/take.ts";
import { Refusal, refuse } from "../problems.ts";
import { ownSignup } from "./own-signup.ts";

function answerChange(answer: ChangeAnswer, { value }: SignupChange & { readonly ok: true }): Response {
  switch (answer.kind) {
    case "changed": {
      const { id, accountNumber } = answer;
      // What was sent, as the core reads it: the API's own record may hold what others wrote.
      return Response.json({ v: 1, id, accountNumber, customer: value });
    }
    case "refused":
      return refuse(422, "upstream.change_refused");
    case "unknown":
      throw new Refusal({ status: 503, code: "upstream.change_unknown", retryAfter: answer.retryAfter });
    case "not_created":
      return refuse(409, "request.not_created");
    case "relinked":
      return refuse(409, "request.relinked");
    case "none":
      return refuse(404, "request.not_found");
  }
}

export async function changeSignup(request: Request, context: Context): Promise<Response> {
  checkOrigin(context.site, request, false);
  if (formatOf(request) !== "json") refuse(415, "request.content_type");
  const { name, secretHash } = await ownSignup(request, context);
  return workOnBody(request, context, async (body) => {
    const change = readChange(body);
    if (!change.ok) throw new Refusal(refusalOf(change.findings));
    const { INTENTS } = context.env;
    // A stranger takes nothing from the limits of those who signed up.
    if ((await askOutcome(INTENTS, name, secretHash)).kind === "none") refuse(404, "request.not_found");
    await takeFromLimits(request, context);
    const payload = JSON.stringify(onWire(change.value, "customer"));
    return answerChange(await askChange(INTENTS, { name, secretHash, payload }), change);
  });
}
