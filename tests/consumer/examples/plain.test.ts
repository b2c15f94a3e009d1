// A page of plain HTML, without a bundler: two lines bring the element.
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
