// A page of plain HTML, without a bundler: three lines bring the element.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { launchChromium } from "../../wasm/support/chromium.ts";
import { startHost } from "./support/host.ts";
import { installExample } from "./support/install.ts";
import { assertSignUp } from "./support/sign-up.ts";

test("plain HTML signs somebody up", async () => {
  using example = installExample("plain");
  await using host = await startHost(example.folder);
  await using browser = await launchChromium();
  await assertSignUp(browser, host, `${host.origin}/`);
});

test("the lines that the READMEs show are those of this page", () => {
  const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
  const linesOf = (html: string): readonly string[] => html.split("\n").map((line) => line.trim());
  const page = linesOf(read("web/examples/plain/index.html"));
  for (const readme of ["README.md", "wasm/package/README.md"]) {
    const shown = /```html\n(.*?)```/s.exec(read(readme))?.[1] ?? "";
    const lines = linesOf(shown.trimEnd());
    assert.equal(lines.length, 3, readme);
    for (const line of lines) assert.ok(page.includes(line), `${readme}: ${line}`);
  }
});
