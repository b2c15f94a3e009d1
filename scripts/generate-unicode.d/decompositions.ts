// Tables of decompositions: the canonical ones, which are also read backwards to compose, and the compatibility ones.
// Depends on arrays and source.
import { array, packedRuns, runs, variableLength, zigzag } from "./arrays.ts";
import type { Decomposition, UnicodeSource } from "./source.ts";

/** The core follows first code points in a loop with room for four second ones, which decompose no further. */
function refuseDeep(entries: readonly (readonly [number, Decomposition])[]): void {
  const mappings = new Map(entries.map(([point, { mapping }]) => [point, mapping]));
  const depth = (point: number): number => {
    const [first, second = 0] = mappings.get(point) ?? [];
    if (mappings.has(second)) throw new Error("The second code point of a mapping decomposes further.");
    return first === undefined ? 0 : 1 + depth(first);
  };
  if (entries.some(([point]) => depth(point) > 4)) throw new Error("A mapping goes deeper than four steps.");
}

/** The core has room for so many code points that one becomes (core/src/text/mappings.hpp). */
const mostParts = 18;

function refuseLong(decompositions: UnicodeSource["decompositions"]): void {
  const parts = (point: number): number =>
    decompositions.get(point)?.mapping.reduce((sum, one) => sum + parts(one), 0) ?? 1;
  const long = [...decompositions.keys()].find((point) => parts(point) > mostParts);
  if (long !== undefined) throw new Error(`U+${long.toString(16)} becomes more than ${mostParts} code points.`);
}

/** Code points that stand alone as mappings lie in three places, in each of which they mostly go up. */
function placeOf(point: number): number {
  if (point >= 0x20000) return 1;
  return point >= 0x3400 && point < 0x4e00 ? 2 : 0;
}

/**
 * One entry a code point: the first code point of its mapping, and which second one follows. The seconds are numbered from 3;
 * 0 to 2 stand for none, and for the place of the first. A first is written as the difference to the one before it of those
 * with a second, or of its place.
 */
export function canonicalInc({ decompositions }: UnicodeSource): string {
  const entries = [...decompositions].filter(([, { canonical }]) => canonical).sort(([a], [b]) => a - b);
  refuseDeep(entries);
  const seconds = [...new Set(entries.flatMap(([, { mapping }]) => mapping.slice(1)))].sort((a, b) => a - b);
  const numbers = entries.map(([, { mapping }]) => {
    const [first = 0, second] = mapping;
    return second === undefined ? placeOf(first) : seconds.indexOf(second) + 3;
  });
  const before = [0, 0, 0, 0];
  const differences = entries.map(([, { mapping }], i) => {
    const [first = 0] = mapping;
    const kind = Math.min(numbers[i] ?? 0, 3);
    const difference = first - (before[kind] ?? 0);
    before[kind] = first;
    return zigzag(difference);
  });
  const found = runs(entries.map(([point]) => point));
  const pairsOfPlane0 = entries.findIndex(([point]) => point >= 0xf900);
  return [
    `constexpr std::size_t canonical_run_count = ${found.length};\n`,
    packedRuns("canonical_runs", found),
    // The Han that follow are single and need not be searched to compose; the pairs after them never stand in NFC.
    `constexpr std::size_t canonical_pairs_of_plane_0 = ${pairsOfPlane0};\n`,
    array("std::uint8_t", "canonical_second", numbers),
    array("std::uint8_t", "canonical_first_differences", variableLength(differences)),
    array("std::uint32_t", "seconds", seconds),
  ].join("\n");
}

/**
 * Of every mapping each code point, as the difference to the one at the same place of the mappings before it in the run (the
 * first ones mostly count up, so one more is expected) and a bit that says more follow.
 */
export function compatibilityInc({ decompositions }: UnicodeSource): string {
  refuseLong(decompositions);
  const entries = [...decompositions].filter(([, { canonical }]) => !canonical).sort(([a], [b]) => a - b);
  const numbers: number[] = [];
  let before: readonly number[] = [];
  let expected = -1;
  for (const [point, { mapping }] of entries) {
    if (point !== expected) before = [];
    expected = point + 1;
    mapping.forEach((one, place) => {
      const difference = zigzag(one - (before[place] ?? 0) - (place === 0 ? 1 : 0));
      numbers.push(difference * 2 + (place + 1 < mapping.length ? 1 : 0));
    });
    before = [...mapping, ...before.slice(mapping.length)];
  }
  const found = runs(entries.map(([point]) => point));
  const longest = Math.max(...entries.map(([, { mapping }]) => mapping.length));
  return [
    [
      `constexpr std::size_t compatibility_run_count = ${found.length};\n`,
      `constexpr std::size_t compatibility_count = ${entries.length};\n`,
      `constexpr std::size_t compatibility_size = ${numbers.length};\n`,
      `constexpr std::size_t compatibility_longest = ${longest};\n`,
    ].join(""),
    packedRuns("compatibility_runs", found),
    array("std::uint8_t", "compatibility_bytes", variableLength(numbers)),
  ].join("\n");
}

/** Code points that have a mapping of either kind. */
export function mappedInc({ decompositions }: UnicodeSource): string {
  const found = runs([...decompositions.keys()].sort((a, b) => a - b));
  const count = `constexpr std::size_t mapped_run_count = ${found.length};\n`;
  return [count, packedRuns("mapped_runs", found)].join("\n");
}
