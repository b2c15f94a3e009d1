// Each rule of creating a customer at most once, C1 to C20, has a test that bears its number: a title that says it, or a tag.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";

const tests = resolve(import.meta.dirname, "..");
const rules = Array.from({ length: 20 }, (_, index) => `C${index + 1}`);

/** What a test is called by: of C++ its name and tags, of TypeScript its title. */
const titles = /(?:TEST_CASE\(\s*"(?:[^"\\]|\\.)*"(?:,\s*"([^"]*)")?|\btest\(\s*["'`]([^\n]*))/g;

function numbersIn(file: string): readonly string[] {
  const found = [...readFileSync(file, "utf8").matchAll(titles)].map(([, tags = "", title = ""]) => `${tags} ${title}`);
  return found.flatMap((text) => text.match(/\bC\d+\b/g) ?? []);
}

function testFiles(): readonly string[] {
  return readdirSync(tests, { recursive: true, encoding: "utf8" })
    .filter((name) => /(?:_test\.cpp|\.test\.ts)$/.test(name) && !name.includes("node_modules"))
    .map((name) => join(tests, name));
}

test("every rule of a sign-up has a test that bears its number, and every number is that of a rule", () => {
  const tested = new Set(testFiles().flatMap(numbersIn));
  assert.deepEqual(
    rules.filter((rule) => !tested.has(rule)),
    [],
  );
  assert.deepEqual(
    [...tested].filter((number) => !rules.includes(number)),
    [],
  );
});
