// Phone numbers of every region, made from its patterns: as its people dial and write them, some of them with a mistake.
import type { Region, Regions } from "./facts.ts";
import { type Random, write } from "./language.ts";

export interface Dialled {
  /** "" for none. */
  readonly country: string;
  readonly text: string;
}

function withMistake(number: string, random: Random): string {
  switch (random.below(12)) {
    case 0: {
      const at = random.below(number.length);
      return number.slice(0, at) + random.below(10) + number.slice(at + 1);
    }
    case 1:
      return number.slice(0, -1);
    case 2:
      return number + random.below(10);
    case 3:
      return `${random.below(10)}${random.below(10)}${number.slice(2)}`;
    default:
      return number;
  }
}

/** Digits as people part them. */
function parted(digits: string, random: Random): string {
  const at = 1 + random.below(Math.max(1, digits.length - 1));
  const [front, back] = [digits.slice(0, at), digits.slice(at)];
  return random.pick([`${front} ${back}`, `${front}-${back}`, `(${front}) ${back}`, `${front}.${back}`]);
}

function withExtension(text: string, random: Random): string {
  const extension = String(1 + random.below(9999));
  return text + random.pick([" x", " ext. ", ";ext=", " extension ", " #"]) + extension;
}

const keys = ["0", "1", "ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ"] as const;

/** "800 FLOWERS" */
function withLetters(number: string, random: Random): string {
  const at = Math.min(3, number.length);
  const letters = [...number.slice(at)].map((digit) => random.pick([...(keys[Number(digit)] ?? "")]));
  return `${number.slice(0, at)} ${letters.join("")}`;
}

// What only some people write, and only of some countries.
const rarely = 100;

type Way = (region: Region, number: string, random: Random) => string;

const international: Way = ({ calling_code: code }, number) => `+${code}${number}`;

// What somebody in the region dials and writes; some of it is wrong in some regions.
const waysAtHome: readonly Way[] = [
  international,
  (_, number) => number,
  ({ national_prefix: prefix = "" }, number) => prefix + number,
  ({ prefix_for_parsing: prefix = "0" }, number, random) => write(prefix, random) + number,
  // Where a region completes local numbers, its prefixes are all that is dialled.
  ({ prefix_for_parsing: prefix = "0" }, number, random) => (prefix.includes("$") ? write(prefix, random) : number),
  ({ calling_code: code, idd = "00" }, number, random) => write(idd, random) + code + number,
  ({ calling_code: code }, number) => `00${code}${number}`,
  ({ calling_code: code, national_prefix: prefix = "0" }, number) => `+${code}${prefix}${number}`,
  ({ calling_code: code }, number) => code + number,
  ({ calling_code: code }, number, random) => `+${code} ${parted(number, random)}`,
  ({ national_prefix: prefix = "" }, number, random) => parted(prefix + number, random),
  ({ calling_code: code, national_prefix: prefix }, number, random) =>
    prefix !== undefined || random.below(rarely) === 0 ? `+${code} (${prefix ?? 0})${number}` : `+${code} ${number}`,
  (_, number, random) => (random.below(rarely) === 0 ? withLetters(number, random) : number),
];

/** One number of a region, dialled in one of the ways there are. */
export function dial(name: string, region: Region, random: Random): Dialled {
  const patterns = Object.values(region.types).map(({ pattern }) => pattern);
  const number = withMistake(write(random.pick([...patterns, region.pattern]), random), random);
  const abroad = name.startsWith("001") || random.below(8) === 0;
  const way = abroad ? international : random.pick(waysAtHome);
  const text = way(region, number, random);
  return { country: abroad ? "" : name, text: random.below(12) === 0 ? withExtension(text, random) : text };
}

export interface Sample extends Dialled {
  /** The region whose number it is, and its calling code. */
  readonly region: string;
  readonly code: string;
}

/** Numbers of every region, by each of the facts in turn. */
export function sample(facts: readonly Regions[], perRegion: number, random: Random): readonly Sample[] {
  const names = [...new Set(facts.flatMap((regions) => Object.keys(regions)))].sort();
  return names.flatMap((region) => {
    const plans = facts.flatMap((regions) => regions[region] ?? []);
    return Array.from({ length: perRegion }, (_, i) => {
      const plan = plans[i % plans.length] as Region;
      return { ...dial(region, plan, random), region, code: plan.calling_code };
    });
  });
}
