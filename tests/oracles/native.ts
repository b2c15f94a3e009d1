// The core beside the libphonenumber that is installed: with the numbering plans of that library, where only logic can
// differ, and with today's, where most differences are of age.
import { classOf } from "./classes.ts";
import { type Comparison, compare, type Pair } from "./comparison.ts";
import { assigns, plansOfRegions, type Regions } from "./facts.ts";
import type { Dialled, Sample } from "./numbers.ts";
import { type Answer, type Ask, validOf } from "./programs.ts";

/** Regions by calling code, the main one of each. */
function mainRegions(facts: Regions): ReadonlyMap<string, string> {
  const all = Object.entries(facts).sort(([, a], [, b]) => Number(a.main ?? false) - Number(b.main ?? false));
  return new Map(all.map(([name, { calling_code }]) => [calling_code, name]));
}

function pairsOf(samples: readonly Sample[], ours: readonly Answer[], theirs: readonly Answer[]): readonly Pair[] {
  return samples.map((one, i) => ({
    ...one,
    ours: validOf(ours[i] as Answer),
    theirs: validOf(theirs[i] as Answer),
  }));
}

function key({ country, text }: Dialled): string {
  return `${country}\t${text}`;
}

/** What both say about a number that both call the same, besides. */
const details = ["region", "type", "national", "international"] as const;

/** How many of the numbers that both call the same are so in each detail. */
export interface Details {
  readonly compared: number;
  /** How many of them are of each type. */
  readonly types: ReadonlyMap<string, number>;
  readonly differing: Readonly<Record<(typeof details)[number], number>>;
}

// Extensions aside, which the library writes in the words of each country.
function compareDetails(ours: readonly Answer[], theirs: readonly Answer[]): Details {
  let compared = 0;
  const types = new Map<string, number>();
  const differing = { region: 0, type: 0, national: 0, international: 0 };
  for (const [i, one] of ours.entries()) {
    const other = theirs[i] as Answer;
    if (validOf(one) === "" || validOf(one) !== validOf(other) || one.e164.includes(" x")) continue;
    compared += 1;
    types.set(one.type, (types.get(one.type) ?? 0) + 1);
    for (const detail of details) if (one[detail] !== other[detail]) differing[detail] += 1;
  }
  return { compared, types, differing };
}

export interface Native {
  readonly library: Ask;
  /** The core, with the plans of the library and with its own. */
  readonly equal: Ask;
  readonly today: Ask;
  /** The plans of the library. */
  readonly facts: Regions;
}

export interface Compared {
  readonly equal: Comparison;
  readonly equalDetails: Details;
  readonly today: Comparison;
}

export function compareNative(native: Native, samples: readonly Sample[]): Compared {
  const plans = plansOfRegions(native.facts);
  const mains = mainRegions(native.facts);
  const theirs = native.library(samples);
  const atEqual = native.equal(samples);
  const places = new Map(samples.map((one, i) => [key(one), i]));
  const classOfKey = new Map<string, string>();

  const explain = (pairs: readonly Pair[]): readonly string[] => {
    const ask = (change: (pair: Pair) => Dialled): readonly string[] => native.library(pairs.map(change)).map(validOf);
    const toOurs = ask(({ ours }) => ({ country: "", text: ours }));
    const withoutZero = ask(({ country, text }) => ({ country, text: text.replace("(0)", "") }));
    const inMain = ask(({ country, code, text }) => ({ country: country && (mains.get(code) ?? ""), text }));
    return pairs.map((pair, i) => {
      const place = places.get(key(pair)) ?? -1;
      const [number = ""] = pair.ours.split(" ");
      const name = classOf({
        ...pair,
        verdict: atEqual[place]?.verdict ?? "",
        read: theirs[place]?.e164 ?? "",
        toOurs: toOurs[i] ?? "",
        withoutZero: withoutZero[i] ?? "",
        inMain: inMain[i] ?? "",
        prefix: native.facts[mains.get(pair.code) ?? ""]?.national_prefix ?? "",
        assigned: assigns(plans, pair.code, number.slice(1 + pair.code.length)),
      });
      classOfKey.set(key(pair), name);
      return name;
    });
  };

  const equal = compare("libphonenumber, its own plans in both", pairsOf(samples, atEqual, theirs), explain);
  const age = "data age: the same with the plans of the library";
  const today = compare(
    "libphonenumber, today's plans in the core",
    pairsOf(samples, native.today(samples), theirs),
    (pairs) => pairs.map((pair) => classOfKey.get(key(pair)) ?? age),
  );
  return { equal, equalDetails: compareDetails(atEqual, theirs), today };
}
