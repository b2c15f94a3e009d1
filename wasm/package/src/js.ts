// The entry for pages whose policy forbids WebAssembly: the same modules, compiled to JavaScript. Slower and larger.
import glue from "vestibule-core-js-glue";
import { decodeBase64 } from "./base64.ts";
import { makeLoad } from "./load.ts";
import type { Load } from "./types.ts";

export * from "./api.ts";

export const load: Load = makeLoad({
  core: { glue: async () => glue },
  full: { glue: async () => (await import("./js-full.ts")).glue },
  atlas: async () => decodeBase64((await import("./atlas.inline.js")).base64),
  atlasAtOnce: false,
  reference: () => import("./reference.ts"),
  referenceAtOnce: false,
});
