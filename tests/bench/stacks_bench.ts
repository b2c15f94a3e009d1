// Against what a web engineer would pick: schema libraries with libphonenumber-js and validator, held to the same rules.
// stacks/stack.ts says what they are; nothing is timed before they agree on generated records (stacks/agreement.ts).
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import type { Core, Load } from "../../wasm/package/src/types.ts";
import type { Bench, Column, Row, Section, Settings } from "./bench.ts";
import { median, sampleInTurn, timePerCall } from "./measure.ts";
import { disagreements } from "./stacks/agreement.ts";
import {
  type Bundles,
  bundleStacks,
  makeStack,
  ours,
  oursInBrowsers,
  type StackName,
  stackNames,
} from "./stacks/bundles.ts";
import { generateRecords, phoneNumbers, type Values } from "./stacks/records.ts";
import type { Check } from "./stacks/stack.ts";

const recordsFile = join(import.meta.dirname, "records.json");
const childFile = join(import.meta.dirname, "stacks/child.ts");
const comparedRecords = 4000;
// Cold starts take long and vary little.
const mostColdRounds = 5;

interface Context {
  readonly settings: Settings;
  readonly bundles: Bundles;
  readonly stacks: ReadonlyMap<StackName, Check>;
  readonly formats: Formats;
  readonly core: Core;
}

/** What the stacks take phone numbers and mail addresses for: formats.ts, bundled. */
type Formats = typeof import("./stacks/formats.ts");

/** Figures with the ratio to the best of the others, ours last. */
function comparedRows(names: readonly string[], samples: ReadonlyMap<string, readonly number[]>): readonly Row[] {
  const medians = new Map(names.map((name) => [name, median(samples.get(name) ?? [])]));
  const others = names
    .filter((name) => name !== ours && name !== oursInBrowsers)
    .flatMap((name) => medians.get(name) ?? []);
  const best = others.length === 0 ? null : Math.min(...others);
  return names.map((name) => {
    const middle = medians.get(name) ?? null;
    const figures = samples.get(name) ?? [];
    if (middle === null) return { name, values: [null, null, null, null] };
    return { name, values: [middle, Math.min(...figures), Math.max(...figures), best === null ? null : middle / best] };
  });
}

function comparedColumns(unit: Column["unit"]): readonly Column[] {
  const figures = ["median", "lowest", "highest"].map((title): Column => ({ title, unit }));
  return [...figures, { title: "to the best other", unit: "ratio" }];
}

type Calls = ReadonlyMap<string, () => unknown>;

async function timed(title: string, calls: Calls, settings: Settings, notes: readonly string[]): Promise<Section> {
  const samplers = [...calls].map(([name, call]) => (milliseconds: number) => {
    return new Map([[name, timePerCall(call, milliseconds)]]);
  });
  const samples = await sampleInTurn(samplers, settings);
  return { title, columns: comparedColumns("ns"), rows: comparedRows([...calls.keys()], samples), notes };
}

function recordSection(title: string, record: Values, { stacks, settings }: Context, note: string): Promise<Section> {
  const calls = new Map([...stacks].map(([name, check]) => [name, () => check(record)]));
  return timed(title, calls, settings, [note]);
}

function fieldSection({ core, formats, settings }: Context): Promise<Section> {
  const [phone, country] = ["+49 30 901820", "DE"];
  const context = { record: { billingCountry: country } };
  const calls: Calls = new Map<string, () => unknown>([
    ["libphonenumber-js/max", () => formats.isPhone(phone, country)],
    [ours, () => core.checkField("phone", phone, context)],
  ]);
  const note =
    "Ours gives a result object with the stored form, and with findings where there are any; the other a boolean.";
  return timed("one keystroke, in a phone number", calls, settings, [note]);
}

function phoneSection({ core, formats, settings }: Context): Promise<Section> {
  const numbers = phoneNumbers.map(([text, country]) => ({ text, country, record: { billingCountry: country } }));
  let next = 0;
  const number = () => numbers[next++ % numbers.length] as (typeof numbers)[number];
  const calls: Calls = new Map<string, () => unknown>([
    [
      "libphonenumber-js/max",
      () => {
        const { text, country } = number();
        return formats.isPhone(text, country);
      },
    ],
    [
      ours,
      () => {
        const { text, record } = number();
        return core.checkField("phone", text, { record });
      },
    ],
  ]);
  const note = `${numbers.length} numbers in turn, of ${new Set(phoneNumbers.map(([, country]) => country)).size} countries.`;
  return timed("a phone number", calls, settings, [note]);
}

