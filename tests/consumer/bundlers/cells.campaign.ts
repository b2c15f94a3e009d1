// The package in every bundler and runtime of README.md, from the packed tarball. scripts/campaigns.d/86-bundlers runs it.
import assert from "node:assert/strict";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import type { Browser } from "playwright-core";
import { freePort } from "../../../web/gateway/workerd/free-port.ts";
import { launchChromium } from "../../wasm/support/chromium.ts";
import { type Group, installGroup } from "./support/install.ts";
import { assertBuilt, assertPage, expected } from "./support/page.ts";
import { run, type Served, serve } from "./support/run.ts";

const node = process.execPath;
let browser: Browser;
let group: Group;

before(async () => {
  browser = await launchChromium();
});
after(() => browser?.close());

/** The cells of one group, which share an installation. */
function cellsOf(name: string, cells: (folder: () => string) => void): void {
  suite(name, () => {
    before(() => {
      group = installGroup(name);
    });
    after(() => group?.[Symbol.dispose]());
    cells(() => group.folder);
  });
}

/** Has a server for developers serve the page. */
async function assertServed(folder: string, words: readonly string[], path = "/"): Promise<void> {
  const port = await freePort();
  await using served = await serve(folder, [...words, "--port", String(port)]);
  await assertPage(browser, served.origin + path);
}

function assertPrinted(folder: string, ...words: readonly string[]): void {
  assert.equal(run(folder, words).trim(), expected);
}

const vite = ["node_modules/vite/bin/vite.js"];
const viteDev = [node, ...vite, "--strictPort", "--host", "127.0.0.1"];

cellsOf("vite8", (folder) => {
  test("Vite 8, built", async () => {
    run(folder(), [node, ...vite, "build"]);
    await assertBuilt(browser, join(folder(), "dist"));
  });
  test("Vite 8, for developers", () => assertServed(folder(), viteDev));
  test("Vitest", () => {
    run(folder(), [node, "node_modules/vitest/vitest.mjs", "run", "some.test.js"], { EXPECTED: expected });
  });
  test("Vite 8 for a server, packages outside", () => {
    run(folder(), [node, ...vite, "build", "--ssr", "print.mjs", "--outDir", "dist-external"]);
    assertPrinted(folder(), node, "dist-external/print.js");
  });
  test("Vite 8 for a server, packages inside", () => {
    run(folder(), [node, "ssr-bundled.mjs"]);
    // Alone, so that nothing outside can help it.
    cpSync(join(folder(), "dist-bundled"), join(folder(), "elsewhere"), { recursive: true });
    rmSync(join(folder(), "node_modules/vestibule"), { recursive: true });
    assertPrinted(join(folder(), "elsewhere"), node, "print.js");
  });
});

cellsOf("vite7", (folder) => {
  test("Vite 7, for developers", () => assertServed(folder(), viteDev));
});

cellsOf("others", (folder) => {
  for (const bundler of ["webpack", "rollup", "rolldown", "esbuild"]) {
    test(bundler, async () => {
      run(folder(), [node, "build.mjs", bundler]);
      await assertBuilt(browser, join(folder(), "dist"));
      rmSync(join(folder(), "dist"), { recursive: true });
    });
  }
  test("Parcel, the core", async () => {
    run(folder(), [node, "build.mjs", "parcel", "core.html"]);
    await assertBuilt(browser, join(folder(), "dist"), "core.html", "Acme Ltd");
    rmSync(join(folder(), "dist"), { recursive: true });
  });
  test("Parcel, told to read the exports of packages", async () => {
    const file = join(folder(), "package.json");
    const manifest = JSON.parse(readFileSync(file, "utf8"));
    const told = { ...manifest, "@parcel/resolver-default": { packageExports: true } };
    writeFileSync(file, JSON.stringify(told));
    run(folder(), [node, "build.mjs", "parcel"]);
    await assertBuilt(browser, join(folder(), "dist"));
  });
});

const next = [node, "node_modules/next/dist/bin/next"];

cellsOf("next", (folder) => {
  for (const bundler of ["turbopack", "webpack"]) {
    suite(bundler, () => {
      let served: Served;
      before(async () => {
        run(folder(), [...next, "build", `--${bundler}`]);
        served = await serve(folder(), [...next, "start", "--port", String(await freePort())]);
      });
      after(async () => {
        await served?.[Symbol.asyncDispose]();
        rmSync(join(folder(), ".next"), { recursive: true });
      });
      test("Next 16, client", () => assertPage(browser, `${served.origin}/`));
      test("Next 16, server component", () => assertPage(browser, `${served.origin}/server`));
      test("Next 16, route", async () => {
        assert.equal(await (await fetch(`${served.origin}/api/check`)).text(), expected);
      });
    });
  }
});

cellsOf("runtimes", (folder) => {
  for (const version of ["20", "22"]) {
    test(`Node ${version}`, () => {
      const program = join(folder(), `node_modules/node${version}/bin/node`);
      assert.ok(run(folder(), [program, "--version"]).startsWith(`v${version}.`));
      assertPrinted(folder(), program, "print.mjs");
    });
  }
  test("Deno", () => {
    const words = ["run", "--no-remote", "--node-modules-dir=manual", "--allow-read", "--allow-env", "print.mjs"];
    assertPrinted(folder(), node, "node_modules/deno/bin.cjs", ...words);
  });
});

test("no lock names a registry", () => {
  for (const name of ["vite8", "vite7", "others", "next", "runtimes"]) {
    const lock = readFileSync(join(import.meta.dirname, name, "package-lock.json"), "utf8");
    assert.doesNotMatch(lock, /https?:\/\/registry|"resolved"/, name);
  }
});
