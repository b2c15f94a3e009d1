// How many requests this instance of the worker works on at a time: beyond that it says so at once, before it reads a
// body, so that memory stays flat however many come.
import { count } from "../metrics/registry.ts";
import { Refusal } from "../problems.ts";

/** Seconds. */
const askAgainAfter = 2;

/** The public and the API do not take each other's places. */
export type Lane = "public" | "webhooks";

const inWork: Record<Lane, number> = { public: 0, webhooks: 0 };

export async function withinCapacity<Result>(lane: Lane, most: number, work: () => Promise<Result>): Promise<Result> {
  if (inWork[lane] >= most) {
    count("vestibule_overloaded");
    throw new Refusal({ status: 503, code: "rate.busy", retryAfter: askAgainAfter });
  }
  ++inWork[lane];
  try {
    return await work();
  } finally {
    --inWork[lane];
  }
}
