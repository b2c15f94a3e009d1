// The long parity run: generated records in slices, each with a seed of its own, so that memory and disk hold one slice
// however many there are, and a slice that differs can be run again alone. scripts/campaigns.d/50-parity calls it.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundle } from "../wasm/support/bundle.ts";
import { dist, importPackage, root } from "../wasm/support/package.ts";
import type { runParity } from "../wasm/support/parity.ts";

const program = join(root, "build/release/tests/parity/vestibule_parity");
const folder = join(root, "build/parity-campaign");
const sliceRecords = 50_000;

function count(option: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`--${option} takes a whole number of at least 1, not "${text}"`);
  return Number(text);
}

/** Writes the slice and gives what the native core answers to it. */
function runNative(records: number, seed: number): { readonly cases: number; readonly digest: string } {
  const given = [folder, "--records", String(records), "--seed", String(seed)];
  const { status, stdout, stderr, error } = spawnSync(program, given, { cwd: root, encoding: "utf8" });
  if (error !== undefined) throw error;
  const [, cases] = /^cases (\d+)/m.exec(stdout) ?? [];
  const [, digest] = /^digest ([0-9a-f]{64})$/m.exec(stdout) ?? [];
  if (status !== 0 || digest === undefined) throw new Error(`${program} ended with ${status}: ${stderr}`);
  return { cases: Number(cases), digest };
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: { records: { type: "string", default: "1000000" }, seed: { type: "string", default: "1000" } },
  });
  const records = count("records", values.records);
  const firstSeed = count("seed", values.seed);
  mkdirSync(folder, { recursive: true });
  const script = join(folder, "parity.mjs");
  writeFileSync(script, await bundle("parity.ts"));
  const { runParity: runHere }: { readonly runParity: typeof runParity } = await import(script);
  const module = await WebAssembly.compile(readFileSync(join(dist, "full.wasm")));
  const atlas = readFileSync(join(dist, "atlas.bin"));
  const { load } = await importPackage();
  const core = await load();
  let compared = 0;
  for (let done = 0, seed = firstSeed; done < records; done += sliceRecords, ++seed) {
    const native = runNative(Math.min(sliceRecords, records - done), seed);
    const here = await runHere(readFileSync(join(folder, "cases.bin")), module, core, atlas);
    const same = here.digest === native.digest && here.cases === native.cases && here.mismatches.length === 0;
    if (!same) {
      throw new Error(
        `seed ${seed}: native ${native.cases} cases, ${native.digest}; WebAssembly ${here.cases} cases, ${here.digest}\n${here.mismatches.join("\n")}\nThe cases are in ${folder}/cases.bin.`,
      );
    }
    compared += here.compared;
    console.log(`seed ${seed}: ${here.cases} cases, the same digest ${here.digest.slice(0, 16)}`);
  }
  console.log(`${records} records: native and WebAssembly agree byte for byte, and ${compared} times as objects too`);
}

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
