// A claim within the limits of the public. Who sends a known key again is answered whatever the limits say, and pays
// nothing: that is how a lost answer is asked for.
import type { Context } from "../context.ts";
import { limiter } from "../control/instance.ts";
import type { Take } from "../limits/buckets.ts";
import { passesChallenge } from "../limits/challenge.ts";
import { ofAddress } from "../limits/limiter.ts";
import { bucketsFor, overLimit } from "../limits/take.ts";
import { Refusal } from "../problems.ts";
import { claimIntent } from "./client.ts";
import type { Claim, IntentAnswer } from "./intent.ts";

/** What this instance is claiming at the moment, within the limits. */
const claiming = new Set<string>();

const inProgress = { status: 409, code: "request.in_progress", retryAfter: 1 } as const;

async function claimNew(claim: Claim, { env }: Context, buckets: readonly Take[]): Promise<IntentAnswer> {
  const name = nameOf(claim);
  claiming.add(name);
  try {
    const answer = await claimIntent(env.INTENTS, claim);
    if (answer.known || answer.kind === "busy") limiter.giveBack(buckets, Date.now());
    return answer;
  } catch (error) {
    // A store that does not answer is not the sender's to pay for.
    limiter.giveBack(buckets, Date.now());
    throw error;
  } finally {
    claiming.delete(name);
  }
}

function nameOf({ site, key }: Claim): string {
  return `${site} ${key}`;
}

/**
 * Beyond what a site and the whole may take, a person is let in who has passed a challenge. The limit of the address holds,
 * and whoever fails takes from it too.
 */
async function isLetIn(challenge: string, context: Context, own: readonly Take[]): Promise<boolean> {
  if (challenge === "" || limiter.take(own, Date.now()) > 0) return false;
  return passesChallenge(challenge, context);
}

/** `challenge`: what the page has of the service that tells persons from programs; "" without any. */
export async function claimWithinLimits(
  claim: Claim,
  request: Request,
  context: Context,
  challenge: string,
): Promise<IntentAnswer> {
  const { INTENTS } = context.env;
  // What the core refused claims nothing.
  if (claim.payload === null) return claimIntent(INTENTS, claim);
  const buckets = await bucketsFor(request, context);
  const wait = limiter.take(buckets, Date.now());
  if (wait === 0) return claimNew(claim, context, buckets);
  // The request that makes the key known is not done yet. A refusal would be final, and wrong.
  if (claiming.has(nameOf(claim))) throw new Refusal(inProgress);
  const answer = await claimIntent(INTENTS, { ...claim, payload: null });
  if (!answer.known) {
    const own = ofAddress(buckets);
    if (await isLetIn(challenge, context, own)) return claimNew(claim, context, own);
    throw overLimit(buckets, wait);
  }
  if (answer.kind === "none") throw new Refusal(inProgress);
  return answer;
}
