// The section IDNA; its layout stands in core/include/vestibule/checks/idna_data.hpp.
// Depends on what the core maps without it, idna-baseline.ts.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeFold } from "./idna-baseline.ts";
import type { Section } from "./section.ts";

const pointCount = 0x110000;
const runsPerBlock = 64;
const entriesPerBlock = 32;

type Facts = Readonly<Record<string, string>>;

function pointsOf(ranges: string): readonly number[] {
  return ranges.split(" ").flatMap((range) => {
    const [first = "", last = first] = range.split("-");
    const begin = Number.parseInt(first, 16);
    return Array.from({ length: Number.parseInt(last, 16) - begin + 1 }, (_, i) => begin + i);
  });
}

const text = (hex: string): string =>
  hex === "" ? "" : String.fromCodePoint(...hex.split(" ").map((point) => Number.parseInt(point, 16)));

/** The enumerators of Bidi and Joining, in their order, by the names of the UCD. */
const bidiClasses = [["L"], ["R", "AL"], ["AN"], ["EN"], ["ES", "CS", "ET", "ON", "BN"], ["NSM"]];
const joiningTypes = ["D", "L", "R", "T"];

/** The class byte of every code point: 1 valid, 2 mark, bits 2-4 Bidi, bits 5-7 Joining. */
function classesOf(facts: Facts, mapped: ReadonlyMap<number, string>): Uint8Array {
  const bits = new Uint8Array(pointCount).fill(6 << 2);
  const each = (name: string, change: (point: number, old: number) => number): void => {
    for (const point of pointsOf(facts[name] ?? "")) bits[point] = change(point, bits[point] ?? 0);
  };
  bidiClasses.forEach((names, bidi) => {
    for (const name of names) each(`bidi=${name}`, () => bidi << 2);
  });
  joiningTypes.forEach((name, i) => {
    each(`joining=${name}`, (_, old) => old | ((i + 1) << 5));
  });
  each("virama", (_, old) => (old & 0x1f) | (5 << 5));
  each("mark", (_, old) => old | 2);
  const valid = new Set(pointsOf(facts["valid"] ?? ""));
  const passing = new Set([...pointsOf(facts["ignored"] ?? ""), ...mapped.keys()]);
  // What is mapped never reaches a label, so it may take the class of a neighbour; what is refused has class 0.
  let last = 0;
  for (let point = 0; point < pointCount; point++) {
    if (valid.has(point)) last = (bits[point] ?? 0) | 1;
    else if (!passing.has(point)) last = 0;
    else if (last === 0) {
      let next = point + 1;
      while (passing.has(next)) next++;
      last = (valid.has(next) ? (bits[next] ?? 0) : 0) | 1;
    }
    bits[point] = last;
  }
  return bits;
}

function varint(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(value >>> 7)];
}

/** An index entry: u24 code point, u16 place. */
function indexEntry(point: number, place: number): readonly number[] {
  return [point & 0xff, (point >> 8) & 0xff, point >> 16, place & 0xff, place >> 8];
}

interface Part {
  readonly index: readonly number[];
  readonly bytes: readonly number[];
}

function packClasses(classes: Uint8Array): Part {
  const index: number[] = [];
  const bytes: number[] = [];
  let runs = 0;
  for (let begin = 0; begin < pointCount; ) {
    let end = begin + 1;
    while (end < pointCount && classes[end] === classes[begin]) end++;
    if (runs++ % runsPerBlock === 0) index.push(...indexEntry(begin, bytes.length));
    bytes.push(...varint(end - begin), classes[begin] ?? 0);
    begin = end;
  }
  return { index, bytes };
}

/** Only what the core does not do without it; what NFC does by itself afterwards needs no entry either. */
function packMappings(facts: Facts, mapped: ReadonlyMap<number, string>, fold: (point: number) => string): Part {
  const targets = new Map(mapped);
  for (const point of pointsOf(facts["ignored"] ?? "")) targets.set(point, "");
  for (const point of pointsOf(facts["valid"] ?? "")) targets.set(point, String.fromCodePoint(point));
  const index: number[] = [];
  const bytes: number[] = [];
  let entries = 0;
  let before = 0;
  for (const [point, target] of [...targets].sort(([a], [b]) => a - b)) {
    if (fold(point).normalize("NFC") === target.normalize("NFC")) continue;
    if (entries++ % entriesPerBlock === 0) {
      index.push(...indexEntry(point, bytes.length));
      before = point;
    }
    const utf8 = Buffer.from(target, "utf8");
    bytes.push(...varint(point - before), utf8.length, ...utf8);
    before = point;
  }
  return { index, bytes };
}

export const section: Section = {
  tag: "IDNA",
  build(root: string): Uint8Array {
    const path = join(root, "core/data/atlas/idna.json");
    const facts = (JSON.parse(readFileSync(path, "utf8")) as { data: Facts }).data;
    const mapped = new Map(
      (facts["mapped"] ?? "").split(",").map((entry) => {
        const [point = "", target = ""] = entry.split(">");
        return [Number.parseInt(point, 16), text(target)];
      }),
    );
    const classes = packClasses(classesOf(facts, mapped));
    const mappings = packMappings(facts, mapped, makeFold(root));
    const header = [classes.index.length / 5, classes.bytes.length, mappings.index.length / 5, mappings.bytes.length];
    if (header.some((value) => value > 0xffff))
      throw new Error("IDNA: a part of the section is too long for its header.");
    return Uint8Array.from([
      ...header.flatMap((value) => [value & 0xff, value >> 8]),
      ...classes.index,
      ...classes.bytes,
      ...mappings.index,
      ...mappings.bytes,
    ]);
  },
};
