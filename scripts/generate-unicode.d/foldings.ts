// The table of case folding. It is asked only about decomposed text, so a letter with marks has no row of its own.
// Depends on arrays and source.
import { array, packedRuns, variableLength, zigzag } from "./arrays.ts";
import type { UnicodeSource } from "./source.ts";

interface Range {
  readonly first: number;
  readonly count: number;
  readonly step: number;
  readonly difference: number;
}

/** Letters that fold by the same difference, one after the other (step 1) or every second one (step 2). */
function ranges(rows: readonly (readonly [number, number])[]): readonly Range[] {
  const found: Range[] = [];
  for (const [point, folded] of rows) {
    const difference = folded - point;
    const last = found.at(-1);
    const gap = last === undefined ? 0 : point - (last.first + (last.count - 1) * last.step);
    const fits = last !== undefined && last.difference === difference && gap <= 2;
    if (fits && (last.count === 1 || gap === last.step)) {
      found[found.length - 1] = { ...last, count: last.count + 1, step: gap };
    } else {
      found.push({ first: point, count: 1, step: 1, difference });
    }
  }
  return found;
}

export function foldingsInc({ foldings, decompositions }: UnicodeSource): string {
  const rows = [...foldings].filter(([point]) => !decompositions.has(point)).sort(([a], [b]) => a - b);
  const single = rows.flatMap(([point, [only = 0, ...more]]) => (more.length === 0 ? [[point, only] as const] : []));
  const long = rows.filter(([, mapping]) => mapping.length > 1);
  if (long.some(([, mapping]) => String.fromCodePoint(...mapping) !== "ss")) {
    throw new Error("Only the two sharp s were expected to fold to several letters; the others decompose first.");
  }
  const found = ranges(single);
  return [
    packedRuns(
      "folding_runs",
      found.map(({ first, count, step }) => ({ first, count: (count - 1) * step + 1 })),
    ),
    array(
      "std::uint8_t",
      "folding_step",
      found.map(({ step }) => step),
    ),
    array("std::uint8_t", "folding_differences", variableLength(found.map(({ difference }) => zigzag(difference)))),
    array(
      "std::uint32_t",
      "folding_to_double_s",
      long.map(([point]) => point),
    ),
  ].join("\n");
}
