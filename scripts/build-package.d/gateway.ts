// The entry for servers, over the module that has everything: a bundle of its own, because its glue is another one.
import { copyFileSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/** Writes gateway.js and full.wasm. */
export async function bundleGateway(packageFolder: string, modules: string, folder: string): Promise<void> {
  const gluePath = join(modules, "full.mjs");
  const wasmPath = join(modules, "full.wasm");
  for (const path of [gluePath, wasmPath]) {
    if (!existsSync(path)) throw new Error(`${path} is missing; run scripts/build wasm`);
  }
  copyFileSync(wasmPath, join(folder, "full.wasm"));
  writeFileSync(join(folder, "full.d.wasm.ts"), "declare const module: WebAssembly.Module;\nexport default module;\n");
  await build({
    entryPoints: [join(packageFolder, "src/gateway.ts")],
    outfile: join(folder, "gateway.js"),
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    alias: { "vestibule-glue": gluePath },
    logLevel: "warning",
  });
}
