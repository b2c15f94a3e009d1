// The limits of what creates nothing: questions about a sign-up, and reports of browsers. Their buckets are those of this
// instance alone, and apart: a flood of questions makes no limit of sign-ups be forgotten.
import type { Context } from "../context.ts";
import { Buckets, type Take } from "./buckets.ts";
import { named } from "./limiter.ts";
import { addressOf, limited } from "./take.ts";

const buckets = new Buckets();

/** Takes one from each, or refuses and takes nothing. */
function takeFrom(takes: readonly Take[]): void {
  const now = Date.now();
  const waits = takes.map((take) => buckets.waitMs(take, now));
  const longest = Math.max(0, ...waits);
  if (longest > 0) throw limited(takes[waits.indexOf(longest)], Math.ceil(longest / 1000));
  for (const take of takes) buckets.add(take, -1, now);
}

/** `asked`: the key together with the secret that was sent, so that nobody else uses up what its sender may ask. */
export async function takeRead(request: Request, context: Context, asked: string): Promise<void> {
  const { readsPerAddress, readsPerKey } = context.config.limits;
  const address = await addressOf(request, context);
  takeFrom([
    ...(address === null ? [] : named(`reads_address ${address}`, readsPerAddress)),
    ...named(`reads_key ${asked}`, readsPerKey),
  ]);
}

export async function takeReport(request: Request, context: Context): Promise<void> {
  const sender = (await addressOf(request, context)) ?? "all";
  takeFrom(named(`reports ${sender}`, context.config.limits.reports));
}
