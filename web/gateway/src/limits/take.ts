// The limits of the public, asked for one request.
import type { Context } from "../context.ts";
import { limiter } from "../control/instance.ts";
import { count } from "../metrics/registry.ts";
import { Refusal } from "../problems.ts";
import { senderOf } from "./address.ts";
import type { Take } from "./buckets.ts";
import { bucketsOf } from "./limiter.ts";

/** The buckets a request takes from. */
export async function bucketsFor({ headers }: Request, context: Context): Promise<readonly Take[]> {
  const { config, site, formSecret } = context;
  const { addressHeader } = config.limits;
  const address = addressHeader === null ? null : await senderOf(formSecret, headers.get(addressHeader), Date.now());
  return bucketsOf(config.limits, { site: site.name, address });
}

export function overLimit(buckets: readonly Take[], retryAfter: number): Refusal {
  const now = Date.now();
  const [first] = buckets.filter((bucket) => limiter.waitMs(bucket, now) > 0);
  count("vestibule_rate_limited", { by: first?.name.split(" ", 1)[0] ?? "global" });
  return new Refusal({ status: 429, code: "rate.limited", retryAfter });
}

/** Takes one from each bucket, or refuses. */
export async function takeFromLimits(request: Request, context: Context): Promise<void> {
  const buckets = await bucketsFor(request, context);
  const wait = limiter.take(buckets, Date.now());
  if (wait > 0) throw overLimit(buckets, wait);
}
