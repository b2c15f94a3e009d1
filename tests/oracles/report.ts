// What a comparison found, for people and for tests.
import type { Comparison } from "./compare.ts";

const shown = 5;

export function unexplained({ classes }: Comparison): number {
  let count = 0;
  for (const [name, differences] of classes) if (name.startsWith("unexplained")) count += differences.length;
  return count;
}

/** A line per class, with examples. */
export function report({ total, classes }: Comparison): string {
  const lines = [`${total} numbers`];
  for (const [name, differences] of classes) {
    lines.push(`${differences.length} (${((100 * differences.length) / total).toFixed(3)} %) ${name}`);
    for (const { country, text, ours, theirs } of differences.slice(0, shown)) {
      lines.push(`    ${text} in ${country || "no country"}: ${ours || "not valid"}, there ${theirs || "not valid"}`);
    }
  }
  return lines.join("\n");
}
