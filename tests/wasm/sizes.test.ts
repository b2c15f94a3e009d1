// What a visitor downloads stays within wasm/size-budgets.json. To accept a larger size, write it there.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { root } from "./support/package.ts";

interface Budget {
  readonly bytes: number;
  readonly brotli: number;
}

const budgets: Readonly<Record<string, Budget>> = JSON.parse(
  readFileSync(join(root, "wasm/size-budgets.json"), "utf8"),
);

for (const [path, budget] of Object.entries(budgets)) {
  test(`${path} is within its budget`, (context) => {
    const content = readFileSync(join(root, path));
    const sizes: Budget = { bytes: content.length, brotli: brotliCompressSync(content).length };
    context.diagnostic(
      `${path}: ${sizes.bytes} bytes of ${budget.bytes}, ${sizes.brotli} of ${budget.brotli} after brotli`,
    );
    assert.ok(sizes.bytes <= budget.bytes && sizes.brotli <= budget.brotli, JSON.stringify({ path, sizes, budget }));
  });
}
