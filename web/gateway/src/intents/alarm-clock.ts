// The one alarm of a shard, set for whatever is due first.
import type { ObjectStorage } from "../platform.ts";
import type { IntentStore } from "./store.ts";

const housekeepingMs = 60 * 60 * 1000;
/** An alarm that is due is never set for right now: a run that changes nothing must not ring without a pause. */
const shortestMs = 200;

export class AlarmClock {
  readonly #storage: ObjectStorage;
  readonly #store: IntentStore;
  readonly #retentionMs: number;
  // What is set; undefined: not known, since this object was only just started.
  #setFor: number | null | undefined;

  constructor(storage: ObjectStorage, store: IntentStore, retentionMs: number) {
    this.#storage = storage;
    this.#store = store;
    this.#retentionMs = retentionMs;
  }

  /** The alarm has rung, so none is set. */
  rang(): void {
    this.#setFor = null;
  }

  /** Sets the alarm for `time` unless it rings before. Most calls write nothing. */
  async atLatest(time: number): Promise<void> {
    if (this.#setFor === undefined) this.#setFor = await this.#storage.getAlarm();
    if (this.#setFor !== null && this.#setFor <= time) return;
    this.#setFor = time;
    await this.#storage.setAlarm(time);
  }

  /** Sets it for the intent that is due first; where none is, for the one that is to be forgotten first. */
  async set(): Promise<void> {
    const due = this.#store.nextDue() ?? this.#store.nextForgotten(this.#retentionMs);
    if (due !== null) await this.atLatest(Math.max(due, Date.now() + shortestMs));
  }

  /** Sets it for the next cleaning. */
  async housekeeping(): Promise<void> {
    await this.atLatest(Date.now() + housekeepingMs);
  }
}
