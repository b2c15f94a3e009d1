// Names that mean something to JavaScript mean nothing here (rows P01 to P03), and objects are read once.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Core, Finding } from "../../wasm/package/src/types.ts";
import { importPackage } from "./support/package.ts";

let core: Core;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

before(async () => {
  core = await (await importPackage()).load();
});

/** Pointers with codes, and never a value. */
function refusals({ value, findings }: { value: unknown; findings: readonly Finding[] }): readonly string[] {
  assert.equal(value, null);
  return findings.map(({ code, pointer }) => `${code} ${pointer}`);
}

const special = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "__defineGetter__"];

for (const name of special) {
  test(`P01: ${name} is an unknown member, as object and as text`, () => {
    const own = Object.defineProperty({}, name, { value: { isAdmin: true }, enumerable: true });
    assert.deepEqual(refusals(core.check(own, { op: "patch" })), [`field.unknown /${name}`]);
    const text = `{"${name}":{"isAdmin":true}}`;
    assert.deepEqual(refusals(core.check(bytes(text), { op: "patch" })), [`field.unknown /${name}`]);
    assert.deepEqual(refusals(core.check(JSON.parse(text), { op: "patch" })), [`field.unknown /${name}`]);
    assert.deepEqual(core.checkField(name, "x").findings[0]?.code, "field.unknown");
  });

  test(`P01: ${name} deeper inside is of the wrong type`, () => {
    const text = `{"name":{"a":{"${name}":{"isAdmin":true}}}}`;
    assert.deepEqual(refusals(core.check(bytes(text), { op: "patch" })), ["field.type /name"]);
    assert.deepEqual(refusals(core.check(JSON.parse(text), { op: "patch" })), ["field.type /name"]);
    const batch = bytes(`[{"${name}":[{"${name}":1}]}]`);
    assert.deepEqual(core.check(batch, { format: "batch", op: "patch" }).findings[0]?.pointer, `/0/${name}`);
  });
}

test("P02: what the text says about prototypes reaches no object of the host", () => {
  const result = core.check(bytes('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}'));
  assert.equal("isAdmin" in Object.assign({}, result), false);
  assert.equal("isAdmin" in {}, false);
  const suggestion = core.check(Object.fromEntries([["nmae", 1]]), { op: "patch" });
  assert.equal(Object.getPrototypeOf(suggestion.findings[0]?.params), Object.prototype);
});

test("P03: numbers, nothing, blanks and zero bytes make no known name", () => {
  for (const name of ["0", "", "name ", "name\u0000"]) {
    const expected = [`field.unknown /${name}`];
    assert.deepEqual(refusals(core.check({ [name]: "A" }, { op: "patch" })), expected);
    assert.deepEqual(refusals(core.check(bytes(JSON.stringify({ [name]: "A" })), { op: "patch" })), expected);
  }
});

test("only own enumerable members with names count", () => {
  const record = Object.create({ email: "not an address" });
  record.name = "A";
  Object.defineProperty(record, "phone", { value: "not a number", enumerable: false });
  record[Symbol("s")] = 1;
  assert.deepEqual(core.check(record, { op: "patch" }).value, { name: "A" });
  assert.equal(core.check(Object.assign(Object.create(null), { name: "A" }), { op: "patch" }).ok, true);
});

test("what somebody has put on the prototype of all objects is no member", () => {
  Object.assign(Object.prototype, { phone: "not a number", nmae: 1 });
  try {
    assert.deepEqual(Object.entries(core.check({ name: "A" }, { op: "patch" }).value ?? {}), [["name", "A"]]);
  } finally {
    Reflect.deleteProperty(Object.prototype, "phone");
    Reflect.deleteProperty(Object.prototype, "nmae");
  }
});

test("each member is read once, and a value is the one that was read", () => {
  let reads = 0;
  const record = {
    get name(): string {
      reads += 1;
      return reads === 1 ? "A" : "\u0007";
    },
  };
  assert.deepEqual(core.check(record, { op: "patch" }).value, { name: "A" });
  assert.equal(reads, 1);
});

test("an error of a getter is the caller's, and leaves nothing behind", () => {
  const error = new Error("mine");
  const record = {
    name: "A",
    get phone(): string {
      throw error;
    },
  };
  assert.throws(() => core.check(record), error);
  assert.deepEqual(core.check({ email: "a@b.co" }, { op: "patch" }).value, { email: "a@b.co" });
});

test("W02: a check inside of a check answers for itself, and the outer one is not disturbed", () => {
  const inner: unknown[] = [];
  const record = {
    name: "Outer",
    get phone(): string {
      inner.push(core.check({ name: "  Inner " }, { op: "patch" }).value, core.checkField("email", "x").ok);
      return "+44 20 7946 0018";
    },
    nmae: 1,
  };
  assert.deepEqual(refusals(core.check(record, { op: "patch" })), ["field.unknown /nmae"]);
  assert.deepEqual(inner, [{ name: "Inner" }, false]);
});