/** One run of the child with one stack; null when it cannot run so. */
function runChild(bundle: string, what: string, flags: readonly string[]): number | null {
  const { status, stdout } = spawnSync(process.execPath, [...flags, childFile, bundle, recordsFile, what], {
    encoding: "utf8",
  });
  return status === 0 ? Number(stdout) : null;
}

async function childSection(
  title: string,
  { bundles, settings }: Context,
  unit: "ns" | "ms",
  flags: readonly string[],
  note: string,
): Promise<Section> {
  const rounds = Math.min(settings.rounds, mostColdRounds);
  const samplers = stackNames.map((name) => (milliseconds: number) => {
    const figure = runChild(bundles[name], unit === "ms" ? "cold" : String(milliseconds), flags);
    // Figures of a table are nanoseconds.
    return new Map(figure === null ? [] : [[name, unit === "ms" ? figure * 1e6 : figure]]);
  });
  const samples = await sampleInTurn(samplers, { ...settings, rounds });
  return { title, columns: comparedColumns("ns"), rows: comparedRows(stackNames, samples), notes: [note] };
}

function brotliSize(bytes: Uint8Array): number {
  return brotliCompressSync(bytes).length;
}

function sizeSection({ bundles, settings }: Context): Section {
  const dist = join(settings.root, "wasm/package/dist");
  const ourFiles = ["index.browser.js", "core.wasm", "atlas.bin"].map((name) => join(dist, name));
  // What Node runs is not downloaded.
  const downloaded = stackNames.filter((name) => name !== ours);
  const rows = downloaded.map((name): Row => {
    const files = (name === oursInBrowsers ? ourFiles : [bundles[name]]).map((path) => readFileSync(path));
    const raw = files.reduce((sum, { length }) => sum + length, 0);
    return { name, values: [raw, files.reduce((sum, bytes) => sum + brotliSize(bytes), 0)] };
  });
  const columns: readonly Column[] = [
    { title: "raw", unit: "bytes" },
    { title: "brotli", unit: "bytes" },
  ];
  return {
    title: "bytes to download",
    columns,
    rows,
    notes: [`${oursInBrowsers}: entry for browsers, module and atlas.`],
  };
}

async function prepare(settings: Settings, entry: string): Promise<Context> {
  const bundles = await bundleStacks(settings.root);
  const stacks = new Map<StackName, Check>();
  for (const name of stackNames) stacks.set(name, await makeStack(bundles[name]));
  const different = disagreements(stacks, generateRecords(comparedRecords));
  if (different.length > 0) throw new Error(`the stacks do not ask the same:\n${different.join("\n")}`);
  const { load }: { readonly load: Load } = await import(pathToFileURL(entry).href);
  const formats: Formats = await import(pathToFileURL(bundles.formats).href);
  return { settings, bundles, stacks, core: await load(), formats };
}

async function run(settings: Settings): Promise<readonly Section[]> {
  const entry = join(settings.root, "wasm/package/dist/index.js");
  if (!existsSync(entry)) {
    const notes = ["Not built; run scripts/build wasm and scripts/build-package."];
    return [{ title: "stacks", columns: comparedColumns("ns"), rows: [], notes }];
  }
  const context = await prepare(settings, entry);
  const { valid, findings }: { valid: Values; findings: Values } = JSON.parse(readFileSync(recordsFile, "utf8"));
  const agreed = `All agree on which members are wrong in ${comparedRecords} generated records. Ours also gives the stored form of each value.`;
  const noEval = "Missing: cannot run so. Medians of processes of their own.";
  return [
    await recordSection("stacks: a valid record", valid, context, agreed),
    await recordSection("stacks: an invalid record", findings, context, "All findings, in one pass."),
    await fieldSection(context),
    await phoneSection(context),
    await childSection("cold start", context, "ms", [], "Before the import to the first verdict, in a fresh process."),
    await childSection(
      "a valid record, no code from strings",
      context,
      "ns",
      ["--disallow-code-generation-from-strings"],
      noEval,
    ),
    sizeSection(context),
  ];
}

export const bench: Bench = { name: "stacks", run };
