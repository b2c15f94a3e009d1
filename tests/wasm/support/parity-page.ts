// The parity run in a page: texts go through the full module, objects through the one its entry starts with, unless they are
// judged as the API does. The page's address names the entry: ?js or ?inline
import type { Engine } from "../../../wasm/package/src/engine.ts";
import type { CheckOptions, Core } from "../../../wasm/package/src/types.ts";
import type { Vestibule } from "./package.ts";
import { type ParityReport, runParity } from "./parity.ts";

interface FullModule {
  readonly glue: Engine["glue"];
  readonly compileFull?: () => Promise<WebAssembly.Module>;
}

const entry = location.search.slice(1);

async function fetchBytes(path: string): Promise<Uint8Array> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} could not be fetched`);
  return new Uint8Array(await response.arrayBuffer());
}

async function run(): Promise<ParityReport> {
  const [cases, atlas] = await Promise.all([fetchBytes("/cases.bin"), fetchBytes("/package/atlas.bin")]);
  const { load }: Vestibule = await import(`/package/${entry}.js`);
  const { glue, compileFull }: FullModule = await import(`/package/${entry}-full.js`);
  const engine: Engine = compileFull === undefined ? { glue } : { module: await compileFull(), glue };
  const [core, full] = await Promise.all([load({ atlas }), load({ atlas, full: true })]);
  const check = (record: object, options: CheckOptions): unknown =>
    (options.strictness === "api" ? full : core).check(record, options);
  return runParity(cases, engine, { check } as Pick<Core, "check">, atlas);
}

(globalThis as { parity?: Promise<ParityReport> }).parity = run();
