// How much the public may ask.
import { ConfigError, membersOf, readCount } from "./members.ts";

/** A bucket of `count` that fills up again within `seconds`. */
export interface Rate {
  readonly count: number;
  readonly seconds: number;
}

export interface Limits {
  /** The header in which the proxy in front names who is connected, in lower case; null: nobody is told apart. */
  readonly addressHeader: string | null;
  /** Each of an address, of a site and of the whole gateway holds; none: no limit. */
  readonly perAddress: readonly Rate[];
  readonly perSite: readonly Rate[];
  readonly global: readonly Rate[];
  /** Of questions about sign-ups, by an address and about one key; each holds. */
  readonly readsPerAddress: readonly Rate[];
  readonly readsPerKey: readonly Rate[];
  /** Of reports of browsers, by an address; of all where nobody is told apart. */
  readonly reports: readonly Rate[];
  /** So many requests with a body are worked on at a time in one instance of the worker. */
  readonly inWork: number;
  /** How long a body may take to arrive. */
  readonly bodyMs: number;
}

const mostRates = 4;
const longestSeconds = 86_400;

function readRates(value: unknown, name: string, standard: readonly Rate[]): readonly Rate[] {
  if (value === undefined) return standard;
  if (!Array.isArray(value) || value.length > mostRates) {
    throw new ConfigError(`"${name}" must be a list of at most ${mostRates} rates.`);
  }
  return value.map((rate: unknown) => {
    const given = membersOf(rate, `Each of "${name}"`, ["count", "seconds"]);
    const count = readCount(given["count"], `count" of "${name}`, "requests", 0);
    const seconds = readCount(given["seconds"], `seconds" of "${name}`, "seconds", 0);
    if (count === 0 || seconds === 0 || seconds > longestSeconds) {
      throw new ConfigError(`Each of "${name}" needs a "count" and "seconds", a day at most.`);
    }
    return { count, seconds };
  });
}

function readHeaderName(value: unknown): string | null {
  if (value === null) return null;
  if (typeof value !== "string" || !/^[A-Za-z0-9-]{1,64}$/.test(value)) {
    throw new ConfigError('"addressHeader" must be the name of a header, or null.');
  }
  return value.toLowerCase();
}

const names: readonly string[] = [
  "addressHeader",
  "perAddress",
  "perSite",
  "global",
  "readsPerAddress",
  "readsPerKey",
  "reports",
  "inWork",
  "bodyMs",
];

export function readLimits(value: unknown): Limits {
  const given = membersOf(value, '"limits"', names) as Partial<Record<string, unknown>>;
  const { addressHeader = null, perAddress, perSite, global, readsPerAddress, readsPerKey, reports } = given;
  return {
    addressHeader: readHeaderName(addressHeader),
    perAddress: readRates(perAddress, "perAddress", [
      { count: 5, seconds: 60 },
      { count: 30, seconds: 3600 },
    ]),
    perSite: readRates(perSite, "perSite", [{ count: 20, seconds: 1 }]),
    global: readRates(global, "global", [{ count: 100, seconds: 1 }]),
    readsPerAddress: readRates(readsPerAddress, "readsPerAddress", [{ count: 600, seconds: 60 }]),
    // A page asks once a second at most, and may be open in two tabs.
    readsPerKey: readRates(readsPerKey, "readsPerKey", [{ count: 120, seconds: 60 }]),
    reports: readRates(reports, "reports", [{ count: 10, seconds: 60 }]),
    inWork: readCount(given["inWork"], "inWork", "requests", 96),
    bodyMs: readCount(given["bodyMs"], "bodyMs", "milliseconds", 10_000),
  };
}
