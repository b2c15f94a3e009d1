// The package in Node: loading, checking records, fields and batches.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import type { Core } from "../../wasm/package/src/types.ts";
import { contractFailures } from "./support/contract.ts";
import { importPackage, packageFolder, root, type Vestibule } from "./support/package.ts";

let vestibule: Vestibule;
let core: Core;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

before(async () => {
  vestibule = await importPackage();
  core = await vestibule.load();
});

test("the contract holds", async () => {
  assert.deepEqual(await contractFailures(vestibule), []);
});

test("the version is the package's and the core's", () => {
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  assert.equal(core.version, version);
  const header = readFileSync(join(root, "core/include/vestibule/version.hpp"), "utf8");
  assert.ok(header.includes(`version = "${version}"`));
});

test("what is no text, number or boolean has the wrong type; what is undefined is not there", () => {
  const wrong: readonly unknown[] = [{}, () => 0, 1n, Symbol("s"), new Date(0), [1], ["a", 1], Number.NaN, Infinity];
  for (const value of wrong) {
    const result = core.check({ name: value, recordType: "Business" });
    assert.deepEqual(
      result.findings.map(({ code, pointer, params }) => [code, pointer, params]),
      [["field.type", "/name", { expected: "string" }]],
      String(value),
    );
  }
  for (const value of [Number.NaN, -Infinity, "1", true, [1]]) {
    const { findings } = core.check({ numberOfEmployees: value }, { op: "patch" });
    assert.deepEqual(
      findings.map(({ code, params }) => [code, params]),
      [["field.type", { expected: "integer" }]],
    );
  }
  const { ok, changed } = core.check({ name: "A", recordType: "Business", email: undefined, nmae: undefined });
  assert.deepEqual([ok, changed], [true, []]);
});

test("booleans, null, numbers and lists of texts pass as they are", () => {
  const record = {
    name: "A",
    recordType: "Business",
    numberOfEmployees: -0,
    paymentMethods: ["ACH", "Credit Card"],
    taxExempt: false,
    billCycleDay: 31,
    billingProrationEnabled: true,
  };
  const { value } = core.check(record, { strictness: "api" });
  assert.deepEqual(value, { ...record, numberOfEmployees: 0, billCycleDay: "31" });
  assert.notEqual(value?.paymentMethods, record.paymentMethods);
  assert.equal(JSON.stringify(core.check({ email: null }, { op: "patch" }).value), '{"email":null}');
});

test("a value has the order of the catalogue and is an object of its own, whatever the record is like", () => {
  const record = { name: "A", recordType: "Business", phone: "+49 30 901820", numberOfEmployees: -0 };
  const expected = '{"name":"A","recordType":"Business","phone":"+4930901820","numberOfEmployees":0}';
  const given = JSON.stringify(record);
  const alike: readonly object[] = [
    record,
    Object.freeze({ ...record }),
    Object.fromEntries(Object.entries(record).reverse()),
    { ...record, email: undefined },
    { ...record, [Symbol("s")]: 1 },
    Object.assign(Object.create({ fax: "1" }), record),
    new Proxy(record, {}),
  ];
  for (const each of alike) {
    const { value, changed } = core.check(each);
    assert.equal(JSON.stringify(value), expected);
    assert.deepEqual(Reflect.ownKeys(value ?? {}), Object.keys(record));
    assert.deepEqual(changed, ["/phone"]);
    assert.notEqual(value, each);
  }
  assert.equal(JSON.stringify(record), given);
});

test("half a character is found in whichever member it is", () => {
  const half = "\uD800";
  const cases: readonly [object, string, string][] = [
    [{ name: half, phone: "1" }, "/name", "0"],
    [{ numberOfEmployees: 12, taxExempt: true, name: `\u00E9${half}` }, "/name", "2"],
    [{ name: "A", paymentMethods: ["ACH", half] }, "/paymentMethods", "0"],
    // Two halves that one text would have joined.
    [{ name: half, industry: "\uDC00" }, "/name", "0"],
    [{ name: "\u00E9", nmae: 1, [`a${half}`]: 1 }, "/a\uFFFD", "1"],
  ];
  for (const [record, pointer, offset] of cases) {
    assert.deepEqual(core.check(record, { op: "patch", strictness: "api" }).findings, [
      { code: "json.surrogate", severity: "error", pointer, params: { offset } },
    ]);
  }
  const whole = { name: "\u{10000}", industry: "\u00E9" };
  assert.deepEqual(core.check(whole, { op: "patch", strictness: "api" }).value, whole);
});

test("what means no value is left out of a new record, and told", () => {
  const result = core.check({ name: "A", recordType: "Business", phone: "", email: null });
  assert.equal(
    JSON.stringify(result),
    '{"ok":true,"value":{"name":"A","recordType":"Business"},"changed":["/email","/phone"],"findings":[]}',
  );
});

