// Web addresses by chance, and what this runtime's own URL parser and our rules beyond it make of them.
// Depends on nothing.
import { domainToUnicode } from "node:url";

export interface Address {
  readonly input: string;
  /** What is stored; null where the address is refused. */
  readonly expected: string | null;
}

type Below = (bound: number) => number;

/** The same numbers for the same seed (mulberry32). */
function makeBelow(seed: number): Below {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

// First code points of blocks, and how many of each: letters, marks, forms that are mapped, directions.
const blocks: readonly (readonly [first: number, count: number])[] = [
  [0x61, 26],
  [0x41, 26],
  [0x30, 10],
  [0x2d, 1],
  [0x5f, 1],
  [0xc0, 0x180],
  [0x300, 0x40],
  [0x370, 0x90],
  [0x400, 0x100],
  [0x590, 0x60],
  [0x600, 0x100],
  [0x700, 0x80],
  [0x900, 0x180],
  [0x0e00, 0x60],
  [0x1100, 0x100],
  [0x1e00, 0x200],
  [0x2000, 0x300],
  [0x3002, 1],
  [0x3040, 0xc0],
  [0x3200, 0x200],
  [0x4e00, 0x200],
  [0xac00, 0x200],
  [0xf900, 0x100],
  [0xfb00, 0x4f0],
  [0xff00, 0xf0],
  [0x10800, 0x200],
  [0x1d400, 0x400],
  [0x94d, 1],
];

const localEnds = /(^|\.)(localhost|local|internal|lan|home\.arpa|test|invalid|onion)$/;
const publicHost = /^([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

function pick<T>(below: Below, items: readonly T[]): T {
  return items[below(items.length)] as T;
}

function label(below: Below): string {
  const main = pick(below, blocks);
  let text = below(15) === 0 ? "xn--" : "";
  for (let i = 1 + below(6); i > 0; i--) {
    const [first, count] = below(4) === 0 ? pick(below, blocks) : main;
    const point = String.fromCodePoint(first + below(count));
    // Invisible characters are dropped by cleaning before the address is read; and the directions this runtime knows are
    // of Unicode 13.
    if (/\p{Default_Ignorable_Code_Point}|[\u061d\u20c0\ufbc2\ufd40-\ufd4f\ufdcf\ufdfe\ufdff]/u.test(point)) continue;
    text += below(40) === 0 ? encodeURIComponent(point) : point;
  }
  return text;
}

function rest(below: Below): string {
  const parts = [
    "/",
    "/..",
    "/.",
    "/%2e",
    "/a",
    "?",
    "#",
    "'",
    '"',
    "<",
    ">",
    "`",
    "{",
    "}",
    "^",
    "|",
    "%",
    "%41",
    "\u00fc",
    "~",
    "[",
    "]",
    "@",
    ":",
    "!",
  ];
  let text = below(3) === 0 ? "" : pick(below, ["/", "?", "#", ":8080/", ":443", ":080/", ":65536/", ":"]);
  if (text.endsWith(":")) return text;
  for (let i = below(6); i > 0; i--) text += pick(below, parts);
  // After a bare port everything belongs to it.
  return text.startsWith(":443") ? ":443" : text;
}

/**
 * null: refused. undefined: not compared, because this runtime judges the direction of each label by itself, where RFC 5893
 * asks for that of all together, leaves some names uncomposed that UTS 46 composes, and reads "xn---abc" as "xn--abc",
 * which RFC 3492 6.2 does not.
 */
function expectedOf(input: string): string | null | undefined {
  let url: URL;
  try {
    // A text is trimmed and brought to NFC, whatever it is.
    url = new URL(input.normalize("NFC").trim());
  } catch {
    return null;
  }
  const host = url.hostname.replace(/\.$/, "");
  const number = /(^|\.)([0-9]+|0x[0-9a-f]*)$/.test(host);
  if (number || localEnds.test(host) || host.length > 253 || !publicHost.test(host)) return null;
  const authority = /^https:\/\/([^/?#]*)/.exec(input)?.[1] ?? "";
  if (authority.includes("@")) return null;
  if (/(^|\.)xn---/.test(host)) return undefined;
  const unicode = domainToUnicode(host);
  if ((rightToLeft.test(unicode) && host.includes(".")) || unicode !== unicode.normalize("NFC")) return undefined;
  const href = url.href.replace(url.hostname, host);
  return href.length > 255 ? null : href;
}

export function makeAddresses(count: number, seed: number): readonly Address[] {
  const below = makeBelow(seed);
  const addresses: Address[] = [];
  while (addresses.length < count) {
    const host = Array.from({ length: 1 + below(3) }, () => label(below)).join(".");
    const end = pick(below, [".example", ".example", ".com.", ".1", ""]);
    const input = `https://${host}${end}${rest(below)}`;
    const expected = expectedOf(input);
    if (expected !== undefined) addresses.push({ input, expected });
  }
  return addresses;
}
