// Time per check, natively and as WebAssembly, by every reader. README.md says what the native program prints.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Core, Load } from "../../wasm/package/src/types.ts";
import type { Bench, Section, Settings } from "./bench.ts";
import { medianColumns, medianRows, type Sample, type Sampler, sampleInTurn, timePerCall } from "./measure.ts";

type Values = Readonly<Record<string, string | number>>;

interface Records {
  readonly valid: Values;
  readonly findings: Values;
  readonly keystroke: Values;
}

const recordsFile = join(import.meta.dirname, "records.json");

const caseTitles = { valid: "valid record", findings: "record with findings", keystroke: "one keystroke" } as const;
const readerTitles = { packed: "packed", json: "JSON bytes", form: "form bytes" } as const;
// A packed record comes from memory natively, and from an object in JavaScript.
const wasmReaderTitles = { ...readerTitles, packed: "object" } as const;

type CaseName = keyof typeof caseTitles;
type ReaderName = keyof typeof readerTitles;
type Host = "native" | "WebAssembly";

function rowName(which: CaseName, host: Host, reader: ReaderName): string {
  return `${caseTitles[which]}, ${host}, ${(host === "native" ? readerTitles : wasmReaderTitles)[reader]}`;
}

/** In the order of the table; everything is compared with the first. */
function rowNames(): readonly string[] {
  const readers = ["packed", "json", "form"] as const;
  const hosts = ["native", "WebAssembly"] as const;
  const records = (["valid", "findings"] as const).flatMap((which) =>
    hosts.flatMap((host) => readers.map((reader) => rowName(which, host, reader))),
  );
  return [...records, ...hosts.map((host) => rowName("keystroke", host, "packed"))];
}

interface NativeLine {
  readonly case: CaseName;
  readonly reader: ReaderName;
  readonly ns: number;
}

/** One run of the program is one sample. */
function nativeSampler(program: string): Sampler {
  return (milliseconds) => {
    const { status, stdout, stderr, error } = spawnSync(program, [recordsFile, String(milliseconds)], {
      encoding: "utf8",
    });
    if (error !== undefined) throw error;
    if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
    const lines = stdout.split("\n").filter((line) => line !== "");
    return new Map(
      lines.map((line) => {
        const { case: which, reader, ns }: NativeLine = JSON.parse(line);
        return [rowName(which, "native", reader), ns];
      }),
    );
  };
}

function formOf(record: Values): string {
  return new URLSearchParams(Object.entries(record).map(([name, value]) => [name, String(value)])).toString();
}

/** Every case as a call; what is prepared here is what a caller has at hand. */
function wasmCalls(core: Core, records: Records): ReadonlyMap<string, () => unknown> {
  const calls = new Map<string, () => unknown>();
  const encoder = new TextEncoder();
  for (const which of ["valid", "findings"] as const) {
    const record = records[which];
    const json = encoder.encode(JSON.stringify(record));
    const form = encoder.encode(formOf(record));
    calls.set(rowName(which, "WebAssembly", "packed"), () => core.check(record));
    calls.set(rowName(which, "WebAssembly", "json"), () => core.check(json));
    calls.set(rowName(which, "WebAssembly", "form"), () => core.check(form, { format: "form" }));
  }
  for (const [name, value] of Object.entries(records.keystroke)) {
    calls.set(rowName("keystroke", "WebAssembly", "packed"), () => core.checkField(name, value));
  }
  return calls;
}

async function wasmSampler(entry: string, records: Records): Promise<Sampler> {
  const { load }: { readonly load: Load } = await import(pathToFileURL(entry).href);
  const core = await load();
  if (!core.check(records.valid).ok) throw new Error("the valid record of records.json is refused");
  if (core.check(records.findings).ok) throw new Error("the record with findings of records.json is accepted");
  const calls = wasmCalls(core, records);
  return (milliseconds): Sample => {
    return new Map([...calls].map(([name, call]) => [name, timePerCall(call, milliseconds)]));
  };
}

async function run(settings: Settings): Promise<readonly Section[]> {
  const records: Records = JSON.parse(readFileSync(recordsFile, "utf8"));
  const program = join(settings.root, "build/bench/tests/bench/core_bench");
  const entry = join(settings.root, "wasm/package/dist/index.js");
  const samplers: Sampler[] = [];
  const notes = [
    `The valid record has ${Object.keys(records.valid).length} fields. Native: bytes to bytes, through the bridge. WebAssembly: object or bytes to a result object.`,
  ];
  if (existsSync(program)) samplers.push(nativeSampler(program));
  else notes.push("Native: not built; build the preset bench.");
  if (existsSync(entry)) samplers.push(await wasmSampler(entry, records));
  else notes.push("WebAssembly: not built; run scripts/build wasm and scripts/build-package.");
  const rows = medianRows(rowNames(), await sampleInTurn(samplers, settings));
  return [{ title: "time per check", columns: medianColumns("ns"), rows, notes }];
}

export const bench: Bench = { name: "core", run };