test("options reach the core", () => {
  assert.deepEqual(
    core.check({ phone: "0171 1234567" }, { op: "patch" }).findings.map(({ code }) => code),
    ["phone.no_country"],
  );
  assert.deepEqual(core.check({ phone: "0171 1234567" }, { op: "patch", country: "DE" }).findings, []);
  assert.equal(core.check({ paymentTerm: "Net 30" }, { op: "patch" }).ok, false);
  assert.equal(core.check({ paymentTerm: "Net 30" }, { op: "patch", strictness: "api" }).ok, true);
});

test("bytes of any kind are read as text", () => {
  const text = '{"name":"A","recordType":"Business"}';
  const inside = new Uint8Array([...bytes("x"), ...bytes(text), ...bytes("x")]).subarray(1, -1);
  for (const input of [bytes(text), bytes(text).slice().buffer, Buffer.from(text), inside]) {
    assert.equal(core.check(input).ok, true);
  }
  const { findings } = core.check(bytes(`[${text}]`), { format: "json" });
  assert.deepEqual(findings, [{ code: "json.shape", severity: "error", pointer: "", params: { expected: "object" } }]);
  assert.deepEqual(core.check(bytes(`[${text}]`), { format: "batch" }).value, [JSON.parse(text)]);
  assert.deepEqual(core.check(bytes("{}}")).findings, [
    { code: "json.syntax", severity: "error", pointer: "", params: { offset: "2" } },
  ]);
});

test("a field is judged by itself, with what other members say about it", () => {
  assert.deepEqual(core.checkField("name", undefined), { ok: true, value: undefined, changed: [], findings: [] });
  assert.deepEqual(core.checkField("email", " "), { ok: true, value: null, changed: ["/email"], findings: [] });
  assert.deepEqual(core.checkField("email", null, { op: "patch" }).changed, []);
  assert.equal(core.checkField("billCycleDay", 7, { strictness: "api" }).value, "7");
  const codes = (value: unknown, record?: object): readonly string[] =>
    core.checkField("phone", value, record === undefined ? {} : { record }).findings.map(({ code }) => code);
  assert.deepEqual(codes("0171 1234567"), ["phone.no_country"]);
  assert.deepEqual(codes("0171 1234567", { billingCountry: "DE", name: 7 }), []);
  assert.deepEqual(codes("0171 1234567", { billingCountry: {} }), ["phone.no_country"]);
  assert.deepEqual(core.checkField("billingCountry", "de", { record: { billingCountry: "US" } }).value, "DE");
});

test("a name that is no field's is found, whatever its value", () => {
  for (const value of ["x", undefined, null]) {
    assert.deepEqual(core.checkField("nmae", value).findings, [
      { code: "field.unknown", severity: "error", pointer: "/nmae", params: {}, suggestion: "name" },
    ]);
  }
});

test("pointers escape what RFC 6901 escapes", () => {
  const { findings } = core.check({ "a/b~c": 1 }, { op: "patch" });
  assert.equal(findings[0]?.pointer, "/a~1b~0c");
});

test("more findings than are listed are told", () => {
  const record = Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`x${i}`, i]));
  const result = core.check(record, { op: "patch" });
  assert.equal(result.findings.length, 64);
  assert.ok(JSON.stringify(result).endsWith(',"truncated":true}'));
});

test("J08: a text with half a pair is refused, as its JSON is, also where two texts meet", () => {
  const half = (pointer: string, offset: string): object => ({
    ok: false,
    value: null,
    changed: [],
    findings: [{ code: "json.surrogate", severity: "error", pointer, params: { offset } }],
  });
  for (const strictness of ["signup", "api"] as const) {
    const record = { name: "A\u00e9\ud83d", recordType: "Consumer", industry: "\ude00B" };
    assert.deepEqual(core.check(record, { strictness }), half("/name", "3"));
    assert.deepEqual(core.check({ ...record, name: "A" }, { strictness }), half("/industry", "0"));
    assert.deepEqual(core.check({ paymentMethods: ["ACH", "\ud800"] }, { strictness }), half("/paymentMethods", "0"));
    assert.deepEqual(core.check({ "a/\ud83d": 1 }, { op: "patch", strictness }), half("/a~1\ufffd", "2"));
    assert.deepEqual(core.checkField("name", "A\udc00B", { strictness }), half("/name", "1"));
    const asText = core.check(new TextEncoder().encode(JSON.stringify(record)), { strictness });
    assert.deepEqual(
      asText.findings.map(({ code }) => code),
      ["json.surrogate"],
    );
  }
  assert.equal(core.check({ name: "A\ud83d\ude00", recordType: "Consumer" }).ok, true);
});

test("a byte order mark inside of a value is a character of it", () => {
  const { value } = core.check({ name: " \ufeffA" }, { op: "patch", strictness: "api" });
  assert.deepEqual(value, { name: "\ufeffA" });
});

test("an entry for another host is another file with the same exports", async () => {
  const names = Object.keys(await importPackage("index.browser.js")).sort();
  assert.deepEqual(names, ["VestibuleLoadError", "VestibuleProfileError", "VestibuleUsageError", "describe", "load"]);
  assert.deepEqual(Object.keys(vestibule).sort(), names);
});
