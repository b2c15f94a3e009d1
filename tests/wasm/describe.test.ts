// Findings in words, with the English locale and with odd ones.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { codeParams } from "../../wasm/package/src/generated/codes.ts";
import type { Core, Finding, Locale } from "../../wasm/package/src/types.ts";
import { importLocale, importPackage, type Vestibule } from "./support/package.ts";

let vestibule: Vestibule;
let core: Core;
let english: Locale;

before(async () => {
  vestibule = await importPackage();
  core = await vestibule.load();
  english = await importLocale();
});

const finding = (code: string, pointer: string, params: Readonly<Record<string, string>> = {}): Finding =>
  ({ code, severity: "error", pointer, params }) as Finding;

test("params and labels are filled in", () => {
  const words = (record: object): readonly string[] =>
    core.check(record, { op: "create" }).findings.map((found) => vestibule.describe(found, english));
  assert.deepEqual(words({ recordType: "Business", billingState: "Bavaria", numberOfEmployees: -1 }), [
    "Enter Name.",
    "Enter a number from 0 to 99,999,999.",
    "The address has no Country.",
  ]);
});

test("every code has words, and no words of another code's params are left open", () => {
  for (const [code, names] of Object.entries(codeParams)) {
    // The parameter "missing" names a field; the others are shown as they are.
    const params = Object.fromEntries(names.map((name) => [name, name === "missing" ? "name" : "7"]));
    const words = vestibule.describe(finding(code, "/name", params), english);
    assert.match(words, /^[^{}]+$/, code);
    assert.notEqual(words, code);
  }
});

test("a member of a batch is named by its last part, an unknown one as it is written", () => {
  const locale: Locale = { codes: { "field.required": "<{label}>" }, labels: { name: "Name", "a/b~1": "odd" } };
  const words = (pointer: string): string => vestibule.describe(finding("field.required", pointer), locale);
  assert.deepEqual(["/3/name", "/nmae", "/a~1b~01", "", "/toString"].map(words), [
    "<Name>",
    "<nmae>",
    "<odd>",
    "<>",
    "<toString>",
  ]);
});

test("what was typed is never read as a pattern or a name", () => {
  const locale: Locale = { codes: { "json.limit": "{what} {max}", "id.object": "{expected} {toString}" }, labels: {} };
  assert.equal(vestibule.describe(finding("json.limit", "", { what: "{max} $&", max: "2" }), locale), "{max} $& 2");
  assert.equal(vestibule.describe(finding("id.object", "", { expected: "003" }), locale), "003 {toString}");
});

test("a code without words is answered as it is", () => {
  const locale: Locale = { codes: {}, labels: {} };
  assert.equal(vestibule.describe(finding("json.empty", ""), locale), "json.empty");
  assert.equal(vestibule.describe(finding("toString", ""), locale), "toString");
});
