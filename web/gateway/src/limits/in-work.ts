// How many requests this instance of the worker reads and works on at a time: beyond that it says so at once, so that memory
// stays flat however many come. Whoever sends slowly takes no place from those who have sent.
import { count } from "../metrics/registry.ts";
import { Refusal } from "../problems.ts";

/** Seconds. */
const askAgainAfter = 2;

/** The public, the API and reports of browsers do not take each other's places. */
export type Lane = "open" | "public" | "webhooks" | "reports" | "challenges";

const inWork: Record<Lane, number> = { open: 0, public: 0, webhooks: 0, reports: 0, challenges: 0 };

/** Refuses before a body is read what could not be worked on afterwards. */
export function checkCapacity(lane: Lane, most: number): void {
  if (inWork[lane] < most) return;
  count("vestibule_overloaded");
  throw new Refusal({ status: 503, code: "rate.busy", retryAfter: askAgainAfter });
}

export async function withinCapacity<Result>(lane: Lane, most: number, work: () => Promise<Result>): Promise<Result> {
  checkCapacity(lane, most);
  ++inWork[lane];
  try {
    return await work();
  } finally {
    --inWork[lane];
  }
}
