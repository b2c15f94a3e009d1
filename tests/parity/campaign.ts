// The long parity run: generated records in slices, each with a seed of its own, so that memory and disk hold one slice
// however many there are, and a slice that differs can be run again alone. scripts/campaigns.d/50-parity calls it.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { dist, fullEngine, importPackage, root } from "../wasm/support/package.ts";
import { runParity } from "../wasm/support/parity.ts";

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
  const atlas = readFileSync(join(dist, "atlas.bin"));
  const forms = [
    { name: "WebAssembly", engine: await fullEngine("inline"), core: await (await importPackage()).load() },
    {
      name: "JavaScript",
      engine: await fullEngine("js"),
      core: await (await importPackage("js.js")).load({ atlas, full: true }),
    },
  ];
  let compared = 0;
  for (let done = 0, seed = firstSeed; done < records; done += sliceRecords, ++seed) {
    const native = runNative(Math.min(sliceRecords, records - done), seed);
    const cases = readFileSync(join(folder, "cases.bin"));
    for (const { name, engine, core } of forms) {
      const here = await runParity(cases, engine, core, atlas);
      const same = here.digest === native.digest && here.cases === native.cases && here.mismatches.length === 0;
      if (!same) {
        throw new Error(
          `seed ${seed}: native ${native.cases} cases, ${native.digest}; ${name} ${here.cases} cases, ${here.digest}\n${here.mismatches.join("\n")}\nThe cases are in ${folder}/cases.bin.`,
        );
      }
      compared += here.compared;
    }
    console.log(`seed ${seed}: ${native.cases} cases, the same digest ${native.digest.slice(0, 16)}`);
  }
  console.log(
    `${records} records: native, WebAssembly and JavaScript agree byte for byte, and ${compared} times as objects too`,
  );
}

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
