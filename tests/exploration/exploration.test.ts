// The explorer: no reachable state of the small world breaks a rule, and each mistake compiled in on purpose is found.
// A bounded slice; scripts/explore goes on without an end.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";

const folder = resolve(import.meta.dirname, "../../build/release/tests/exploration");

interface Run {
  readonly failed: boolean;
  readonly text: string;
}

function explore(program: string, world: string, states: number): Promise<Run> {
  return new Promise((done) => {
    execFile(join(folder, program), [world, "--states", String(states)], (error, stdout, stderr) => {
      done({ failed: error !== null, text: `${stdout}${stderr}`.trim() });
    });
  });
}

const statesOf = ({ text }: Run): number => Number(/: ([0-9]+) states/.exec(text)?.[1]);

test("five million states break no rule", async (context) => {
  const [values, links, both] = await Promise.all([
    explore("explore", "values", 5_000_000),
    explore("explore", "links", 1_400_000),
    explore("explore", "both", 3_000_000),
  ]);
  for (const run of [values, links, both]) {
    context.diagnostic(run.text);
    assert.ok(!run.failed, run.text);
  }
  assert.match(values.text, /whole$/);
  assert.ok(statesOf(values) + statesOf(links) + statesOf(both) >= 5_000_000);
});

/** The rule that each mistake of core/src/mutants.hpp breaks first. */
const mutants: Readonly<Record<string, RegExp>> = {
  apply_payloads: /L12/,
  audit_apart: /L20/,
  base_before_writes: /L8/,
  lower_case_ids: /L5/,
  merge_address_by_field: /L9|L10/,
  no_compare_and_set: /L13/,
  no_write_log: /L8/,
};

test("every mistake that can be compiled in is one of these", () => {
  const built = readdirSync(folder)
    .filter((name) => name.startsWith("explore_"))
    .map((name) => name.slice("explore_".length));
  assert.deepEqual(built.sort(), Object.keys(mutants));
});

for (const [mutant, rule] of Object.entries(mutants)) {
  test(`the explorer finds ${mutant}`, async (context) => {
    const values = await explore(`explore_${mutant}`, "values", 1_000_000);
    const run = values.failed ? values : await explore(`explore_${mutant}`, "links", 1_000_000);
    assert.ok(run.failed, "no rule was broken");
    const broken = /broken: (.*)/.exec(run.text)?.[1] ?? "";
    context.diagnostic(`${mutant}: ${broken}, after ${statesOf(run)} states`);
    assert.match(broken, rule);
  });
}
