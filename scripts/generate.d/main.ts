// The command behind scripts/generate, which documents it.
// Depends on everything else here.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readCatalogue } from "./catalogue.ts";
import { DataError } from "./csv.ts";
import { findDifferences, findStale, removeFiles, writeOutputs } from "./files.ts";
import { makeOutputs, type Output } from "./outputs.ts";

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

function generate(root: string, outputs: readonly Output[]): number {
  const stale = findStale(root, outputs);
  const written = writeOutputs(root, outputs);
  removeFiles(root, stale);
  for (const path of written) say(`wrote ${path}`);
  for (const path of stale) say(`removed ${path}`);
  say(`${outputs.length} generated files are up to date.`);
  return 0;
}

/** Writes into a folder of its own, by the same way as above, and compares what lies on disk. */
function check(root: string, outputs: readonly Output[]): number {
  const fresh = mkdtempSync(join(tmpdir(), "vestibule-generate-"));
  try {
    writeOutputs(fresh, outputs);
    const differences = findDifferences(root, fresh, outputs);
    if (differences.length === 0) {
      say(`${outputs.length} generated files are what core/data says.`);
      return 0;
    }
    complain("These generated files are not what core/data says:");
    for (const { path, what } of differences) complain(`  ${path}: ${what}`);
    complain("Repair them with: scripts/generate");
    return 1;
  } finally {
    rmSync(fresh, { recursive: true });
  }
}

function run(): number {
  const root = resolve(import.meta.dirname, "../..");
  const options = { check: { type: "boolean", default: false }, root: { type: "string", default: root } } as const;
  const { values } = parseArgs({ options });
  const outputs = makeOutputs(readCatalogue(values.root));
  return values.check ? check(values.root, outputs) : generate(values.root, outputs);
}

try {
  process.exitCode = run();
} catch (error) {
  const misused = error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
  if (!misused && !(error instanceof DataError)) throw error;
  complain(misused ? `scripts/generate: ${error.message}` : error.message);
  process.exitCode = misused ? 2 : 1;
}
