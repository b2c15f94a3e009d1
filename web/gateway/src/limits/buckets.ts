// Token buckets by name. Plain arithmetic: time comes with the question. They are in memory alone: losing them forgives.
import type { Rate } from "../config.ts";

/** Which bucket: whose, and of which rate. */
export interface Take {
  readonly name: string;
  readonly rate: Rate;
}

interface Bucket {
  level: number;
  at: number;
}

/** More senders than this in one instance forget the one that was seen longest ago. */
const mostBuckets = 50_000;

export class Buckets {
  readonly #buckets = new Map<string, Bucket>();

  get size(): number {
    return this.#buckets.size;
  }

  /** How much the bucket holds now, `count` at most. */
  level({ name, rate }: Take, now: number): number {
    const bucket = this.#buckets.get(name);
    if (bucket === undefined) return rate.count;
    const gained = (Math.max(0, now - bucket.at) / 1000) * (rate.count / rate.seconds);
    return Math.min(rate.count, bucket.level + gained);
  }

  /** 0 when there is one to take, else the milliseconds until there is. */
  waitMs(take: Take, now: number): number {
    const lacking = 1 - this.level(take, now);
    return lacking <= 0 ? 0 : Math.ceil((lacking * take.rate.seconds * 1000) / take.rate.count);
  }

  /** Adds to a level, or takes from it. It may come to owe, by what other instances gave away, never more than it holds. */
  add(take: Take, amount: number, now: number): void {
    this.set(take, this.level(take, now) + amount, now);
  }

  set({ name, rate }: Take, level: number, now: number): void {
    // Anew at the end: a Map keeps its order.
    this.#buckets.delete(name);
    this.#buckets.set(name, { level: Math.max(-rate.count, Math.min(rate.count, level)), at: now });
    if (this.#buckets.size > mostBuckets) {
      const [oldest = ""] = this.#buckets.keys();
      this.#buckets.delete(oldest);
    }
  }
}
