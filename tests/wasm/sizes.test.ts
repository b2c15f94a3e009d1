// What a visitor downloads stays within wasm/size-budgets.json. To accept a larger size, write it there.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { root } from "./support/package.ts";

interface Budget {
  readonly bytes: number;
  readonly brotli: number;
}

const budgets: Readonly<Record<string, Budget>> = JSON.parse(
  readFileSync(join(root, "wasm/size-budgets.json"), "utf8"),
);

/** With a star, all the files that it stands for together. */
function sizesOf(pattern: string): Budget {
  const paths = globSync(pattern, { cwd: root });
  assert.ok(paths.length > 0, `${pattern} is not built`);
  const contents = paths.map((path) => readFileSync(join(root, path)));
  const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
  return {
    bytes: sum(contents.map(({ length }) => length)),
    brotli: sum(contents.map((content) => brotliCompressSync(content).length)),
  };
}

for (const [path, budget] of Object.entries(budgets)) {
  test(`${path} is within its budget`, (context) => {
    const sizes = sizesOf(path);
    context.diagnostic(
      `${path}: ${sizes.bytes} bytes of ${budget.bytes}, ${sizes.brotli} of ${budget.brotli} after brotli`,
    );
    assert.ok(sizes.bytes <= budget.bytes && sizes.brotli <= budget.brotli, JSON.stringify({ path, sizes, budget }));
  });
}

test("core.wasm and its glue, what starts it and carries values in and out, are within 55 kB", async (context) => {
  const exported = ["start-instance", "pack", "read-answer"].map((name) => `export * from "./${name}.ts";`).join("\n");
  const { outputFiles } = await build({
    stdin: { contents: exported, resolveDir: join(root, "wasm/package/src"), loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  const glue = brotliCompressSync(outputFiles[0]?.contents ?? "").length;
  const module = sizesOf("wasm/package/dist/core.wasm").brotli;
  context.diagnostic(`${module} and ${glue} of 55000 after brotli`);
  assert.ok(glue > 2000 && module + glue <= 55_000, `${module} and ${glue}`);
});
