// What this isolate has counted since it was last asked. A series is the text that stands before the value in the metrics:
// its name and labels. Labels come from fixed lists of this program, so there is a bounded number of series.

/** By series. */
export type Counts = Readonly<Record<string, number>>;

/** As they were kept; none where nothing was. */
export function readCounts(kept: string | undefined): Counts {
  return kept === undefined ? {} : JSON.parse(kept);
}

export type Labels = Readonly<Record<string, string>>;

let counts = new Map<string, number>();

export function seriesOf(name: string, labels: Labels = {}): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return pairs.length === 0 ? name : `${name}{${pairs.join(",")}}`;
}

function add(series: string, amount: number): void {
  counts.set(series, (counts.get(series) ?? 0) + amount);
}

/** Counts one. `name` is that of the family (metrics/families.ts), without "_total". */
export function count(name: string, labels: Labels = {}): void {
  add(seriesOf(`${name}_total`, labels), 1);
}

/** Upper bounds of the buckets of a histogram, in seconds: from a stored answer to a call of the API that is given up. */
export const bounds: readonly number[] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

export function time(name: string, labels: Labels, milliseconds: number): void {
  const seconds = milliseconds / 1000;
  for (const bound of bounds)
    add(seriesOf(`${name}_bucket`, { ...labels, le: String(bound) }), seconds <= bound ? 1 : 0);
  add(seriesOf(`${name}_bucket`, { ...labels, le: "+Inf" }), 1);
  add(seriesOf(`${name}_count`, labels), 1);
  add(seriesOf(`${name}_sum`, labels), seconds);
}

/** Takes back what could not be told. */
export function restoreCounts(untold: Counts): void {
  for (const [series, amount] of Object.entries(untold)) add(series, amount);
}

/** Everything counted since the last call. */
export function drainCounts(): Counts {
  const drained = Object.fromEntries(counts);
  counts = new Map();
  return drained;
}
