// What becomes of load() in a real Chromium when core.wasm does not arrive as published: every way heals from the copy.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { addFolder, type Routes, type StaticServer, startStaticServer } from "../support/static-server.ts";
import { launchChromium, openPage, type WatchedPage } from "./support/chromium.ts";
import { dist } from "./support/package.ts";

type Answer = (response: ServerResponse) => void;

// Loads the core of one copy of the package once, checks a record, and says what was reported.
const loadingScript = `
const given = {
  nothing: async () => ({}),
  address: async (folder) => ({ module: folder + "full.wasm" }),
  url: async (folder) => ({ module: new URL(folder + "core.wasm", location.href) }),
  compiled: async (folder) => ({ module: await WebAssembly.compileStreaming(fetch(folder + "core.wasm")) }),
};
const attempt = async (folder, what) => {
  const { load } = await import(folder + "index.browser.js");
  let told;
  let isTold = false;
  const report = new Promise((resolve) => { told = resolve; });
  const onReport = ({ code }) => { isTold = true; told(code); };
  const core = await load({ onReport, ...(await given[what](folder)) });
  if (!core.check({ name: "A", recordType: "Consumer" }).ok) return "does not work";
  const entries = performance.getEntriesByType("resource");
  // Where time is held there are no entries; what took too long is told before the core is there.
  const healed = isTold || entries.some(({ name }) => name.endsWith(folder + "core.inline.js"));
  return healed ? "works after " + (await report) : "works with " + (core.hasFull ? "full" : "core");
};
globalThis.loading = (folder, what) => attempt(folder, what).catch((error) => error.name);
`;

interface TestPage {
  readonly loading: (folder: string, what: string) => Promise<string>;
}

const wasm = readFileSync(join(dist, "core.wasm"));
const files: Routes = new Map();
const routes: Routes = new Map();
const answers: Map<string, Answer> = new Map();
let browser: Browser;
let server: StaticServer;
let watched: WatchedPage;

before(async () => {
  addFolder(files, "", dist);
  routes.set("/page.html", '<!doctype html><title>t</title><script type="module" src="/page.js"></script>');
  routes.set("/page.js", loadingScript);
  server = await startStaticServer(routes, { answers });
  browser = await launchChromium();
  watched = await openPage(browser, `${server.origin}/page.html`);
});

