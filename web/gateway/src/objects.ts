// How an object of the store is asked. Without its answer nothing is known and nothing may be sent, so whoever waits for
// it is asked to come back.
import { log } from "./log.ts";
import type { Fetcher } from "./platform.ts";
import { Refusal } from "./problems.ts";

/** Seconds. */
const askAgainAfter = 5;

/** `unanswered`: a sentence for the log. */
export async function askObject<Answer>(object: Fetcher, question: object, unanswered: string): Promise<Answer> {
  try {
    const response = await object.fetch("http://object/", { method: "POST", body: JSON.stringify(question) });
    if (response.ok) return await response.json();
  } catch {
    // A store that takes no write, or cannot be opened, breaks its object.
  }
  log({ event: "failure", why: unanswered });
  throw new Refusal({ status: 503, code: "gateway.failed", retryAfter: askAgainAfter });
}
