// GET /api/signups/{key}/status: how far the customer of a sign-up has come, for the browser that sent it.
import type { Context } from "../context.ts";
import { askStanding } from "../intents/client.ts";
import { Refusal } from "../problems.ts";
import { answerOutcome, ownSignup } from "./own-signup.ts";

/** Seconds. */
const askAgainAfter = 5;

export async function readStatus(request: Request, context: Context): Promise<Response> {
  const { name, secretHash } = await ownSignup(request, context);
  const answer = await askStanding(context.env.INTENTS, name, secretHash);
  switch (answer.kind) {
    case "standing":
      return Response.json({ v: 1, ...answer.standing });
    case "unanswered":
      throw new Refusal({
        status: 503,
        code: "upstream.unavailable",
        retryAfter: Math.max(askAgainAfter, answer.pause),
      });
    default:
      return answerOutcome(answer);
  }
}
