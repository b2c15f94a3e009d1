// Web addresses against this runtime's own URL parser: where our rules do not say otherwise, both write them alike. More
// of them: VESTIBULE_ADDRESSES=1000000 scripts/node --test tests/wasm/hosts.test.ts
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Core } from "../../wasm/package/src/types.ts";
import { makeAddresses } from "./support/addresses.ts";
import { importPackage } from "./support/package.ts";

let core: Core;
before(async () => {
  core = await (await importPackage()).load();
});

test("an address is stored as the URL standard writes it, or refused by a rule of ours", () => {
  const count = Number(process.env["VESTIBULE_ADDRESSES"] ?? 5_000);
  let accepted = 0;
  for (const { input, expected } of makeAddresses(count, 3986)) {
    const result = core.checkField("website", input);
    assert.equal(result.value, expected, JSON.stringify(input));
    if (result.ok) accepted++;
  }
  assert.ok(accepted > count / 10, `only ${accepted} of ${count} were accepted`);
});
