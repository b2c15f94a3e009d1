// Test code for other hosts: one ES module from TypeScript, which imports the package from where that host has it.
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./package.ts";

export async function bundle(source: string, external: readonly string[] = []): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, "tests/wasm/support", source)],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    external: [...external],
    alias: { "vestibule-full-glue": join(root, "build/wasm/modules/full.mjs") },
    define: { BUILD_VERSION: '"test"' },
    logLevel: "warning",
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`${source} gave no file`);
  return file.text;
}
