// A worker that answers any request with what came of the contract.

import { contractFailures } from "./contract.ts";
import * as vestibule from "./index.workerd.js";
import type { Vestibule } from "./package.ts";

const worker = {
  async fetch(): Promise<Response> {
    return Response.json(await contractFailures(vestibule as unknown as Vestibule));
  },
};

// biome-ignore lint/style/noDefaultExport: workerd takes a worker so
export { worker as default };
