// The entry for browsers: core.wasm, full.wasm and atlas.bin are fetched by their digests, and healed from the copies
// inside the package.
import { decodeBase64 } from "./base64.ts";
import { compileFetched } from "./fetched-module.ts";
import { makeLoad } from "./load.ts";
import type { Load, LoadOptions } from "./types.ts";

export * from "./api.ts";

function compileCore(options: LoadOptions): Promise<WebAssembly.Module> {
  const own = {
    // Written out here, where bundlers look for it.
    address: () => new URL("./core.wasm", import.meta.url),
    integrity: BUILD_CORE_INTEGRITY,
    copy: () => import("./core.inline.js"),
  };
  return compileFetched(own, options);
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
  core: { module: compileCore },
  full: {
    module: async (options) => (await import("./full.browser.ts")).compileFull(options),
    glue: async () => (await import("./full.browser.ts")).glue,
  },
  atlas: ownAtlas,
  atlasAtOnce: false,
  reference: () => import("./reference.ts"),
  referenceAtOnce: false,
});
