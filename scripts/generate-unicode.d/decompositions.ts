// Tables of decompositions: the canonical ones, which are also read backwards to compose, and the compatibility ones.
// Depends on arrays and source.
import { array, plane, runs, variableLength, zigzag } from "./arrays.ts";
import type { Decomposition, UnicodeSource } from "./source.ts";

type Runs = ReturnType<typeof runs>;

/** Where the runs of code points with a mapping begin: the low 16 bits, and how many runs each plane has. */
function runFirsts(prefix: string, found: Runs): readonly string[] {
  const inPlane = (wanted: number): number => found.filter(({ first }) => first >> 16 === wanted).length;
  return [
    array(
      "std::uint16_t",
      `${prefix}_run_first`,
      found.map(({ first }) => first & 0xffff),
    ),
    `constexpr std::size_t ${prefix}_runs_in_plane[] = {${inPlane(0)}, ${inPlane(1)}, ${inPlane(2)}};\n`,
  ];
}

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

/**
 * One entry a code point: the low 16 bits of the first code point of its mapping, and which second one follows. The seconds
 * are numbered from 2; 0 stands for none, 1 for none where the first is in plane 2. With a second, the first is in the
 * composite's plane.
 */
export function canonicalInc({ decompositions }: UnicodeSource): string {
  const entries = [...decompositions].filter(([, { canonical }]) => canonical).sort(([a], [b]) => a - b);
  refuseDeep(entries);
  const seconds = [...new Set(entries.flatMap(([, { mapping }]) => mapping.slice(1)))].sort((a, b) => a - b);
  const firsts = entries.map(([, { mapping }]) => mapping[0] ?? 0);
  const numbers = entries.map(([point, { mapping }]) => {
    const [first = 0, second] = mapping;
    if (second === undefined) {
      if (first >> 16 === 1) throw new Error("A mapping to one code point of plane 1 has no form in this table.");
      return first >> 16 === 2 ? 1 : 0;
    }
    if (first >> 16 !== point >> 16) throw new Error("A pair lies in another plane than its composite.");
    return seconds.indexOf(second) + 2;
  });
  const found = runs(entries.map(([point]) => point));
  const begins = [0];
  for (const { count } of found) begins.push((begins.at(-1) ?? 0) + count);
  const pairsOfPlane0 = entries.findIndex(([point]) => point >= 0xf900);
  return [
    ...runFirsts("canonical", found),
    // The Han that follow are single and need not be searched to compose; the pairs after them never stand in NFC.
    `constexpr std::size_t canonical_pairs_of_plane_0 = ${pairsOfPlane0};\n`,
    array("std::uint16_t", "canonical_run_entry", begins),
    array("std::uint8_t", "canonical_second", numbers),
    array("std::uint8_t", "canonical_first_high", plane("high", firsts)),
    array("std::uint8_t", "canonical_first_low", plane("low", firsts)),
    array("std::uint32_t", "seconds", seconds),
  ].join("\n");
}

/**
 * A run is read from its start: of every mapping each code point, as the difference to the one at the same place of the
 * mappings before it in the run (the first ones mostly count up, so one more is expected) and a bit that says more follow.
 */
export function compatibilityInc({ decompositions }: UnicodeSource): string {
  const entries = [...decompositions].filter(([, { canonical }]) => !canonical).sort(([a], [b]) => a - b);
  const bytes: number[] = [];
  const offsets: number[] = [];
  let before: readonly number[] = [];
  let expected = -1;
  for (const [point, { mapping }] of entries) {
    if (point !== expected) {
      before = [];
      offsets.push(bytes.length);
    }
    expected = point + 1;
    mapping.forEach((one, place) => {
      const difference = zigzag(one - (before[place] ?? 0) - (place === 0 ? 1 : 0));
      bytes.push(...variableLength([difference * 2 + (place + 1 < mapping.length ? 1 : 0)]));
    });
    before = [...mapping, ...before.slice(mapping.length)];
  }
  const found = runs(entries.map(([point]) => point));
  return [
    ...runFirsts("compatibility", found),
    array(
      "std::uint16_t",
      "compatibility_run_count",
      found.map(({ count }) => count),
    ),
    array("std::uint16_t", "compatibility_run_offset", offsets),
    array("std::uint8_t", "compatibility_bytes", bytes),
    `constexpr std::size_t compatibility_longest = ${Math.max(...entries.map(([, { mapping }]) => mapping.length))};\n`,
  ].join("\n");
}
