// Tables of decompositions: the canonical ones, which are also read backwards to compose, and the compatibility ones.
// Depends on arrays and source.
import { array, plane, runs, variableLength, zigzag } from "./arrays.ts";
import type { Decomposition, UnicodeSource } from "./source.ts";

type Runs = ReturnType<typeof runs>;

const runsInBlock = 16;

/**
 * The runs of code points with a mapping, as RunTable (core/src/text/decomposition.hpp) reads them: of each the gap to the
 * one before in its block, its count, and how much more than that its mappings weigh. Distances compress, places do not.
 */
function runTable(prefix: string, found: Runs, weights: readonly number[]): readonly string[] {
  const bytes: number[] = [];
  const blocks: { readonly first: number; readonly at: number; readonly before: number }[] = [];
  let before = 0;
  let next = 0;
  for (const [i, { first, count }] of found.entries()) {
    if (i % runsInBlock === 0) {
      blocks.push({ first, at: bytes.length, before });
      next = first;
    }
    const weight = weights[i] ?? count;
    bytes.push(...variableLength([first - next, count, weight - count]));
    before += weight;
    next = first + count;
  }
  const column = (type: string, name: "first" | "at" | "before"): string =>
    array(
      type,
      `${prefix}_block_${name}`,
      blocks.map((block) => block[name]),
    );
  return [
    column("std::uint32_t", "first"),
    column("std::uint16_t", "at"),
    column("std::uint16_t", "before"),
    array("std::uint8_t", `${prefix}_runs`, bytes),
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
  const pairsOfPlane0 = entries.findIndex(([point]) => point >= 0xf900);
  return [
    ...runTable("canonical", found, []),
    // The Han that follow are single and need not be searched to compose; the pairs after them never stand in NFC.
    `constexpr std::size_t canonical_pairs_of_plane_0 = ${pairsOfPlane0};\n`,
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
    ...runTable(
      "compatibility",
      found,
      offsets.map((offset, i) => (offsets[i + 1] ?? bytes.length) - offset),
    ),
    array("std::uint8_t", "compatibility_bytes", bytes),
    `constexpr std::size_t compatibility_longest = ${Math.max(...entries.map(([, { mapping }]) => mapping.length))};\n`,
  ].join("\n");
}
