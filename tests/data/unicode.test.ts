// scripts/generate-unicode as a person runs it, on a copy of the data in a temporary folder.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";

const project = resolve(import.meta.dirname, "../..");

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(join(project, "scripts/generate-unicode"), args, { encoding: "utf8" });
  return { status, stdout, stderr };
}

test("the Unicode tables of the project are what core/data/unicode says", () => {
  const stdout = "5 Unicode tables are what core/data/unicode says.\n";
  assert.deepEqual(run("--check"), { status: 0, stdout, stderr: "" });
});

test("the tables, the sources and the header name one version", () => {
  const versions = [
    ...["properties", "decompositions", "casefold", "lookalikes"].map((name) => `core/data/unicode/${name}.csv`),
    ...["properties", "canonical", "compatibility", "foldings"].map((name) => `core/src/text/generated/${name}.inc`),
  ].map((path) => /Unicode (\d+\.\d+\.\d+)/.exec(readFileSync(join(project, path), "utf8").split("\n")[0] ?? "")?.[1]);
  const header = readFileSync(join(project, "core/include/vestibule/text/classify.hpp"), "utf8");
  const [, named] = /unicode_version\[\] = "([^"]+)"/.exec(header) ?? [];
  assert.deepEqual([...new Set(versions)], [named]);
});

test("--check names a table that was touched, and the command that repairs it", (context) => {
  const root = mkdtempSync(join(tmpdir(), "vestibule-unicode-"));
  context.after(() => rmSync(root, { recursive: true }));
  cpSync(join(project, "core/data/unicode"), join(root, "core/data/unicode"), { recursive: true });
  assert.equal(run("--root", root).status, 0);
  const table = join(root, "core/src/text/generated/foldings.inc");
  appendFileSync(table, "// one line more\n");
  const { status, stderr } = run("--check", "--root", root);
  assert.equal(status, 1);
  assert.match(stderr, /^core\/src\/text\/generated\/foldings\.inc: differs from line \d+ on\n/);
  assert.match(stderr, /Repair them with: scripts\/generate-unicode\n$/);
  assert.equal(run("--root", root).status, 0);
  assert.equal(readFileSync(table, "utf8").includes("one line more"), false);
});

test("a mistake in the data is told with its line", (context) => {
  const root = mkdtempSync(join(tmpdir(), "vestibule-unicode-"));
  context.after(() => rmSync(root, { recursive: true }));
  cpSync(join(project, "core/data/unicode"), join(root, "core/data/unicode"), { recursive: true });
  const file = join(root, "core/data/unicode/casefold.csv");
  const lines = readFileSync(file, "utf8").split("\n");
  writeFileSync(file, [...lines.slice(0, 2), "41,C,0061", ...lines.slice(3)].join("\n"));
  const { status, stderr } = run("--root", root);
  assert.equal(status, 1);
  assert.match(stderr, /core\/data\/unicode\/casefold\.csv:3: "41" is no code point/);
});
