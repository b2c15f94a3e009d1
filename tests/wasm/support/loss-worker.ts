// A worker that loads the core before there is a request, loses its instances in one request and checks in another.
import * as vestibule from "./index.workerd.js";
import { answers, damage, watchInstances } from "./losses.ts";
import type { Vestibule } from "./package.ts";

const instances = watchInstances();
const loading = (vestibule as unknown as Vestibule).load();

const worker = {
  async fetch(request: Request): Promise<Response> {
    const core = await loading;
    if (new URL(request.url).pathname === "/lose") for (const instance of [...instances]) damage(instance);
    return new Response(answers(core, 3));
  },
};

// biome-ignore lint/style/noDefaultExport: workerd takes a worker so
export { worker as default };
