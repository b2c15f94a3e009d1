// Whether the sender is a person, by the word of a service that the configuration names: its widget has given the page an
// answer, which is verified here. Nothing of the sender is told but that answer.
import { readCapped } from "../capped.ts";
import type { Challenge } from "../config.ts";
import type { Context } from "../context.ts";
import { withDeadline } from "../deadline.ts";
import { log } from "../log.ts";
import { count } from "../metrics/registry.ts";
import { withinCapacity } from "./in-work.ts";

const patienceMs = 3000;
const maxAnswer = 64 * 1024;
const mostAtOnce = 16;

/** The service's word; undefined when there is none. */
async function ask({ verify }: Challenge, { env }: Context, given: string): Promise<boolean | undefined> {
  try {
    const bytes = await withDeadline(patienceMs, async (signal) => {
      const answer = await env.CHALLENGE.fetch(verify, {
        method: "POST",
        body: new URLSearchParams({ secret: env.CHALLENGE_SECRET ?? "", response: given }),
        redirect: "manual",
        signal,
      });
      return readCapped(answer, maxAnswer);
    });
    const { success } = JSON.parse(new TextDecoder().decode(bytes));
    return typeof success === "boolean" ? success : undefined;
  } catch {
    return undefined;
  }
}

/** `given`: the widget's answer as the page sent it. Without a service, or its word, nobody passes. */
export async function passesChallenge(given: string, context: Context): Promise<boolean> {
  const { challenge } = context.config;
  if (challenge === null || given === "") return false;
  const passes = await withinCapacity("challenges", mostAtOnce, () => ask(challenge, context, given));
  count("vestibule_challenges", { outcome: passes === undefined ? "unanswered" : passes ? "passed" : "failed" });
  if (passes === undefined) log({ event: "failure", why: "The challenge service did not answer." });
  return passes === true;
}
