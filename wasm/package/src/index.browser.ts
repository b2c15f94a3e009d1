// The entry for browsers: core.wasm and atlas.bin are fetched by their digests, and healed from the copies inside the
// package.
import { decodeBase64 } from "./base64.ts";
import { makeLoad } from "./load.ts";
import type { Load, LoadOptions, LoadReport } from "./types.ts";

export * from "./api.ts";

// Written out here, where bundlers look for it.
function moduleAddress(): URL {
  return new URL("./core.wasm", import.meta.url);
}

async function fetchOwn(): Promise<ArrayBuffer> {
  const response = await fetch(moduleAddress(), { integrity: BUILD_INTEGRITY });
  return response.arrayBuffer();
}

/** A refused digest and an unreachable file fail alike; whether the address answers tells them apart. */
async function failureCode(): Promise<LoadReport["code"]> {
  try {
    const { ok } = await fetch(moduleAddress(), { method: "HEAD" });
    return ok ? "core.integrity" : "core.unreachable";
  } catch {
    return "core.unreachable";
  }
}

async function report({ onReport }: LoadOptions): Promise<void> {
  if (onReport !== undefined) onReport({ code: await failureCode() });
}

async function heal(): Promise<WebAssembly.Module> {
  const { base64 } = await import("./core.inline.js");
  return WebAssembly.compile(decodeBase64(base64));
}

async function compileOwn(options: LoadOptions): Promise<WebAssembly.Module> {
  let bytes: ArrayBuffer;
  try {
    bytes = await fetchOwn();
  } catch {
    // The answer is not waited for: whoever types needs the core, not the reason.
    void report(options);
    return heal();
  }
  return WebAssembly.compile(bytes);
}

async function ownAtlas(): Promise<Uint8Array> {
  try {
    const response = await fetch(new URL("./atlas.bin", import.meta.url), { integrity: BUILD_ATLAS_INTEGRITY });
    return new Uint8Array(await response.arrayBuffer());
  } catch {
    return decodeBase64((await import("./atlas.inline.js")).base64);
  }
}

export const load: Load = makeLoad({
  module: compileOwn,
  atlas: ownAtlas,
  atlasAtOnce: false,
  reference: () => import("./reference.ts"),
  referenceAtOnce: false,
});
