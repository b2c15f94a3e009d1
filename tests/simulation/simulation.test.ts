// The simulation: no seed breaks a rule under any of its profiles, natively and in WebAssembly the same happens to the last
// byte, and each mistake compiled in on purpose is found, in both worlds. A slice of about a minute; scripts/simulate goes on.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";

const root = resolve(import.meta.dirname, "../..");
const folder = join(root, "build/release/tests/simulation");
const profiles = ["lossy", "crashy", "slow", "clogged", "skewed", "lying", "hostile"];
const worlds = ["sync", "signup"];
/** Of the sync, of the sign-up: a run of the second takes a fraction of the time. */
const seedsEach = [150, 400];
const comparedEach = [12, 40];

interface Run {
  readonly failed: boolean;
  readonly text: string;
}

function simulate(program: string, ...options: readonly string[]): Promise<Run> {
  return new Promise((done) => {
    execFile(join(folder, program), options, { maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      done({ failed: error !== null, text: `${stdout}${stderr}`.trim() });
    });
  });
}

for (const [index, world] of worlds.entries()) {
  test(`no seed that once failed breaks a rule of the ${world}`, async (context) => {
    const kept = join(import.meta.dirname, "seeds", `${world}.txt`);
    const run = await simulate("simulate", "--world", world, "--kept", kept);
    context.diagnostic(run.text.split("\n", 4).join("; "));
    assert.ok(!run.failed, run.text);
  });

  test(`no seed of the slice breaks a rule of the ${world} under any profile`, async (context) => {
    const seeds = seedsEach[index] ?? 0;
    const runs = await Promise.all(
      [1, 2].map((half) =>
        simulate("simulate", "--world", world, "--first", String(1 + (half - 1) * seeds), "--seeds", String(seeds)),
      ),
    );
    for (const run of runs) {
      assert.ok(!run.failed, run.text);
      context.diagnostic(run.text);
      assert.match(run.text, new RegExp(`^${seeds * profiles.length} runs`));
    }
  });
}

interface Module {
  readonly memory: WebAssembly.Memory;
  readonly simulate: (world: number, seed: number, profile: number, wholeLog: number) => number;
  readonly simulated: () => number;
  readonly _initialize: () => void;
}

/** What the module imports is for programs that print, exit or read a clock. It does none of that, so a call is a mistake. */
async function instantiate(): Promise<(world: number, seed: number, profile: number, wholeLog: boolean) => string> {
  const module = await WebAssembly.compile(readFileSync(join(root, "build/wasm/tests/simulation/simulation.wasm")));
  const imports: Record<string, Record<string, WebAssembly.ImportValue>> = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    imports[from] ??= {};
    imports[from][name] = name.includes("memory_growth")
      ? () => undefined
      : () => {
          throw new Error(`the simulation calls ${name}`);
        };
  }
  const { exports } = await WebAssembly.instantiate(module, imports);
  const engine = exports as unknown as Module;
  engine._initialize();
  return (world, seed, profile, wholeLog) => {
    const size = engine.simulate(world, seed, profile, wholeLog ? 1 : 0);
    return new TextDecoder().decode(new Uint8Array(engine.memory.buffer, engine.simulated(), size));
  };
}

/** The first line in which two logs differ. */
function difference(native: string, wasm: string): string {
  const others = wasm.split("\n");
  const place = native.split("\n").findIndex((line, index) => line !== others[index]);
  return `line ${place + 1}: natively "${native.split("\n")[place]}", in WebAssembly "${others[place]}"`;
}

