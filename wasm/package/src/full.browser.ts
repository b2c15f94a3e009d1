// What the entry for browsers imports once the full module is asked for: its glue, and where its bytes lie.
import { compileFetched } from "./fetched-module.ts";
import type { LoadOptions } from "./types.ts";

export { default as glue } from "vestibule-full-glue";

export function compileFull(options: LoadOptions): Promise<WebAssembly.Module> {
  const own = {
    // Written out here, where bundlers look for it.
    address: () => new URL("./full.wasm", import.meta.url),
    integrity: BUILD_FULL_INTEGRITY,
    copy: () => import("./full.inline.js"),
  };
  return compileFetched(own, options);
}
