// States, provinces and the like: one block of columns for each territory that has them on its labels.
// Depends on: address-data, address-patterns, address-prefixes.
import type { AdminArea, Territory } from "./address-data.ts";
import { toPattern } from "./address-patterns.ts";
import { firstCode, prefixBytes, readPrefixes } from "./address-prefixes.ts";

/** Where the code stands on envelopes, and is therefore what is stored. Elsewhere it is only read. */
const codesOnLabels = new Set(["AU", "BR", "CA", "IT", "SO", "US"]);

const flag = { codes: 1, latin: 4, iso: 8, codesOnLabels: 16, runs: 32, patterns: 64 } as const;

/** The columns of one area; "" where it has none. */
interface Columns {
  readonly name: string; // as people read it, in the script of the place
  readonly code: string; // what may stand for it on a label
  readonly others: readonly string[]; // a second spelling in the same script, and what else people write
  readonly latin: string;
  readonly iso: string; // without the country, where it is not the code
  readonly prefix: string | undefined; // the regular expression that the postal codes begin with
}

const isCode = (key: string): boolean => /^[A-Z]{1,3}$/.test(key) || /^[A-Z][\p{L}.]{0,6}\.$|^CDMX$/u.test(key);
const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);
const letters = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("&", "and")
    .replace(/[^\p{L}]/gu, "")
    .toLowerCase();

function columnsOf(area: AdminArea): Columns {
  const { key, name = key, latin = "", iso = "", postal_prefix_regex: prefix, aliases = [] } = area;
  const code = isCode(key) ? key : "";
  const shared = { code, iso: iso.slice(3) === code ? "" : iso.slice(3), prefix };
  // Hong Kong's keys are Latin and its names are not; elsewhere it is the other way round.
  if (isAscii(key) && !/[\0-\x7f]/.test(name)) return { ...shared, name, others: aliases, latin: key };
  if (code !== "" || letters(key) === letters(name)) return { ...shared, name, others: aliases, latin };
  // What only lacks the word for its kind the reader finds by itself.
  const others = !/[\0-\x7f]/.test(name) && key.includes(name) ? aliases : [name, ...aliases];
  return { ...shared, name: key, others, latin };
}

/** The 128 code points that all non-ASCII characters of `texts` lie in, as their number; 0 when there is no such run. */
function windowOf(texts: readonly string[]): number {
  const runs = new Set([...texts.join("")].map((c) => (c.codePointAt(0) ?? 0) >> 7));
  runs.delete(0);
  const [run] = runs;
  return runs.size === 1 && run !== undefined && run < 256 ? run : 0;
}

function encode(text: string, window: number): readonly number[] {
  if (window === 0) return [...Buffer.from(text)];
  return [...text].map((c) => c.codePointAt(0) ?? 0).map((c) => (c < 128 ? c : 128 + (c & 127)));
}

/** A Latin spelling that only drops the accents, and may add a word, is written as a mark and the word. */
function shortLatin(name: string, latin: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("\u0111", "d")
    .replaceAll("\u0110", "D")
    .replaceAll("\u2013", "-");
  return isAscii(plain) && latin.startsWith(plain) ? `\x01${latin.slice(plain.length)}` : latin;
}

/** The code as letters of the name: "a" is the next letter, "b" leaves one out; "+" is the number after the last one. */
function shortIso(iso: string, name: string, last: string): string {
  if (/^\d+$/.test(iso)) return last !== "" && Number(iso) === Number(last) + 1 ? "+" : iso;
  // As text/loose.hpp reads a name.
  const read = name.replaceAll("&", "and").replace(/\bSt\./g, "Saint");
  const letters = read
    .normalize("NFD")
    .toUpperCase()
    .replace(/[^A-Z]/g, "");
  let at = 0;
  return [...iso]
    .map((letter) => {
      const found = letters.indexOf(letter, at);
      if (found < 0 || found - at >= 26 || /\d/.test(letter)) return letter;
      const skipped = String.fromCharCode(97 + found - at);
      at = found + 1;
      return skipped;
    })
    .join("");
}

/** By postal codes, or by the number of the code where there is one: neighbours are cheap to write then. */
function ordered(areas: readonly AdminArea[]): readonly AdminArea[] {
  const prefixes = readPrefixes(areas.map(({ postal_prefix_regex: regex }) => regex));
  const numbered = areas.every(({ iso }) => /-\d+$/.test(iso ?? ""));
  const place = (area: AdminArea, at: number): number =>
    numbered ? Number(area.iso?.slice(3)) : firstCode(prefixes?.areas[at]);
  const places = new Map(areas.map((area, at) => [area, place(area, at)]));
  return [...areas].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}

/**
 *   u8 areas; u8 flags; u8 window; the columns that the flags name:
 *   names, codes, latin, iso      every text ended by a zero; behind a name and a "|" each what else people write
 *   prefixes      a text that all postal codes begin with, and runs (address-prefixes); or patterns ended by a zero
 * A byte above 127 of names is the code point window * 128 + byte - 128; with window 0 they are UTF-8, as the other columns
 * are. A latin text that begins with 01 is the name without accents, then the rest.
 */
export function areaBlock(code: string, territory: Territory): readonly number[] {
  const areas = ordered(territory.admin_areas ?? []).map(columnsOf);
  const names = areas.map(({ name, others }) => [name, ...others].join("|"));
  const window = windowOf(names);
  let flags: number = codesOnLabels.has(code) ? flag.codesOnLabels : 0;
  const columns: number[] = [];
  const add = (bit: number, texts: readonly string[], run = 0): void => {
    if (!texts.some((text) => text !== "")) return;
    flags |= bit;
    columns.push(...texts.flatMap((text) => [...encode(text, run), 0]));
  };
  add(0, names, window);
  add(
    flag.codes,
    areas.map(({ code: short }) => short),
  );
  add(
    flag.latin,
    areas.map(({ name, latin }) => shortLatin(name, latin)),
  );
  add(
    flag.iso,
    areas.map(({ iso, name, latin }, at) => shortIso(iso, latin === "" ? name : latin, areas[at - 1]?.iso ?? "")),
  );
  const regexes = areas.map(({ prefix }) => prefix);
  const prefixes = readPrefixes(regexes);
  if (prefixes === undefined) {
    add(
      flag.patterns,
      regexes.map((regex) => (regex === undefined ? "" : toPattern(regex, false))),
    );
  } else if (prefixes.areas.some((runs) => runs.length > 0)) {
    flags |= flag.runs;
    columns.push(...encode(prefixes.start, 0), 0, ...prefixBytes(prefixes));
  }
  return [areas.length, flags, window, ...columns];
}
