// The table of what people expect names tests that are there.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";

const root = resolve(import.meta.dirname, "../..");
const rows = readFileSync(join(import.meta.dirname, "README.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| expected") && !line.startsWith("| ---"));

test("every line names what shows it, and all of it is there", () => {
  assert.ok(rows.length >= 30);
  for (const row of rows) {
    const paths = [...row.matchAll(/`(tests\/[^`]+)`/g)].map(([, path = ""]) => path);
    assert.ok(paths.length > 0, row);
    for (const path of paths) assert.ok(existsSync(join(root, path)), path);
  }
});
