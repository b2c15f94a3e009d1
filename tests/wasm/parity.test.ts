// Every host answers what the native core answers, byte for byte; objects get what their text gets.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { addFolder, type Routes, startStaticServer } from "../support/static-server.ts";
import { bundle } from "./support/bundle.ts";
import { launchChromium, openPage } from "./support/chromium.ts";
import { dist, importPackage, root } from "./support/package.ts";
import type { ParityReport, runParity } from "./support/parity.ts";
import { startWorkerd } from "./support/workerd.ts";

const program = join(root, "build/release/tests/parity/vestibule_parity");
const folder = join(root, "build/parity");
const wasm = readFileSync(join(dist, "full.wasm"));

let cases: Buffer;
let native: { readonly cases: number; readonly digest: string };

before(() => {
  assert.ok(existsSync(program), "vestibule_parity is not built; run scripts/build native");
  mkdirSync(folder, { recursive: true });
  const { status, stdout } = spawnSync(program, [folder], { cwd: root, encoding: "utf8" });
  assert.equal(status, 0);
  const [, count] = /^cases (\d+)/m.exec(stdout) ?? [];
  const [, digest] = /^digest ([0-9a-f]{64})$/m.exec(stdout) ?? [];
  assert.ok(digest !== undefined, stdout);
  native = { cases: Number(count), digest };
  cases = readFileSync(join(folder, "cases.bin"));
});

function assertSame(report: ParityReport): void {
  assert.deepEqual(report.mismatches, []);
  assert.equal(report.cases, native.cases);
  assert.equal(report.digest, native.digest, "an answer differs from the native one");
  assert.ok(report.compared > 10_000, `only ${report.compared} answers were compared with the object path`);
}

test("Node answers as the native core does", async (context) => {
  const script = join(folder, "parity.mjs");
  writeFileSync(script, await bundle("parity.ts"));
  const { runParity: run }: { readonly runParity: typeof runParity } = await import(script);
  const { load } = await importPackage();
  const report = await run(cases, await WebAssembly.compile(wasm), await load(), readFileSync(join(dist, "atlas.bin")));
  context.diagnostic(`${report.cases} cases, ${report.compared} compared with the object path`);
  assertSame(report);
});

test("Chromium answers as the native core does", async () => {
  const routes: Routes = new Map();
  addFolder(routes, "/package/", dist);
  routes.set("/cases.bin", cases);
  routes.set("/parity.js", await bundle("parity-page.ts", ["/package/index.browser.js"]));
  routes.set("/parity.html", '<!doctype html><title>t</title><script type="module" src="/parity.js"></script>');
  await using server = await startStaticServer(routes);
  await using browser = await launchChromium();
  const { page } = await openPage(browser, `${server.origin}/parity.html`);
  assertSame(await page.evaluate(() => (globalThis as unknown as { readonly parity: Promise<ParityReport> }).parity));
});

test("workerd answers as the native core does", async () => {
  await using workerd = await startWorkerd({
    "worker.js": await bundle("parity-worker.ts", ["./index.workerd.js", "./atlas.js", "./full.wasm"]),
    "index.workerd.js": readFileSync(join(dist, "index.workerd.js")),
    "atlas.js": readFileSync(join(dist, "atlas.js")),
    "atlas.inline.js": readFileSync(join(dist, "atlas.inline.js")),
    "full.wasm": wasm,
  });
  const response = await fetch(workerd.origin, { method: "POST", body: new Uint8Array(cases) });
  assert.equal(response.status, 200);
  assertSame((await response.json()) as ParityReport);
});
