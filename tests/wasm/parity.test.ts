// Every host and every form of the module answer what the native core answers, byte for byte; objects get what their text
// gets. The cases hold every vector of tests/vectors that is a record.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { addFolder, type Routes, startStaticServer, strictPolicy } from "../support/static-server.ts";
import { bundle } from "./support/bundle.ts";
import { launchChromium, openPage } from "./support/chromium.ts";
import { dist, fullEngine, importPackage, root } from "./support/package.ts";
import { type ParityReport, runParity } from "./support/parity.ts";
import { startWorkerd } from "./support/workerd.ts";

const program = join(root, "build/release/tests/parity/vestibule_parity");
const wasm = readFileSync(join(dist, "full.wasm"));
const atlas = readFileSync(join(dist, "atlas.bin"));

interface Native {
  readonly cases: number;
  readonly digest: string;
  readonly file: Buffer;
}

let native: Native;

/** Every vector and so many generated records, and what the native core answers to them. */
function runNative(name: string, ...options: readonly string[]): Native {
  assert.ok(existsSync(program), "vestibule_parity is not built; run scripts/build native");
  const folder = join(root, "build/parity", name);
  mkdirSync(folder, { recursive: true });
  const { status, stdout } = spawnSync(program, [folder, ...options], { cwd: root, encoding: "utf8" });
  assert.equal(status, 0);
  const [, count] = /^cases (\d+)/m.exec(stdout) ?? [];
  const [, digest] = /^digest ([0-9a-f]{64})$/m.exec(stdout) ?? [];
  assert.ok(digest !== undefined, stdout);
  return { cases: Number(count), digest, file: readFileSync(join(folder, "cases.bin")) };
}

before(() => {
  native = runNative("all");
});

function assertSame(report: ParityReport, expected = native): void {
  assert.deepEqual(report.mismatches, []);
  assert.equal(report.cases, expected.cases);
  assert.equal(report.digest, expected.digest, "an answer differs from the native one");
  assert.ok(report.compared > expected.cases / 4, `only ${report.compared} answers were compared with the object path`);
}

test("Node answers as the native core does", async (context) => {
  const { load } = await importPackage();
  const report = await runParity(native.file, await fullEngine("inline"), await load(), atlas);
  context.diagnostic(`${report.cases} cases, ${report.compared} compared with the object path`);
  assertSame(report);
});

test("the long campaign runs", () => {
  const campaign = [join(root, "tests/parity/campaign.ts"), "--records", "50", "--seed", "7"];
  const { status, stdout, stderr } = spawnSync(process.execPath, campaign, { encoding: "utf8" });
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^50 records: native, WebAssembly and JavaScript agree byte for byte/m);
});

async function inChromium(entry: "inline" | "js", { file }: Native, policy: string): Promise<ParityReport> {
  const routes: Routes = new Map();
  addFolder(routes, "/package/", dist);
  routes.set("/cases.bin", file);
  routes.set("/parity.js", await bundle("parity-page.ts"));
  routes.set("/parity.html", '<!doctype html><title>t</title><script type="module" src="/parity.js"></script>');
  await using server = await startStaticServer(routes, { policy });
  await using browser = await launchChromium();
  const { page } = await openPage(browser, `${server.origin}/parity.html?${entry}`);
  return await page.evaluate(() => (globalThis as unknown as { readonly parity: Promise<ParityReport> }).parity);
}

test("Chromium answers as the native core does", async () => {
  assertSame(await inChromium("inline", native, strictPolicy));
});

test("the module as JavaScript answers as the native core does, where a policy forbids WebAssembly", async () => {
  // Every vector; more generated records take it minutes, and scripts/campaigns.d/50-parity has them.
  const vectors = runNative("vectors", "--records", "100");
  assertSame(await inChromium("js", vectors, "default-src 'none'; script-src 'self'; connect-src 'self'"), vectors);
});

test("workerd answers as the native core does", async () => {
  await using workerd = await startWorkerd({
    "worker.js": await bundle("parity-worker.ts", ["./index.workerd.js", "./atlas.js", "./full.wasm"]),
    "index.workerd.js": readFileSync(join(dist, "index.workerd.js")),
    "atlas.js": readFileSync(join(dist, "atlas.js")),
    "atlas.inline.js": readFileSync(join(dist, "atlas.inline.js")),
    "full.wasm": wasm,
  });
  const response = await fetch(workerd.origin, { method: "POST", body: new Uint8Array(native.file) });
  assert.equal(response.status, 200);
  assertSame((await response.json()) as ParityReport);
});
