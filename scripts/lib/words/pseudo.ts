// Languages nobody speaks, made of English, to see on a page what no translation reaches or what has no room.
import type { Rewrite } from "./compile.ts";
import { isChoice, type Part } from "./message.ts";

// A letter of its own for each, which can still be read.
const accents: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: "\u00e5",
    b: "\u0180",
    c: "\u00e7",
    d: "\u00f0",
    e: "\u00e9",
    f: "\u0192",
    g: "\u011d",
    h: "\u0125",
    i: "\u00ee",
    j: "\u0135",
    k: "\u0137",
    l: "\u013c",
    m: "\u0271",
    n: "\u00f1",
    o: "\u00f6",
    p: "\u00fe",
    q: "\u01eb",
    r: "\u0155",
    s: "\u0161",
    t: "\u0163",
    u: "\u00fb",
    v: "\u1e7d",
    w: "\u0175",
    x: "\u1e8b",
    y: "\u00fd",
    z: "\u017e",
    A: "\u00c5",
    B: "\u0181",
    C: "\u00c7",
    D: "\u00d0",
    E: "\u00c9",
    F: "\u0191",
    G: "\u011c",
    H: "\u0124",
    I: "\u00ce",
    J: "\u0134",
    K: "\u0136",
    L: "\u013b",
    M: "\u1e40",
    N: "\u00d1",
    O: "\u00d6",
    P: "\u00de",
    Q: "\u01ea",
    R: "\u0154",
    S: "\u0160",
    T: "\u0162",
    U: "\u00db",
    V: "\u1e7c",
    W: "\u0174",
    X: "\u1e8a",
    Y: "\u00dd",
    Z: "\u017d",
  }),
);

function mapText(parts: readonly Part[], change: (text: string) => string): readonly Part[] {
  return parts.map((part) => {
    if (typeof part === "string") return change(part);
    if (!isChoice(part)) return part;
    return { ...part, cases: new Map([...part.cases].map(([key, inner]) => [key, mapText(inner, change)])) };
  });
}

function lengthOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + (typeof part === "string" ? part.length : 8), 0);
}

/** As wide as words are, with room between them to break a line at. */
function filler(length: number): string {
  return ` ${"~".repeat(length).replaceAll(/~{7}(?=~)/g, "$& ")}`;
}

/** Accented, as long as German may be, and with its ends marked so that a cut is seen. */
const accented: Rewrite = (parts) => {
  const letters = mapText(parts, (text) => text.replaceAll(/[A-Za-z]/g, (letter) => accents.get(letter) ?? letter));
  return parts.length === 0 ? parts : ["[", ...letters, `${filler(Math.ceil(lengthOf(parts) * 0.4))}]`];
};

/** Each word overridden to run from right to left. */
const mirrored: Rewrite = (parts) =>
  mapText(parts, (text) => text.replaceAll(/[\p{L}\p{N}]+/gu, "\u200f\u202e$&\u202c\u200f"));

/** By language: BCP 47 has these two regions for it. */
export const pseudoLocales: ReadonlyMap<string, Rewrite> = new Map([
  ["en-XA", accented],
  ["ar-XB", mirrored],
]);
