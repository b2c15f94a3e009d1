// GET /api/signups/{key}: what became of a sign-up, for the browser that sent it.
import { checkOrigin, readKey } from "../checks.ts";
import type { Context } from "../context.ts";
import { sha256Hex } from "../digest.ts";
import { askOutcome } from "../intents/client.ts";
import { refuse } from "../problems.ts";

const maxSecret = 512;

export async function readSignup(request: Request, context: Context): Promise<Response> {
  const { site, env, noted } = context;
  checkOrigin(site, request, true);
  const key = readKey(context.key) ?? refuse(404, "request.not_found");
  noted.key = (await sha256Hex(key)).slice(0, 8);
  const secret = request.headers.get("signup-secret") ?? "";
  if (secret === "" || secret.length > maxSecret) refuse(404, "request.not_found");

  const answer = await askOutcome(env.INTENTS, { site: site.name, key }, await sha256Hex(secret));
  switch (answer.kind) {
    case "final": {
      const type = answer.status < 400 ? "application/json; charset=utf-8" : "application/problem+json";
      // Asked for, not created by this request: 200 instead of the stored 201.
      const status = answer.status === 201 ? 200 : answer.status;
      return new Response(answer.body, { status, headers: { "content-type": type } });
    }
    case "pending": {
      const headers = { "retry-after": String(answer.retryAfter) };
      return Response.json({ v: 1, state: answer.state }, { status: 202, headers });
    }
    default:
      return refuse(404, "request.not_found");
  }
}
