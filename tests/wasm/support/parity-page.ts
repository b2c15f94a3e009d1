// The parity run in a page: texts go through the full module, objects through the one its entry starts with. The page's
// address names the entry: ?js or ?inline
import type { Engine } from "../../../wasm/package/src/engine.ts";
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
  return runParity(cases, engine, await load({ atlas }), atlas);
}

(globalThis as { parity?: Promise<ParityReport> }).parity = run();
