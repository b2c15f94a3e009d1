// Changes of a customer by whoever signed it up. Each is repeated harmlessly, so nothing of one is kept: not on the way,
// not afterwards.
import { equalSecrets, sha256Hex } from "../digest.ts";
import { pauseSeconds, roomForCalls } from "../limits/pressure.ts";
import type { Answer, Upstream } from "../upstream.ts";
import type { Desk } from "./desk.ts";
import type { IntentName } from "./intent.ts";
import type { IntentStore } from "./store.ts";

/** A change as it arrives, judged by the core. */
export interface Change {
  readonly name: IntentName;
  readonly secretHash: string;
  /** The members to change, as JSON. */
  readonly payload: string;
}

export type ChangeAnswer =
  | { readonly kind: "changed"; readonly id: string; readonly accountNumber: string | null }
  | { readonly kind: "refused" }
  /** No answer, or one that says nothing for certain. Seconds. */
  | { readonly kind: "unknown"; readonly retryAfter: number }
  /** No such sign-up, or not this sender's. */
  | { readonly kind: "none" }
  /** There is no customer yet, or there never will be. */
  | { readonly kind: "not_created" }
  /** A person has bound the sign-up to a customer: that one is not the sender's to change. */
  | { readonly kind: "relinked" };

const standardWait = 5;
const longestWait = 300;
const refusals: ReadonlySet<number> = new Set([400, 404, 405, 409, 413, 415, 422]);

/** Seconds, or an HTTP date. */
function waitOf(retryAfter: string | null): number {
  const text = retryAfter?.trim() ?? "";
  const until = text.endsWith(" GMT") ? Math.ceil((Date.parse(text) - Date.now()) / 1000) : Number.NaN;
  const seconds = /^\d+$/.test(text) ? Number(text) : until;
  return Number.isNaN(seconds) ? standardWait : Math.min(longestWait, Math.max(1, seconds));
}

/** The API answers one record as an array of one or as the record itself. */
function recordOf({ body }: Answer): { readonly id?: unknown; readonly accountNumber?: unknown } {
  const { status, data } = (body ?? {}) as { readonly status?: unknown; readonly data?: unknown };
  const isSuccess = typeof status === "string" && status.toUpperCase() === "SUCCESS";
  const record: unknown = Array.isArray(data) ? data[0] : data;
  return isSuccess && typeof record === "object" && record !== null ? record : {};
}

function judge(answer: Answer | undefined, customerId: string): ChangeAnswer {
  if (answer === undefined) return { kind: "unknown", retryAfter: standardWait };
  const { status, body, retryAfter } = answer;
  const { id, accountNumber } = recordOf(answer);
  if (status >= 200 && status <= 299 && id === customerId) {
    return { kind: "changed", id, accountNumber: typeof accountNumber === "string" ? accountNumber : null };
  }
  // A key that is not taken is the operator's to mend: to the sender it is as if nobody had answered.
  if (refusals.has(status) && body !== undefined) return { kind: "refused" };
  return { kind: "unknown", retryAfter: waitOf(retryAfter) };
}

export class Changes {
  readonly #store: IntentStore;
  readonly #desk: Desk;
  readonly #upstream: Upstream;
  // The last change under way of each customer: a later one waits for it, or the API could end with the earlier one.
  readonly #last = new Map<string, Promise<unknown>>();
  readonly #waiting = new Set<string>();

  constructor(store: IntentStore, desk: Desk, upstream: Upstream) {
    this.#store = store;
    this.#desk = desk;
    this.#upstream = upstream;
  }

  async carryOut({ name, secretHash, payload }: Change): Promise<ChangeAnswer> {
    const intent = this.#store.find(name);
    if (intent === undefined || !equalSecrets(intent.secretHash ?? "", secretHash)) return { kind: "none" };
    const { customerId } = intent.machine;
    if (customerId === undefined) return { kind: "not_created" };
    if (this.#desk.isRelinked(name.site, await sha256Hex(name.key))) return { kind: "relinked" };
    // While the API asked for a pause, or the breaker is open, it is not asked at all.
    if (roomForCalls() <= 0) return { kind: "unknown", retryAfter: Math.max(standardWait, pauseSeconds()) };
    const ask = () => this.#upstream.ask(`/customers/${customerId}`, { method: "PATCH", body: payload });
    return judge(await this.#inTurn(customerId, ask), customerId);
  }

  /** undefined when one waits already: nobody is kept waiting for more than two calls of the API. */
  async #inTurn<Result>(customerId: string, work: () => Promise<Result>): Promise<Result | undefined> {
    if (this.#waiting.has(customerId)) return undefined;
    if (this.#last.has(customerId)) this.#waiting.add(customerId);
    await this.#last.get(customerId)?.catch(() => undefined);
    this.#waiting.delete(customerId);
    return this.#runLast(customerId, work);
  }

  async #runLast<Result>(customerId: string, work: () => Promise<Result>): Promise<Result> {
    const turn = work();
    this.#last.set(customerId, turn);
    try {
      return await turn;
    } finally {
      if (this.#last.get(customerId) === turn) this.#last.delete(customerId);
    }
  }
}
