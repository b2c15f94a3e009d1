// The limits of the public, asked for one request: those of what creates or changes a customer.
import type { Context } from "../context.ts";
import { limiter } from "../control/instance.ts";
import { count } from "../metrics/registry.ts";
import { Refusal } from "../problems.ts";
import { senderOf } from "./address.ts";
import type { Take } from "./buckets.ts";
import { bucketsOf } from "./limiter.ts";

/** Who sends, as a digest; null where nobody is told apart. */
export async function addressOf({ headers }: Request, { config, formSecret }: Context): Promise<string | null> {
  const { addressHeader } = config.limits;
  return addressHeader === null ? null : senderOf(formSecret, headers.get(addressHeader), Date.now());
}

/** The buckets a request takes from. */
export async function bucketsFor(request: Request, context: Context): Promise<readonly Take[]> {
  const { config, site } = context;
  return bucketsOf(config.limits, { site: site.name, address: await addressOf(request, context) });
}

/** `bucket`: one that has nothing left; the first word of its name says whose limit it is. */
export function limited(bucket: Take | undefined, retryAfter: number): Refusal {
  count("vestibule_rate_limited", { by: bucket?.name.split(" ", 1)[0] ?? "global" });
  return new Refusal({ status: 429, code: "rate.limited", retryAfter });
}

export function overLimit(buckets: readonly Take[], retryAfter: number): Refusal {
  const now = Date.now();
  return limited(
    buckets.find((bucket) => limiter.waitMs(bucket, now) > 0),
    retryAfter,
  );
}

/** Takes one from each bucket, or refuses. */
export async function takeFromLimits(request: Request, context: Context): Promise<void> {
  const buckets = await bucketsFor(request, context);
  const wait = limiter.take(buckets, Date.now());
  if (wait > 0) throw overLimit(buckets, wait);
}
