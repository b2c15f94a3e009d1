// Takes the facts the core needs out of the files of the Unicode Character Database and of UTS 39, as they are published,
// into the small tables of core/data/unicode. Run once for a new version of Unicode.
// Depends on nothing.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A line of a UCD file: its code points and the fields after them. */
interface Line {
  readonly first: number;
  readonly last: number;
  readonly fields: readonly string[];
}

function readLines(folder: string, file: string): readonly Line[] {
  return readFileSync(join(folder, file), "utf8")
    .replace(/^\uFEFF/, "")
    .split("\n")
    .map((line) => line.replace(/#.*/, "").trim())
    .filter((line) => line !== "" && !line.startsWith("@"))
    .map((line) => {
      const [points = "", ...fields] = line.split(";").map((field) => field.trim());
      const [first = "", last = first] = points.split("..");
      return { first: Number.parseInt(first, 16), last: Number.parseInt(last, 16), fields };
    });
}

function hex(point: number): string {
  return point.toString(16).toUpperCase().padStart(4, "0");
}

/** "0041-005A 0061", neighbours joined. */
function ranges(points: Iterable<number>): string {
  const sorted = [...new Set(points)].sort((a, b) => a - b);
  const parts: [number, number][] = [];
  for (const point of sorted) {
    const end = parts.at(-1);
    if (end !== undefined && end[1] === point - 1) end[1] = point;
    else parts.push([point, point]);
  }
  return parts.map(([first, last]) => (first === last ? hex(first) : `${hex(first)}-${hex(last)}`)).join(" ");
}

/** Every property of UnicodeData and of the derived files that the tables are made of, as sets of code points. */
function readProperties(folder: string): ReadonlyMap<string, readonly number[]> {
  const sets = new Map<string, number[]>();
  const put = (name: string, first: number, last: number): void => {
    const set = sets.get(name) ?? [];
    sets.set(name, set);
    for (let point = first; point <= last; point++) set.push(point);
  };
  let rangeStart = 0;
  for (const { first, fields } of readLines(folder, "UnicodeData.txt")) {
    const [name = "", category = "", combining = ""] = fields;
    if (name.endsWith(", First>")) rangeStart = first;
    const begin = name.endsWith(", Last>") ? rangeStart : first;
    if (["Mn", "Mc", "Me"].includes(category)) put(`gc=${category}`, begin, first);
    if (combining !== "0") put(`ccc=${combining}`, begin, first);
  }
  const pick = (file: string, prefix: string, wanted: (value: string) => boolean): void => {
    for (const { first, last, fields } of readLines(folder, file)) {
      const value = fields[0] ?? "";
      if (wanted(value)) put(`${prefix}${value}`, first, last);
    }
  };
  const one = (name: string) => (value: string) => value === name;
  pick("PropList.txt", "", one("White_Space"));
  pick("DerivedCoreProperties.txt", "", one("Default_Ignorable_Code_Point"));
  pick("DerivedNormalizationProps.txt", "", one("Full_Composition_Exclusion"));
  pick("emoji-data.txt", "", (value) => ["Emoji", "Emoji_Modifier", "Extended_Pictographic"].includes(value));
  pick("DerivedJoiningType.txt", "jt=", (value) => ["D", "L", "R"].includes(value));
  pick("IndicSyllabicCategory.txt", "InSC=", (value) => ["Virama", "Invisible_Stacker", "Pure_Killer"].includes(value));
  pick("Scripts.txt", "sc=", () => true);
  return sets;
}

function decompositions(folder: string): readonly string[] {
  return readLines(folder, "UnicodeData.txt").flatMap(({ first, fields }) => {
    const mapping = fields[4] ?? "";
    if (mapping === "") return [];
    const tag = /^<(.*)> /.exec(mapping)?.[1] ?? "canonical";
    return [`${hex(first)},${tag},${mapping.replace(/^<.*> /, "")}`];
  });
}

function casefold(folder: string): readonly string[] {
  return readLines(folder, "CaseFolding.txt").flatMap(({ first, fields: [status = "", mapping = ""] }) =>
    status === "C" || status === "F" ? [`${hex(first)},${status},${mapping}`] : [],
  );
}

/** Code points that UTS 39 takes for one ASCII letter, by that letter. */
function lookalikes(folder: string): readonly string[] {
  const byLetter = new Map<string, number[]>();
  for (const { first, fields } of readLines(folder, "confusables.txt")) {
    const target = String.fromCodePoint(...(fields[0] ?? "").split(" ").map((point) => Number.parseInt(point, 16)));
    if (!/^[A-Za-z]$/.test(target)) continue;
    byLetter.set(target, [...(byLetter.get(target) ?? []), first]);
  }
  return [...byLetter].sort(([a], [b]) => (a < b ? -1 : 1)).map(([letter, points]) => `${letter},${ranges(points)}`);
}

/** Writes the four tables; `folder` holds the published files. */
export function importUnicode(folder: string, root: string): readonly string[] {
  const version = /CaseFolding-([0-9.]+)\.txt/.exec(readFileSync(join(folder, "CaseFolding.txt"), "utf8"))?.[1];
  if (version === undefined) throw new Error("CaseFolding.txt names no version of Unicode in its first line.");
  const write = (name: string, what: string, columns: string, rows: readonly string[]): string => {
    const path = `core/data/unicode/${name}.csv`;
    const head = `# ${what} Source: Unicode ${version}, https://www.unicode.org/Public/ (Unicode License v3).`;
    writeFileSync(join(root, path), `${[head, columns, ...rows].join("\n")}\n`);
    return path;
  };
  const properties = [...readProperties(folder)].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    write(
      "properties",
      "Code points by property; names and values as in PropertyAliases.txt.",
      "property,code_points",
      properties.map(([name, points]) => `${name},${ranges(points)}`),
    ),
    write(
      "decompositions",
      "Decomposition mappings of UnicodeData.txt; Hangul syllables follow a formula.",
      "code_point,kind,mapping",
      decompositions(folder),
    ),
    write(
      "casefold",
      "CaseFolding.txt, the rows C and F: full case folding.",
      "code_point,status,mapping",
      casefold(folder),
    ),
    write(
      "lookalikes",
      "confusables.txt of UTS 39: what looks like one ASCII letter.",
      "letter,code_points",
      lookalikes(folder),
    ),
  ];
}
