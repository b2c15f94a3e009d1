// The parity run in a worker: the cases come as the body of a request.
import glue from "vestibule-full-glue";
import { atlasBytes } from "./atlas.js";
import module from "./full.wasm";
import * as vestibule from "./index.workerd.js";
import type { Vestibule } from "./package.ts";
import { runParity } from "./parity.ts";

const worker = {
  async fetch(request: Request): Promise<Response> {
    const { load } = vestibule as unknown as Vestibule;
    const cases = new Uint8Array(await request.arrayBuffer());
    return Response.json(await runParity(cases, { module, glue }, await load(), atlasBytes()));
  },
};

// biome-ignore lint/style/noDefaultExport: workerd takes a worker so
export { worker as default };
