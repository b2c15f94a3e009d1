// core.explain, and how a program comes by the texts behind it.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { readCatalogue } from "../../scripts/generate.d/catalogue.ts";
import type { Code } from "../../wasm/package/src/generated/codes.ts";
import { dist, importPackage, root } from "./support/package.ts";

const { load, VestibuleUsageError } = await importPackage();

test("every code has its rule, source, fix and params", async () => {
  const core = await load();
  for (const { name, rule, source, fix, params } of readCatalogue(root).codes) {
    assert.deepEqual(core.explain(name as Code), { code: name, rule, source, fix, params });
  }
});

test("what is no code is a mistake of the caller", async () => {
  const core = await load();
  for (const code of ["email", "toString", "", undefined]) {
    assert.throws(() => core.explain(code as Code), VestibuleUsageError);
  }
});

test("a program that does not ask for the texts does not load them", async () => {
  const core = await load({ reference: false });
  assert.equal(core.hasReference, false);
  assert.throws(() => core.explain("json.bom"), { name: "VestibuleUsageError", message: /loadReference/ });
  assert.throws(() => core.jsonSchema("customer"), VestibuleUsageError);
  assert.equal(core.check({ name: "Ada", recordType: "Consumer" }).ok, true);
  await core.loadReference();
  assert.equal(core.hasReference, true);
  assert.equal(core.explain("json.bom").fix, "Send the text without U+FEFF in front.");
  assert.equal((await load()).hasReference, true);
});

test("the texts work without the module", async () => {
  const reference: typeof import("../../wasm/package/src/reference.ts") = await import(
    pathToFileURL(join(dist, "reference.js")).href
  );
  const core = await load();
  assert.deepEqual(reference.explain("json.bom"), core.explain("json.bom"));
  assert.deepEqual(reference.jsonSchema("contact", "draft-07"), core.jsonSchema("contact", "draft-07"));
});
