// A server alone: what a script with the API key makes of a file.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type Result, runAnyway } from "../bundlers/support/run.ts";
import { startHost } from "./support/host.ts";
import { assertTypes, installExample } from "./support/install.ts";

test("a server creates the customers of a file, or none of them and says why", async () => {
  using example = installExample("node");
  assertTypes(example.folder);
  await using host = await startHost(example.folder);
  const settings = { NUE_URL: host.nue.url, NUE_API_KEY: host.nue.key };
  const create = (customers: readonly object[]): Result => {
    writeFileSync(join(example.folder, "customers.json"), JSON.stringify(customers));
    return runAnyway(example.folder, [process.execPath, "create-customers.ts"], settings);
  };

  const good = { name: "Harrow & Finch Ltd", recordType: "Business" };
  const refused = create([good, { name: "Acme", recordType: "Charity" }]);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /^\/1\/recordType error /);
  assert.deepEqual(await host.customersNamed(good.name), []);

  const created = create([good, { name: "Ada Lovelace", recordType: "Consumer" }]);
  assert.equal(created.status, 0, created.stderr);
  assert.equal((await host.customersNamed(good.name)).length, 1);
  assert.equal((await host.customersNamed("Ada Lovelace")).length, 1);
});
