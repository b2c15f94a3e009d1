// POST /webhooks/nue: something happened in the API. A hint to read again, and never data to take over.
import { readBody } from "../body.ts";
import { formatOf } from "../checks.ts";
import type { Context } from "../context.ts";
import { storeWebhook } from "../control/client.ts";
import { refuse } from "../problems.ts";
import { readMessage } from "../webhooks/message.ts";
import { verifiedId } from "../webhooks/signature.ts";

const maxBody = 256 * 1024;

export async function receiveWebhook(request: Request, { env, config }: Context): Promise<Response> {
  const secret = env.WEBHOOK_SECRET ?? "";
  if (secret === "") refuse(404, "request.not_found");
  if (formatOf(request) !== "json") refuse(415, "request.content_type");
  const body = await readBody(request, { size: maxBody, milliseconds: config.limits.bodyMs });
  const { headers } = request;
  const id = await verifiedId(secret, { headers, body }, Date.now());
  if (id === undefined) return refuse(401, "request.unauthorized");
  const message = readMessage(id, body) ?? refuse(400, "json.shape");
  await storeWebhook(env.CONTROL, message);
  return new Response(null, { status: 204 });
}
