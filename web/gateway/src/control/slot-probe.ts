// Whether the API can search for our tokens: asked with one that no record can have. Lifecycle-and-sync 1.1, 1.5.
import type { Config } from "../config.ts";
import { newToken } from "../core.ts";
import { log } from "../log.ts";
import type { Answer, Upstream } from "../upstream.ts";
import type { SlotState } from "./client.ts";

/** An API that does not answer is not asked more often. */
const restMs = 1000;

/** The rows of a list; undefined when it is none. */
function rowsOf({ status, body }: Answer): readonly unknown[] | undefined {
  const { status: told, data } = (body ?? {}) as { readonly status?: unknown; readonly data?: unknown };
  const isSuccess = status >= 200 && status <= 299 && typeof told === "string" && told.toUpperCase() === "SUCCESS";
  return isSuccess && Array.isArray(data) ? data : undefined;
}

function judge(answer: Answer | undefined): SlotState {
  if (answer === undefined) return "unproven";
  const rows = rowsOf(answer);
  if (rows !== undefined) return rows.length === 0 ? "proven" : "none";
  return answer.status === 400 && answer.body !== undefined ? "none" : "unproven";
}

export class SlotProbe {
  readonly #config: Config;
  readonly #upstream: Upstream;
  #state: SlotState;
  #running: Promise<SlotState> | undefined;
  #askedAt = 0;

  constructor(config: Config, upstream: Upstream) {
    this.#config = config;
    this.#upstream = upstream;
    this.#state = config.slot.kind === "none" ? "none" : "unproven";
  }

  /** As far as it is known now. */
  get state(): SlotState {
    return this.#state;
  }

  /** What was proven is no longer: the next who asks has it proven again, or refuted. */
  doubt(): void {
    if (this.#state === "proven") this.#state = "unproven";
  }

  /** Asks unless it is known. */
  learn(now: number): Promise<SlotState> {
    if (this.#state !== "unproven" || (this.#running === undefined && now - this.#askedAt < restMs)) {
      return Promise.resolve(this.#state);
    }
    this.#running ??= this.#probe().finally(() => {
      this.#running = undefined;
      this.#askedAt = Date.now();
    });
    return this.#running;
  }

  async #probe(): Promise<SlotState> {
    const { slot } = this.#config;
    if (slot.kind === "none") return "none";
    const query = new URLSearchParams({ [slot.field]: newToken() });
    this.#state = judge(await this.#upstream.ask(`/customers?${query}`, { method: "GET" }));
    if (this.#state === "none") {
      log({ event: "alarm", why: "The API does not search for tokens: lost answers are left to people." });
    }
    return this.#state;
  }
}
