// Who may ask what became of a sign-up: whoever sent it, by its key and the secret it was sent with.
import { checkOrigin, readKey } from "../checks.ts";
import type { Context } from "../context.ts";
import { sha256Hex } from "../digest.ts";
import type { IntentAnswer, IntentName } from "../intents/intent.ts";
import { takeRead } from "../limits/reads.ts";
import { refuse } from "../problems.ts";

const maxSecret = 512;

export interface OwnSignup {
  readonly name: IntentName;
  readonly secretHash: string;
}

export async function ownSignup(request: Request, context: Context): Promise<OwnSignup> {
  const { site, key: text, noted } = context;
  checkOrigin(site, request, true);
  const key = readKey(text) ?? refuse(404, "request.not_found");
  noted.key = (await sha256Hex(key)).slice(0, 8);
  const secret = request.headers.get("signup-secret") ?? "";
  if (secret === "" || secret.length > maxSecret) refuse(404, "request.not_found");
  const secretHash = await sha256Hex(secret);
  await takeRead(request, context, `${site.name} ${key} ${secretHash}`);
  return { name: { site: site.name, key }, secretHash };
}

export function answerOutcome(answer: IntentAnswer): Response {
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
