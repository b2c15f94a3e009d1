// The explorer: no reachable state of the small world breaks a rule, and each mistake compiled in on purpose is found.
// A bounded slice; scripts/explore goes on without an end.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { brokenBy, explore, folder, type Run, statesOf } from "./support/explore.ts";

function search(program: string, world: string, states: number): Promise<Run> {
  return explore(program, world, "--states", String(states));
}

test("five million states break no rule", async (context) => {
  const whole = ["values", "billing", "merges"].map((world) => search("explore", world, 5_000_000));
  const bounded = [search("explore", "links", 1_200_000), search("explore", "both", 2_500_000)];
  const runs = await Promise.all([...whole, ...bounded]);
  for (const run of runs) {
    context.diagnostic(run.text);
    assert.ok(!run.failed, run.text);
  }
  for (const run of runs.slice(0, whole.length)) assert.match(run.text, /whole$/);
  assert.ok(runs.reduce((sum, run) => sum + statesOf(run), 0) >= 5_000_000);
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
    .filter((name) => name.startsWith("explore_") && !name.startsWith("explore_create"))
    .map((name) => name.slice("explore_".length));
  assert.deepEqual(built.sort(), Object.keys(mutants));
});

for (const [mutant, rule] of Object.entries(mutants)) {
  test(`the explorer finds ${mutant}`, async (context) => {
    const values = await search(`explore_${mutant}`, "values", 1_000_000);
    const run = values.failed ? values : await search(`explore_${mutant}`, "links", 1_000_000);
    assert.ok(run.failed, "no rule was broken");
    const broken = brokenBy(run);
    context.diagnostic(`${mutant}: ${broken}, after ${statesOf(run)} states`);
    assert.match(broken, rule);
  });
}
