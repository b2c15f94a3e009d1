// Calls that no data can cause: they throw, and say what was expected.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Core } from "../../wasm/package/src/types.ts";
import { importPackage } from "./support/package.ts";

let core: Core;

before(async () => {
  core = await (await importPackage()).load();
});

type Anything = (...values: unknown[]) => unknown;

const misuses: readonly (readonly [call: (core: Core) => unknown, message: string])[] = [
  ...[null, undefined, "x", 1, true, 1n].map(
    (record) =>
      [
        ({ check }: Core) => (check as Anything)(record),
        `the record is ${show(record)}; it must be an object.`,
      ] as const,
  ),
  [
    ({ check }) => check(new Uint16Array(2)),
    "the record is [object Uint16Array]; it must be an object, an array, a Uint8Array or an ArrayBuffer.",
  ],
  ...[
    [{ of: "lead" }, 'of is "lead"; it must be "customer" or "contact".'],
    [{ op: "update" }, 'op is "update"; it must be "create" or "patch".'],
    [{ op: null }, 'op is null; it must be "create" or "patch".'],
    [{ strictness: "API" }, 'strictness is "API"; it must be "signup" or "api".'],
    [{ country: "DEU" }, 'country is "DEU"; it must be two letters.'],
    [{ country: "\u00c4\u00d6" }, 'country is "\u00c4\u00d6"; it must be two letters.'],
    [{ country: 49 }, "country is 49; it must be two letters."],
    [{ format: "json" }, 'format is "json"; it must be left out: it is for bytes.'],
    ["signup", 'options is "signup"; it must be an object.'],
    [null, "options is null; it must be an object."],
  ].map(([options, message]) => [({ check }: Core) => (check as Anything)({}, options), message as string] as const),
  ...["xml", "toString", 1].map(
    (format) =>
      [
        ({ check }: Core) => (check as Anything)(new Uint8Array(), { format }),
        `format is ${show(format)}; it must be "json", "batch" or "form".`,
      ] as const,
  ),
  [({ checkField }) => (checkField as Anything)(7, 1), "the name is 7; it must be a string."],
  [({ checkField }) => (checkField as Anything)("phone", 1, { record: 1 }), "record is 1; it must be an object."],
  [({ checkField }) => (checkField as Anything)("phone", 1, { op: "x" }), 'op is "x"; it must be "create" or "patch".'],
  [({ ids }) => (ids.uuid as Anything)(1), "the id is 1; it must be a string."],
  [({ ids }) => (ids.salesforce as Anything)(null), "the id is null; it must be a string."],
  [({ ids }) => (ids.salesforce as Anything)("x", "lead"), 'object is "lead"; it must be "account" or "contact".'],
  [({ ids }) => (ids.equal as Anything)("x"), "the second id is undefined; it must be a string."],
  [({ ids }) => ids.uuidV4(new Uint8Array(15)), "random is [object Uint8Array]; it must be a Uint8Array of 16 bytes."],
  [({ ids }) => (ids.uuidV4 as Anything)("x"), 'random is "x"; it must be a Uint8Array of 16 bytes.'],
];

function show(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

for (const [call, message] of misuses) {
  test(message, () => {
    assert.throws(() => call(core), { name: "VestibuleUsageError", message });
  });
}
