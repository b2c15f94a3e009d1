// The parity run in a page: texts go through the full module, objects through the one browsers start with.
import * as vestibule from "/package/index.browser.js";
import type { Vestibule } from "./package.ts";
import { type ParityReport, runParity } from "./parity.ts";

async function run(): Promise<ParityReport> {
  const [wasm, cases, atlas] = await Promise.all(
    ["/package/full.wasm", "/cases.bin", "/package/atlas.bin"].map((path) => fetch(path)),
  );
  if (wasm?.ok !== true || cases?.ok !== true || atlas?.ok !== true) throw new Error("a file could not be fetched");
  const module = await WebAssembly.compile(await wasm.arrayBuffer());
  const { load } = vestibule as unknown as Vestibule;
  const bytes = new Uint8Array(await atlas.arrayBuffer());
  return runParity(new Uint8Array(await cases.arrayBuffer()), module, await load({ atlas: bytes }), bytes);
}

(globalThis as { parity?: Promise<ParityReport> }).parity = run();
