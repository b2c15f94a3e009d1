// The entry for workerd, which compiles modules before a worker runs and refuses to compile bytes.
import glue from "vestibule-full-glue";
import { decodeBase64 } from "./base64.ts";
import module from "./full.wasm";
import { makeLoad } from "./load.ts";
import type { Load } from "./types.ts";

export * from "./api.ts";

export const load: Load = makeLoad({
  full: { module: async () => module, glue: async () => glue },
  atlas: async () => decodeBase64((await import("./atlas.inline.js")).base64),
  atlasAtOnce: true,
  reference: () => import("./reference.ts"),
  referenceAtOnce: false,
});
