// The entry whose modules are inside of scripts, for browsers where no file can lie beside a script.
import { decodeBase64 } from "./base64.ts";
import { compilePublished } from "./compile.ts";
import { base64 } from "./core.inline.js";
import { makeLoad } from "./load.ts";
import type { Load } from "./types.ts";

export * from "./api.ts";

export const load: Load = makeLoad({
  core: { module: () => compilePublished(decodeBase64(base64)) },
  full: {
    module: async () => (await import("./inline-full.ts")).compileFull(),
    glue: async () => (await import("./inline-full.ts")).glue,
  },
  atlas: async () => decodeBase64((await import("./atlas.inline.js")).base64),
  atlasAtOnce: false,
  reference: () => import("./reference.ts"),
  referenceAtOnce: false,
});
