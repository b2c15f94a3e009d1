// The limits as one instance of the worker applies them: at once, by its own buckets. What it took it tells the control
// object once a second, and takes over how much all instances together have left. Two instances may so give away twice as
// much for a second; nobody ever waits for the control object.
import type { Limits, Rate } from "../config.ts";
import { Buckets, type Take } from "./buckets.ts";

export interface Sender {
  readonly site: string;
  /** Of limits/address.ts; null when addresses are not looked at. */
  readonly address: string | null;
}

/** What an instance took since it last told, and from which buckets. */
export interface Taken extends Take {
  readonly amount: number;
}

/** How much a bucket holds for all instances. */
export interface Level extends Take {
  readonly level: number;
}

/** The buckets of one sender, site or key, one for each rate. */
export function named(prefix: string, rates: readonly Rate[]): readonly Take[] {
  return rates.map((rate) => ({ name: `${prefix} ${rate.count}/${rate.seconds}`, rate }));
}

export function bucketsOf(limits: Limits, { site, address }: Sender): readonly Take[] {
  return [
    ...(address === null ? [] : named(`address ${address}`, limits.perAddress)),
    ...named(`site ${site}`, limits.perSite),
    ...named("global", limits.global),
  ];
}

/** Those of the sender's address alone. */
export function ofAddress(buckets: readonly Take[]): readonly Take[] {
  return buckets.filter(({ name }) => name.startsWith("address "));
}

export class Limiter {
  readonly #buckets = new Buckets();
  #taken = new Map<string, Taken>();

  /** 0 when there is one to take, else the milliseconds until there is. */
  waitMs(bucket: Take, now: number): number {
    return this.#buckets.waitMs(bucket, now);
  }

  /** Takes one from each bucket and answers 0; or takes nothing and answers the seconds until that could be done. */
  take(buckets: readonly Take[], now: number): number {
    const wait = Math.max(0, ...buckets.map((bucket) => this.#buckets.waitMs(bucket, now)));
    if (wait > 0) return Math.ceil(wait / 1000);
    this.#add(buckets, 1, now);
    return 0;
  }

  /** Gives back what was taken for a request that turned out to be a repeated one. */
  giveBack(buckets: readonly Take[], now: number): void {
    this.#add(buckets, -1, now);
  }

  #add(buckets: readonly Take[], amount: number, now: number): void {
    for (const bucket of buckets) {
      this.#buckets.add(bucket, -amount, now);
      this.#note(bucket, amount);
    }
  }

  #note(bucket: Take, amount: number): void {
    const before = this.#taken.get(bucket.name)?.amount ?? 0;
    this.#taken.set(bucket.name, { ...bucket, amount: before + amount });
  }

  /** What was taken since the last call. */
  drain(): readonly Taken[] {
    const taken = [...this.#taken.values()];
    this.#taken = new Map();
    return taken;
  }

  /** Takes back what could not be told. */
  restore(untold: readonly Taken[]): void {
    for (const taken of untold) this.#note(taken, taken.amount);
  }

  /** Takes over what the control object says, less what was taken while it was asked. */
  adopt(levels: readonly Level[], now: number): void {
    for (const { level, ...bucket } of levels) {
      const meanwhile = this.#taken.get(bucket.name)?.amount ?? 0;
      const own = this.#buckets.level(bucket, now);
      this.#buckets.set(bucket, Math.min(own, level - meanwhile), now);
    }
  }
}

/** The control object's side: applies what an instance took, and answers what is left of these buckets. */
export function settle(buckets: Buckets, taken: readonly Taken[], now: number): readonly Level[] {
  return taken.map(({ amount, ...bucket }) => {
    buckets.add(bucket, -amount, now);
    return { ...bucket, level: buckets.level(bucket, now) };
  });
}
