// The entry for Node and for server bundles: module and atlas are inside, so there is no file to lose.
import glue from "vestibule-full-glue";
import { decodeBase64 } from "./base64.ts";
import { base64 } from "./full.inline.js";
import { makeLoad } from "./load.ts";
import type { Load } from "./types.ts";

export * from "./api.ts";

export const load: Load = makeLoad({
  full: { module: () => WebAssembly.compile(decodeBase64(base64)), glue: async () => glue },
  atlas: async () => decodeBase64((await import("./atlas.inline.js")).base64),
  atlasAtOnce: true,
  reference: () => import("./reference.ts"),
  referenceAtOnce: true,
});
