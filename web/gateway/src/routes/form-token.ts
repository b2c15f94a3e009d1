// GET /api/form-token: a fresh form token, fetched when a form is sent; with Idempotency-Key it is made for that key.
import { checkOrigin, headerKey } from "../checks.ts";
import type { Context } from "../context.ts";
import { mintFormToken } from "../form-token.ts";

export async function formToken(request: Request, { site, config, formSecret }: Context): Promise<Response> {
  checkOrigin(site, request, true);
  const rules = { secret: formSecret, site: site.name, lifetimeMs: config.times.formTokenMs };
  const key = request.headers.has("idempotency-key") ? headerKey(request) : "";
  return Response.json({ v: 1, token: await mintFormToken(rules, key, Date.now()) });
}
