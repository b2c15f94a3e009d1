// Every row of the input catalogue that reaches the core (J, N, U, F, I, B, P, W) is tested, natively and in WebAssembly.
// A vector named after its row ("N04/2") is both: vectors_test.cpp runs it, parity.test.ts compares. tests/vectors/rows.json
// names the tests of what no vector can say, or no comparison take.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "../..");

type Layer = "native" | "wasm";

interface Rows {
  readonly rows: Readonly<Record<string, Partial<Record<Layer, readonly string[]>>>>;
  /** Rows one layer cannot have, and why. */
  readonly oneSided: Readonly<Record<string, string>>;
  /** Rows that are not tested in both layers yet, and what is missing. */
  readonly open: Readonly<Record<string, string>>;
  /** Rows that do not reach the core, and the tests of the layer they reach. */
  readonly elsewhere: Readonly<Record<string, readonly string[]>>;
}

const lengths = { J: 17, N: 7, U: 23, F: 24, I: 10, B: 6, P: 5, W: 5 };
const catalogue = Object.entries(lengths).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, i) => `${letter}${String(i + 1).padStart(2, "0")}`),
);

const folder = join(root, "tests/vectors");
const listed: Rows = JSON.parse(readFileSync(join(folder, "rows.json"), "utf8"));

interface Vector {
  readonly id: string;
  readonly subject?: string;
  readonly inputParts?: readonly (readonly [text: string, times: number])[];
}

/** What parity.test.ts compares, as tests/parity/vector_cases.cpp chooses it: records of 1 MiB at most. */
function isCompared({ subject, inputParts = [] }: Vector, subjectOfFile: string): boolean {
  const bytes = inputParts.reduce((sum, [text, times]) => sum + Buffer.byteLength(text) * times, 0);
  return (subject ?? subjectOfFile) !== "tax-id" && bytes <= 1024 * 1024;
}

/** Rows that have a vector, by the layers that run it. */
function rowsOfVectors(): Readonly<Record<Layer, ReadonlySet<string>>> {
  const found = { native: new Set<string>(), wasm: new Set<string>() };
  for (const name of readdirSync(folder)) {
    if (!name.endsWith(".json")) continue;
    const file = JSON.parse(readFileSync(join(folder, name), "utf8"));
    if (file.schema !== "rule-vectors.v1") continue;
    for (const vector of file.tests as readonly Vector[]) {
      const row = vector.id.split("/", 1)[0] ?? "";
      found.native.add(row);
      if (isCompared(vector, file.subject)) found.wasm.add(row);
    }
  }
  return found;
}

const vectors = rowsOfVectors();

function layersOf(row: string): readonly Layer[] {
  const tests = listed.rows[row];
  return (["native", "wasm"] as const).filter((layer) => vectors[layer].has(row) || (tests?.[layer] ?? []).length > 0);
}

test("every row of the catalogue is tested natively and in WebAssembly, or it is said why not", () => {
  for (const row of catalogue) {
    if (row in listed.elsewhere || row in listed.open) continue;
    const needed = row in listed.oneSided ? 1 : 2;
    assert.ok(layersOf(row).length >= needed, `${row} is tested in: ${layersOf(row).join(", ") || "no layer"}`);
  }
});

test("rows.json excuses nothing that needs no excuse, and knows only rows there are", () => {
  for (const row of Object.keys(listed.oneSided)) assert.equal(layersOf(row).length, 1, row);
  for (const row of Object.keys(listed.open)) assert.ok(layersOf(row).length < 2, `${row} is tested: it is not open`);
  for (const row of Object.keys(listed.elsewhere)) assert.equal(layersOf(row).length, 0, row);
  for (const part of [listed.rows, listed.oneSided, listed.open, listed.elsewhere]) {
    for (const row of Object.keys(part)) assert.ok(catalogue.includes(row), row);
  }
});

test("every test that rows.json names is there", () => {
  const ofRows = Object.entries(listed.rows).map(
    ([row, { native = [], wasm = [] }]) => [row, [...native, ...wasm]] as const,
  );
  for (const [row, tests] of [...ofRows, ...Object.entries(listed.elsewhere)]) {
    assert.ok(tests.length > 0, row);
    for (const named of tests) {
      const [file = "", title = ""] = named.split(/: (.*)/s, 2);
      const text = readFileSync(join(root, "tests", file), "utf8");
      // A title may also begin a row of a table that a test is made of.
      const titles = ['TEST_CASE("', 'test("', "test(`", '["'].map((start) => start + title);
      assert.ok(
        titles.some((start) => text.includes(`${start}"`) || text.includes(`${start}\``)),
        `${row}: ${named}`,
      );
    }
  }
});
