// Hints at duplicates through the package; the rules themselves are tested natively.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Core } from "../../wasm/package/src/types.ts";
import { importPackage } from "./support/package.ts";

let core: Core;
before(async () => {
  core = await (await importPackage()).load();
});

const acme = {
  name: "ACME, Ltd.",
  recordType: "Business",
  email: "Ines.Duarte+nue@acme.example",
  phone: "+47 22 00 11 22",
  website: "https://www.acme.example/de",
};

test("keys are what of a record is compared (U22)", () => {
  assert.deepEqual(core.matching.keys(acme), {
    name: "acme",
    email: "inesduarte@acme.example",
    emailDomain: "acme.example",
    phone: "+4722001122",
    website: "acme.example",
  });
  assert.equal(core.matching.keys({ name: "Stra\u00dfe \u017f" }).name, "strasse s");
  assert.deepEqual(core.matching.keys({}), { name: "", email: "", emailDomain: "", phone: "", website: "" });
});

test("a contact goes by both its names; what is no text of its own counts as absent", () => {
  assert.equal(core.matching.keys({ firstName: "Ines", lastName: "Duarte" }).name, "ines duarte");
  assert.equal(core.matching.keys({ name: 7, email: null, phone: ["1"] }).name, "");
  assert.equal(core.matching.keys(Object.create({ name: "inherited" })).name, "");
  assert.equal(core.matching.keys({ name: "Acme\0x", email: "a@acme.example" }).email, "a@acme.example");
});

test("compare says why two look alike, and nothing where nothing speaks for it", () => {
  assert.deepEqual(core.matching.compare(acme, { name: "Acme Inc", email: "b@acme.example" }), [
    { key: "name", likeness: "equal", strength: "medium" },
    { key: "emailDomain", likeness: "equal", strength: "medium" },
  ]);
  assert.deepEqual(core.matching.compare({ name: "Fjordlys" }, { name: "Fjordlis" }), [
    { key: "name", likeness: "near", strength: "weak" },
  ]);
  assert.deepEqual(core.matching.compare({ email: "a@gmail.com" }, { email: "b@gmail.com" }), []);
});

test("anything but two records is misuse", () => {
  assert.throws(() => core.matching.keys("Acme" as never), { name: "VestibuleUsageError" });
  assert.throws(() => core.matching.compare({}, undefined as never), { name: "VestibuleUsageError" });
});
