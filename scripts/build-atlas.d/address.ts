// The section "ADDR" of the atlas: how addresses are written in every territory, and what the countries are called.
// Depends on: address-areas, address-data, address-patterns. core/include/vestibule/atlas/address_formats.hpp reads it.
import { areaBlock } from "./address-areas.ts";
import { readSources, type Territory } from "./address-data.ts";
import { toPattern } from "./address-patterns.ts";
import type { Section } from "./section.ts";

/** In the order of the bits and of the bytes in a format; atlas/address_formats.hpp has the same list. */
const parts = [
  ["name", "%N"],
  ["organization", "%O"],
  ["street", "%A"],
  ["dependent_locality", "%D"],
  ["locality", "%C"],
  ["admin_area", "%S"],
  ["postal_code", "%Z"],
  ["sorting_code", "%X"],
] as const;

const postalNames = ["postal", "zip", "eircode", "pin"];
const adminAreaNames =
  "province state island department parish county oblast emirate area prefecture do_si district".split(" ");
const localityNames = ["city", "district", "post_town", "suburb"];
const dependentNames = ["suburb", "neighborhood", "district", "townland", "village_township"];

// Where the examples of the source leave out a space that the post of the country writes (PostNord: 114 55).
const separatedInFact = new Set(["SE"]);

const maskOf = (names: readonly string[]): number =>
  parts.reduce((mask, [name], bit) => (names.includes(name) ? mask | (1 << bit) : mask), 0);

function indexIn(list: readonly string[], value: string): number {
  const at = list.indexOf(value);
  if (at < 0) throw new Error(`"${value}" is no label of ${list.join(", ")}`);
  return at;
}

/** Parts as the bytes 1 to 8; the two usual beginnings as 14 (name, organisation, street) and 15 (organisation first). */
function formatText(format: string): string {
  let text = format.replaceAll("%n", "\n");
  parts.forEach(([, letter], bit) => {
    text = text.replaceAll(letter, String.fromCharCode(bit + 1));
  });
  return text.replace("\x01\n\x02\n\x03\n", "\x0e").replace("\x02\n\x01\n\x03\n", "\x0f");
}

function patternOf(code: string, { postal_regex: regex, postal_examples: examples }: Territory): string {
  if (regex === undefined) return "";
  const separated = (examples ?? []).some((example) => /[ -]/.test(example)) || separatedInFact.has(code);
  return toPattern(regex, separated);
}

/** Only where digits alone would not be an example: elsewhere 1, 2, 3... is shown. */
function exampleOf(pattern: string, { postal_examples: examples }: Territory): string {
  return /^[#? !-]*$/.test(pattern) || !/[#@%[]/.test(pattern) ? "" : (examples?.[0] ?? "");
}

/** Gives texts numbers, the shorter ones lower numbers: a reader passes over those before. 0 is the empty text. */
class Pool {
  readonly #texts: readonly string[];

  constructor(texts: readonly string[]) {
    this.#texts = [...new Set(["", ...texts])].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  }

  numberOf(text: string): number {
    return this.#texts.indexOf(text);
  }

  bytes(): readonly number[] {
    return bytesOf(this.#texts);
  }
}

const bytesOf = (texts: readonly string[]): readonly number[] => texts.flatMap((text) => [...Buffer.from(text), 0]);

/** One bit for each of the 26 x 26 codes. */
function codeBitmap(codes: readonly string[]): readonly number[] {
  const bits: number[] = Array(85).fill(0);
  for (const code of codes) {
    const at = (code.charCodeAt(0) - 65) * 26 + code.charCodeAt(1) - 65;
    bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
  }
  return bits;
}

const u16 = (value: number): readonly number[] => [value & 255, value >> 8];

/**
 *   u8 version = 1; u8 territories; u16 offsets of the seven tables below; 85 bytes, a bit for each code that has a row;
 *   columns of u8, one row a territory: format, Latin format, required parts, upper-case parts, labels (postal + 4 *
 *   admin area), labels (locality + 4 * dependent), pattern, postal prefix
 *   tables: formats, patterns, prefixes, examples (a row each), names (a row each), aliases (two letters and the name),
 *   areas: u8 blocks, then for each u8 row and u16 offset from the table; then the blocks
 * Texts end with a zero. Offsets count from the section's first byte.
 */
function build(root: string): Uint8Array {
  const { territories, names, aliases } = readSources(root);
  const codes = [...territories.keys()];
  const texts = [...territories].map(([code, territory]) => ({
    territory,
    format: formatText(territory.format),
    latin: formatText(territory.latin_format ?? ""),
    pattern: patternOf(code, territory),
    prefix: territory.postal_prefix ?? "",
  }));
  const formats = new Pool(texts.flatMap(({ format, latin }) => [format, latin]));
  const patterns = new Pool(texts.map(({ pattern }) => pattern));
  const prefixes = new Pool(texts.map(({ prefix }) => prefix));
  const rows = texts.map(({ territory, format, latin, pattern, prefix }) => {
    return {
      example: exampleOf(pattern, territory),
      cells: [
        formats.numberOf(format),
        formats.numberOf(latin),
        maskOf(territory.required),
        maskOf(territory.upper ?? []),
        indexIn(postalNames, territory.postal_name) + 4 * indexIn(adminAreaNames, territory.admin_area_name),
        indexIn(localityNames, territory.locality_name) +
          4 * indexIn(dependentNames, territory.dependent_locality_name),
        patterns.numberOf(pattern),
        prefixes.numberOf(prefix),
      ],
    };
  });
  const columns = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((column) => rows.map(({ cells }) => cells[column] ?? 0));
  const blocks = [...territories].flatMap(([code, territory], row) =>
    territory.admin_areas === undefined ? [] : [{ row, bytes: areaBlock(code, territory) }],
  );
  let at = 1 + 3 * blocks.length;
  const directory = blocks.flatMap(({ row, bytes }) => {
    const entry = [row, ...u16(at)];
    at += bytes.length;
    return entry;
  });
  const tables = [
    formats.bytes(),
    patterns.bytes(),
    prefixes.bytes(),
    bytesOf(rows.map(({ example }) => example)),
    bytesOf(codes.map((code) => names.get(code) ?? "")),
    bytesOf([...[...aliases].flatMap(([code, list]) => list.map((name) => `${code}${name}`)), ""]),
    [blocks.length, ...directory, ...blocks.flatMap(({ bytes }) => bytes)],
  ];
  let offset = 2 + 2 * tables.length + 85 + columns.length;
  const offsets = tables.flatMap((table) => {
    const entry = u16(offset);
    offset += table.length;
    return entry;
  });
  if (offset > 0xffff) throw new Error(`the section has ${offset} bytes; offsets have 16 bits`);
  return Uint8Array.from([1, codes.length, ...offsets, ...codeBitmap(codes), ...columns, ...tables.flat()]);
}

export const section: Section = { tag: "ADDR", build };
