// The entry for workerd, which compiles modules before a worker runs and refuses to compile bytes.
import module from "./core.wasm";
import { makeLoad } from "./load.ts";
import type { Load } from "./types.ts";

export * from "./api.ts";

export const load: Load = makeLoad(async () => module);
