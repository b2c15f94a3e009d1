// The parity run in a worker: the cases come as the body of a request.
import module from "./core.wasm";
import * as vestibule from "./index.workerd.js";
import type { Vestibule } from "./package.ts";
import { runParity } from "./parity.ts";

const worker = {
  async fetch(request: Request): Promise<Response> {
    const { load } = vestibule as unknown as Vestibule;
    return Response.json(await runParity(new Uint8Array(await request.arrayBuffer()), module, await load()));
  },
};

// biome-ignore lint/style/noDefaultExport: workerd takes a worker so
export { worker as default };
