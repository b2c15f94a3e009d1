// The command behind scripts/bench, which documents it.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { Bench, Section } from "./bench.ts";
import { describeMachine } from "./machine.ts";
import { writeMachine, writeSection } from "./table.ts";

const root = resolve(import.meta.dirname, "../..");

async function findBenches(): Promise<readonly Bench[]> {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith("_bench.ts"));
  return Promise.all(
    files.sort().map(async (file) => {
      const { bench }: { readonly bench: Bench } = await import(pathToFileURL(join(import.meta.dirname, file)).href);
      return bench;
    }),
  );
}

/** A whole number of at least 1, as an option's text. */
function count(option: string, text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Error(`--${option} takes a whole number of at least 1, not "${text}"`);
  return Number(text);
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: "string", multiple: true, default: [] },
      rounds: { type: "string", default: "9" },
      milliseconds: { type: "string", default: "20" },
      output: { type: "string", default: join(root, "build/bench.json") },
    },
  });
  const settings = {
    root,
    rounds: count("rounds", values.rounds),
    milliseconds: count("milliseconds", values.milliseconds),
  };
  const benches = await findBenches();
  const unknown = values.only.find((name) => !benches.some((bench) => bench.name === name));
  if (unknown !== undefined) {
    throw new Error(`there is no bench "${unknown}"; there are: ${benches.map(({ name }) => name).join(", ")}`);
  }

  const machine = describeMachine();
  console.log(writeMachine(machine));
  const sections: Section[] = [];
  for (const bench of benches.filter(({ name }) => values.only.length === 0 || values.only.includes(name))) {
    for (const section of await bench.run(settings)) {
      sections.push(section);
      console.log(`\n${writeSection(section)}`);
    }
  }
  const { root: _, ...sampling } = settings;
  const result = { machine, ...sampling, sections };
  mkdirSync(dirname(resolve(values.output)), { recursive: true });
  writeFileSync(values.output, `${JSON.stringify(result, null, 2)}\n`);
  console.log(`\nwritten to ${values.output}`);
}

try {
  await run();
} catch (error) {
  console.error(`scripts/bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