after(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

/** What loading comes to in a copy of the package with other answers; without one violation of the strict policy. */
async function outcome(different: Readonly<Record<string, Answer>>, what = "nothing"): Promise<string> {
  const folder = `/package-${routes.size}/`;
  for (const [name, bytes] of files) routes.set(folder + name, bytes);
  for (const [name, answer] of Object.entries(different)) answers.set(folder + name, answer);
  const words = [folder, what] as const;
  const told = await watched.page.evaluate((all) => (globalThis as unknown as TestPage).loading(...all), words);
  assert.deepEqual(await watched.violations(), []);
  return told;
}

const answered =
  (status: number, type: string, body: string | Uint8Array): Answer =>
  (response) => {
    response.writeHead(status, { "content-type": type, "x-content-type-options": "nosniff" });
    response.end(body);
  };

function changedByOne(): Uint8Array {
  const bytes = Buffer.from(wasm);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  return bytes;
}

test("an intact module loads, whatever the server says of it", async () => {
  assert.equal(await outcome({}), "works with core");
  for (const answer of [answered(200, "text/plain", wasm), answered(503, "application/wasm", wasm)]) {
    assert.equal(await outcome({ "core.wasm": answer }), "works with core");
  }
});

const broken: readonly (readonly [name: string, answer: Answer, report: string])[] = [
  ["W05: changed by one bit", answered(200, "application/wasm", changedByOne()), "core.integrity"],
  ["shorter than published", answered(200, "application/wasm", wasm.subarray(0, 9000)), "core.integrity"],
  ["a page in its place", answered(200, "text/html", "<!doctype html><title>t</title>"), "core.integrity"],
  ["empty", answered(200, "application/wasm", ""), "core.integrity"],
  ["missing", answered(404, "text/plain", "not found"), "core.unreachable"],
  ["an error of the server", answered(503, "text/html", "<!doctype html><title>t</title>"), "core.unreachable"],
  ["a connection closed before an answer", (response) => response.destroy(), "core.unreachable"],
  [
    "a connection cut in the middle of the file",
    (response) => {
      response.writeHead(200, { "content-type": "application/wasm", "content-length": wasm.length });
      if (response.req.method === "HEAD") response.end();
      else response.write(wasm.subarray(0, 9000), () => response.destroy());
    },
    "core.integrity",
  ],
];

for (const [name, answer, report] of broken) {
  test(`${name}: healed, and reported as ${report}`, async () => {
    assert.equal(await outcome({ "core.wasm": answer }), `works after ${report}`);
  });
}

/** A server that hangs, and whether the browser has hung up on it. */
interface Hanging {
  readonly answer: Answer;
  /** Resolves once a request that it left open is given up. */
  readonly givenUp: Promise<void>;
}

function hanging(begin: (response: ServerResponse) => void): Hanging {
  let tell = (): void => {};
  const givenUp = new Promise<void>((done) => {
    tell = done;
  });
  const answer: Answer = (response) => {
    response.once("close", tell);
    begin(response);
  };
  return { answer, givenUp };
}

const neverBegins = (): Hanging => hanging(() => {});

/** With the size that the file has, so that the browser has no reason to think that this is all. */
const neverEnds = (): Hanging =>
  hanging((response) => {
    response.writeHead(200, { "content-type": "application/wasm", "content-length": wasm.length });
    response.write(wasm.subarray(0, 9000));
  });

test("a server that takes the request and hangs is not waited for: healed, reported, and hung up on", async () => {
  const servers = [neverBegins(), neverEnds()];
  const outcomes = await Promise.all(servers.map(({ answer }) => outcome({ "core.wasm": answer })));
  assert.deepEqual(outcomes, ["works after core.unreachable", "works after core.unreachable"]);
  await Promise.all(servers.map(({ givenUp }) => givenUp));
});

/** In a page whose time passes when it is told to: what loading comes to on servers that hang. */
async function outcomeLater(different: Readonly<Record<string, Hanging>>, minutes: string): Promise<string> {
  const folder = `/package-${routes.size}/`;
  for (const [name, bytes] of files) routes.set(folder + name, bytes);
  for (const [name, { answer }] of Object.entries(different)) answers.set(folder + name, answer);
  const late = await openPage(browser, `${server.origin}/page.html`);
  const { page } = late;
  const asked = Promise.all(Object.keys(different).map((name) => page.waitForRequest(`**${folder}${name}`)));
  await page.clock.install();
  await page.reload();
  await page.waitForFunction(() => "loading" in globalThis);
  const told = page.evaluate((at) => (globalThis as unknown as TestPage).loading(at, "nothing"), folder);
  await page.waitForRequest(`**${folder}core.wasm`);
  await page.clock.fastForward("00:08");
  await asked;
  await page.clock.fastForward(minutes);
  assert.deepEqual(await late.violations(), []);
  const outcome = await told;
  await different["core.wasm"]?.givenUp;
  await page.close();
  return outcome;
}

for (const [name, begin] of Object.entries({ "begins to answer": neverBegins, "ends its answer": neverEnds })) {
  test(`where no copy comes either, whoever waits on a server that never ${name} is told`, async () => {
    const silent = { "core.wasm": begin(), "core.inline.js": begin() };
    assert.equal(await outcomeLater(silent, "01:00"), "VestibuleLoadError");
  });
}

test("a request that the browser aborts is healed", async () => {
  await watched.page.route("**/core.wasm", (route) => route.abort("aborted"));
  try {
    assert.equal(await outcome({}), "works after core.unreachable");
  } finally {
    await watched.page.unroute("**/core.wasm");
  }
});

test("a script without an address of its own, as some bundlers make, is healed", async () => {
  const contents = `import { load } from "./index.browser.js";
    load().then((core) => { document.title = core.check({ name: "A", recordType: "Consumer" }).ok; });`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: dist },
    bundle: true,
    format: "iife",
    write: false,
    // What is tested: this format has no import.meta.
    logOverride: { "empty-import-meta": "silent" },
  });
  routes.set("/classic.js", outputFiles[0]?.text ?? "");
  routes.set("/classic.html", '<!doctype html><title>t</title><script src="/classic.js"></script>');
  const { page, violations } = await openPage(browser, `${server.origin}/classic.html`);
  await page.waitForFunction(() => document.title !== "t");
  assert.equal(await page.title(), "true");
  assert.deepEqual(await violations(), []);
});

const missing = answered(404, "text/plain", "not found");

test("without the module and without its copy, load() rejects by name", async () => {
  assert.equal(await outcome({ "core.wasm": missing, "core.inline.js": missing }), "VestibuleLoadError");
});

test("a host brings its own: the address of a module, or a compiled one", async () => {
  assert.equal(await outcome({}, "address"), "works with full");
  assert.equal(await outcome({}, "url"), "works with core");
  assert.equal(await outcome({}, "compiled"), "works with core");
  assert.equal(await outcome({ "full.wasm": missing }, "address"), "VestibuleLoadError");
});
