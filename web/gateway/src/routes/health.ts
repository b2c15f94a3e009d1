// GET /healthz: whether sign-ups can be taken and carried out. 503 only when they cannot be stored.
import type { Context } from "../context.ts";
import { askHealth } from "../control/client.ts";
import { currentBreaker } from "../limits/pressure.ts";
import { checkOperator } from "../operator.ts";

/** That this is answered says that the configuration is whole. */
export async function readHealth({ env }: Pick<Context, "env">): Promise<Response> {
  const { slot, store } = await askHealth(env.CONTROL).catch(() => ({ slot: "unproven", store: "failing" }) as const);
  const status = store === "writable" ? 200 : 503;
  return Response.json({ v: 1, store, slot, breaker: currentBreaker() }, { status });
}

export async function health(request: Request, context: Context): Promise<Response> {
  await checkOperator(request, context.env);
  return readHealth(context);
}
