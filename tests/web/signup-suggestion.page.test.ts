// Suggestions in a browser: a button that changes a value when it is pressed, and takes it back.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { controlOf, fieldOf, focusedId, openSite, type Site, submit, untilOutcome } from "./support/site.ts";

let site: Site;
let script: string;
before(async () => {
  site = await openSite();
  const entry = new URL("support/suggesting-page.ts", import.meta.url).pathname;
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    write: false,
    logLevel: "warning",
  });
  script = outputFiles[0]?.text ?? "";
});
after(() => site.close());

// The page's own script is replaced, under its own address and policy; core.wasm then lies beside it without a digest.
async function prepare(page: Page): Promise<void> {
  await page.route(/\/assets\/page-\w+\.js$/, (route) =>
    route.fulfill({ contentType: "text/javascript", body: script }),
  );
  const wasm = readFileSync(new URL("../../wasm/package/dist/core.wasm", import.meta.url));
  await page.route("**/assets/core.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: wasm }));
}

test("a suggestion is offered on leaving, taken by its button, undone by the same button, and not made again", async () => {
  await using visit = await site.visit({ prepare });
  const { page } = visit;
  const email = controlOf(page, "email");
  await email.pressSequentially("ada@example.con");
  assert.equal(await fieldOf(page, "email").getByRole("button").count(), 0);
  await page.keyboard.press("Tab");
  const question = page.getByRole("button", { name: "Did you mean ada@example.com?" });
  assert.equal(await email.inputValue(), "ada@example.con");
  assert.equal(await email.getAttribute("aria-invalid"), "false");
  await question.focus();
  await page.keyboard.press("Enter");
  assert.equal(await email.inputValue(), "ada@example.com");
  assert.equal(await page.getByText("Changed to ada@example.com.").first().isVisible(), true);
  const undo = page.getByRole("button", { name: "Undo" });
  assert.equal(await undo.evaluate((button) => button === document.activeElement), true);
  await page.keyboard.press("Enter");
  assert.equal(await email.inputValue(), "ada@example.con");
  assert.equal(await focusedId(page), "vestibule-email");
  await page.keyboard.press("Tab");
  assert.equal(await fieldOf(page, "email").getByRole("button").count(), 0);
});

test("a suggestion that is not taken refuses nothing", async () => {
  await using visit = await site.visit({ prepare });
  const { page } = visit;
  await page.getByRole("radio", { name: "A person" }).check();
  await controlOf(page, "name").fill("Ada");
  await controlOf(page, "email").fill("ada@example.con");
  await submit(page);
  const panel = await untilOutcome(page, "Your account is open");
  assert.ok((await panel.locator("dd").allInnerTexts()).includes("ada@example.con"));
});
