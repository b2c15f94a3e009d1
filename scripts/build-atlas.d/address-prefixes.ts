// Which postal codes an area's begin with, as runs of numbers.
// Depends on: address-patterns.
import { sequencesOf, spellSet } from "./address-patterns.ts";

/** The numbers `first` to `first + count - 1`, written with `depth` digits. */
interface Run {
  readonly depth: number;
  readonly first: number;
  readonly count: number;
}

const mostDigits = 5;
const mostInRun = 32;

/** The runs of one regular expression behind `start`; undefined when it holds anything but digits. */
function runsOf(regex: string, start: string): readonly Run[] | undefined {
  const numbers = new Map<number, number[]>();
  for (const sequence of sequencesOf(regex)) {
    const sets = [...sequence];
    for (const letter of start) if (sets.shift() !== letter) return undefined;
    while (sets.at(-1) === "#") sets.pop();
    if (sets.length > mostDigits || sets.some((set) => !/^(?:#|[0-9]|\[[0-9-]+\])$/.test(set))) return undefined;
    const all = sets.map(spellSet).reduce((heads, set) => heads.flatMap((head) => [...set].map((c) => head + c)), [""]);
    numbers.set(sets.length, [...(numbers.get(sets.length) ?? []), ...all.map(Number)]);
  }
  return [...numbers].flatMap(([depth, list]) => {
    const runs: { depth: number; first: number; count: number }[] = [];
    for (const number of [...new Set(list)].sort((a, b) => a - b)) {
      const last = runs.at(-1);
      if (last !== undefined && last.first + last.count === number && last.count < mostInRun) last.count++;
      else runs.push({ depth, first: number, count: 1 });
    }
    return runs;
  });
}

/** The letters that every pattern begins with: "AD", "CP ". */
function sharedStart(regexes: readonly string[]): string {
  return /^[A-Z]+ ?/.exec(regexes[0] ?? "")?.[0] ?? "";
}

export interface Prefixes {
  readonly start: string;
  readonly areas: readonly (readonly Run[])[];
}

/** Undefined when a pattern of the territory says more than digits do. */
export function readPrefixes(regexes: readonly (string | undefined)[]): Prefixes | undefined {
  const start = sharedStart(regexes.filter((regex) => regex !== undefined));
  const areas = regexes.map((regex) => (regex === undefined ? [] : runsOf(regex, start)));
  return areas.every((runs) => runs !== undefined) ? { start, areas } : undefined;
}

/** Where the codes of an area begin, to order areas by; areas without codes come last. */
export function firstCode(runs: readonly Run[] | undefined): number {
  const [run] = runs ?? [];
  return run === undefined ? 10 ** mostDigits : run.first * 10 ** (mostDigits - run.depth);
}

function varint(value: number): readonly number[] {
  return value < 128 ? [value] : [128 | (value & 127), ...varint(value >> 7)];
}

/**
 * For each area: u8 runs; each run: varint of twice the distance from the end of the last one (as numbers of `depth`
 * digits), plus one when it lies before it; u8 depth - 1 + 8 * (count - 1).
 */
export function prefixBytes({ areas }: Prefixes): readonly number[] {
  let end = 0; // of the last run, with mostDigits digits
  return areas.flatMap((runs) => [
    runs.length,
    ...runs.flatMap(({ depth, first, count }) => {
      const scale = 10 ** (mostDigits - depth);
      const distance = first - Math.floor(end / scale);
      end = (first + count) * scale;
      return [...varint(distance < 0 ? -2 * distance - 1 : 2 * distance), depth - 1 + 8 * (count - 1)];
    }),
  ]);
}
