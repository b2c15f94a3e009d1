// GET /api/signups/{key}: what became of a sign-up, for the browser that sent it.
import type { Context } from "../context.ts";
import { askOutcome } from "../intents/client.ts";
import { answerOutcome, ownSignup } from "./own-signup.ts";

export async function readSignup(request: Request, context: Context): Promise<Response> {
  const { name, secretHash } = await ownSignup(request, context);
  return answerOutcome(await askOutcome(context.env.INTENTS, name, secretHash));
}
