// How far a created customer has come, asked of the API: the gateway itself keeps nothing of a customer but its id.
import type { Standing } from "vestibule/gateway";
import { standingOf } from "../core.ts";
import { roomForCalls } from "../limits/pressure.ts";
import type { Upstream } from "../upstream.ts";

/** Two are enough: with a second activated order a customer is managed. */
const enough = 2;

interface Named {
  readonly id?: unknown;
  readonly customerId?: unknown;
  readonly status?: unknown;
}

function ordersOf(rows: readonly Named[], customerId: string): { readonly id: string; readonly status: string }[] {
  return rows.flatMap(({ id, customerId: of, status }) => {
    // An API that ignores a filter would show everybody's.
    if (of !== customerId || typeof id !== "string" || typeof status !== "string") return [];
    return [{ id, status }];
  });
}

async function askStanding(upstream: Upstream, customerId: string): Promise<Standing | undefined> {
  // While the API asked for a pause, or the breaker is open, it is not asked at all.
  if (roomForCalls() <= 0) return undefined;
  const customerIds = JSON.stringify([customerId]);
  const [customers, orders] = await Promise.all([
    upstream.read("/customers", { customerIds }),
    upstream.read("/orders", { customerIds, status: "activated", limit: String(enough) }),
  ]);
  const customer = customers?.find(({ id }: Named) => id === customerId);
  if (customer === undefined || orders === undefined) return undefined;
  return standingOf(customer, ordersOf(orders, customerId));
}

/** Answers that are kept for a moment, so that pages that ask often do not make the API be asked as often. */
export class Standings {
  readonly #upstream: Upstream;
  readonly #restMs: number;
  readonly #kept = new Map<string, { readonly until: number; readonly standing: Promise<Standing | undefined> }>();

  constructor(upstream: Upstream, restMs: number) {
    this.#upstream = upstream;
    this.#restMs = restMs;
  }

  /** undefined: the API did not answer, or not about this customer. */
  of(customerId: string): Promise<Standing | undefined> {
    const now = Date.now();
    for (const [id, { until }] of this.#kept) if (until <= now) this.#kept.delete(id);
    const kept = this.#kept.get(customerId);
    if (kept !== undefined) return kept.standing;
    const standing = askStanding(this.#upstream, customerId);
    this.#kept.set(customerId, { until: now + this.#restMs, standing });
    return standing;
  }
}
