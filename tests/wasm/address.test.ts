// Addresses and countries through the package; the rules themselves are tested natively.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Core } from "../../wasm/package/src/types.ts";
import { importPackage } from "./support/package.ts";

let core: Core;
before(async () => {
  core = await (await importPackage()).load();
});

test("a layout has the parts of the country in its order, with labels and an example", () => {
  const layout = core.address.layout("US");
  assert.equal(layout?.name, "United States");
  assert.deepEqual(
    layout?.parts.map(({ part, label, required }) => [part, label, required]),
    [
      ["name", "name", false],
      ["organization", "organization", false],
      ["street", "street", true],
      ["city", "city", true],
      ["state", "state", true],
      ["postalCode", "zip", true],
    ],
  );
  assert.equal(layout?.parts.at(-1)?.example, "95014");
  assert.equal(core.address.layout("QQ"), null);
});

test("areas come when asked for, and latin letters change the order", () => {
  const state = core.address.layout("JP", { areas: true })?.parts.find(({ part }) => part === "state");
  assert.equal(state?.areas?.length, 47);
  assert.deepEqual(state?.areas?.[12], {
    value: "\u6771\u4eac\u90fd",
    name: "\u6771\u4eac\u90fd",
    latin: "Tokyo",
    iso: "13",
  });
  assert.equal(core.address.layout("JP")?.parts[0]?.part, "postalCode");
  assert.equal(core.address.layout("JP", { latin: true })?.parts.at(-1)?.part, "postalCode");
  const california = core.address
    .layout("US", { areas: true })
    ?.parts.flatMap(({ areas }) => areas ?? [])
    .find(({ value }) => value === "CA");
  assert.deepEqual(california, { value: "CA", name: "California", iso: "CA" });
});

test("a label follows the country's post", () => {
  const parts = { organization: "Fjordlys AS", street: "Havnegata 7", city: "Trondheim", postalCode: "7010" };
  assert.equal(core.address.format(parts, { country: "NO" }), "Fjordlys AS\nHavnegata 7\n7010 Trondheim");
  assert.equal(
    core.address.format(parts, { country: "NO", style: "line", withCountry: true }),
    "Fjordlys AS, Havnegata 7, 7010 Trondheim, NORWAY",
  );
  const tokyo = { street: "Wakabayashi 1-2-3", state: "\u6771\u4eac\u90fd", postalCode: "1540023" };
  assert.equal(core.address.format(tokyo, { country: "JP", latin: true }), "Wakabayashi 1-2-3, TOKYO\n154-0023");
});

test("a pasted block is split, with what is left over", () => {
  const split = core.address.split(
    "Redwood Robotics, Inc.\n1 Market St\nSan Francisco, CA 94105\nTel. +1 415 555 0100",
  );
  assert.equal(split?.country, "US");
  assert.deepEqual(split?.parts.city, { text: "San Francisco", confidence: "high" });
  assert.deepEqual(split?.parts.state, { text: "CA", confidence: "high" });
  assert.deepEqual(split?.parts.country, { text: "", confidence: "medium" });
  assert.equal(split?.rest, "Tel. +1 415 555 0100");
  assert.equal(core.address.split("Somewhere 5\n1010", { country: "AT" })?.country, "AT");
});

test("a country is found by code and by name", () => {
  assert.deepEqual(core.country.find("uk"), { code: "GB", name: "United Kingdom" });
  assert.deepEqual(core.country.find("DEUTSCHLAND"), { code: "DE", name: "Germany" });
  assert.equal(core.country.find("Atlantis"), null);
});

test("one field is judged by the country and the state of its own address", () => {
  const record = { billingCountry: "DE", shippingCountry: "US", shippingState: "CA" };
  const codes = (name: string, value: string): readonly string[] =>
    core.checkField(name, value, { record }).findings.map(({ code }) => code);
  assert.deepEqual(codes("shippingPostalCode", "90210"), []);
  assert.deepEqual(codes("shippingPostalCode", "10001"), ["postal.area"]);
  assert.deepEqual(codes("billingPostalCode", "1234"), ["postal.format"]);
  assert.deepEqual(codes("shippingState", "Bavaria"), ["state.unknown"]);
});

test("without the atlas there is no answer", async () => {
  const bare = await (await importPackage()).load({ atlas: false });
  assert.equal(bare.address.layout("US"), null);
  assert.equal(bare.address.format({ city: "Oslo" }, { country: "NO" }), null);
  assert.equal(bare.address.split("Oslo"), null);
  assert.equal(bare.country.find("GB"), null);
});

test("what is no text is refused as a mistake of the caller", () => {
  assert.throws(() => core.address.layout(7 as never), { name: "VestibuleUsageError" });
  assert.throws(() => core.address.format({ city: 7 as never }, { country: "NO" }), { name: "VestibuleUsageError" });
  assert.throws(() => core.address.format({}, { country: "NO", style: "x" as never }), { name: "VestibuleUsageError" });
});
