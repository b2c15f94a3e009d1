// The worker as one module; the WebAssembly module stays a file, because workerd compiles it before the worker runs.
import { copyFileSync, existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";

const root = resolve(import.meta.dirname, "../../..");

const entry = join(root, "web/gateway/src/index.ts");

/** Writes worker.js and full.wasm into `folder`. */
export async function bundleWorker(folder: string, from: string = entry): Promise<void> {
  const module = join(root, "wasm/package/dist/full.wasm");
  if (!existsSync(module)) throw new Error(`${module} is missing; run scripts/build-package`);
  copyFileSync(module, join(folder, "full.wasm"));
  await build({
    entryPoints: [from],
    outfile: join(folder, "worker.js"),
    bundle: true,
    format: "esm",
    target: "es2023",
    // Words in another alphabet would be three times as long as escapes.
    charset: "utf8",
    conditions: ["workerd"],
    external: ["cloudflare:workers"],
    plugins: [
      {
        name: "wasm-beside",
        setup: ({ onResolve }) => {
          onResolve({ filter: /^vestibule\/full\.wasm$/ }, () => ({ path: "./full.wasm", external: true }));
        },
      },
    ],
    logLevel: "warning",
  });
}
