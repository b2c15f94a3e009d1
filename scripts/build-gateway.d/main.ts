// The command behind scripts/build-gateway.
import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { bundleWorker } from "../../web/gateway/workerd/bundle.ts";

const gateway = resolve(import.meta.dirname, "../../web/gateway");
const folder = join(gateway, "dist");

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
await bundleWorker(folder, join(gateway, "cloudflare/worker.ts"));
