// The one object that all instances share: what they took from the limits, what they counted, and what is known of the
// API. What the API asked for and what was counted outlive it; the limits are in memory, and losing them forgives. Webhooks
// that are not worked off are on the disk.
import { readConfig, readSecret } from "../config.ts";
import { intents } from "../core.ts";
import { Buckets } from "../limits/buckets.ts";
import { settle } from "../limits/limiter.ts";
import { type Happening, readShared, type Shared, SharedPressure, writeShared } from "../limits/shared-pressure.ts";
import { type Counts, readCounts } from "../metrics/registry.ts";
import type { Environment, ObjectState } from "../platform.ts";
import { makeUpstream } from "../upstream.ts";
import { Inbox } from "../webhooks/inbox.ts";
import type { ControlAsk, HealthAnswer, SyncAnswer } from "./client.ts";
import { Keeper } from "./keeper.ts";
import { SlotProbe } from "./slot-probe.ts";

/** A write to see whether the store takes one is made no more often. */
const writeEveryMs = 10_000;
/** Labels are bounded, so this is never reached; it keeps a mistake from eating the memory. */
const mostSeries = 5000;

export class Control {
  readonly #state: ObjectState;
  readonly #buckets = new Buckets();
  readonly #pressure: SharedPressure;
  readonly #totals: Map<string, number>;
  readonly #keeper: Keeper;
  readonly #slot: SlotProbe;
  readonly #inbox: Inbox;
  #writtenAt = 0;

  constructor(state: ObjectState, env: Environment) {
    const config = readConfig(env.CONFIG);
    this.#state = state;
    this.#slot = new SlotProbe(config, makeUpstream(config, readSecret(env.NUE_API_KEY, "NUE_API_KEY"), env.UPSTREAM));
    this.#inbox = new Inbox(state, env);
    // Read before the first question is: SQLite answers at once.
    this.#keeper = new Keeper(state.storage, () => this.#toKeep());
    this.#pressure = new SharedPressure(intents, readShared(this.#keeper.read("pressure"), intents));
    this.#totals = new Map(Object.entries(readCounts(this.#keeper.read("totals"))));
    state.storage.sql.exec("CREATE TABLE IF NOT EXISTS written (one INTEGER PRIMARY KEY, time INTEGER NOT NULL)");
  }

  /** Only the gateway itself asks, through its binding; client.ts has the questions. */
  async fetch(request: Request): Promise<Response> {
    const ask: ControlAsk = await request.json();
    switch (ask.question) {
      case "sync": {
        this.#count(ask.counts);
        const levels = settle(this.#buckets, ask.taken, Date.now());
        const shared = this.#tell(ask.happenings);
        return Response.json({ levels, shared, totals: Object.fromEntries(this.#totals) } satisfies SyncAnswer);
      }
      case "trial": {
        const tried = this.#pressure.tryOne(ask.happenings, Date.now());
        this.#keeper.write();
        return Response.json(tried);
      }
      case "webhook":
        await this.#inbox.take(ask.message, Date.now());
        return Response.json(null);
      case "slot":
        return Response.json(await this.#slot.learn(Date.now()));
      case "doubt":
        this.#slot.doubt();
        return Response.json(null);
      case "health":
        return Response.json(await this.#health());
    }
  }

  /** Works off webhooks that an end of this process has left. */
  async alarm(): Promise<void> {
    await this.#inbox.alarm(Date.now());
  }

  #toKeep(): Readonly<Record<string, string>> {
    return { pressure: writeShared(this.#pressure.shared), totals: JSON.stringify(Object.fromEntries(this.#totals)) };
  }

  /** What keeps calls from the API is kept at once, everything else in a while. */
  #tell(happenings: readonly Happening[]): Shared {
    const { breaker } = this.#pressure.shared;
    const shared = this.#pressure.tell(happenings);
    const asksForPause = happenings.some(
      (happening) => "ended" in happening && happening.ended.retryAfter !== undefined,
    );
    if (shared.breaker !== breaker || asksForPause) this.#keeper.write();
    else if (happenings.length > 0) this.#keeper.changed(Date.now());
    return shared;
  }

  #count(counts: Counts): void {
    if (Object.keys(counts).length > 0) this.#keeper.changed(Date.now());
    for (const [series, amount] of Object.entries(counts)) {
      const before = this.#totals.get(series);
      if (before !== undefined || this.#totals.size < mostSeries) this.#totals.set(series, (before ?? 0) + amount);
    }
  }

  async #health(): Promise<HealthAnswer> {
    const slot = await this.#slot.learn(Date.now());
    try {
      await this.#write(Date.now());
      return { slot, store: "writable" };
    } catch {
      return { slot, store: "failing" };
    }
  }

  async #write(now: number): Promise<void> {
    if (now - this.#writtenAt < writeEveryMs) return;
    this.#state.storage.sql.exec("INSERT OR REPLACE INTO written VALUES (1, ?)", now);
    await this.#state.storage.sync();
    this.#writtenAt = now;
  }
}
