// The explorer of one sign-up: no reachable state breaks a rule; each assumption is needed; each mistake that is compiled in
// on purpose is found. A bounded slice; scripts/explore goes on without an end.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { brokenBy, explore, folder, statesOf } from "./support/explore.ts";

const program = "explore_create";

test("five million states of one sign-up break no rule", async (context) => {
  const runs = await Promise.all([
    explore(program, "single", "--states", "2500000"),
    explore(program, "leases", "--states", "2500000"),
  ]);
  for (const run of runs) {
    context.diagnostic(run.text);
    assert.ok(!run.failed, run.text);
  }
  assert.ok(runs.reduce((sum, run) => sum + statesOf(run), 0) >= 5_000_000);
});

test("the contact of a customer is as safe as the customer", async (context) => {
  const run = await explore(program, "contact", "--states", "300000");
  context.diagnostic(run.text);
  assert.ok(!run.failed, run.text);
});

for (const assumption of ["A1", "A2", "A3"]) {
  test(`without ${assumption} there can be two records of one sign-up (C8), and both are known (C9)`, async (context) => {
    const found = await explore(program, "leases", "--without", assumption, "--tolerate", "C3", "--states", "1000000");
    assert.match(brokenBy(found), /^C8/);
    const steps = found.text.split("\n").filter((line) => line.startsWith("  ")).length;
    context.diagnostic(`${assumption}: ${brokenBy(found)}, in ${steps} steps`);
    const kept = await explore(program, "leases", "--without", assumption, "--tolerate", "C3,C8", "--states", "300000");
    assert.ok(!kept.failed, kept.text);
  });
}

test("without any of them every record is still bound or reported (C9), and the binding stays (C1)", async (context) => {
  const run = await explore(program, "leases", "--without", "all", "--tolerate", "C3,C8", "--states", "600000");
  context.diagnostic(run.text);
  assert.ok(!run.failed, run.text);
});

/** The rule that each mistake of core/src/mutants.hpp breaks first, with leases and with a single owner. */
const mutants: Readonly<Record<string, RegExp>> = {
  bind_by_position: /C16/,
  conclude_early: /C3/,
  no_epoch_check: /C4|C8/,
  no_sweep_of_parked: /C9/,
  resend_on_silence: /C3/,
  resend_unprobed: /C3/,
  send_unrecorded: /C2/,
};

/** Those that make two customers of one sign-up: found also when what comes before is let pass. */
const doubling = ["conclude_early", "no_epoch_check", "resend_on_silence", "resend_unprobed"];

test("every mistake that can be compiled in is one of these", () => {
  const built = readdirSync(folder)
    .filter((name) => name.startsWith(`${program}_`))
    .map((name) => name.slice(program.length + 1));
  assert.deepEqual(built.sort(), Object.keys(mutants));
});

for (const [mutant, rule] of Object.entries(mutants)) {
  test(`the explorer finds ${mutant}`, async (context) => {
    const run = await explore(`${program}_${mutant}`, "leases", "--states", "1000000");
    assert.match(brokenBy(run), rule);
    context.diagnostic(`${mutant}: ${brokenBy(run)}, after ${statesOf(run)} states`);
    if (!doubling.includes(mutant)) return;
    const doubled = await explore(`${program}_${mutant}`, "leases", "--tolerate", "C3,C4", "--states", "1000000");
    assert.match(brokenBy(doubled), /^C8/);
  });
}
