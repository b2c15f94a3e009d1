// What is dialled before a national number: trunk and carrier prefixes, and the prefixes that lead abroad. The metadata has
// them as regular expressions with a replacement; here each becomes a tree that says what to do with a number as dialled.
// Depends on metadata, regex, tree.
import type { Region } from "./metadata.ts";
import { addPattern, node } from "./regex.ts";
import { type Forest, grow, type Tree } from "./tree.ts";

// Outcomes are "value/action", as the core knows them (digit_table.hpp).
const strip = 0; // drop that many digits
const prepend = 1; // put string number `value` before the number
const moveMobile = 2; // Argentina: the 15 that ends there becomes a 9 before the number

const mark = { prefix: 0, whole: 1, carrier: 2, moved: 3, lookAhead: 4, prefixBefore: 5 } as const;

// Brazil: a carrier code counts as one only when a whole number follows.
const carrierRule = /^\(\?:0\|90\)\(\?:\((.*)\)\(\\d\{10,11\}\)\)\?$/;
const minAfterCarrier = 10;
// Argentina: 0, area code, 15, number.
const mobileRule = /^0\?\(\?:\((.*)\)15\)\?$/;
// Senegal and the like: 0 is a prefix only before certain numbers.
const lookAheadRule = /^0\((.*)\)$/;

/** Splits at the bars that stand outside of groups. */
function alternatives(pattern: string): string[] {
  const found = [""];
  let depth = 0;
  for (const character of pattern) {
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (character === "|" && depth === 0) found.push("");
    else found[found.length - 1] += character;
  }
  return found;
}

interface Dialled {
  readonly prefix?: number;
  readonly before?: boolean;
  readonly carrier?: number;
  readonly moved?: number;
  readonly ahead?: boolean;
}

/** The tree of a region's national prefixes; undefined: it has none. `stringNumber` gives a literal its number. */
export function growPrefixes(forest: Forest, region: Region, stringNumber: (text: string) => number): Tree | undefined {
  const pattern = region.prefix_for_parsing ?? region.national_prefix;
  if (pattern === undefined) return undefined;
  const transform = region.prefix_transform;
  const start = node();
  const carrier = carrierRule.exec(pattern);
  const mobile = mobileRule.exec(pattern);
  const ahead = lookAheadRule.exec(pattern);
  if (carrier !== null && transform === "$2") {
    addPattern(start, "0|90", mark.prefix);
    addPattern(start, `(?:0|90)(?:${carrier[1]})`, mark.carrier);
  } else if (mobile !== null && transform === "9$1") {
    addPattern(start, "0", mark.prefix);
    addPattern(start, `0?(?:${mobile[1]})15`, mark.moved);
  } else if (ahead !== null && transform === "$1") {
    addPattern(start, `0(?:${ahead[1]})`, mark.lookAhead);
  } else {
    // Of alternatives that match the first one counts, so a prefix that stands before a whole number is never part of one.
    const all = alternatives(pattern);
    const lastWhole = all.findLastIndex((alternative) => alternative.endsWith("$"));
    for (const [i, alternative] of all.entries()) {
      if (alternative.endsWith("$")) addPattern(start, alternative.slice(0, -1), mark.whole);
      else addPattern(start, alternative, i < lastWhole ? mark.prefixBefore : mark.prefix);
    }
    if (transform !== undefined && !/^\d*\$1$/.test(transform)) throw new Error(`${transform} is not understood.`);
  }
  const literal = transform === undefined ? 0 : stringNumber(transform.replace("$1", ""));
  return grow<Dialled>(forest, start, {
    nothing: {},
    keep: (kept, marks, depth) => ({
      ...kept,
      ...(marks.has(mark.prefix) || marks.has(mark.prefixBefore) ? { prefix: depth } : {}),
      ...(marks.has(mark.prefixBefore) ? { before: true } : {}),
      ...(marks.has(mark.carrier) ? { carrier: depth } : {}),
      ...(marks.has(mark.moved) ? { moved: depth } : {}),
      ...(marks.has(mark.lookAhead) ? { ahead: true } : {}),
    }),
    end(kept, marks, depth) {
      if (marks.has(mark.whole) && kept.before !== true) return `${literal}/${prepend}`;
      if (kept.moved !== undefined) return `${kept.moved}/${moveMobile}`;
      if (kept.carrier !== undefined && depth - kept.carrier >= minAfterCarrier) return `${kept.carrier}/${strip}`;
      if (kept.ahead === true) return `1/${strip}`;
      return kept.prefix === undefined ? "" : `${kept.prefix}/${strip}`;
    },
  });
}

/** The tree of the prefixes that lead abroad. */
export function growAbroad(forest: Forest, idd: string): Tree {
  const start = node();
  addPattern(start, idd, mark.prefix);
  return grow<{ readonly prefix?: number }>(forest, start, {
    nothing: {},
    keep: (kept, marks, depth) => (marks.has(mark.prefix) ? { prefix: depth } : kept),
    end: (kept) => (kept.prefix === undefined ? "" : `${kept.prefix}/${strip}`),
  });
}