for (const [index, world] of worlds.entries()) {
  test(`natively and in WebAssembly the logs of the ${world} are equal`, async (context) => {
    const run = await instantiate();
    const seeds = comparedEach[index] ?? 0;
    const native = await simulate("simulate", "--world", world, "--seeds", String(seeds), "--digests");
    assert.ok(!native.failed, native.text);
    const lines = native.text.split("\n");
    assert.equal(lines.length, seeds * profiles.length);
    for (const line of lines) {
      const [seed = "", profile = "", digest] = line.split(" ");
      if (run(index, Number(seed), profiles.indexOf(profile), false) === digest) continue;
      const log = await simulate("simulate", "--world", world, "--seed", seed, "--profile", profile, "--log");
      const other = run(index, Number(seed), profiles.indexOf(profile), true).trim();
      assert.fail(`seed ${seed}, profile ${profile}: ${difference(log.text, other)}`);
    }
    context.diagnostic(`${lines.length} logs are equal`);
  });
}

test("the digest is that of the log", async () => {
  const { createHash } = await import("node:crypto");
  const options = ["--seed", "3", "--profile", "crashy"];
  const log = await simulate("simulate", ...options, "--log");
  const digest = await simulate("simulate", ...options, "--digests");
  assert.equal(digest.text.split(" ")[2], createHash("sha256").update(`${log.text}\n`).digest("hex"));
});

/** The rules that each mistake of core/src/mutants.hpp may break first, by world. */
const mutants: readonly Readonly<Record<string, RegExp>>[] = [
  {
    apply_payloads: /L7|L8|L11/,
    audit_apart: /L20/,
    base_before_writes: /L8|L9/,
    contacts_asleep: /R36|L7/,
    contacts_of_held: /L17/,
    lower_case_ids: /L5/,
    merge_address_by_field: /L9|L10/,
    no_compare_and_set: /L13/,
    no_write_log: /L8|L9/,
  },
  {
    answer_after_contact: /1\.7/,
    bind_by_position: /C16/,
    conclude_early: /C3/,
    contact_apart: /1\.7/,
    contact_early: /1\.7/,
    contact_resent: /C3/,
    no_epoch_check: /C4/,
    no_retry_budget: /C17/,
    no_sweep_of_parked: /C9/,
    payload_kept: /C18/,
    recheck_for_ever: /C19/,
    relink_unparked: /C7/,
    resend_on_silence: /C3/,
    resend_unprobed: /C3/,
    send_unrecorded: /C2/,
  },
];

/** The one profile under which a mistake is found by few faults, where it takes hundreds elsewhere. */
const quickest: Readonly<Record<string, string>> = { apply_payloads: "clogged" };

test("every mistake that can be compiled in is one of these", () => {
  const built = readdirSync(folder)
    .filter((name) => name.startsWith("simulate_"))
    .map((name) => name.slice("simulate_".length));
  assert.deepEqual(built.sort(), mutants.flatMap((each) => Object.keys(each)).sort());
});

for (const [index, world] of worlds.entries()) {
  for (const [mutant, rule] of Object.entries(mutants[index] ?? {})) {
    test(`the simulation of the ${world} finds ${mutant}`, async (context) => {
      const only = quickest[mutant] === undefined ? [] : ["--profile", quickest[mutant]];
      const run = await simulate(`simulate_${mutant}`, "--world", world, "--seeds", "300", ...only);
      assert.ok(run.failed, "no rule was broken");
      const broken = /broken: (.*)/.exec(run.text)?.[1] ?? "";
      const where = /seed ([0-9]+), profile ([a-z]+), build [^,]+, ([0-9]+) faults, of which ([0-9]+) are enough/.exec(
        run.text,
      );
      assert.ok(where !== null, run.text.slice(0, 500));
      const [, seed = "", profile = "", all, few] = where;
      context.diagnostic(`${mutant}: ${broken}; seed ${seed}, ${profile}, ${few} of ${all} faults`);
      assert.match(broken, rule);
      // The same again from what was printed.
      const options = ["--world", world, "--seed", seed, "--profile", profile, "--log"];
      const again = await simulate(`simulate_${mutant}`, ...options);
      assert.ok(again.text.includes(`broken: ${broken}`), "the seed does not replay");
    });
  }
}
