// What text::fold makes of one code point, from the same tables: NFKC_Casefold of the Unicode standard, D147.
// Depends on nothing.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const text = (hex: string): string =>
  hex
    .split(" ")
    .map((point) => String.fromCodePoint(Number.parseInt(point, 16)))
    .join("");

function readRows(root: string, name: string): readonly (readonly string[])[] {
  const lines = readFileSync(join(root, `core/data/unicode/${name}.csv`), "utf8")
    .trimEnd()
    .split("\n")
    .slice(2);
  return lines.map((line) => line.split(","));
}

/** Hangul syllables are left whole: the caller compares in NFC. */
export function makeFold(root: string): (point: number) => string {
  const decomposed = new Map(readRows(root, "decompositions").map(([from = "", , to = ""]) => [text(from), text(to)]));
  const folded = new Map(readRows(root, "casefold").map(([from = "", , to = ""]) => [text(from), text(to)]));
  const ignorable = readRows(root, "properties").find(([property]) => property === "Default_Ignorable_Code_Point");
  const dropped = (ignorable?.[1] ?? "")
    .split(" ")
    .map((range) => range.split("-").map((hex) => Number.parseInt(hex, 16)));
  const isDropped = (point: number): boolean =>
    dropped.some(([first = 0, last = first]) => point >= first && point <= last);

  const step = (characters: string): string =>
    [...characters]
      .map((one) => decomposed.get(one) ?? folded.get(one) ?? (isDropped(one.codePointAt(0) ?? 0) ? "" : one))
      .join("");
  return (point) => {
    let before = String.fromCodePoint(point);
    for (let after = step(before); after !== before; after = step(before)) before = after;
    return before;
  };
}
