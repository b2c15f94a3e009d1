// <vestibule-signup> in other people's pages, each from an empty folder to a customer in the sandbox: types, build, sign-up.
// Prints how many lines of the host's sources are about it, and how long each part took here.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { freePort } from "../../../web/gateway/workerd/free-port.ts";
import { launchChromium } from "../../wasm/support/chromium.ts";
import { run, serve } from "../bundlers/support/run.ts";
import { type HostOptions, startHost } from "./support/host.ts";
import { assertTypes, type Example, installExample } from "./support/install.ts";
import { assertSignUp } from "./support/sign-up.ts";

const mostLines = 5;
const next = [process.execPath, "node_modules/next/dist/bin/next"];

let browser: Browser;
const rows: string[] = [];
before(async () => {
  browser = await launchChromium();
});
after(async () => {
  await browser?.close();
  console.log(["example   lines  install    build  sign-up", ...rows].join("\n"));
});

/** Lines that a host writes about the element: what imports it, names it, or lets a framework pass it on. */
function hostLines(folder: string): number {
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => !path.includes("node_modules") && /\.(?:html|tsx?|vue|svelte)$|vite\.config\.js$/.test(path))
    .flatMap((path) => readFileSync(join(folder, path), "utf8").split("\n"));
  return sources.filter((line) => /vestibule/.test(line)).length;
}

async function timed<Thing>(times: number[], work: () => Thing | Promise<Thing>): Promise<Thing> {
  const begin = performance.now();
  const thing = await work();
  times.push(performance.now() - begin);
  return thing;
}

/** From nothing to a customer: `build` leaves pages in the folder it answers. */
async function embed(name: string, build: (folder: string) => string, options: HostOptions = {}): Promise<void> {
  const times: number[] = [];
  using example = await timed<Example>(times, () => installExample(name));
  const lines = hostLines(example.folder);
  const pages = await timed(times, () => build(example.folder));
  await using host = await startHost(pages, options);
  await timed(times, () => assertSignUp(browser, host, `${host.origin}/`));
  tell(name, lines, times);
  if (name !== "plain") assertTypes(example.folder);
}

function tell(name: string, lines: number, times: readonly number[]): void {
  const seconds = times.map((time) => `${(time / 1000).toFixed(1)} s`.padStart(9));
  rows.push(name.padEnd(8) + String(lines).padStart(7) + seconds.join(""));
  assert.ok(lines >= 1 && lines <= mostLines, `${name} takes ${lines} lines`);
}

test("plain HTML", () => embed("plain", (folder) => folder));

function buildPages(folder: string): string {
  run(folder, ["npm", "run", "build"]);
  return join(folder, "dist");
}

test("react", () => embed("react", buildPages));
// These two make markup of texts, each by a policy of its own, which a page that has them must allow.
test("vue", () => embed("vue", buildPages, { trustedTypes: "vue" }));
test("svelte", () => embed("svelte", buildPages, { trustedTypes: "svelte-trusted-html" }));

test("next", async () => {
  const times: number[] = [];
  using example = await timed<Example>(times, () => installExample("next"));
  const lines = hostLines(example.folder);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  await using host = await startHost(example.folder, { origins: [origin] });
  // Next writes where its rewrites lead to into what it builds.
  await timed(times, () => run(example.folder, [...next, "build"], { GATEWAY: host.origin }));
  await using _served = await serve(example.folder, [...next, "start", "--port", String(port)]);
  // Its pages have inline scripts: a policy without them is its host's to arrange.
  await timed(times, () => assertSignUp(browser, host, `${origin}/`, false));
  tell("next", lines, times);
  assertTypes(example.folder);
});
