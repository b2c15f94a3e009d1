// The table of what people expect names tests that are there and are run.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";

const root = resolve(import.meta.dirname, "../..");
const [table = ""] = readFileSync(join(import.meta.dirname, "README.md"), "utf8").split("\n## ");
const rows = table
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| expected") && !line.startsWith("| ---"));

interface Proof {
  readonly path: string;
  readonly titles: readonly string[];
}

/** `tests/x.test.ts` "one test", "another one"; and so on. */
function proofsOf(row: string): readonly Proof[] {
  const [, shown = ""] = row.slice(2, -2).split(" | ");
  return [...shown.matchAll(/`(tests\/[^`]+)`((?:,? "[^"]+")*)/g)].map(([, path = "", named = ""]) => {
    return { path, titles: [...named.matchAll(/"([^"]+)"/g)].map(([, title = ""]) => title) };
  });
}

/** Whether a file has a test of that name; what every test goes through says so in words of its own. */
function has(path: string, title: string): boolean {
  const source = readFileSync(join(root, path), "utf8");
  const quoted = [`"${title}"`, `\`${title}\``];
  const isTest = /\.test\.ts$|_test\.cpp$/.test(path);
  return quoted.some((text) =>
    isTest ? source.includes(`test(${text}`) || source.includes(`TEST_CASE(${text}`) : source.includes(text),
  );
}

test("every line names what shows it, by file and test, and all of it is there", () => {
  assert.ok(rows.length >= 31, String(rows.length));
  for (const row of rows) {
    const proofs = proofsOf(row);
    assert.ok(proofs.length > 0, row);
    for (const { path, titles } of proofs) {
      assert.ok(titles.length > 0, `${path} without a test: ${row}`);
      for (const title of titles) assert.ok(has(path, title), `${path} has no test "${title}"`);
    }
  }
});

test("none of what is named is left out of the run", () => {
  const paths = new Set(rows.flatMap(proofsOf).map(({ path }) => path));
  for (const path of paths) {
    assert.doesNotMatch(readFileSync(join(root, path), "utf8"), /\btest\.(?:skip|todo|only)\b|\bskip: true\b/, path);
  }
});
