// The module as JavaScript does all that the package's own tests ask of the one that is WebAssembly: they run over it once
// more. Records are compared in parity.test.ts, the entry in a page in chromium.test.ts.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { dist, root } from "./support/package.ts";

/** What is about a host's WebAssembly, or about how the package is put together; or has a test of its own over the twin. */
const others: ReadonlySet<string> = new Set(
  "chromium healing load losses pack parity sizes twin workerd".split(" ").map((name) => `${name}.test.ts`),
);

test("every test of what a core does passes over the module as JavaScript", (context) => {
  const folder = join(root, "tests/wasm");
  const files = readdirSync(folder).filter((name) => name.endsWith(".test.ts") && !others.has(name));
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { status, stdout } = spawnSync(process.execPath, ["--test", "--test-reporter=tap", ...files], {
    cwd: folder,
    env: { ...env, VESTIBULE_TWIN: "1" },
    encoding: "utf8",
  });
  const failed = stdout.split("\n").filter((line) => /^\s*not ok /.test(line));
  assert.deepEqual(failed, [], stdout.slice(-4000));
  assert.equal(status, 0);
  const passed = Number(/^# pass (\d+)$/m.exec(stdout)?.[1]);
  context.diagnostic(`${passed} tests of ${files.length} files`);
  assert.ok(passed > 100, `only ${passed} tests ran`);
});

test("no script of the package calls what a policy forbids", () => {
  const calling = readdirSync(dist, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .filter((name) => /\beval\(|new Function\b|\brequire\(/.test(readFileSync(join(dist, name), "utf8")));
  assert.deepEqual(calling, []);
});
