// Sampling in turn, so that a machine that slows down slows everything alike, and medians, so that one bad moment of it
// does not count.
import type { Column, Row, Unit } from "./bench.ts";

/** Figures by row name, one sample each. */
export type Sample = ReadonlyMap<string, number>;

/** Takes one sample. */
export type Sampler = (milliseconds: number) => Sample | Promise<Sample>;

const warmUpCalls = 1000;
const callsBetweenLooks = 64;

/** Keeps results in use, so that no compiler leaves the work out. */
export const sink: { last: unknown } = { last: undefined };

/** Nanoseconds that one call takes, over about the given time. */
export function timePerCall(call: () => unknown, milliseconds: number): number {
  for (let i = 0; i < warmUpCalls; ++i) sink.last = call();
  const begin = performance.now();
  let calls = 0;
  let elapsed = 0;
  do {
    for (let i = 0; i < callsBetweenLooks; ++i) sink.last = call();
    calls += callsBetweenLooks;
    elapsed = performance.now() - begin;
  } while (elapsed < milliseconds);
  return (elapsed * 1e6) / calls;
}

/** Lets every sampler take one sample a round, one after the other. The first round only warms up. */
export async function sampleInTurn(
  samplers: readonly Sampler[],
  { rounds, milliseconds }: { readonly rounds: number; readonly milliseconds: number },
): Promise<ReadonlyMap<string, readonly number[]>> {
  const all = new Map<string, number[]>();
  for (let round = 0; round <= rounds; ++round) {
    for (const sampler of samplers) {
      for (const [name, figure] of await sampler(milliseconds)) {
        const figures = all.get(name) ?? [];
        if (round > 0) figures.push(figure);
        all.set(name, figures);
      }
    }
  }
  return all;
}

export function median(figures: readonly number[]): number | null {
  const sorted = [...figures].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** The columns of medianRows. */
export function medianColumns(unit: Exclude<Unit, "ratio">): readonly Column[] {
  const figure = ["median", "lowest", "highest"].map((title) => ({ title, unit }));
  return [...figure, { title: "ratio", unit: "ratio" }];
}

/** Rows in the given order; without samples a row has no values. Ratios are to the first row. */
export function medianRows(names: readonly string[], samples: ReadonlyMap<string, readonly number[]>): readonly Row[] {
  const medianOf = (name: string): number | null => median(samples.get(name) ?? []);
  const first = names[0] === undefined ? null : medianOf(names[0]);
  return names.map((name) => {
    const middle = medianOf(name);
    const figures = samples.get(name) ?? [];
    if (middle === null) return { name, values: [null, null, null, null] };
    return {
      name,
      values: [middle, Math.min(...figures), Math.max(...figures), first === null ? null : middle / first],
    };
  });
}
