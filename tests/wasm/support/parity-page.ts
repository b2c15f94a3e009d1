// The parity run in a page.
import * as vestibule from "/package/index.browser.js";
import type { Vestibule } from "./package.ts";
import { type ParityReport, runParity } from "./parity.ts";

async function run(): Promise<ParityReport> {
  const [wasm, cases] = await Promise.all(["/package/core.wasm", "/cases.bin"].map((path) => fetch(path)));
  if (wasm?.ok !== true || cases?.ok !== true) throw new Error("the cases or the module could not be fetched");
  const module = await WebAssembly.compile(await wasm.arrayBuffer());
  const { load } = vestibule as unknown as Vestibule;
  return runParity(new Uint8Array(await cases.arrayBuffer()), module, await load());
}

(globalThis as { parity?: Promise<ParityReport> }).parity = run();
