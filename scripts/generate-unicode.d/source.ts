// Reads core/data/unicode. Depends on the CSV reader of scripts/generate.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Row, readTable } from "../generate.d/csv.ts";

export interface Decomposition {
  readonly canonical: boolean;
  /** One step: a canonical one has one or two code points, which may decompose further. */
  readonly mapping: readonly number[];
}

export interface UnicodeSource {
  readonly version: string;
  /** Code points by property: "gc=Mn", "White_Space", "sc=Latin". An unknown name is a mistake of ours. */
  readonly having: (property: string) => ReadonlySet<number>;
  readonly properties: readonly string[];
  readonly decompositions: ReadonlyMap<number, Decomposition>;
  readonly foldings: ReadonlyMap<number, readonly number[]>;
  /** What looks like an ASCII letter. */
  readonly lookalikes: ReadonlySet<number>;
}

const folder = "core/data/unicode";

function point(text: string, row: Row<string>): number {
  if (!/^[0-9A-F]{4,6}$/.test(text)) throw row.fail(`"${text}" is no code point; four to six capital hex digits.`);
  return Number.parseInt(text, 16);
}

function points(text: string, row: Row<string>): readonly number[] {
  return text.split(" ").map((one) => point(one, row));
}

/** "0041-005A 0061" */
function* ranges(text: string, row: Row<string>): Generator<number> {
  for (const range of text.split(" ")) {
    const [first = "", last = first] = range.split("-");
    for (let at = point(first, row); at <= point(last, row); at++) yield at;
  }
}

export function readUnicode(root: string): UnicodeSource {
  const read = <Column extends string>(name: string, ...columns: readonly Column[]): readonly Row<Column>[] =>
    readTable(`${folder}/${name}.csv`, readFileSync(join(root, folder, `${name}.csv`), "utf8"), columns);
  const version = /Unicode ([0-9.]+),/.exec(readFileSync(join(root, folder, "properties.csv"), "utf8"))?.[1];
  if (version === undefined) throw new Error(`${folder}/properties.csv names no version of Unicode in its first line.`);

  const properties = new Map<string, ReadonlySet<number>>();
  for (const row of read("properties", "property", "code_points")) {
    properties.set(row.cells.property, new Set(ranges(row.cells.code_points, row)));
  }
  const decompositions = new Map<number, Decomposition>();
  for (const row of read("decompositions", "code_point", "kind", "mapping")) {
    const mapping = points(row.cells.mapping, row);
    decompositions.set(point(row.cells.code_point, row), { canonical: row.cells.kind === "canonical", mapping });
  }
  const foldings = new Map<number, readonly number[]>();
  for (const row of read("casefold", "code_point", "status", "mapping")) {
    foldings.set(point(row.cells.code_point, row), points(row.cells.mapping, row));
  }
  const lookalikes = new Set<number>();
  for (const row of read("lookalikes", "letter", "code_points")) {
    for (const at of ranges(row.cells.code_points, row)) lookalikes.add(at);
  }
  const having = (property: string): ReadonlySet<number> => {
    const set = properties.get(property);
    if (set === undefined) throw new Error(`${folder}/properties.csv has no row "${property}".`);
    return set;
  };
  return { version, having, properties: [...properties.keys()], decompositions, foldings, lookalikes };
}
