// Two of the cells in README.md, which need nothing but what is installed anyway: the rest is a campaign.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build } from "esbuild";
import { launchChromium } from "../../wasm/support/chromium.ts";
import { startWorkerd } from "../../wasm/support/workerd.ts";
import { type Group, installGroup } from "./support/install.ts";
import { assertBuilt, expected } from "./support/page.ts";

let group: Group;
before(() => {
  group = installGroup();
});
after(() => group?.[Symbol.dispose]());

test("esbuild", async () => {
  const entryPoints = [join(group.folder, "page.js")];
  const outdir = join(group.folder, "dist");
  await build({ entryPoints, bundle: true, splitting: true, format: "esm", outdir });
  writeFileSync(join(outdir, "index.html"), readFileSync(join(group.folder, "index.html")));
  await using browser = await launchChromium();
  await assertBuilt(browser, outdir);
});

test("workerd", async () => {
  // As the tools of workerd bundle: its condition, and modules of WebAssembly left to it.
  const { outputFiles } = await build({
    entryPoints: [join(group.folder, "worker.js")],
    bundle: true,
    format: "esm",
    conditions: ["workerd"],
    external: ["*.wasm"],
    write: false,
  });
  await using workerd = await startWorkerd({
    "worker.js": outputFiles[0]?.text ?? "",
    "full.wasm": readFileSync(join(group.folder, "node_modules/vestibule/dist/full.wasm")),
  });
  assert.equal(await (await fetch(workerd.origin)).text(), expected);
});
