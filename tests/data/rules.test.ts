// Every numbered rule of a customer's life has a test that names it: R11 to R36 (what Nue and Salesforce do) and L1 to L26
// (what holds of lifecycle, sync and audit log). The names are those of TEST_CASE with their tags, and of test().
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "..");

/** Names of tests, a C++ one with its tags. */
function namesIn(source: string): readonly string[] {
  const cases = source.matchAll(/TEST_CASE\((?:\s*"((?:[^"\\]|\\.)*)",?)(?:\s*"((?:[^"\\]|\\.)*)")?/g);
  const tests = source.matchAll(/\btest\(\s*(?:"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g);
  return [...cases, ...tests].map(([, first = "", second = ""]) => `${first} ${second}`);
}

/** "[L8]", "(R27, R28)" and "(L20 to L22)" as single rules. */
function rulesIn(name: string): readonly string[] {
  return [...name.matchAll(/\b([LR])(\d+)(?: to \1(\d+))?\b/g)].flatMap(([, letter, first, last]) => {
    const from = Number(first);
    return Array.from({ length: Number(last ?? from) - from + 1 }, (_, index) => `${letter}${from + index}`);
  });
}

const named = new Map<string, number>();
// Not this file, whose own examples name some.
for (const file of globSync("**/*{_test.cpp,.test.ts}", {
  cwd: root,
  exclude: ["**/node_modules", "data/rules.test.ts"],
})) {
  for (const rule of namesIn(readFileSync(join(root, file), "utf8")).flatMap(rulesIn)) {
    named.set(rule, (named.get(rule) ?? 0) + 1);
  }
}

test("names and ranges of rules are read", () => {
  assert.deepEqual(namesIn('TEST_CASE("a \\"b\\"", "[sync][L3]") {}\ntest("c (R1 to R3)", () => {});'), [
    'a \\"b\\" [sync][L3]',
    "c (R1 to R3) ",
  ]);
  assert.deepEqual(rulesIn("[sync][L3] (R1 to R3, L20) XL7 L"), ["L3", "R1", "R2", "R3", "L20"]);
});

for (const [letter, first, last] of [
  ["R", 11, 36],
  ["L", 1, 26],
] as const) {
  test(`each of ${letter}${first} to ${letter}${last} is named by a test`, () => {
    const missing = Array.from({ length: last - first + 1 }, (_, index) => `${letter}${first + index}`).filter(
      (rule) => !named.has(rule),
    );
    assert.deepEqual(missing, []);
  });
}
