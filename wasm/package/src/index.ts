// The entry for Node and for server bundles: the module is inside, so there is no file to lose.
import { base64 } from "./core.inline.js";
import { decodeBase64, makeLoad } from "./load.ts";
import type { Load } from "./types.ts";

export * from "./api.ts";

export const load: Load = makeLoad(() => WebAssembly.compile(decodeBase64(base64)));
