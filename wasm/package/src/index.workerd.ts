// The entry for workerd, which compiles modules before a worker runs and refuses to compile bytes.
import { decodeBase64 } from "./base64.ts";
import module from "./core.wasm";
import { makeLoad } from "./load.ts";
import type { Load } from "./types.ts";

export * from "./api.ts";

export const load: Load = makeLoad({
  module: async () => module,
  atlas: async () => decodeBase64((await import("./atlas.inline.js")).base64),
  atlasAtOnce: true,
  reference: () => import("./reference.ts"),
  referenceAtOnce: false,
});
